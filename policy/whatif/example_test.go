package whatif_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/purchased"
	"github.com/slaclock/slaclock/policy/whatif"
)

// asIs is a Maker: the agreement as it is, for a ticket's customer and readings.
func asIs(t *policy.Ticket) (*policy.Policy, error) { return purchased.New(t.Customer, t.Readings) }

// withOverrides is a Maker of the same agreement with something else.
func withOverrides(text string) whatif.Maker {
	o, err := whatif.ParseOverrides(text)
	if err != nil {
		fmt.Println(err)
	}
	return o.Maker(asIs)
}

// ticketOf reads a ticket.
func ticketOf(line string) *policy.Ticket {
	t := new(policy.Ticket)
	if err := t.UnmarshalJSON([]byte(line)); err != nil {
		fmt.Println(err)
	}
	return t
}

// late is a ticket whose response is overdue by a quarter of an hour: its eight
// business hours ended at 19:30 in the zone of the agreement, -05:00, where the
// office closes at 20:00. By the clocks of New York it closes an hour earlier.
func late() *policy.Ticket {
	return ticketOf(`{"id":"T-1","agreement":"purchased","as_of":"2026-03-16T19:45:00-05:00","events":[
		{"at":"2026-03-16T11:30:00-05:00","kind":"reported","severity":"2","channel":"email"}]}`)
}

// What if the office followed the clocks of New York?
func Example() {
	newYork, err := whatif.ParseOverrides("purchased.zone=America/New_York")
	if err != nil {
		fmt.Println(err)
		return
	}
	summary := whatif.NewSummary(10)
	for _, ticket := range []*policy.Ticket{late()} { // all tickets of a year
		diff, err := whatif.Compare(ticket, asIs, newYork.Maker(asIs))
		if err != nil {
			fmt.Println(err)
			return
		}
		if err := diff.Explain(ticket); err != nil {
			fmt.Println(err)
			return
		}
		summary.Add(&diff)
		for _, clock := range diff.Clocks {
			by, _ := clock.Moved()
			fmt.Println(diff.ID, clock.Metric, "moves by", by, clock.Old.State, clock.New.State)
			for _, cause := range clock.Causes {
				fmt.Println("  because of", cause.Kind, cause.Name)
			}
		}
	}
	fmt.Println(summary.Differing(), "of", summary.Tickets(), "tickets differ,", summary.Saved().Total, "saved")
	// Output:
	// T-1 response moves by 12h0m0s breached running
	//   because of reading purchased.zone
	//   because of hours business-hours
	//   because of closed shifted hours
	// T-1 resolution moves by -1h0m0s running running
	//   because of reading purchased.zone
	//   because of hours business-hours
	//   because of closed shifted hours
	// 1 of 1 tickets differ, 1 saved
}

func ExampleCompare() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, clock := range diff.Clocks {
		fmt.Println(clock.Metric, clock.Old.Due, clock.New.Due)
	}
	_, err = whatif.Compare(late(), asIs, withOverrides("customer.add_ons=gold"))
	fmt.Println(err)
	// Output:
	// response 2026-03-16T19:30:00-05:00 2026-03-17T08:30:00-04:00
	// resolution 2026-03-23T20:00:00-05:00 2026-03-23T20:00:00-04:00
	// new side: policy: customer.add_ons[0]: "gold" is not an add-on; write call-in
}

func ExampleDiff_Differs() {
	// The statutory list has a holiday on 25 March, after all that is due here.
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.holidays=statutory"))
	fmt.Println(diff.Differs(), err)
	// Output: false <nil>
}

func ExampleDiff_NextDiffers() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	fmt.Println(diff.NextDiffers(), err)
	fmt.Println(diff.Old.Answer.Next.What, "or", diff.New.Answer.Next.What)
	// Output:
	// true <nil>
	// resolution due or response due
}

func ExampleDiff_SeverityDiffers() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	fmt.Println(diff.SeverityDiffers(), err)
	// Output: false <nil>
}

// Compare names readings and clauses; Explain names what follows from them.
func ExampleDiff_Explain() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(diff.Clocks[0].Causes), "cause")
	if err := diff.Explain(late()); err != nil {
		fmt.Println(err)
		return
	}
	for _, cause := range diff.Clocks[0].Causes {
		fmt.Println(cause.Kind, cause.Name, cause.At)
	}
	// Output:
	// 1 cause
	// reading purchased.zone none
	// hours business-hours none
	// closed shifted hours 2026-03-16T20:00:00-04:00
}

func ExampleClock_Moved() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range diff.Clocks {
		by, known := diff.Clocks[i].Moved()
		fmt.Println(diff.Clocks[i].Metric, by, known)
	}
	// Output:
	// response 12h0m0s true
	// resolution -1h0m0s true
}

func ExampleClock_Breached() {
	diff, err := whatif.Compare(late(), withOverrides("purchased.zone=America/New_York"), asIs)
	if err != nil {
		fmt.Println(err)
		return
	}
	response := &diff.Clocks[0]
	fmt.Println(response.Old.State, response.New.State, response.Breached())
	// Output: running breached true
}

func ExampleClock_Saved() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	if err != nil {
		fmt.Println(err)
		return
	}
	response := &diff.Clocks[0]
	fmt.Println(response.Old.State, response.New.State, response.Saved())
	// Output: breached running true
}

func ExampleDiff_Readings() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range diff.Readings() {
		fmt.Println(r.Name, r.Old, r.New)
	}
	// Output: purchased.zone -05:00 America/New_York
}

func ExampleDiff_AppendJSON() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	if err != nil {
		fmt.Println(err)
		return
	}
	diff.Clocks = diff.Clocks[:1] // to keep the output short
	fmt.Printf("%s\n", diff.AppendJSON(nil))
	// Output:
	// {"id":"T-1","agreement":"purchased","as_of":"2026-03-16T19:45:00-05:00","clocks":[{"metric":"response","round":1,"old":{"severity":"2","target":"8h0m0s","calendar":"business-hours","clause":"PUR-4","started":"2026-03-16T11:30:00-05:00","due":"2026-03-16T19:30:00-05:00","state":"breached"},"new":{"severity":"2","target":"8h0m0s","calendar":"business-hours","clause":"PUR-4","started":"2026-03-16T12:30:00-04:00","due":"2026-03-17T08:30:00-04:00","state":"running"},"moved":"12h0m0s","verdict":"saved","because":[{"kind":"reading","name":"purchased.zone","old":"-05:00","new":"America/New_York"}]}],"next":{"old":{"at":"2026-03-23T20:00:00-05:00","what":"resolution due"},"new":{"at":"2026-03-17T08:30:00-04:00","what":"response due"}},"readings":[{"kind":"reading","name":"purchased.zone","old":"-05:00","new":"America/New_York"}]}
}
