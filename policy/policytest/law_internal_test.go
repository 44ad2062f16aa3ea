package policytest

import (
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// at is an hour of a day.
func at(hour int) calendar.Moment {
	return calendar.At(time.Date(2026, time.March, 2, hour, 0, 0, 0, time.UTC))
}

// unheard is an instant that depends on holidays that are not known.
func unheard(t *testing.T) calendar.Moment {
	t.Helper()
	m, err := calendar.MomentOf(time.Time{}, new(calendar.CoverageError))
	if err != nil || m.Unknown() == nil {
		t.Fatalf("%v, %v", m, err)
	}
	return m
}

// TestFalseState: clocks that no agreement may answer with, each beside one that is
// as it should be, all as of 12:00.
func TestFalseState(t *testing.T) {
	var none calendar.Moment
	hour := policy.LengthOf(time.Hour)
	unknown := unheard(t)
	for _, c := range []struct {
		clock policy.Clock
		want  string // the beginning of what is wrong
	}{
		{policy.Clock{State: policy.Met, Started: at(9), Due: at(11), Stopped: at(10), Elapsed: hour}, ""},
		{policy.Clock{State: policy.Met, Started: at(9), Due: at(13), Stopped: at(12), Elapsed: hour}, ""},
		{policy.Clock{State: policy.Met, Started: at(9), Due: at(14), Stopped: at(13), Elapsed: hour}, "something is still to come"},
		{policy.Clock{State: policy.Running, Started: at(13), Due: at(14)}, "something is still to come"},
		{policy.Clock{State: policy.Met, Started: at(9), Due: at(11), Stopped: at(8)}, "it stopped before it started"},
		{policy.Clock{State: policy.Running, Started: at(9), Due: at(8)}, "it is due before it started"},
		{policy.Clock{State: policy.Running, Started: at(9), Due: at(13), Elapsed: policy.LengthOf(-1)}, "less than nothing has elapsed"},
		{policy.Clock{State: policy.Waiting, WaitingFor: "phone", Due: at(13)}, "it has not started"},
		{policy.Clock{State: policy.Waiting, WaitingFor: "phone", Elapsed: hour}, "it has not started"},
		{policy.Clock{State: policy.Running, Started: at(9)}, "it has started and is not due"},
		{policy.Clock{State: policy.Running, Started: at(9), Due: unknown}, ""},
		{policy.Clock{State: policy.Paused, Started: at(9), Elapsed: hour}, ""},
		{policy.Clock{State: policy.Paused, Started: at(9), Due: at(13)}, "it does not stand still"},
		{policy.Clock{State: policy.Paused, Started: at(9), Stopped: at(10)}, "it does not stand still"},
		{policy.Clock{State: policy.Paused}, "it does not stand still"},
		{policy.Clock{State: policy.Waiting, WaitingFor: "phone"}, ""},
		{policy.Clock{State: policy.Waiting}, "it does not wait"},
		{policy.Clock{State: policy.Waiting, WaitingFor: "phone", Started: at(9), Due: at(13)}, "it does not wait"},
		{policy.Clock{State: policy.Waiting, WaitingFor: "phone", Stopped: at(9)}, "it does not wait"},
		{policy.Clock{State: policy.Running, Started: at(9), Due: at(12)}, ""}, // at its due instant
		{policy.Clock{State: policy.Running, Started: at(9), Due: at(11)}, "it does not run"},
		{policy.Clock{State: policy.Running, Started: at(9), Due: at(13), Stopped: at(10)}, "it does not run"},
		{policy.Clock{State: policy.Running}, "it does not run"},
		{policy.Clock{State: policy.Met, Stopped: at(9)}, ""}, // T5: while it waited
		{policy.Clock{State: policy.Met, Started: at(9), Due: at(11), Stopped: at(11)}, ""},
		{policy.Clock{State: policy.Met, Started: at(9), Due: at(10), Stopped: at(11)}, "it has not stopped, or stopped late"},
		{policy.Clock{State: policy.Met, Started: at(9), Due: at(13)}, "it has not stopped, or stopped late"},
		{policy.Clock{State: policy.Cancelled, Started: at(9), Due: at(10), Stopped: at(11)}, "it has not stopped, or stopped late"},
		{policy.Clock{State: policy.Breached, Started: at(9), Due: at(10), Stopped: at(11)}, ""},
		{policy.Clock{State: policy.Breached, Started: at(9), Due: at(11)}, ""},
		{policy.Clock{State: policy.Breached, Started: at(9), Due: at(12)}, "it is not overdue"},
		{policy.Clock{State: policy.Breached, Started: at(9), Due: at(11), Stopped: at(11)}, "it is not overdue"},
		{policy.Clock{State: policy.Breached, Started: at(9), Due: unknown}, "it is not overdue"},
		{policy.Clock{State: policy.Breached, Started: at(9), Due: none, Stopped: at(10)}, "it has started and is not due"},
	} {
		if got := falseState(&c.clock, at(12).Time()); (got == "") != (c.want == "") || !strings.HasPrefix(got, c.want) {
			t.Errorf("%v started %v due %v stopped %v: %q, want %q", c.clock.State, c.clock.Started, c.clock.Due, c.clock.Stopped, got, c.want)
		}
	}
}

// TestMisplaced: clocks go by their start, those that never started last, and those
// of one metric and start by round.
func TestMisplaced(t *testing.T) {
	clock := func(metric string, round int, started calendar.Moment) policy.Clock {
		return policy.Clock{Metric: metric, Round: round, Started: started}
	}
	var never calendar.Moment
	for _, c := range []struct {
		before, after policy.Clock
		want          bool
	}{
		{clock("response", 1, at(9)), clock("plan", 1, at(10)), false},
		{clock("response", 1, at(10)), clock("plan", 1, at(9)), true},
		{clock("response", 1, at(9)), clock("plan", 1, at(9)), false},
		{clock("response", 1, at(9)), clock("response", 2, at(9)), false},
		{clock("response", 2, at(9)), clock("response", 1, at(9)), true},
		{clock("response", 1, at(9)), clock("response", 2, never), false},
		{clock("response", 2, never), clock("response", 1, at(9)), true},
		{clock("response", 1, never), clock("response", 2, never), false},
		{clock("response", 2, never), clock("response", 1, never), true},
	} {
		if got := misplaced(&c.before, &c.after); got != c.want {
			t.Errorf("%s %d of %v before %s %d of %v: %v", c.before.Metric, c.before.Round, c.before.Started, c.after.Metric, c.after.Round, c.after.Started, got)
		}
	}
}

func TestSameLength(t *testing.T) {
	var none policy.Length
	for _, c := range []struct {
		a, b policy.Length
		want bool
	}{
		{none, none, true}, {policy.LengthOf(0), policy.LengthOf(0), true}, {policy.LengthOf(1), policy.LengthOf(2), false},
		{none, policy.LengthOf(0), false}, {policy.LengthOf(0), none, false},
	} {
		if got := sameLength(c.a, c.b); got != c.want {
			t.Errorf("%v and %v: %v", c.a, c.b, got)
		}
	}
}

func TestFind(t *testing.T) {
	a := policy.Answer{Clocks: []policy.Clock{{Metric: "response", Round: 1}, {Metric: "response", Round: 2}, {Metric: "plan", Round: 2}}}
	for i := range a.Clocks {
		if got := find(&a, &policy.Clock{Metric: a.Clocks[i].Metric, Round: a.Clocks[i].Round}); got != &a.Clocks[i] {
			t.Errorf("%s %d is not found", a.Clocks[i].Metric, a.Clocks[i].Round)
		}
	}
	if got := find(&a, &policy.Clock{Metric: "plan", Round: 1}); got != nil {
		t.Errorf("plan 1 is %v", got)
	}
}

// TestUnknown: of a clock or of a step.
func TestUnknown(t *testing.T) {
	due := unheard(t)
	for _, c := range []struct {
		a    policy.Answer
		want bool
	}{
		{policy.Answer{}, false},
		{policy.Answer{Clocks: []policy.Clock{{Due: at(9)}}, Escalation: []policy.Rung{{At: at(9)}}}, false},
		{policy.Answer{Clocks: []policy.Clock{{Due: at(9)}, {Due: due}}}, true},
		{policy.Answer{Clocks: []policy.Clock{{Due: at(9)}}, Escalation: []policy.Rung{{At: at(9)}, {At: due}}}, true},
	} {
		if got := unknown(&c.a); got != c.want {
			t.Errorf("%v: %v", c.a, got)
		}
	}
}

// small makes an agreement with one metric, which stops with a kind.
func small(t *testing.T, stop policy.Kind, goOn bool) *policy.Policy {
	t.Helper()
	scale, err := severity.NewScale("small", "high", "low")
	if err != nil {
		t.Fatal(err)
	}
	always, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Daily(0, 24*time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	var targets []policy.Target
	for _, level := range []string{"high", "low"} {
		targets = append(targets, policy.Target{Level: level, Measure: policy.Measure{Time: time.Hour}, Calendar: "always", Clause: "S-1"})
	}
	p, err := policy.New(policy.Agreement{
		Name: "small", Scale: scale, Location: time.UTC, Calendars: map[string]*calendar.Calendar{"always": always},
		Metrics: []policy.Metric{{Name: "response", Start: policy.Report, Stop: policy.On(stop), Targets: targets, Continue: goOn}},
		Ladders: []policy.LevelLadder{{Level: "high", Ladder: escalation.Ladder{Calendar: always, Steps: []escalation.Step{{To: "boss", After: escalation.Delay{Time: time.Hour}}}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestGoesOn(t *testing.T) {
	for _, on := range []bool{false, true} {
		p := small(t, policy.Responded, on)
		if goesOn(p, "response") != on || goesOn(p, "plan") {
			t.Errorf("%v: response %v, plan %v", on, goesOn(p, "response"), goesOn(p, "plan"))
		}
	}
}
