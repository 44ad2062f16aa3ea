package policy_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// serviceDesk is an agreement with events of its own: a fix within 8 working hours, whose
// clock is paused while the ticket is pending, and whose threshold tells the lead when
// three quarters of them are used.
func serviceDesk() (*policy.Policy, error) {
	levels, err := severity.NewScale("service-desk", "P1", "P2")
	if err != nil {
		return nil, err
	}
	hours, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		return nil, err
	}
	pending, _ := policy.Own(0)
	open, _ := policy.Own(1)
	return policy.New(policy.Agreement{
		Name: "service-desk", Scale: levels, Location: hours.Location(),
		Calendars: map[string]*calendar.Calendar{"office": hours},
		Events:    []string{"pending", "open"},
		Metrics: []policy.Metric{{
			Name: "fix", Start: policy.Report, Stop: policy.On(policy.Resolved), Pause: policy.On(pending), Resume: policy.On(open),
			Targets:    []policy.Target{{Level: "P1", Measure: policy.Measure{Time: 8 * time.Hour}, Calendar: "office", Clause: "SD-1"}},
			Thresholds: []policy.Threshold{{Percent: 75, To: "lead", Clause: "SD-2"}},
		}},
	})
}

// pendingTicket is reported on Monday at 09:00, pending from 12:00, and open
// again on Tuesday at 12:00.
func pendingTicket() (*policy.Policy, []policy.Event, time.Time, error) {
	p, err := serviceDesk()
	if err != nil {
		return nil, nil, time.Time{}, err
	}
	level, err := p.Scale().Parse("P1")
	monday := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	pending, _ := policy.Own(0)
	open, _ := policy.Own(1)
	return p, []policy.Event{
		{At: monday, Kind: policy.Reported, Severity: level},
		{At: monday.Add(3 * time.Hour), Kind: pending},
		{At: monday.Add(27 * time.Hour), Kind: open},
	}, monday, err
}

func ExampleOwn() {
	p, events, monday, err := pendingTicket()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, after := range []time.Duration{3 * time.Hour, 20 * time.Hour, 27 * time.Hour} {
		a, err := p.Evaluate(events, monday.Add(after))
		if err != nil {
			fmt.Println(err)
			return
		}
		c := a.Clocks[0]
		elapsed, _ := c.Elapsed.Get()
		wall, _ := c.Wall.Get()
		fmt.Println(c.State, elapsed, wall, "due", c.Due, a.Escalation[0].State, a.Escalation[0].At)
	}
	_, ok := policy.Own(1000)
	fmt.Println(ok)
	// Output:
	// paused 3h0m0s 3h0m0s due none halted none
	// paused 3h0m0s 3h0m0s due none halted none
	// running 3h0m0s 3h0m0s due 2026-03-03T17:00:00Z pending 2026-03-03T15:00:00Z
	// false
}

func ExamplePolicy_KindName() {
	p, err := serviceDesk()
	if err != nil {
		fmt.Println(err)
		return
	}
	pending, _ := policy.Own(0)
	fmt.Println(p.KindName(pending), p.KindName(policy.Reported))
	// Output: pending reported
}

func ExamplePolicy_Agreement() {
	p, err := serviceDesk()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range p.Agreement().Metrics {
		fmt.Println(m.Name, m.Targets[0].Measure, m.Thresholds)
	}
	// Output: fix 8h0m0s [75%]
}

func ExampleThreshold_String() {
	fmt.Println(policy.Threshold{Percent: 75})
	fmt.Println(policy.Threshold{Before: policy.Measure{Time: 2 * time.Hour}})
	fmt.Println(policy.Threshold{After: policy.Measure{Days: 1}})
	// Output:
	// 75%
	// 2h0m0s before due
	// 1 business day after due
}

func ExamplePolicy_History() {
	p, events, monday, err := pendingTicket()
	if err != nil {
		fmt.Println(err)
		return
	}
	low, _ := p.Scale().Parse("P2")
	events = append(events, policy.Event{At: monday.Add(48 * time.Hour), Kind: policy.SeverityChanged, Severity: low})
	h, err := p.History(events, monday.Add(72*time.Hour))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range h.Entries() {
		fmt.Println(e.From.Format(time.DateTime), e.Level, e.What)
	}
	// Output:
	// 2026-03-02 09:00:00 P1 reported
	// 2026-03-04 09:00:00 P2 severity_changed
}

func ExampleVersions_Moving() {
	p, events, monday, err := pendingTicket()
	if err != nil {
		fmt.Println(err)
		return
	}
	a := p.Agreement()
	a.Metrics = []policy.Metric{a.Metrics[0]}
	a.Metrics[0].Targets = []policy.Target{{Level: "P1", Measure: policy.Measure{Time: 16 * time.Hour}, Calendar: "office", Clause: "SD-1"}}
	renewed, err := policy.New(a)
	if err != nil {
		fmt.Println(err)
		return
	}
	v, err := policy.NewVersions(policy.Version{Policy: p}, policy.Version{From: monday.Add(28 * time.Hour), Policy: renewed})
	if err != nil {
		fmt.Println(err)
		return
	}
	if v, err = v.Moving(severity.FromStart); err != nil {
		fmt.Println(err)
		return
	}
	if p, err = v.InForce(monday); err != nil {
		fmt.Println(err)
		return
	}
	for _, after := range []time.Duration{27 * time.Hour, 28 * time.Hour} {
		answer, err := p.Evaluate(events, monday.Add(after))
		fmt.Println(answer.Clocks[0].Due, err)
	}
	// Output:
	// 2026-03-03T17:00:00Z <nil>
	// 2026-03-04T17:00:00Z <nil>
}

func ExamplePolicy_Moves() {
	p, err := serviceDesk()
	if err != nil {
		fmt.Println(err)
		return
	}
	july := time.Date(2026, time.July, 1, 0, 0, 0, 0, time.UTC)
	v, err := policy.NewVersions(policy.Version{Policy: p}, policy.Version{From: july, Policy: p})
	if err != nil {
		fmt.Println(err)
		return
	}
	if v, err = v.Moving(severity.Fair); err != nil {
		fmt.Println(err)
		return
	}
	moving, err := v.InForce(july.Add(-1))
	fmt.Println(p.Moves(), moving.Moves(), err)
	// Output: [] [2026-07-01 00:00:00 +0000 UTC] <nil>
}

// A Policy reads the names of its agreement's own events, and of those that all agreements
// have.
func ExamplePolicy_ParseKind() {
	p, err := serviceDesk()
	if err != nil {
		fmt.Println(err)
		return
	}
	kind, err := p.ParseKind("pending")
	fmt.Println(p.KindName(kind), err)
	kind, err = p.ParseKind("reported")
	fmt.Println(kind == policy.Reported, err)
	_, err = p.ParseKind("Pending")
	fmt.Println(errors.Is(err, policy.ErrKind))
	// Output:
	// pending <nil>
	// true <nil>
	// true
}
