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

func TestNewMistakes(t *testing.T) {
	target := func(edit func(*policy.Target)) func(*policy.Agreement) {
		return func(a *policy.Agreement) { edit(&a.Metrics[0].Targets[1]) }
	}
	ladder := func(l policy.LevelLadder) func(*policy.Agreement) {
		return func(a *policy.Agreement) { a.Ladders = append(a.Ladders, l) }
	}
	for _, c := range []struct {
		edit func(*policy.Agreement)
		want string
	}{
		{func(a *policy.Agreement) { a.Name = "" }, `policy: name: is missing`},
		{func(a *policy.Agreement) { a.Scale = nil }, `policy: scale: is missing; an agreement has at least one level`},
		{func(a *policy.Agreement) { a.Scale = new(severity.Scale) }, `policy: scale: is missing; an agreement has at least one level`},
		{func(a *policy.Agreement) { a.Location = nil }, `policy: location: is missing; answers are printed in it`},
		{func(a *policy.Agreement) { a.Location = time.Local }, `policy: location: "time.Local" depends on the machine; name a zone`},
		{func(a *policy.Agreement) { a.SeverityChange = 3 }, `policy: severity_change: "Mode(3)" is not a mode`},
		{func(a *policy.Agreement) { a.Roaming = []string{"High", "Top"} }, `policy: roaming[1]: "Top" is not a level`},
		{func(a *policy.Agreement) { a.Metrics[1].Name = "" }, `policy: metrics[1].name: is missing`},
		{func(a *policy.Agreement) { a.Metrics[1].Name = "response" }, `policy: metrics[1].name: "response" is the name of two metrics`},
		{func(a *policy.Agreement) {
			for i := range 30 {
				a.Metrics = append(a.Metrics, policy.Metric{Name: string(rune('A' + i))})
			}
		}, `policy: metrics[32]: "^" is one too many; an agreement has at most 32 metrics`},
		{func(a *policy.Agreement) { a.Metrics[0].Targets[2].Level = "Mid" }, `policy: metrics[0].targets[2].level: "Mid" has two targets`},
		{target(func(g *policy.Target) { g.Level = "Top" }), `policy: metrics[0].targets[1].level: "Top" is not a level`},
		{target(func(g *policy.Target) { g.Calendar = "" }), `policy: metrics[0].targets[1].calendar: is not a calendar of the agreement`},
		{target(func(g *policy.Target) { g.Calendar = "nights" }), `policy: metrics[0].targets[1].calendar: "nights" is not a calendar of the agreement`},
		{target(func(g *policy.Target) { g.After = "nights" }), `policy: metrics[0].targets[1].after: "nights" is not a calendar of the agreement`},
		{target(func(g *policy.Target) { g.Gate.OffDays = "nights" }), `policy: metrics[0].targets[1].gate.off_days: "nights" is not a calendar of the agreement`},
		{target(func(g *policy.Target) { g.Measure.Time = 0 }), `policy: metrics[0].targets[1].measure: "0s" must have exactly one of a time, business days and calendar days, more than none`},
		{target(func(g *policy.Target) { g.Measure.Time = -1 }), `policy: metrics[0].targets[1].measure: "-1ns" must have exactly one of a time, business days and calendar days, more than none`},
		{target(func(g *policy.Target) { g.Measure.Days = 2 }), `policy: metrics[0].targets[1].measure: "2 business days" must have exactly one of a time, business days and calendar days, more than none`},
		{target(func(g *policy.Target) { g.Measure = policy.Measure{CalendarDays: 2, Convention: calendar.WorkingTime} }), `policy: metrics[0].targets[1].measure: "working_time" is for business days; calendar days end with the day, or at the same time`},
		{target(func(g *policy.Target) { g.Measure, g.FromOpening = policy.Measure{Time: hour}, true }), `policy: metrics[0].targets[1].from_opening: "1h0m0s" is working time, which passes from the next opening anyhow`},
		{target(func(g *policy.Target) { g.Measure.CalendarDays = 2 }), `policy: metrics[0].targets[1].measure: "2 calendar days" must have exactly one of a time, business days and calendar days, more than none`},
		{target(func(g *policy.Target) { g.Measure, g.After = policy.Measure{Days: 1}, "late" }), `policy: metrics[0].targets[1].after: "late" is for working time only, not for days`},
		{target(func(g *policy.Target) { g.Clause = "" }), `policy: metrics[0].targets[1].clause: is missing; every target cites the clause that promises it`},
		{target(func(g *policy.Target) { g.Gate.Accepts = policy.By(policy.Email) }), `policy: metrics[0].targets[1].gate: must say for which channel it waits`},
		{target(func(g *policy.Target) { g.Gate = policy.Gate{Accepts: policy.By(policy.Email), WaitsFor: policy.Phone} }), `policy: metrics[0].targets[1].gate: "phone" is waited for, and not accepted`},
		{ladder(policy.LevelLadder{Level: "Top"}), "policy: ladders[0].level: \"Top\" is not a level\npolicy: ladders[0].ladder.calendar: is missing; delays are counted on it"},
		{ladder(policy.LevelLadder{Level: "Mid"}), `policy: ladders[0].ladder.calendar: is missing; delays are counted on it`},
	} {
		a, err := acme()
		if err != nil {
			t.Fatal(err)
		}
		c.edit(&a)
		p, err := policy.New(a)
		if err == nil || err.Error() != c.want || !errors.Is(err, policy.ErrAgreement) || p != nil {
			t.Errorf("got  %v\nwant %s", err, c.want)
		}
	}
	good := func(a *policy.Agreement) policy.LevelLadder {
		return policy.LevelLadder{Level: "Mid", Ladder: escalation.Ladder{Calendar: a.Calendars["hours"],
			Steps: []escalation.Step{{To: "Anna", After: escalation.Delay{Time: hour}, Clause: "ACM-8"}}}}
	}
	for want, edit := range map[string]func(*policy.Agreement){
		`policy: ladders[1].level: "Mid" has two ladders`: func(a *policy.Agreement) { a.Ladders = []policy.LevelLadder{good(a), good(a)} },
		`policy: ladders[0].gate: can wait for a channel only`: func(a *policy.Agreement) {
			a.Ladders = []policy.LevelLadder{good(a)}
			a.Ladders[0].Gate.Event = policy.Registered
		},
	} {
		a, err := acme()
		if err != nil {
			t.Fatal(err)
		}
		edit(&a)
		if _, err := policy.New(a); err == nil || err.Error() != want {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
}

// TestLacking: a target may move to a calendar that cannot be made; only a ticket that does
// so gets the error that says why.
func TestLacking(t *testing.T) {
	why := errors.New("no such hours")
	p := mustAcme(t, func(a *policy.Agreement) {
		a.Metrics[0].Targets[1].After, a.Lacking = "nights", map[string]error{"nights": why}
		a.Switch = policy.On(policy.DevelopmentRequired)
	})
	events := parseEvents(t, p, "02 09:00 reported Mid email", "02 10:00 development_required")
	if _, err := p.Evaluate(events[:1], parseAt(t, "02 10:00")); err != nil {
		t.Error(err)
	}
	const want = "policy: development_required at 2026-03-02T10:00:00Z: no such hours"
	if _, err := p.Evaluate(events, parseAt(t, "02 10:00")); !errors.Is(err, why) || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestPolicyTellsWhatItIsMadeOf(t *testing.T) {
	p := mustAcme(t, nil)
	if p.Name() != "acme" || p.Scale().Len() != 3 || p.Location().String() != "UTC" {
		t.Errorf("%s, %d levels, %v", p.Name(), p.Scale().Len(), p.Location())
	}
	choices := p.Choices()
	if len(choices) != 1 || choices[0].Name != "acme.severity_change" || choices[0].Value != "fair" {
		t.Errorf("choices are %v", choices)
	}
	choices[0].Value = "changed"
	if p.Choices()[0].Value != "fair" {
		t.Error("a caller can change a policy's choices")
	}
}
