package policy_test

import (
	"errors"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// laddered is an agreement of three levels, the two graver ones with a ladder
// that waits for a call, whose tickets close by themselves after two hours.
func laddered(t *testing.T) policy.Agreement {
	t.Helper()
	scale, err := severity.NewScale("laddered", "A", "B", "C")
	if err != nil {
		t.Fatal(err)
	}
	always, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Daily(0, 24*time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	call := policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone}
	a := policy.Agreement{
		Name: "laddered", Scale: scale, Location: time.UTC, Calendars: map[string]*calendar.Calendar{"24x7": always},
		Regions: &escalation.Regions{List: []escalation.Region{{Name: "R", Calendar: always}}},
		Metrics: []policy.Metric{{Name: "auto_close", Start: policy.On(policy.Updated), Ends: true}},
	}
	for i, name := range []string{"A", "B"} {
		a.Ladders = append(a.Ladders, policy.LevelLadder{Level: name, Gate: call, Ladder: escalation.Ladder{Calendar: always, Steps: []escalation.Step{
			{To: "manager", After: escalation.Delay{Time: time.Duration(i+1) * time.Hour}, Clause: "X-1"},
			{To: "director", After: escalation.Delay{Time: time.Duration(i+3) * time.Hour}, Clause: "X-1"},
		}}})
		a.Metrics[0].Targets = append(a.Metrics[0].Targets, policy.Target{Level: name, Measure: policy.Measure{Time: 2 * time.Hour}, Calendar: "24x7", Clause: "X-2"})
	}
	return a
}

// TestT9_NoStepAfterAutomaticClosing has a ticket that closes by itself at
// 02:00: what the ladder would have reached later it does not reach.
func TestT9_NoStepAfterAutomaticClosing(t *testing.T) {
	p, err := policy.New(laddered(t))
	if err != nil {
		t.Fatal(err)
	}
	list := progressEvents(t, p, "2026-01-14T00:00:00Z reported A", "2026-01-14T00:00:00Z updated")
	day := list[0].At.Add(24 * time.Hour)
	a, err := p.Evaluate(list, day)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Escalation) != 2 || a.Escalation[0].State != escalation.Reached || a.Escalation[1].State != escalation.Cancelled {
		t.Errorf("%+v", a.Escalation)
	}
	g, err := p.Progress(list, list[0].At, day)
	if err != nil || g.Open != 2*time.Hour {
		t.Errorf("open for %v, %v", g.Open, err)
	}
}

// TestT8_LoweredLadderWaits has a ladder that waits for a call, and goes on
// waiting at a lower level that asks for one too; while the customer tests it is
// halted, and a raise needs no call.
func TestT8_LoweredLadderWaits(t *testing.T) {
	p, err := policy.New(laddered(t))
	if err != nil {
		t.Fatal(err)
	}
	list := progressEvents(t, p, "2026-01-14T00:00:00Z reported A", "2026-01-14T01:00:00Z severity_changed B", "2026-01-14T02:00:00Z contacted", "2026-01-14T02:30:00Z severity_changed A")
	list[0].Channel = policy.Portal
	for _, tt := range []struct {
		events int
		want   string
	}{{2, "none"}, {3, "2026-01-14T04:00:00Z"}, {4, "2026-01-14T03:30:00Z"}} {
		a, err := p.Evaluate(list[:tt.events], list[tt.events-1].At)
		if err != nil {
			t.Fatal(err)
		}
		if r := a.Escalation[0]; r.State != escalation.Pending || r.At.String() != tt.want {
			t.Errorf("after %d events: %v at %v, want %s", tt.events, r.State, r.At, tt.want)
		}
	}
}

func TestNewEscalationErrors(t *testing.T) {
	for name, spoil := range map[string]func(*policy.Agreement){
		"ladders of different lengths": func(a *policy.Agreement) { a.Ladders[1].Ladder.Steps = a.Ladders[1].Ladder.Steps[:1] },
		"a step without anybody":       func(a *policy.Agreement) { a.Ladders[1].Ladder.Steps[0].To = "" },
		"a ladder without a calendar":  func(a *policy.Agreement) { a.Ladders[0].Ladder.Calendar = nil },
		"no regions":                   func(a *policy.Agreement) { a.Regions = &escalation.Regions{} },
	} {
		a := laddered(t)
		spoil(&a)
		if _, err := policy.New(a); !errors.Is(err, policy.ErrAgreement) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
