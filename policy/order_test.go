package policy_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// TestOrderWithinASecond: order is by nanoseconds, too. The later of two changes counts,
// whichever is given first; of two at one instant, the one given later.
func TestOrderWithinASecond(t *testing.T) {
	p := mustAcme(t, func(*policy.Agreement) {})
	second := parseAt(t, "02 10:00")
	level := func(name string) severity.Level {
		l, err := p.Scale().Parse(name)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	for _, row := range []struct {
		mid, low time.Duration
		want     string
	}{{1, 2, "Low"}, {2, 1, "Mid"}, {0, 999_999_999, "Low"}, {999_999_999, 0, "Mid"}, {5, 5, "Low"}} {
		a, err := p.Evaluate([]policy.Event{
			{At: second, Kind: policy.Reported, Severity: level("High"), Channel: policy.Phone},
			{At: second.Add(row.mid), Kind: policy.SeverityChanged, Severity: level("Mid")},
			{At: second.Add(row.low), Kind: policy.SeverityChanged, Severity: level("Low")},
		}, second.Add(time.Second))
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Severity.String(); got != row.want {
			t.Errorf("Mid after %v and Low after %v give %s, want %s", row.mid, row.low, got, row.want)
		}
	}
}

// TestOrderOfRounds: however many clocks there are, they come by their starts, those
// that never started last, then by metric and round.
func TestOrderOfRounds(t *testing.T) {
	edit := func(a *policy.Agreement) {
		wait, late := owed("Mid"), owed("Mid")
		wait.Gate, late.Gate = policy.Gate{Event: policy.CustomerReplied}, policy.Gate{Event: policy.Registered}
		only(
			policy.Metric{Name: "never", Start: policy.Report, Targets: []policy.Target{wait}},
			policy.Metric{Name: "late", Start: policy.Report, Targets: []policy.Target{late}},
			policy.Metric{Name: "turn", Start: policy.Report, Stop: policy.On(policy.Responded), Renew: true, Targets: []policy.Target{owed("Mid")}},
			policy.Metric{Name: "twin", Start: policy.Report, Stop: policy.On(policy.Responded), Renew: true, Targets: []policy.Target{owed("Mid")}},
		)(a)
	}
	p := mustAcme(t, edit)
	events := []string{"02 09:00 reported Mid email"}
	for answers := range 6 {
		want := []string{"turn 1", "twin 1"}
		for i := range answers {
			want = append(want, fmt.Sprint("turn ", i+2), fmt.Sprint("twin ", i+2))
		}
		// Registered at the last answer: its clock comes before the two that are renewed then.
		last := "09:00"
		if answers > 0 {
			last = fmt.Sprintf("%d:00", answers+9)
			events = append(events, "02 "+last+" responded")
			want = append(want[:2*answers], "late 1", want[2*answers], want[2*answers+1])
		} else {
			want = []string{"late 1", "turn 1", "twin 1"}
		}
		a, err := p.Evaluate(parseEvents(t, p, append(events[:len(events):len(events)], "02 "+last+" registered")...), parseAt(t, "02 16:00"))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range a.Clocks {
			got = append(got, fmt.Sprint(c.Metric, " ", c.Round))
		}
		if diff := cmp.Diff(append(want, "never 1"), got); diff != "" {
			t.Errorf("%d answers (-want +got):\n%s", answers, diff)
		}
	}
}

// noticing is a ladder round the clock for Mid, with people who are told from 09:00
// to 17:00, and one by telephone for High; it says by no clause of its own when it
// halts.
func noticing(t *testing.T, hours ...int) *policy.Policy {
	return mustAcme(t, func(a *policy.Agreement) {
		a.Metrics = nil
		a.Test, a.Failed = policy.On(policy.ResolutionProposed), policy.On(policy.ResolutionRejected)
		l := escalation.Ladder{Calendar: a.Calendars["always"], Notices: a.Calendars["hours"]}
		for _, h := range hours {
			l.Steps = append(l.Steps, escalation.Step{To: "desk", After: escalation.Delay{Time: time.Duration(h) * hour}, Clause: "ACM-8"})
		}
		a.Ladders = []policy.LevelLadder{{Level: "Mid", Ladder: l}, {Level: "High", Ladder: l, Gate: policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone}}}
	})
}

// TestNextStepOrNotice: if a step and a notice fall on one instant, the one of the earlier
// row is named.
func TestNextStepOrNotice(t *testing.T) {
	for _, row := range []struct {
		hours []int
		asOf  string
		want  string
	}{
		// From 17:00: one hour is 18:00, told at 09:00; 16 hours are 09:00.
		{[]int{1, 16}, "02 17:00", "02 18:00 escalation step 1"},
		{[]int{1, 16}, "02 18:00", "03 09:00 notice of escalation step 1"},
		{[]int{16, 1}, "02 18:00", "03 09:00 escalation step 1"},
		{[]int{15, 1}, "02 18:00", "03 08:00 escalation step 1"},
		{[]int{15, 1}, "03 08:00", "03 09:00 notice of escalation step 1"},
		{[]int{17, 1}, "02 18:00", "03 09:00 notice of escalation step 2"},
		{[]int{17, 1}, "03 09:00", "03 10:00 escalation step 1"},
		{[]int{17, 1}, "03 10:00", ""},
	} {
		p := noticing(t, row.hours...)
		a, err := p.Evaluate(parseEvents(t, p, "02 17:00 reported Mid email"), parseAt(t, row.asOf))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if next, ok := a.Next.Get(); ok {
			got = short(next.At) + " " + next.What
		}
		if got != row.want {
			t.Errorf("%v as of %s: next is %q, want %q", row.hours, row.asOf, got, row.want)
		}
	}
}

