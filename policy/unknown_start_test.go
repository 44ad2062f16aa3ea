package policy_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// TestG9_UnknownStart has a clock that waits for a call or for the next business day, of
// which the last one that is known is Tuesday, 3 March: a call on Wednesday does not tell
// whether the clock had started before it, nor do other hours from then on.
func TestG9_UnknownStart(t *testing.T) {
	through, err := calendar.NewDate(2026, time.March, 3)
	if err != nil {
		t.Fatal(err)
	}
	p := mustAcme(t, switched([]policy.Threshold{{Percent: 50}, {Before: policy.Measure{Time: hour}}}, func(a *policy.Agreement) {
		days, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*hour, 17*hour), HolidaysThrough: through})
		if err != nil {
			t.Fatal(err)
		}
		a.Calendars["days"] = days
		for i := range a.Metrics[0].Targets {
			a.Metrics[0].Targets[i].Gate = policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone, OffDays: "days", Opens: true}
		}
	}, mode(severity.FromChange)))
	const why = "holidays are known through 2026-03-03 only"
	for _, c := range []struct {
		name   string
		events []string
		asOf   string
		clock  string
		marks  []string // by threshold
		last   policy.Step
	}{
		{"known", []string{"03 10:00 reported Mid email", "04 12:00 contacted"}, "04 14:00", "turn 1 Mid breached from 03 10:00 due 04 10:00 12h0m0s gone -4h0m0s left ACM-7",
			[]string{"reached 03 14:00", "reached 04 09:00"}, policy.Step{}},
		{"called", []string{"04 10:00 reported Mid email", "04 12:00 contacted"}, "04 14:00", "turn 1 Mid running from 04 12:00 due unknown unknown gone ACM-7",
			[]string{"pending unknown", "pending unknown"}, policy.Step{Kind: policy.StepClosed, By: "G9", Text: why + ", and the clock may have started before, at an opening"}},
		{"over to other hours", []string{"04 10:00 reported Mid email", "04 12:00 contacted", "04 13:00 development_required"}, "04 14:00",
			"turn 1 Mid running from 04 12:00 due unknown unknown gone ACM-7",
			[]string{"pending unknown", "pending unknown"}, policy.Step{Kind: policy.StepClosed, By: "G9", Text: why + ", and the clock may have started before, at an opening"}},
		// What is counted from the change is known, and so is what comes before its due time;
		// how much of the time has gone at any instant is not.
		{"raised, counted from the change", []string{"04 10:00 reported Mid email", "04 12:00 contacted", "04 13:00 severity_changed High"}, "04 14:00",
			"turn 1 High running from 04 12:00 due 04 17:00 unknown gone 3h0m0s left ACM-8",
			[]string{"pending unknown", "pending 04 16:00"}, policy.Step{}},
	} {
		a, err := p.Explain(parseEvents(t, p, c.events...), parseAt(t, c.asOf))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if diff := cmp.Diff(c.clock, lines(&a)[0]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if diff := cmp.Diff(c.marks, marks(&a)); diff != "" {
			t.Errorf("%s, thresholds (-want +got):\n%s", c.name, diff)
		}
		steps := a.Clocks[0].Why
		if got := steps[len(steps)-1]; c.last.By != "" && (got.Kind != c.last.Kind || got.By != c.last.By || got.Text != c.last.Text) {
			t.Errorf("%s: the last step is %+v, want %+v", c.name, got, c.last)
		}
	}
}
