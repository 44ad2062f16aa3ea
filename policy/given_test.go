package policy_test

import (
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// TestT7_GivenBeforeThereWasATarget: what was given at a level without a target stays
// given when a level with one comes, where the metric asks for it once.
func TestT7_GivenBeforeThereWasATarget(t *testing.T) {
	metric := func(once bool) func(*policy.Agreement) {
		return only(policy.Metric{Name: "turn", Start: policy.Report, Stop: policy.On(policy.Responded), Once: once, Targets: []policy.Target{owed("Mid")}})
	}
	const low, given, mid = "02 09:00 reported Low email", "02 10:00 responded", "02 11:00 severity_changed Mid"
	started := []string{"turn 1 Mid running from 02 11:00 due 03 11:00 0s gone 8h0m0s left ACM-7", "next 03 11:00 turn due"}
	tell(t, []story{
		{name: "given, and asked for once", edit: metric(true), events: []string{low, given, mid}, asOf: "02 11:00", want: nil},
		{name: "not given", edit: metric(true), events: []string{low, mid}, asOf: "02 11:00", want: started},
		{name: "asked for again", edit: metric(false), events: []string{low, given, mid}, asOf: "02 11:00", want: started},
	})
}

// TestT8_LoweringOfAStartedLadder: a ladder that has started goes on at a lower level,
// though the report would wait for a call there.
func TestT8_LoweringOfAStartedLadder(t *testing.T) {
	p := mustAcme(t, func(a *policy.Agreement) {
		a.Metrics, a.SeverityChange = nil, severity.FromStart
		for i, level := range []string{"Mid", "Low"} {
			a.Ladders = append(a.Ladders, policy.LevelLadder{Level: level, Ladder: escalation.Ladder{Calendar: a.Calendars["hours"],
				Steps: []escalation.Step{{To: "desk", After: escalation.Delay{Time: time.Duration(4+2*i) * hour}, Clause: "ACM-8"}}}})
		}
		a.Ladders[1].Gate = policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone}
	})
	a, err := p.Evaluate(parseEvents(t, p, "02 09:00 reported Mid email", "02 10:00 severity_changed Low"), parseAt(t, "02 11:00"))
	if err != nil {
		t.Fatal(err)
	}
	if r := a.Escalation[0]; r.State != escalation.Pending || !r.At.IsKnown() || short(r.At.Time()) != "02 15:00" {
		t.Errorf("%v at %v, want pending at 15:00, 6 h from the report", r.State, r.At)
	}
}

// TestVersionsMoving_StoppedClocks: a version that comes into force on Tuesday at noon
// starts what had no target before, and not what has been done.
func TestVersionsMoving_StoppedClocks(t *testing.T) {
	at := func(levels ...string) func(*policy.Agreement) {
		m := policy.Metric{Name: "turn", Start: policy.Report, Stop: policy.On(policy.Responded)}
		for _, level := range levels {
			m.Targets = append(m.Targets, owed(level))
		}
		return only(m)
	}
	for _, row := range []struct {
		name         string
		old, renewed func(*policy.Agreement)
		events       []string
		want         []string
	}{
		{"none before", at("High"), at("High", "Mid"), []string{"02 09:00 reported Mid email"},
			[]string{"turn 1 Mid running from 03 12:00 due 04 12:00 1h0m0s gone 7h0m0s left ACM-7", "next 04 12:00 turn due"}},
		{"none after", at("Mid"), at("High"), []string{"02 10:00 reported Mid email"},
			[]string{"turn 1 Mid breached from 02 10:00 due 03 10:00 stopped 03 12:00 10h0m0s gone -2h0m0s left ACM-7"}},
		{"done before", at("Mid"), at("Mid"), []string{"02 09:00 reported Mid email", "02 10:00 responded"},
			[]string{"turn 1 Mid met from 02 09:00 due 02 17:00 stopped 02 10:00 1h0m0s gone 7h0m0s left ACM-7"}},
	} {
		p := replaced(t, severity.FromChange, row.old, row.renewed)
		a, err := p.Evaluate(parseEvents(t, p, row.events...), parseAt(t, "03 13:00"))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(row.want, lines(&a)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

// TestExplainVersionsMoving: a clock that a version starts says so.
func TestExplainVersionsMoving(t *testing.T) {
	at := func(level string) func(*policy.Agreement) {
		return only(policy.Metric{Name: "turn", Start: policy.Report, Targets: []policy.Target{owed(level)}})
	}
	p := replaced(t, severity.FromChange, at("High"), at("Mid"))
	a, err := p.Explain(parseEvents(t, p, "02 09:00 reported Mid email"), parseAt(t, "03 13:00"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"reading fair [acme.severity_change]",
		"start 03 12:00 another version of the agreement comes into force [ACM-7]",
		"target 04 12:00 Mid: 8h0m0s on hours [ACM-7]",
	}
	if diff := cmp.Diff(want, reasons(t, p, a.Clocks[0])[:3]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestVersionsMoving_Refused: versions between which an open ticket cannot change.
func TestVersionsMoving_Refused(t *testing.T) {
	turn := func(ends bool) func(*policy.Agreement) {
		return only(policy.Metric{Name: "turn", Start: policy.Report, Ends: ends, Targets: []policy.Target{owed("Mid")}})
	}
	regions := func(a *policy.Agreement) {
		turn(false)(a)
		a.Regions = &escalation.Regions{List: []escalation.Region{{Name: "A", Calendar: a.Calendars["hours"]}}}
	}
	const owners = "regions: cannot change under an open ticket, so judge it by the version at its report"
	for _, row := range []struct {
		old, renewed func(*policy.Agreement)
		want         string
	}{
		{regions, regions, owners},
		{turn(false), regions, owners},
		{regions, turn(false), owners},
		{turn(false), turn(true), `metrics[0].ends: "turn" closes tickets in one of two versions alone; open tickets keep what closes them`},
	} {
		if _, err := replacing(t, severity.Fair, row.old, row.renewed); !errors.Is(err, policy.ErrAgreement) || !strings.Contains(err.Error(), row.want) {
			t.Errorf("got %v, want …%s", err, row.want)
		}
	}
	if _, err := replacing(t, severity.Fair, turn(true), turn(true)); err != nil {
		t.Error(err)
	}
}

// TestThresholdBeyondADuration: nine times a hundred years is more than a time.Duration
// holds; the threshold is then as far after the due time as a Duration can say.
func TestThresholdBeyondADuration(t *testing.T) {
	p := mustAcme(t, long(func(m *policy.Metric) {
		m.Targets[0].Measure.Time = 100 * 365 * 24 * hour
		m.Thresholds = []policy.Threshold{{Percent: 1000, To: "desk", Clause: "ACM-9"}}
	}))
	events := parseEvents(t, p, "02 09:00 reported Mid email")
	a, err := p.Evaluate(events, events[0].At)
	if err != nil {
		t.Fatal(err)
	}
	want := events[0].At.Add(100 * 365 * 24 * hour).Add(math.MaxInt64)
	if at, ok := a.Escalation[0].At.Get(); !ok || !at.Equal(want) {
		t.Errorf("%v, want %v", at, want)
	}
}
