package policy_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// TestG9_Pauses has clocks whose hours are known through Tuesday, 3 March: what a
// pause takes on Wednesday is not known, nor then when the clock is due and what
// follows it, and all that is before stands.
func TestG9_Pauses(t *testing.T) {
	through, err := calendar.NewDate(2026, time.March, 3)
	if err != nil {
		t.Fatal(err)
	}
	p := mustAcme(t, watched([]policy.Threshold{{Percent: 50}, {Percent: 100}, {Percent: 150}, {Before: policy.Measure{Time: hour}}, {After: policy.Measure{Time: hour}}}, func(a *policy.Agreement) {
		hours, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*hour, 17*hour), HolidaysThrough: through})
		if err != nil {
			t.Fatal(err)
		}
		a.Calendars["hours"] = hours
	}))
	for _, c := range []struct {
		name   string
		events []string
		asOf   string
		clock  string
		marks  []string // by threshold
	}{
		// 02 17:00 is due; 4 h and 1 h more are on Tuesday.
		{"all is known", []string{"02 09:00 reported Mid email"}, "02 12:00",
			"turn 1 Mid running from 02 09:00 due 02 17:00 3h0m0s gone 5h0m0s left ACM-7",
			[]string{"pending 02 13:00", "pending 02 17:00", "pending 03 13:00", "pending 02 16:00", "pending 03 10:00"}},
		// Due on Tuesday at 17:00: what comes later is not known.
		{"the last that is known", []string{"03 09:00 reported Mid email"}, "03 12:00",
			"turn 1 Mid running from 03 09:00 due 03 17:00 3h0m0s gone 5h0m0s left ACM-7",
			[]string{"pending 03 13:00", "pending 03 17:00", "pending unknown", "pending 03 16:00", "pending unknown"}},
		{"due a nanosecond later", []string{"03 09:00:00.000000001 reported Mid email"}, "03 12:00",
			"turn 1 Mid running from 03 09:00:00.000000001 due unknown 2h59m59.999999999s gone ACM-7",
			[]string{"pending unknown", "pending unknown", "pending unknown", "pending unknown", "pending unknown"}},
		{"a pause within the known days", []string{"02 09:00 reported Mid email", "02 10:00 info_requested", "03 16:00 info_received"}, "03 16:00",
			"turn 1 Mid running from 02 09:00 due unknown 1h0m0s gone ACM-7",
			[]string{"pending unknown", "pending unknown", "pending unknown", "pending unknown", "pending unknown"}},
		{"a pause that is over on an unknown day", []string{"02 09:00 reported Mid email", "02 14:00 info_requested", "04 10:00 info_received"}, "04 10:00",
			"turn 1 Mid running from 02 09:00 due unknown unknown gone ACM-7",
			[]string{"reached 02 13:00", "pending unknown", "pending unknown", "pending unknown", "pending unknown"}},
		{"one that goes on there", []string{"02 09:00 reported Mid email", "02 14:00 info_requested"}, "04 10:00",
			"turn 1 Mid paused from 02 09:00 unknown gone ACM-7",
			[]string{"reached 02 13:00", "halted", "halted", "halted", "halted"}},
	} {
		a, err := p.Evaluate(parseEvents(t, p, c.events...), parseAt(t, c.asOf))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if diff := cmp.Diff(c.clock, lines(&a)[0]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if diff := cmp.Diff(c.marks, marks(&a)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestT10_ContinueAfterItClosedByItself: a clock that another one's running out has
// stopped goes on at a reopening, as it does after any end.
func TestT10_ContinueAfterItClosedByItself(t *testing.T) {
	edit := going(func(a *policy.Agreement) {
		silence := owed("Mid")
		silence.Measure.Time, silence.Clause = 2*hour, "ACM-10"
		a.Metrics = append(a.Metrics, policy.Metric{Name: "silence", Start: policy.On(policy.Updated), Ends: true, Targets: []policy.Target{silence}})
	})
	tell(t, []story{
		// Open for 3 h by noon, when the ticket closes; on Tuesday at 10:00 5 h are left.
		{name: "closed by itself", edit: edit, events: []string{"02 09:00 reported Mid email", "02 10:00 updated", "03 10:00 reopened"}, asOf: "03 10:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 15:00 3h0m0s gone 5h0m0s left ACM-7",
			"silence 1 Mid met from 02 10:00 due 02 12:00 stopped 02 12:00 2h0m0s gone 0s left ACM-10", "next 03 15:00 turn due"}},
	})
}
