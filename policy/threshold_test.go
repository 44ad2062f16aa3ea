package policy_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// watched is pausing with thresholds: 8 h of working time from 09:00 are half used
// at 13:00 and due at 17:00.
func watched(list []policy.Threshold, edits ...func(*policy.Agreement)) func(*policy.Agreement) {
	return pausing(append([]func(*policy.Agreement){func(a *policy.Agreement) {
		for i := range list {
			list[i].To, list[i].Clause = fmt.Sprint("desk ", i+1), "ACM-9"
		}
		a.Metrics[0].Thresholds = list
	}}, edits...)...)
}

// rungs tells the thresholds of an answer in lines, and what comes next.
func rungs(a *policy.Answer) []string {
	var all []string
	for _, r := range a.Escalation {
		line := fmt.Sprintf("%s %d step %d %s %v", r.Metric, r.Round, r.Step, r.To, r.State)
		if at, ok := r.At.Get(); ok {
			line += " " + short(at)
		}
		all = append(all, line)
	}
	if next, ok := a.Next.Get(); ok {
		all = append(all, "next "+short(next.At)+" "+next.What)
	}
	return all
}

func TestThresholds(t *testing.T) {
	const mid, ask = "02 09:00 reported Mid email", "02 10:00 info_requested"
	percent := func(p ...int) []policy.Threshold {
		var all []policy.Threshold
		for _, n := range p {
			all = append(all, policy.Threshold{Percent: n})
		}
		return all
	}
	half := percent(50)
	for _, c := range []struct {
		name   string
		edit   func(*policy.Agreement)
		events []string
		asOf   string
		want   []string
	}{
		{"half: just before", watched(half), []string{mid}, "02 12:59:59.999999999", []string{"turn 1 step 1 desk 1 pending 02 13:00", "next 02 13:00 turn 50%"}},
		{"half: at", watched(half), []string{mid}, "02 13:00", []string{"turn 1 step 1 desk 1 reached 02 13:00", "next 02 17:00 turn due"}},
		{"half: just after", watched(half), []string{mid}, "02 13:00:00.000000001", []string{"turn 1 step 1 desk 1 reached 02 13:00", "next 02 17:00 turn due"}},
		{"all: just before", watched(percent(100)), []string{mid}, "02 16:59:59.999999999", []string{"turn 1 step 1 desk 1 pending 02 17:00", "next 02 17:00 turn due"}},
		{"all: at", watched(percent(100)), []string{mid}, "02 17:00", []string{"turn 1 step 1 desk 1 reached 02 17:00", "next 02 17:00 turn due"}},
		{"all: just after", watched(percent(100)), []string{mid}, "02 17:00:00.000000001", []string{"turn 1 step 1 desk 1 reached 02 17:00"}},
		{"more than all: half of the time after due", watched(percent(150)), []string{mid}, "03 12:59:59.999999999", []string{"turn 1 step 1 desk 1 pending 03 13:00", "next 03 13:00 turn 150%"}},
		{"more than all: at", watched(percent(150)), []string{mid}, "03 13:00", []string{"turn 1 step 1 desk 1 reached 03 13:00"}},
		{"before", watched([]policy.Threshold{{Before: policy.Measure{Time: 2 * hour}}}), []string{mid}, "02 14:59:59.999999999", []string{"turn 1 step 1 desk 1 pending 02 15:00", "next 02 15:00 turn 2h0m0s before due"}},
		{"before: at", watched([]policy.Threshold{{Before: policy.Measure{Time: 2 * hour}}}), []string{mid}, "02 15:00", []string{"turn 1 step 1 desk 1 reached 02 15:00", "next 02 17:00 turn due"}},
		{"after", watched([]policy.Threshold{{After: policy.Measure{Time: hour}}}), []string{mid}, "03 09:59:59.999999999", []string{"turn 1 step 1 desk 1 pending 03 10:00", "next 03 10:00 turn 1h0m0s after due"}},
		{"after: at", watched([]policy.Threshold{{After: policy.Measure{Time: hour}}}), []string{mid}, "03 10:00", []string{"turn 1 step 1 desk 1 reached 03 10:00"}},
		{"a business day after: close of business", watched([]policy.Threshold{{After: policy.Measure{Days: 1}}}), []string{mid}, "03 16:59:59.999999999", []string{"turn 1 step 1 desk 1 pending 03 17:00", "next 03 17:00 turn 1 business day after due"}},
		{"a business day before, over a weekend", watched([]policy.Threshold{{Before: policy.Measure{Days: 1, Convention: 1}}}), []string{"06 10:00 reported Mid email"}, "06 10:00", []string{"turn 1 step 1 desk 1 reached 06 10:00", "next 09 10:00 turn due"}},
		{"stopped: what was not reached is cancelled", watched(percent(25, 50)), []string{mid, "02 12:00 responded"}, "02 14:00", []string{"turn 1 step 1 desk 1 reached 02 11:00", "turn 1 step 2 desk 2 cancelled"}},
		{"stopped at the instant: reached before the event", watched(half), []string{mid, "02 13:00 responded"}, "02 14:00", []string{"turn 1 step 1 desk 1 reached 02 13:00"}},
		{"stopped just before", watched(half), []string{mid, "02 12:59:59.999999999 responded"}, "02 14:00", []string{"turn 1 step 1 desk 1 cancelled"}},
		{"paused", watched(half), []string{mid, ask}, "02 14:00", []string{"turn 1 step 1 desk 1 halted"}},
		{"and gone on", watched(half), []string{mid, ask, "02 12:00 info_received"}, "02 12:00", []string{"turn 1 step 1 desk 1 pending 02 15:00", "next 02 15:00 turn 50%"}},
		{"reached before the pause", watched(half), []string{mid, "02 14:00 info_requested"}, "02 15:00", []string{"turn 1 step 1 desk 1 reached 02 13:00"}},
		{"paused at its instant: reached", watched(half), []string{mid, "02 13:00 info_requested"}, "02 15:00", []string{"turn 1 step 1 desk 1 reached 02 13:00"}},
		// Two hours on Monday, two on Tuesday.
		{"over a night", watched(half), []string{"02 15:00 reported Mid email"}, "02 15:00", []string{"turn 1 step 1 desk 1 pending 03 11:00", "next 03 11:00 turn 50%"}},
		// Fair: 4 h from 12:00, due at 16:00; half of the 7 h since 09:00 is 12:30.
		{"raised: moves with the due time", watched(half), []string{mid, "02 12:00 severity_changed High"}, "02 12:00", []string{"turn 1 step 1 desk 1 pending 02 12:30", "next 02 12:30 turn 50%"}},
		// From the start: due at 13:00, half at 11:00, which is past.
		{"moved into the past: reached at the change", watched(half, mode(severity.FromStart)), []string{mid, "02 12:00 severity_changed High"}, "02 12:00", []string{"turn 1 step 1 desk 1 reached 02 12:00", "next 02 13:00 turn due"}},
		// It stood still from 11:30, so half of 4 h had been used at 11:00, and three quarters had not.
		{"moved into the past while it stands still: reached at the change", watched(percent(50, 75), mode(severity.FromStart)), []string{mid, "02 11:30 info_requested", "02 12:00 severity_changed High"}, "02 12:00",
			[]string{"turn 1 step 1 desk 1 reached 02 12:00", "turn 1 step 2 desk 2 halted"}},
		{"and not before it", watched(percent(50), mode(severity.FromStart)), []string{mid, "02 11:30 info_requested", "02 12:00 severity_changed High"}, "02 11:59:59.999999999", []string{"turn 1 step 1 desk 1 halted"}},
		{"overdue by it while it stands still", watched(percent(100, 150), mode(severity.FromStart)), []string{mid, "02 15:00 info_requested", "02 16:00 severity_changed High", "02 16:30 closed"}, "02 17:00",
			[]string{"turn 1 step 1 desk 1 reached 02 16:00", "turn 1 step 2 desk 2 reached 02 16:00"}},
		{"once reached it stays", watched(half), []string{"02 09:00 reported High email", "02 12:00 severity_changed Mid"}, "02 12:00", []string{"turn 1 step 1 desk 1 reached 02 11:00", "next 02 17:00 turn due"}},
		{"at other levels", watched([]policy.Threshold{{Percent: 50, Levels: []string{"High"}}}), []string{mid}, "02 14:00", []string{"turn 1 step 1 desk 1 cancelled", "next 02 17:00 turn due"}},
		{"raised to its level: pending", watched([]policy.Threshold{{Percent: 50, Levels: []string{"High"}}}), []string{mid, "02 12:00 severity_changed High"}, "02 12:00", []string{"turn 1 step 1 desk 1 pending 02 12:30", "next 02 12:30 turn 50%"}},
		{"lowered from its level: cancelled", watched([]policy.Threshold{{Percent: 50, Levels: []string{"High"}}}), []string{"02 09:00 reported High email", "02 10:00 severity_changed Mid"}, "02 10:00", []string{"turn 1 step 1 desk 1 cancelled", "next 02 17:00 turn due"}},
		{"lowered when reached: stays", watched([]policy.Threshold{{Percent: 50, Levels: []string{"High"}}}), []string{"02 09:00 reported High email", "02 11:00 severity_changed Mid"}, "02 11:00", []string{"turn 1 step 1 desk 1 reached 02 11:00", "next 02 17:00 turn due"}},
		{"a waiting clock has none to come", func(a *policy.Agreement) {
			watched(percent(50))(a)
			a.Metrics[0].Targets[0].Gate = policy.Gate{Event: policy.Registered}
		}, []string{mid}, "02 14:00", []string{"turn 1 step 1 desk 1 pending"}},
		{"a business day before: at", watched([]policy.Threshold{{Before: policy.Measure{Days: 1}}}), []string{"05 12:00 reported Mid email"}, "05 16:59:59.999999999", []string{"turn 1 step 1 desk 1 pending 05 17:00", "next 05 17:00 turn 1 business day before due"}},
		{"more than all stops with the clock", watched(percent(150)), []string{mid, "03 12:59:59.999999999 responded"}, "04 13:00", []string{"turn 1 step 1 desk 1 cancelled"}},
		{"an overdue clock that stands still halts what follows", watched(percent(150)), []string{mid, "03 10:00 info_requested"}, "04 10:00", []string{"turn 1 step 1 desk 1 halted"}},
		{"and it moves with the pause", watched(percent(150)), []string{mid, "03 10:00 info_requested", "03 12:00 info_received"}, "03 12:00", []string{"turn 1 step 1 desk 1 pending 03 15:00", "next 03 15:00 turn 150%"}},
		{"a second round has its own", watched(half, func(a *policy.Agreement) { a.Metrics[0].Renew = true }), []string{mid, "02 14:00 responded"}, "02 14:00", []string{
			"turn 1 step 1 desk 1 reached 02 13:00", "turn 2 step 1 desk 1 pending 03 10:00", "next 03 10:00 turn 50%"}},
		{"two at one instant: in their order", watched([]policy.Threshold{{Percent: 50}, {Before: policy.Measure{Time: 4 * hour}}}), []string{mid}, "02 12:00", []string{
			"turn 1 step 1 desk 1 pending 02 13:00", "turn 1 step 2 desk 2 pending 02 13:00", "next 02 13:00 turn 50%"}},
		{"after the ticket's end they come no more", watched(half), []string{mid, "02 12:00 closed"}, "02 14:00", []string{"turn 1 step 1 desk 1 cancelled"}},
		{"at this level", watched([]policy.Threshold{{Percent: 50, Levels: []string{"Mid"}}}), []string{mid}, "02 14:00", []string{"turn 1 step 1 desk 1 reached 02 13:00", "next 02 17:00 turn due"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := mustAcme(t, c.edit)
			a, err := p.Evaluate(parseEvents(t, p, c.events...), parseAt(t, c.asOf))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, rungs(&a)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestThresholdOccurrences: what a threshold brings about has an identity that no
// ladder's step can have, though the metric is called by a number and the ladder
// repeats its step.
func TestThresholdOccurrences(t *testing.T) {
	p := mustAcme(t, watched([]policy.Threshold{{Percent: 25}, {Percent: 50}}, func(a *policy.Agreement) {
		a.Metrics[0].Name = "1"
		a.Ladders = []policy.LevelLadder{{Level: "Mid", Ladder: escalation.Ladder{
			Calendar: a.Calendars["hours"],
			Steps:    []escalation.Step{{To: "Anna", After: escalation.Delay{Time: hour}, Clause: "ACM-8"}},
			Repeat:   escalation.Repeat{Every: escalation.Delay{Time: hour}, Times: 2},
		}}}
	}))
	want := []string{
		"02 10:00 escalation/2026-03-02T09:00:00Z/1: escalation step 1",
		"02 11:00 escalation/2026-03-02T09:00:00Z/1/1: escalation step 1, repeat 1",
		"02 11:00 threshold/1/2026-03-02T09:00:00Z/1: 1 25%",
		"02 12:00 escalation/2026-03-02T09:00:00Z/1/2: escalation step 1, repeat 2",
		"02 13:00 threshold/1/2026-03-02T09:00:00Z/2: 1 50%",
	}
	got := happen(t, p, parseEvents(t, p, "02 09:00 reported Mid email"), "02 09:00", "02 13:00")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
