package policy_test

import (
	"errors"
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"pgregory.net/rapid"
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

// TestParseMeasure has texts that are measures and, beside each, texts that just fail to be
// one.
func TestParseMeasure(t *testing.T) {
	for text, want := range map[string]policy.Measure{
		"8h": {Time: 8 * hour}, "8h0m0s": {Time: 8 * hour}, "1h30m": {Time: 90 * time.Minute}, "+3h": {Time: 3 * hour}, ".5h": {Time: 30 * time.Minute}, "1.5h": {Time: 90 * time.Minute},
		"1ns": {Time: 1}, "2562047h47m16.854775807s": {Time: math.MaxInt64},
		"1 business day": {Days: 1}, "1 business days": {Days: 1}, "2 business day": {Days: 2}, "03 business days": {Days: 3}, "100000 business days": {Days: 100_000},
		"1 calendar day": {CalendarDays: 1}, "7 calendar days": {CalendarDays: 7}, "100000 calendar days": {CalendarDays: 100_000},
	} {
		if got, err := policy.ParseMeasure(text); got != want || err != nil {
			t.Errorf("%q is %#v, %v, want %#v", text, got, err, want)
		}
	}
	for _, text := range []string{"", " ", "0", "0s", "-1ns", "-8h", "8", "8 h", "8 hours", "1d", "soon", "2562047h47m16.854775808s",
		"0 business days", "-1 business days", "+3 business days", ".5 business days", "1.0 business days", "1_0 business days", "٣ business days",
		"100001 business days", "99999999999999999999 business days", " business days", "business days", "1  business days", "1 business days ", "1 business dayss", "1 Business days",
		"100001 calendar days", "0 calendar days", "3 days", "1 day", "1 week"} {
		if got, err := policy.ParseMeasure(text); got != (policy.Measure{}) || !errors.Is(err, policy.ErrMeasure) {
			t.Errorf("%q is %#v, %v", text, got, err)
		}
	}
	const write = "write a duration such as 4h, or up to 100000 business days such as 2 business days"
	for text, why := range map[string]string{
		"soon":                               "is not a measure; " + write + ", or calendar days such as 7 calendar days",
		"-8h":                                "is not more than none; " + write,
		"0s":                                 "is not more than none; " + write,
		"0 business days":                    "is not more than none; " + write,
		"2562048h":                           "is too long; write 2562047h47m16s at most",
		"100001 calendar days":               "is too long; write at most 100000 days",
		"99999999999999999999 business days": "is too long; write at most 100000 days",
		"99999999999999999999 weeks":         "is not a measure; " + write + ", or calendar days such as 7 calendar days",
	} {
		_, err := policy.ParseMeasure(text)
		if want := fmt.Sprintf("policy: measure: %q %s", text, why); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// TestParseMeasure_ReadsBack: what String writes for a valid measure is read back as the
// same measure.
func TestParseMeasure_ReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.IntRange(1, policy.MaxDays)
		m := rapid.OneOf(
			rapid.Map(rapid.Int64Range(1, math.MaxInt64), func(n int64) policy.Measure { return policy.Measure{Time: time.Duration(n)} }),
			rapid.Map(days, func(n int) policy.Measure { return policy.Measure{Days: n} }),
			rapid.Map(days, func(n int) policy.Measure { return policy.Measure{CalendarDays: n} }),
		).Draw(t, "measure")
		if got, err := policy.ParseMeasure(m.String()); got != m || err != nil {
			t.Errorf("%q is %#v, %v, want %#v", m, got, err, m)
		}
	})
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
		{"a calendar day, same time", policy.Measure{CalendarDays: 1, Convention: calendar.SameTime}, "hours", "07 16:00", "08 12:00"},
		{"seven calendar days, same time", policy.Measure{CalendarDays: 7, Convention: calendar.SameTime}, "always", "13 16:00", "14 12:00"},
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

// TestFromOpening: days that are counted from the next opening, on either side of
// Friday's closing and Monday's opening. The closing instant is outside (G1).
func TestFromOpening(t *testing.T) {
	same := calendar.SameTime
	for _, c := range []struct {
		name     string
		measure  policy.Measure
		reported string
		want     string
	}{
		{"a nanosecond before closing", policy.Measure{Days: 1}, "06 16:59:59.999999999", "09 17:00"},
		{"at closing: Monday is the first day", policy.Measure{Days: 1}, "06 17:00", "10 17:00"},
		{"on Saturday", policy.Measure{Days: 1}, "07 12:00", "10 17:00"},
		{"before Monday's opening", policy.Measure{Days: 1}, "09 08:59:59", "10 17:00"},
		{"at Monday's opening", policy.Measure{Days: 1}, "09 09:00", "10 17:00"},
		{"same time, before closing", policy.Measure{Days: 2, Convention: same}, "06 16:59", "10 16:59"},
		{"same time, at closing", policy.Measure{Days: 2, Convention: same}, "06 17:00", "11 09:00"},
		{"same time, after the opening", policy.Measure{Days: 2, Convention: same}, "09 09:01", "11 09:01"},
		{"working time, on Saturday", policy.Measure{Days: 1, Convention: calendar.WorkingTime}, "07 12:00", "09 17:00"},
		{"calendar days, before closing", policy.Measure{CalendarDays: 2}, "06 16:59:59", "09 00:00"},
		{"calendar days, at closing", policy.Measure{CalendarDays: 2}, "06 17:00", "12 00:00"},
		{"calendar days, same time, at closing", policy.Measure{CalendarDays: 2, Convention: same}, "06 17:00", "11 09:00"},
		{"calendar days, same time, inside", policy.Measure{CalendarDays: 2, Convention: same}, "06 16:59", "08 16:59"},
	} {
		p := mustAcme(t, only(policy.Metric{Name: "m", Start: policy.Report, Targets: []policy.Target{
			{Level: "Mid", Measure: c.measure, Calendar: "hours", FromOpening: true, Clause: "ACM-7"}}}))
		a, err := p.Evaluate(parseEvents(t, p, c.reported+" reported Mid email"), parseAt(t, c.reported))
		if err != nil {
			t.Fatal(err)
		}
		if got := short(a.Clocks[0].Due.Time()); got != c.want {
			t.Errorf("%s: due %s, want %s", c.name, got, c.want)
		}
	}
}

// TestCalendarDaysSameTime: calendar days keep the wall-clock time when the clocks
// change, as they did in New York on 8 March 2026 (02:00 to 03:00) and do on 1
// November (02:00 to 01:00): a time that is skipped is an hour later, of one that is
// there twice the first counts (G2).
func TestCalendarDaysSameTime(t *testing.T) {
	office, err := calendar.New(calendar.Config{Zone: "America/New_York", Week: calendar.Weekdays(9*hour, 17*hour)})
	if err != nil {
		t.Fatal(err)
	}
	for reported, want := range map[string]string{
		"2026-03-07T01:59:59-05:00": "2026-03-08T01:59:59-05:00",
		"2026-03-07T02:00:00-05:00": "2026-03-08T03:00:00-04:00",
		"2026-03-07T02:30:00-05:00": "2026-03-08T03:30:00-04:00",
		"2026-03-07T03:00:00-05:00": "2026-03-08T03:00:00-04:00",
		"2026-03-08T03:30:00-04:00": "2026-03-09T03:30:00-04:00",
		"2026-10-31T01:30:00-04:00": "2026-11-01T01:30:00-04:00",
		"2026-11-01T01:30:00-04:00": "2026-11-02T01:30:00-05:00",
		"2026-11-01T01:30:00-05:00": "2026-11-02T01:30:00-05:00",
	} {
		p := mustAcme(t, func(a *policy.Agreement) {
			a.Calendars["office"] = office
			only(policy.Metric{Name: "m", Start: policy.Report, Targets: []policy.Target{
				{Level: "Mid", Measure: policy.Measure{CalendarDays: 1, Convention: calendar.SameTime}, Calendar: "office", Clause: "ACM-7"}}})(a)
		})
		at, err := calendar.ParseTime(reported)
		if err != nil {
			t.Fatal(err)
		}
		mid, err := p.Scale().Parse("Mid")
		if err != nil {
			t.Fatal(err)
		}
		a, err := p.Evaluate([]policy.Event{{At: at, Kind: policy.Reported, Severity: mid, Channel: policy.Email}}, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(calendar.AppendTime(nil, a.Clocks[0].Due.Time().In(office.Location()))); got != want {
			t.Errorf("reported %s: due %s, want %s", reported, got, want)
		}
	}
}
