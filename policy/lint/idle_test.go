package lint

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
	"pgregory.net/rapid"
)

// idleLists are the lists of events of which a finding can say that an event does nothing
// in them, with those events.
var idleLists = []struct {
	name string
	of   func(*policy.Agreement) *policy.Kinds
	idle policy.Kinds
}{
	{"stop", func(a *policy.Agreement) *policy.Kinds { return &a.Metrics[0].Stop }, unheard},
	{"cancel", func(a *policy.Agreement) *policy.Kinds { return &a.Metrics[0].Cancel }, unheard},
	{"restart", func(a *policy.Agreement) *policy.Kinds { return &a.Metrics[0].Restart }, unheard},
	{"unasked", func(a *policy.Agreement) *policy.Kinds { return &a.Metrics[0].Unasked }, unheard},
	{"resume", func(a *policy.Agreement) *policy.Kinds { return &a.Metrics[0].Resume }, unheard},
	{"pause", func(a *policy.Agreement) *policy.Kinds { return &a.Metrics[0].Pause }, unheard | ended | policy.On(policy.Forwarded)},
	{"halt", func(a *policy.Agreement) *policy.Kinds { return &a.Halt }, unheard},
	{"switch", func(a *policy.Agreement) *policy.Kinds { return &a.Switch }, unheard},
	{"asked", func(a *policy.Agreement) *policy.Kinds { return &a.Asked }, unheard},
	{"given", func(a *policy.Agreement) *policy.Kinds { return &a.Given }, unheard},
	{"test", func(a *policy.Agreement) *policy.Kinds { return &a.Test }, unheard | ended},
	{"failed", func(a *policy.Agreement) *policy.Kinds { return &a.Failed }, unheard},
}

// propIdle puts an event into a list in which it is said to do nothing: whatever
// happens to a ticket, its answer is the same.
func propIdle(t *rapid.T) {
	scale, err := severity.NewScale("acme", "P1", "P2")
	if err != nil {
		t.Fatal(err)
	}
	office, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	always, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Daily(0, 24*time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	targets := []policy.Target{
		{Level: "P1", Measure: policy.Measure{Time: 4 * time.Hour}, Calendar: "office", After: "always", Clause: "A-1"},
		{Level: "P2", Measure: policy.Measure{Time: 9 * time.Hour}, Calendar: "office", After: "always", Clause: "A-1"},
	}
	steps := []escalation.Step{{To: "lead", After: escalation.Delay{Time: 3 * time.Hour}, Clause: "A-2"}}
	flag := rapid.Bool()
	a := policy.Agreement{
		Name: "acme", Scale: scale, Location: time.UTC, Calendars: map[string]*calendar.Calendar{"office": office, "always": always},
		Metrics: []policy.Metric{{
			Name: "response", Start: policy.Report | policy.On(policy.CustomerReplied), Unasked: policy.On(policy.CustomerReplied),
			Stop: policy.On(policy.Responded), Cancel: policy.On(policy.WorkaroundAccepted), Pause: policy.On(policy.Registered), Resume: policy.On(policy.Updated),
			Targets: targets, Thresholds: []policy.Threshold{{Percent: 50, To: "boss", Clause: "A-3"}},
			Once: flag.Draw(t, "once"), Renew: flag.Draw(t, "renew"), Continue: flag.Draw(t, "continue"),
		}},
		Ladders: []policy.LevelLadder{{Level: "P1", Ladder: escalation.Ladder{Calendar: always, Steps: steps}}, {Level: "P2", Ladder: escalation.Ladder{Calendar: office, Steps: steps}}},
		Halt:    policy.On(policy.Forwarded), Switch: policy.On(policy.DevelopmentRequired),
		Asked: policy.On(policy.InfoRequested), Given: policy.On(policy.InfoReceived),
		Test: policy.On(policy.ResolutionProposed), Failed: policy.On(policy.ResolutionRejected),
	}
	plain, err := policy.New(a)
	if err != nil {
		t.Fatal(err)
	}
	list := rapid.SampledFrom(idleLists).Draw(t, "list")
	var kinds []policy.Kind
	for k := range policy.Kind(64) {
		if list.idle.Has(k) {
			kinds = append(kinds, k)
		}
	}
	*list.of(&a) |= policy.On(rapid.SampledFrom(kinds).Draw(t, "idle"))
	more, err := policy.New(a)
	if err != nil {
		t.Fatal(err)
	}
	level := rapid.SampledFrom(scale.Levels())
	at := time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)
	events := []policy.Event{{At: at, Kind: policy.Reported, Severity: level.Draw(t, "level")}}
	for range rapid.IntRange(1, 12).Draw(t, "events") {
		at = at.Add(time.Duration(rapid.IntRange(0, 300).Draw(t, "minutes")) * time.Minute)
		e := policy.Event{At: at, Kind: policy.Kind(rapid.IntRange(int(policy.Registered), int(policy.Reopened)).Draw(t, "kind"))}
		if rapid.IntRange(0, 4).Draw(t, "again") == 0 { // else most tickets end early and stay so
			e.Kind = policy.Reopened
		}
		if e.Kind == policy.SeverityChanged {
			e.Severity = level.Draw(t, "changed")
		}
		events = append(events, e)
	}
	asOf := at.Add(time.Duration(rapid.IntRange(0, 3000).Draw(t, "later")) * time.Minute)
	want, got := idleAnswer(t, plain, events, asOf), idleAnswer(t, more, events, asOf)
	if want != got {
		t.Fatalf("%s changes the answer to %v:\n%s\nwant\n%s", list.name, events, got, want)
	}
}

// idleAnswer returns the answer as text.
func idleAnswer(t *rapid.T, p *policy.Policy, events []policy.Event, asOf time.Time) string {
	a, err := p.Evaluate(events, asOf)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestPropT3_T10_IdleAsEvaluated: what is said to do nothing does nothing.
func TestPropT3_T10_IdleAsEvaluated(t *testing.T) { rapid.Check(t, propIdle) }

// FuzzIdleAsEvaluated is TestPropT3_T10_IdleAsEvaluated, guided by coverage.
func FuzzIdleAsEvaluated(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propIdle)) }
