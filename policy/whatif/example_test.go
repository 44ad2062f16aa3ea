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
