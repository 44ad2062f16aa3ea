package policy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

func TestMeasureString(t *testing.T) {
	for want, m := range map[string]policy.Measure{
		"8h0m0s": {Time: 8 * hour}, "1ns": {Time: 1}, "1 business day": {Days: 1}, "2 business days": {Days: 2},
		"1 calendar day": {CalendarDays: 1}, "7 calendar days": {CalendarDays: 7}, "0s": {},
	} {
		if got := m.String(); got != want {
			t.Errorf("%#v is %q, want %q", m, got, want)
		}
	}
}

// TestMeasures: Mid, reported on Friday 6 March at 16:00 and on Saturday at noon.
func TestMeasures(t *testing.T) {
	got := map[string]string{}
	want := map[string]string{}
	for _, c := range []struct {
		name             string
		measure          policy.Measure
		calendar         string
		friday, saturday string
	}{
		{"working time", policy.Measure{Time: 9 * hour}, "hours", "09 17:00", "10 10:00"},
		{"the least", policy.Measure{Time: 1}, "hours", "06 16:00:00.000000001", "09 09:00:00.000000001"},
		{"round the clock", policy.Measure{Time: 9 * hour}, "always", "07 01:00", "07 21:00"},
		{"a day, close of business", policy.Measure{Days: 1}, "hours", "09 17:00", "09 17:00"},
		{"two days, close of business", policy.Measure{Days: 2}, "hours", "10 17:00", "10 17:00"},
		{"a day, same time", policy.Measure{Days: 1, Convention: calendar.SameTime}, "hours", "09 16:00", "09 12:00"},
		{"a day, working time", policy.Measure{Days: 1, Convention: calendar.WorkingTime}, "hours", "09 16:00", "09 17:00"},
		{"a calendar day", policy.Measure{CalendarDays: 1}, "hours", "08 00:00", "09 00:00"},
		{"seven calendar days", policy.Measure{CalendarDays: 7}, "always", "14 00:00", "15 00:00"},
	} {
		p := mustAcme(t, only(policy.Metric{Name: "m", Start: policy.Report, Targets: []policy.Target{
			{Level: "Mid", Measure: c.measure, Calendar: c.calendar, Clause: "ACM-7"}}}))
		want[c.name] = c.friday + ", " + c.saturday
		for _, at := range []string{"06 16:00", "07 12:00"} {
			a, err := p.Evaluate(parseEvents(t, p, at+" reported Mid email"), parseAt(t, at))
			if err != nil {
				t.Fatal(err)
			}
			if got[c.name] != "" {
				got[c.name] += ", "
			}
			got[c.name] += short(a.Clocks[0].Due.Time())
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
