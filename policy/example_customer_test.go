package policy_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/purchased"
	"github.com/slaclock/slaclock/severity"
)

func ExampleChoose() {
	readings := []policy.Reading{{Name: "desk.zone", Values: []string{"-05:00", "America/New_York"}, Tickets: true, Clause: "FD-3"}}
	choices, err := policy.Choose(readings, nil)
	fmt.Println(choices.Value("desk.zone"), err)
	_, err = policy.Choose(readings, map[string]string{"desk.zone": "Boston"})
	fmt.Println(err)
	// Output:
	// -05:00 <nil>
	// policy: readings[desk.zone]: "Boston" is not a value of this reading; write -05:00 or America/New_York
}

func ExampleChoices_Value() {
	choices, err := policy.Choose(purchased.Readings(), map[string]string{"purchased.zone": "America/New_York"})
	fmt.Println(choices.Value("purchased.zone"), choices.Value("purchased.term_end"), err)
	// Output: America/New_York month_end <nil>
}

func ExampleChoices_ForTickets() {
	choices, err := policy.Choose(purchased.Readings(), nil)
	for _, c := range choices.ForTickets() {
		fmt.Println(c.Name)
	}
	fmt.Println(err)
	// Output:
	// purchased.zone
	// purchased.holidays
	// purchased.severity_change
	// <nil>
}

func ExamplePolicy_Choices() {
	p, err := purchased.New(policy.Customer{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Choices()[0].Name, p.Choices()[0].Value)
	// Output: purchased.zone -05:00
}

// What an agreement leaves open, and whether it matters to a ticket: in July
// New York is an hour ahead of -05:00.
func ExampleAlternatives() {
	all, err := policy.Alternatives(purchased.Readings(), julyTicket(), purchased.New)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range all {
		fmt.Println(a.Choices.Value("purchased.zone"), a.Answer.Clocks[0].Due.Time().UTC())
	}
	// Output:
	// -05:00 2026-07-07 21:00:00 +0000 UTC
	// America/New_York 2026-07-07 20:00:00 +0000 UTC
}

func ExampleDeadlines() {
	all, err := policy.Alternatives(purchased.Readings(), julyTicket(), purchased.New)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range policy.Deadlines(all) {
		fmt.Println(d.Metric, d.Round, len(d.Due))
	}
	// Output:
	// response 1 2
	// resolution 1 2
}

// julyTicket is a Severity 2 ticket, reported on a Monday after 20:00 in both zones.
func julyTicket() *policy.Ticket {
	two := "2"
	at := time.Date(2026, time.July, 7, 2, 0, 0, 0, time.UTC)
	return &policy.Ticket{Agreement: "purchased", Events: []policy.TicketEvent{
		{At: policy.Stamp{Text: "2026-07-07T02:00:00Z", Time: at}, Kind: policy.Reported, Severity: &two, Channel: policy.Email},
	}}
}

func ExampleTicket_UnmarshalJSON() {
	var t policy.Ticket
	err := t.UnmarshalJSON([]byte(`{"id":"T-1","agreement":"purchased","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":1,"channel":"phone"}]}`))
	fmt.Println(t.ID, t.Events[0].Kind, *t.Events[0].Severity, err)
	err = t.UnmarshalJSON([]byte(`{"agreement":"purchased","evnts":[]}`))
	fmt.Println(err)
	// Output:
	// T-1 reported 1 <nil>
	// policy: evnts: unknown field; did you mean "events"?; needs "events"
}

func ExampleTicket_Instant() {
	at, ok := julyTicket().Instant() // that of the last event
	fmt.Println(at.Text, ok)
	// Output: 2026-07-07T02:00:00Z true
}

func ExampleTicket_Reported() {
	at, ok := julyTicket().Reported()
	fmt.Println(at.Text, ok)
	// Output: 2026-07-07T02:00:00Z true
}

func ExamplePolicy_AnswerTicket() {
	p, err := purchased.New(policy.Customer{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	answer, asOf, err := p.AnswerTicket(julyTicket())
	fmt.Println(asOf, answer.Clocks[0].Metric, answer.Clocks[0].State, err)
	// Output: 2026-07-07T02:00:00Z response running <nil>
}

func ExamplePolicy_Events() {
	p, err := purchased.New(policy.Customer{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	events, err := p.Events(julyTicket())
	fmt.Println(events, err)
	// Output: [reported as 2 by email] <nil>
}

func ExamplePolicy_AppendEvents() {
	p, err := purchased.New(policy.Customer{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	var events []policy.Event
	for range 2 { // the second time without an allocation
		events, err = p.AppendEvents(events[:0], julyTicket())
		fmt.Println(events, err)
	}
	// Output:
	// [reported as 2 by email] <nil>
	// [reported as 2 by email] <nil>
}

func ExampleCustomer_HasAddOn() {
	c := policy.Customer{AddOns: []string{"call-in"}}
	fmt.Println(c.HasAddOn("call-in", "call-in", "on-site"))
	fmt.Println(c.HasAddOn("on-site", "on-site"))
	// Output:
	// true <nil>
	// false policy: customer.add_ons[0]: "call-in" is not an add-on; write on-site
}

func ExampleNeed() {
	fmt.Println(policy.Need("country", "", "holidays differ: write a region code, or NONE"))
	// Output: policy: customer.country: is missing; holidays differ: write a region code, or NONE
}

func ExampleNeedOneOf() {
	fmt.Println(policy.NeedOneOf("tier", "Gold", "Standard", "Privilege"))
	// Output: policy: customer.tier: "Gold" is not a tier; write Standard or Privilege
}

func ExampleCheckZone() {
	fmt.Println(policy.CheckZone("zone", "Europe/Berlin"))
	fmt.Println(policy.CheckZone("zone", "Berlin"))
	// Output:
	// <nil>
	// policy: customer.zone: "Berlin" is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00
}

func ExampleCheckRegion() {
	fmt.Println(policy.CheckRegion("country", "US-MD"))
	fmt.Println(policy.CheckRegion("country", "Maryland") != nil)
	// Output:
	// <nil>
	// true
}

func ExampleByLevel() {
	scale, err := severity.NewScale("s", "S1", "S2")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(policy.ByLevel("response_days", map[string]int{"s1": 1, "S2": 3}, scale))
	// Output: map[S1:1 S2:3] <nil>
}

func ExampleNeedKeyOf() {
	fmt.Println(policy.NeedKeyOf("hub_holidays", "MARS", "hub", "EMEA", "APJ", "US"))
	// Output: policy: customer.hub_holidays[MARS]: is not a hub; write EMEA, APJ or US
}
