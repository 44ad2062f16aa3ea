package policy_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// climbing is acme with a ladder for High whose steps come after so many hours of
// working time, and with no metric; without hours it has no ladder.
func climbing(hours ...int) func(*policy.Agreement) {
	return func(a *policy.Agreement) {
		a.Metrics = nil
		a.Test, a.Failed = policy.On(policy.ResolutionProposed), policy.On(policy.ResolutionRejected)
		var steps []escalation.Step
		for _, h := range hours {
			steps = append(steps, escalation.Step{To: "desk", After: escalation.Delay{Time: time.Duration(h) * hour}, Clause: "ACM-8"})
		}
		if steps != nil {
			a.Ladders = []policy.LevelLadder{{Level: "High", Ladder: escalation.Ladder{Calendar: a.Calendars["hours"], Steps: steps}}}
		}
	}
}

// replaced is an agreement that another one replaces on 3 March 2026 at 12:00, also
// for tickets that are open then.
func replaced(t *testing.T, mode severity.Mode, old, renewed func(*policy.Agreement)) *policy.Policy {
	t.Helper()
	v, err := replacing(t, mode, old, renewed)
	if err != nil {
		t.Fatal(err)
	}
	p, err := v.InForce(parseAt(t, "02 09:00"))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func replacing(t *testing.T, mode severity.Mode, old, renewed func(*policy.Agreement)) (*policy.Versions, error) {
	t.Helper()
	a, err := acme()
	if err != nil {
		t.Fatal(err)
	}
	b := a // the same scale and calendars
	old(&a)
	renewed(&b)
	p, err1 := policy.New(a)
	q, err2 := policy.New(b)
	v, err3 := policy.NewVersions(policy.Version{Policy: p}, policy.Version{From: parseAt(t, "03 12:00"), Policy: q})
	if err := errors.Join(err1, err2, err3); err != nil {
		t.Fatal(err)
	}
	return v.Moving(mode)
}

// TestVersionsMovingLadder: reported on Monday at 14:00, 4 h of working time are
// over on Tuesday at 10:00, and 12 h on Wednesday at 10:00. At the change, on
// Tuesday at 12:00, they become 2 h and 20 h.
func TestVersionsMovingLadder(t *testing.T) {
	const report = "02 14:00 reported High phone"
	for _, row := range []struct {
		name    string
		mode    severity.Mode
		old     func(*policy.Agreement)
		renewed func(*policy.Agreement)
		events  string
		asOf    string
		want    string
	}{
		{"just before", severity.FromStart, climbing(4, 12), climbing(2, 20), report, "03 11:59:59.999999999",
			"reached 03 10:00|pending 04 10:00|next 03 12:00 agreement changes"},
		{"at the change, from the start", severity.FromStart, climbing(4, 12), climbing(2, 20), report, "03 12:00",
			"reached 03 10:00|pending 05 10:00|next 05 10:00 escalation step 2"},
		{"just after", severity.FromStart, climbing(4, 12), climbing(2, 20), report, "03 12:00:00.000000001",
			"reached 03 10:00|pending 05 10:00|next 05 10:00 escalation step 2"},
		{"from the change", severity.FromChange, climbing(4, 12), climbing(2, 20), report, "03 12:00",
			"reached 03 10:00|pending 05 16:00|next 05 16:00 escalation step 2"},
		{"fair moves nothing later", severity.Fair, climbing(4, 12), climbing(2, 20), report, "03 12:00",
			"reached 03 10:00|pending 04 10:00|next 04 10:00 escalation step 2"},
		{"what is brought forward into the past is reached at the change", severity.FromStart, climbing(40, 48), climbing(2, 20), report, "03 12:00",
			"reached 03 12:00|pending 05 10:00|next 05 10:00 escalation step 2"},
		{"the new one has none", severity.FromStart, climbing(4, 12), climbing(), report, "03 12:00", "reached 03 10:00|cancelled"},
		{"the old one had none", severity.FromStart, climbing(), climbing(2, 20), report, "03 12:00",
			"pending 03 14:00|pending 05 16:00|next 03 14:00 escalation step 1"},
		{"neither has one", severity.FromStart, climbing(), climbing(), report, "03 12:00", ""},
		{"none at this level", severity.FromStart, climbing(4, 12), climbing(2, 20), "02 14:00 reported Low phone", "03 12:00", ""},
		{"the old one had none, and the customer tests", severity.FromStart, climbing(), climbing(2, 20), report + ";02 15:00 resolution_proposed", "03 12:00",
			"halted|halted"},
		// The test takes 2 h of working time from the change on.
		{"and the test fails", severity.FromStart, climbing(), climbing(2, 20), report + ";02 15:00 resolution_proposed;03 14:00 resolution_rejected", "03 14:00",
			"pending 03 16:00|pending 06 10:00|next 03 16:00 escalation step 1"},
		// Halted from 02 15:00 to 03 14:00, which is 7 h of working time: 7 h after
		// 05 10:00 is 05 17:00, and after 03 16:00 (2 h from the start) 03 15:00.
		{"halted across the change", severity.FromStart, climbing(4, 12), climbing(2, 20), report + ";02 15:00 resolution_proposed;03 14:00 resolution_rejected", "03 14:00",
			"pending 03 15:00|pending 05 17:00|next 03 15:00 escalation step 1"},
		{"it had ended", severity.FromStart, climbing(4, 12), climbing(2, 20), report + ";03 11:00 closed", "03 12:00", "reached 03 10:00|cancelled"},
	} {
		p := replaced(t, row.mode, row.old, row.renewed)
		a, err := p.Evaluate(parseEvents(t, p, strings.Split(row.events, ";")...), parseAt(t, row.asOf))
		if err != nil {
			t.Errorf("%s: %v", row.name, err)
			continue
		}
		got := climbed(&a)
		if next, ok := a.Next.Get(); ok {
			got = append(got, "next "+short(next.At)+" "+next.What)
		}
		if diff := cmp.Diff(row.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

// TestVersionsMovingClocks: what becomes of clocks that wait or stand still, and of
// their thresholds.
func TestVersionsMovingClocks(t *testing.T) {
	// turn is a metric that pauses, with 8 h of working time or what edit makes of it.
	turn := func(edits ...func(*policy.Metric)) func(*policy.Agreement) {
		return func(a *policy.Agreement) {
			m := policy.Metric{
				Name: "turn", Start: policy.Report, Stop: policy.On(policy.Responded),
				Pause: policy.On(policy.InfoRequested), Resume: policy.On(policy.InfoReceived), Targets: []policy.Target{owed("Mid")},
			}
			for _, edit := range edits {
				edit(&m)
			}
			a.Metrics = []policy.Metric{m}
		}
	}
	call := func(m *policy.Metric) {
		m.Targets[0].Gate = policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone}
	}
	two := func(m *policy.Metric) { m.Targets[0].Measure.Time = 2 * hour }
	none := func(m *policy.Metric) { m.Targets = nil }
	once := func(m *policy.Metric) { m.Once = true }
	steady := func(m *policy.Metric) { m.Steady = true }
	half := func(m *policy.Metric) {
		m.Thresholds = []policy.Threshold{{Percent: 50, To: "desk", Clause: "ACM-9"}}
	}
	const report = "02 14:00 reported Mid email"
	for _, row := range []struct {
		name         string
		old, renewed func(*policy.Agreement)
		events       string
		asOf         string
		want         string
	}{
		{"one that waits waits on", turn(call), turn(call, two), report, "03 13:00", "turn 1 Mid waiting for phone ACM-7"},
		{"and is counted by the new version", turn(call), turn(call, two), report + ";03 13:00 contacted", "03 13:00",
			"turn 1 Mid running from 03 13:00 due 03 15:00 0s gone 2h0m0s left ACM-7|next 03 15:00 turn due"},
		{"it starts at the change where no call is needed", turn(call), turn(two), report, "03 12:00",
			"turn 1 Mid running from 03 12:00 due 03 14:00 0s gone 2h0m0s left ACM-7|next 03 14:00 turn due"},
		{"what has no target any more is cancelled", turn(), turn(none), report, "03 12:00",
			"turn 1 Mid cancelled from 02 14:00 due 03 14:00 stopped 03 12:00 6h0m0s gone 2h0m0s left ACM-7"},
		{"and breached if it was overdue", turn(two), turn(none), report, "03 12:00",
			"turn 1 Mid breached from 02 14:00 due 02 16:00 stopped 03 12:00 6h0m0s gone -4h0m0s left ACM-7"},
		{"what was done stays done", turn(none, once), turn(once), report + ";02 15:00 responded", "03 12:00", ""},
		{"and is asked for anew where it is owed each time", turn(none), turn(), report + ";02 15:00 responded", "03 12:00",
			"turn 1 Mid running from 03 12:00 due 04 12:00 0s gone 8h0m0s left ACM-7|next 04 12:00 turn due"},
		{"a steady one is not moved", turn(steady), turn(steady, two), report, "03 12:00",
			"turn 1 Mid running from 02 14:00 due 03 14:00 6h0m0s gone 2h0m0s left ACM-7|next 03 14:00 turn due"},
		// It has stood still since 02 15:00 with 1 h gone: 2 h from 02 14:00 are not over.
		{"one that stands still", turn(), turn(two), report + ";02 15:00 info_requested", "03 12:00",
			"turn 1 Mid paused from 02 14:00 1h0m0s gone 1h0m0s left ACM-7"},
		{"and goes on", turn(), turn(two), report + ";02 15:00 info_requested;03 13:00 info_received", "03 13:00",
			"turn 1 Mid running from 02 14:00 due 03 14:00 1h0m0s gone 1h0m0s left ACM-7|next 03 14:00 turn due"},
	} {
		p := replaced(t, severity.FromStart, row.old, row.renewed)
		a, err := p.Evaluate(parseEvents(t, p, strings.Split(row.events, ";")...), parseAt(t, row.asOf))
		if err != nil {
			t.Errorf("%s: %v", row.name, err)
		} else if diff := cmp.Diff(row.want, strings.Join(lines(&a), "|")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
	// Half of 8 h from Monday 14:00 is over on Tuesday at 10:00, half of 16 h at 14:00.
	sixteen := func(m *policy.Metric) { m.Targets[0].Measure.Time = 16 * hour }
	for _, row := range []struct {
		name         string
		old, renewed func(*policy.Agreement)
		asOf         string
		want         string
	}{
		{"reached stays reached", turn(half), turn(half, sixteen), "03 12:00", "turn 1 step 1 desk reached 03 10:00|next 04 14:00 turn due"},
		{"pending moves", turn(half, sixteen), turn(half), "03 11:59:59.999999999", "turn 1 step 1 desk pending 03 14:00|next 03 12:00 agreement changes"},
		{"into the past: reached at the change", turn(half, sixteen), turn(half), "03 12:00", "turn 1 step 1 desk reached 03 12:00|next 03 14:00 turn due"},
	} {
		p := replaced(t, severity.FromStart, row.old, row.renewed)
		a, err := p.Evaluate(parseEvents(t, p, report), parseAt(t, row.asOf))
		if err != nil {
			t.Errorf("%s: %v", row.name, err)
		} else if diff := cmp.Diff(row.want, strings.Join(rungs(&a), "|")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

// TestVersionsMovingShapes: versions whose ladders or thresholds do not fit.
func TestVersionsMovingShapes(t *testing.T) {
	halves := func(n int) func(*policy.Agreement) {
		return func(a *policy.Agreement) {
			m := policy.Metric{Name: "turn", Start: policy.Report, Targets: []policy.Target{owed("Mid")}}
			for range n {
				m.Thresholds = append(m.Thresholds, policy.Threshold{Percent: 50, To: "desk", Clause: "ACM-9"})
			}
			a.Metrics = []policy.Metric{m}
		}
	}
	for _, row := range []struct {
		want         string
		old, renewed func(*policy.Agreement)
	}{
		{`policy: versions[2026-03-03T12:00:00Z].ladders: steps of High are 1, and in the version before 2; open tickets keep who has been told, so have as many in the same order`, climbing(4, 12), climbing(4)},
		{`policy: versions[2026-03-03T12:00:00Z].metrics[0].thresholds: thresholds of turn are 2, and in the version before 1; open tickets keep who has been told, so have as many in the same order`, halves(1), halves(2)},
	} {
		_, err := replacing(t, severity.Fair, row.old, row.renewed)
		if err == nil || !errors.Is(err, policy.ErrAgreement) {
			t.Errorf("%v, want %s", err, row.want)
		} else if diff := cmp.Diff(row.want, err.Error()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// climbed writes the steps of a ladder, each as its state and, if it is known, when it
// comes.
func climbed(a *policy.Answer) []string {
	var list []string
	for _, r := range a.Escalation {
		text := r.State.String()
		if at, ok := r.At.Get(); ok {
			text += " " + short(at)
		}
		list = append(list, text)
	}
	return list
}
