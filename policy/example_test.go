package policy_test

import (
	"fmt"
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// frontDesk is a user's own agreement: a response within four working hours to an urgent
// ticket, and within a business day to any other.
func frontDesk() (*policy.Policy, error) {
	levels, err := severity.NewScale("front-desk", "Urgent", "Normal")
	if err != nil {
		return nil, err
	}
	hours, err := calendar.New(calendar.Config{Zone: "Europe/Berlin", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		return nil, err
	}
	return policy.New(policy.Agreement{
		Name: "front-desk", Scale: levels, Location: hours.Location(),
		Calendars: map[string]*calendar.Calendar{"office": hours},
		Metrics: []policy.Metric{{Name: "response", Start: policy.Report, Stop: policy.Response, Targets: []policy.Target{
			{Level: "Urgent", Measure: policy.Measure{Time: 4 * time.Hour}, Calendar: "office", Clause: "FD-1"},
			{Level: "Normal", Measure: policy.Measure{Days: 1}, Calendar: "office", Clause: "FD-2"},
		}}},
	})
}

// urgent is a ticket of the front desk, reported on a Friday afternoon.
func urgent() (*policy.Policy, []policy.Event, time.Time, error) {
	p, err := frontDesk()
	if err != nil {
		return nil, nil, time.Time{}, err
	}
	level, err := p.Scale().Parse("Urgent")
	friday := time.Date(2026, time.March, 6, 15, 0, 0, 0, p.Location())
	return p, []policy.Event{{At: friday, Kind: policy.Reported, Severity: level}}, friday, err
}

func ExampleNew() {
	p, err := frontDesk()
	fmt.Println(p.Name(), p.Scale().Names(), p.Location(), err)

	_, err = policy.New(policy.Agreement{Name: "empty"})
	fmt.Println(err)
	// Output:
	// front-desk [Urgent Normal] Europe/Berlin <nil>
	// policy: scale: is missing; an agreement has at least one level
	// policy: location: is missing; answers are printed in it
}

func ExamplePolicy_Evaluate() {
	p, events, friday, err := urgent()
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := p.Evaluate(events, friday.Add(time.Hour))
	if err != nil {
		fmt.Println(err)
		return
	}
	c := a.Clocks[0]
	fmt.Println(c.Metric, c.State, "due", c.Due, "by", c.Clause)
	elapsed, _ := c.Elapsed.Get()
	remaining, _ := c.Remaining.Get()
	fmt.Println(elapsed, "used,", remaining, "left")
	// Output:
	// response running due 2026-03-09T11:00:00+01:00 by FD-1
	// 1h0m0s used, 3h0m0s left
}

// A sweep over many tickets writes each answer over the one before.
func ExamplePolicy_EvaluateInto() {
	p, events, friday, err := urgent()
	if err != nil {
		fmt.Println(err)
		return
	}
	var a policy.Answer
	for hours := range 3 {
		if err := p.EvaluateInto(&a, events, friday.Add(time.Duration(hours)*time.Hour)); err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(a.Clocks[0].Metric, a.Clocks[0].State, "with", a.Clocks[0].Remaining, "left")
	}
	// Output:
	// response running with 4h0m0s left
	// response running with 3h0m0s left
	// response running with 2h0m0s left
}

func ExamplePolicy_Explain() {
	p, events, friday, err := urgent()
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := p.Explain(events, friday.Add(time.Hour))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range a.Clocks[0].Why {
		if d, ok := s.Amount.Get(); ok {
			fmt.Println(s.Kind, s.At, s.Until, d)
		} else if s.Kind != policy.StepHours { // whose By is a fingerprint
			fmt.Printf("%s %v %q\n", s.Kind, s.At, s.Text)
		}
	}
	// Output:
	// start 2026-03-06T15:00:00+01:00 "reported as Urgent"
	// target 2026-03-09T11:00:00+01:00 "Urgent: 4h0m0s on office"
	// counted 2026-03-06T15:00:00+01:00 2026-03-06T16:00:00+01:00 1h0m0s
	// ahead 2026-03-06T16:00:00+01:00 2026-03-06T17:00:00+01:00 1h0m0s
	// closed 2026-03-06T17:00:00+01:00 "weekend"
	// ahead 2026-03-09T09:00:00+01:00 2026-03-09T11:00:00+01:00 2h0m0s
}

func ExamplePolicy_Occurrences() {
	p, events, friday, err := urgent()
	if err != nil {
		fmt.Println(err)
		return
	}
	// A backend that was down over the weekend.
	all, err := p.Occurrences(events, friday, friday.AddDate(0, 0, 4))
	for _, o := range all {
		fmt.Println(o.ID, o.At.Format(time.RFC3339), o.What)
	}
	fmt.Println(len(all), err)
	// Output:
	// response/2026-03-06T14:00:00Z/due 2026-03-09T11:00:00+01:00 response due
	// 1 <nil>
}

func ExamplePolicy_EvaluateAll() {
	p, events, friday, err := urgent()
	if err != nil {
		fmt.Println(err)
		return
	}
	cases := []policy.Case{{Events: events, AsOf: friday}, {AsOf: friday}, {Events: events, AsOf: friday.AddDate(0, 0, 4)}}
	for a, err := range p.EvaluateAll(slices.Values(cases), 2) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(a.Clocks[0].State)
	}
	// Output:
	// running
	// policy: events: a ticket has at least the event reported
	// breached
}

func ExamplePolicy_AppendTicketAnswer() {
	p, err := frontDesk()
	if err != nil {
		fmt.Println(err)
		return
	}
	var t policy.Ticket
	if err := t.UnmarshalJSON([]byte(`{"id":"7","agreement":"front-desk","events":[{"at":"2026-03-06T15:00:00+01:00","kind":"reported","severity":"urgent"}]}`)); err != nil {
		fmt.Println(err)
		return
	}
	line, err := p.AppendTicketAnswer(nil, &t)
	fmt.Println(string(line), err)
	// Output: {"id":"7","agreement":"front-desk","as_of":"2026-03-06T15:00:00+01:00","severity":"Urgent","clocks":[{"metric":"response","round":1,"severity":"Urgent","target":"4h0m0s","calendar":"office","clause":"FD-1","started":"2026-03-06T15:00:00+01:00","due":"2026-03-09T11:00:00+01:00","state":"running","elapsed":"0s","remaining":"4h0m0s","elapsed_wall":"0s"}],"escalation":[],"next":{"at":"2026-03-09T11:00:00+01:00","what":"response due"},"readings":{}} <nil>
}

func ExamplePolicy_AppendAnswer() {
	p, events, friday, err := urgent()
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := p.Evaluate(events, friday.Add(-1)) // before the report
	asOf := policy.Stamp{Time: friday.Add(-1)}
	fmt.Println(string(p.AppendAnswer(nil, "7", asOf, &a)), err)
	// Output: {"id":"7","agreement":"front-desk","as_of":"2026-03-06T14:59:59.999999999+01:00","clocks":[],"escalation":[],"readings":{}} <nil>
}

func ExampleChange_Get() {
	p, events, friday, err := urgent()
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := p.Evaluate(events, friday)
	if next, ok := a.Next.Get(); ok {
		fmt.Println("look again after", next.At.Format(time.RFC3339), next.What, err)
	}
	// Output: look again after 2026-03-09T11:00:00+01:00 response due <nil>
}

func ExampleClock_Unknown() {
	p, events, friday, err := urgent()
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := p.Evaluate(events, friday)
	fmt.Println(a.Clocks[0].Unknown(), err) // no holidays that could be unknown
	// Output: <nil> <nil>
}

func ExampleStep_String() {
	p, events, friday, err := urgent()
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := p.Explain(events, friday.Add(90*time.Minute))
	for _, step := range a.Clocks[0].Why {
		if step.Kind != policy.StepHours {
			fmt.Println(step.String())
		}
	}
	fmt.Println(err)
	// Output:
	// start    Fri 2026-03-06 15:00:00 +01:00  reported as Urgent  [FD-1]
	// target   Mon 2026-03-09 11:00:00 +01:00  Urgent: 4h0m0s on office  [FD-1]
	// counted  Fri 2026-03-06 15:00:00 +01:00 to Fri 2026-03-06 16:30:00 +01:00  1h30m0s
	// ahead    Fri 2026-03-06 16:30:00 +01:00 to Fri 2026-03-06 17:00:00 +01:00  30m0s
	// closed   Fri 2026-03-06 17:00:00 +01:00 to Mon 2026-03-09 09:00:00 +01:00  weekend
	// ahead    Mon 2026-03-09 09:00:00 +01:00 to Mon 2026-03-09 11:00:00 +01:00  2h0m0s
	// <nil>
}

func ExampleStep_Source() {
	p, events, friday, err := urgent()
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := p.Explain(events, friday)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range a.Clocks[0].Why {
		if s.Hours != nil {
			fmt.Println(s.Text, len(s.Source()))
		} else if s.Kind == policy.StepTarget {
			fmt.Println(s.Text, s.Source())
		}
	}
	// Output:
	// Urgent: 4h0m0s on office FD-1
	// office 12
}