// TestExplainALadderThatWaits: a ladder has a step for waiting only if it waited, and the
// steps of the customer's test cite the ladder's clause or, without one, that of the step.
func TestExplainALadderThatWaits(t *testing.T) {
	p := noticing(t, 1)
	for _, row := range []struct{ name, events, asOf, want string }{
		{"by telephone", "02 17:00 reported High phone", "02 17:00", "start 02 17:00 ACM-8|target 02 18:00 ACM-8"},
		{"by mail", "02 17:00 reported High email", "02 17:30", "wait 02 17:00 ACM-8"},
		{"called", "02 17:00 reported High email;02 17:30 contacted", "02 17:30", "wait 02 17:00 ACM-8|start 02 17:30 ACM-8|target 02 18:30 ACM-8"},
		{"called at once", "02 17:00 reported High email;02 17:00 contacted", "02 17:00", "start 02 17:00 ACM-8|target 02 18:00 ACM-8"},
		{"halted", "02 17:00 reported Mid email;02 17:30 resolution_proposed", "02 17:30", "start 02 17:00 ACM-8|target 02 18:00 ACM-8|halt 02 17:30 ACM-8"},
		{"told", "02 17:00 reported Mid email", "03 09:00", "start 02 17:00 ACM-8|target 02 18:00 ACM-8|reached 02 18:00 ACM-8|notice 03 09:00 ACM-8"},
		{"ended before anybody was told", "02 17:00 reported Mid email;02 19:00 closed", "03 09:00",
			"start 02 17:00 ACM-8|target 02 18:00 ACM-8|reached 02 18:00 ACM-8|notice none ACM-8: the notice is not given: it waits for the end of a halt, or the ladder has ended"},
	} {
		a, err := p.Explain(parseEvents(t, p, strings.Split(row.events, ";")...), parseAt(t, row.asOf))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range a.Escalation[0].Why {
			if s.Kind == policy.StepReading || s.Kind == policy.StepHours {
				continue
			}
			text := string(s.Kind) + " none"
			if at, ok := s.At.Get(); ok {
				text = string(s.Kind) + " " + short(at)
			}
			text += " " + s.By
			if s.At == (calendar.Moment{}) {
				text += ": " + s.Text
			}
			got = append(got, text)
		}
		if diff := cmp.Diff(row.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

// TestNoticeBeforeARepeat: at the instant of a repeat the notice of the step before
// it is named, whose row is the earlier one.
func TestNoticeBeforeARepeat(t *testing.T) {
	p := mustAcme(t, func(a *policy.Agreement) {
		a.Metrics = nil
		// Reached at 18:00, told at 09:00, and reached again at 09:00.
		a.Ladders = []policy.LevelLadder{{Level: "Mid", Ladder: escalation.Ladder{Calendar: a.Calendars["always"], Notices: a.Calendars["hours"],
			Steps:  []escalation.Step{{To: "desk", After: escalation.Delay{Time: hour}, Clause: "ACM-8"}},
			Repeat: escalation.Repeat{Every: escalation.Delay{Time: 15 * hour}, Times: 2}}}}
	})
	a, err := p.Evaluate(parseEvents(t, p, "02 17:00 reported Mid email"), parseAt(t, "02 18:00"))
	if err != nil {
		t.Fatal(err)
	}
	if next, ok := a.Next.Get(); !ok || short(next.At) != "03 09:00" || next.What != "notice of escalation step 1" {
		t.Errorf("next is %+v", next)
	}
}

// TestLaddersAndThresholds: the steps of each life of a ticket come first, by their
// rounds, and after them the thresholds of its clocks, by theirs.
func TestLaddersAndThresholds(t *testing.T) {
	p := mustAcme(t, watched([]policy.Threshold{{Percent: 50}}, func(a *policy.Agreement) {
		a.Ladders = []policy.LevelLadder{{Level: "Mid", Ladder: escalation.Ladder{Calendar: a.Calendars["always"],
			Steps: []escalation.Step{{To: "Anna", After: escalation.Delay{Time: hour}, Clause: "ACM-8"}, {To: "Bert", After: escalation.Delay{Time: 9 * hour}, Clause: "ACM-8"}}}}}
	}))
	a, err := p.Evaluate(parseEvents(t, p, "02 09:00 reported Mid email", "02 11:00 closed", "02 12:00 reopened", "02 14:00 closed", "03 09:00 reopened"), parseAt(t, "03 09:30"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		" 1 step 1 Anna reached 02 10:00", " 1 step 2 Bert cancelled",
		" 2 step 1 Anna reached 02 13:00", " 2 step 2 Bert cancelled",
		" 3 step 1 Anna pending 03 10:00", " 3 step 2 Bert pending 03 18:00",
		"turn 1 step 1 desk 1 cancelled", "turn 2 step 1 desk 1 cancelled", "turn 3 step 1 desk 1 pending 03 13:00",
		"next 03 10:00 escalation step 1",
	}
	if diff := cmp.Diff(want, rungs(&a)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
