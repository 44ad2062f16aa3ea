package policy_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// shortWeek is open 09:00 to 17:00 on Mondays and Tuesdays, and on Thursdays with a
// break at noon, at UTC+01:00. Monday 4 May 2026 is the fair, and Monday 18 May a
// special day without hours.
func shortWeek(t *testing.T) *calendar.Calendar {
	t.Helper()
	fair, err := calendar.NewDate(2026, time.May, 4)
	if err != nil {
		t.Fatal(err)
	}
	special, err := calendar.NewDate(2026, time.May, 18)
	if err != nil {
		t.Fatal(err)
	}
	week := calendar.Hours(9*hour, 17*hour, time.Monday, time.Tuesday, time.Thursday)
	week[time.Thursday] = []calendar.Window{{Open: 9 * hour, Close: 12 * hour}, {Open: 13 * hour, Close: 17 * hour}}
	c, err := calendar.New(calendar.Config{Zone: "+01:00", Week: week,
		Holidays: []calendar.Holiday{{Date: fair, Actual: fair, Name: "the fair, and its eve"}},
		Special:  map[calendar.Date][]calendar.Window{special: {}}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestClosedReasons: each day on which nothing opens has its reason. 7 May 2026 is a
// Thursday.
func TestClosedReasons(t *testing.T) {
	c := shortWeek(t)
	week := func(texts ...string) (all []policy.ClosedReason) {
		for _, s := range texts {
			all = append(all, policy.ClosedReason{Text: s})
		}
		return all
	}
	for _, row := range []struct {
		name, from, to string
		want           []policy.ClosedReason
	}{
		{"no time", "2026-05-07T12:00:00+01:00", "2026-05-07T12:00:00+01:00", nil},
		{"the wrong way round", "2026-05-07T13:00:00+01:00", "2026-05-07T12:00:00+01:00", nil},
		{"at noon", "2026-05-07T12:00:00+01:00", "2026-05-07T13:00:00+01:00", week("outside hours")},
		// The days are those of the zone: by UTC these two instants lie on two.
		{"within a day of the zone", "2026-05-11T00:30:00+01:00", "2026-05-11T09:00:00+01:00", week("outside hours")},
		{"until midnight", "2026-05-11T17:00:00+01:00", "2026-05-11T23:59:59+01:00", week("outside hours")},
		{"at midnight", "2026-05-11T17:00:00+01:00", "2026-05-12T00:00:00+01:00", week("night")},
		{"at night", "2026-05-11T17:00:00+01:00", "2026-05-12T09:00:00+01:00", week("night")},
		{"over a day of the week", "2026-05-12T17:00:00+01:00", "2026-05-14T09:00:00+01:00", week("closed on Wednesdays")},
		// Saturday and Sunday give one reason.
		{"over a weekend", "2026-05-07T17:00:00+01:00", "2026-05-11T09:00:00+01:00", week("closed on Fridays", "weekend")},
		// The name has a comma, and is still one reason.
		{"over a holiday", "2026-05-03T00:00:00+01:00", "2026-05-05T09:00:00+01:00",
			[]policy.ClosedReason{{Text: "weekend"}, {Text: "the fair, and its eve", Dated: true}}},
		{"over a special day", "2026-05-17T00:00:00+01:00", "2026-05-19T09:00:00+01:00",
			[]policy.ClosedReason{{Text: "weekend"}, {Text: "special day", Dated: true}}},
	} {
		if diff := cmp.Diff(row.want, policy.ClosedReasons(c, parseInstant(t, row.from), parseInstant(t, row.to))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

func parseInstant(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := calendar.ParseTime(text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// TestClosedReasonsBounds: of an endless stretch only the first day and the 40 days after
// it are looked at, and nothing after the year 9999 has dates. 1 March 2026 is a Sunday.
func TestClosedReasonsBounds(t *testing.T) {
	week := calendar.Daily(0, 24*hour)
	for _, row := range []struct {
		off  int // the days after 1 March on which a holiday is
		want []policy.ClosedReason
	}{
		{40, []policy.ClosedReason{{Text: "holiday", Dated: true}}},
		{41, []policy.ClosedReason{{Text: "night"}}},
	} {
		first, err := calendar.NewDate(2026, time.March, 1)
		if err != nil {
			t.Fatal(err)
		}
		date, err := first.Plus(row.off, calendar.Days)
		if err != nil {
			t.Fatal(err)
		}
		c, err := calendar.New(calendar.Config{Zone: "UTC", Week: week, Holidays: calendar.DaysOff(date)})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(row.want, policy.ClosedReasons(c, parseInstant(t, "2026-03-01T00:00:00Z"), parseInstant(t, "2027-03-01T00:00:00Z"))); diff != "" {
			t.Errorf("a holiday %d days later (-want +got):\n%s", row.off, diff)
		}
	}
	c := shortWeek(t)
	last, beyond := time.Date(9999, 12, 31, 22, 0, 0, 0, time.UTC), time.Date(9999, 12, 31, 23, 0, 0, 0, time.UTC) // 10000-01-01 in the zone
	for _, ends := range [][2]time.Time{{last, beyond}, {beyond, beyond.Add(1)}} {
		if diff := cmp.Diff([]policy.ClosedReason{{Text: "closed"}}, policy.ClosedReasons(c, ends[0], ends[1])); diff != "" {
			t.Errorf("%v (-want +got):\n%s", ends, diff)
		}
	}
}

// TestExplainReasons: the reasons of a closed stretch are listed one by one, and Text has
// the same in a line. A stretch that is not known has none.
func TestExplainReasons(t *testing.T) {
	friday, err := calendar.NewDate(2026, time.March, 6)
	if err != nil {
		t.Fatal(err)
	}
	tuesday, err := friday.Plus(4, calendar.Days)
	if err != nil {
		t.Fatal(err)
	}
	p := mustAcme(t, func(a *policy.Agreement) {
		a.Calendars["hours"], err = calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*hour, 17*hour),
			Holidays:     []calendar.Holiday{{Date: friday, Actual: friday, Name: "Founders' Day"}},
			HolidaysFrom: friday, HolidaysThrough: tuesday})
		if err != nil {
			t.Fatal(err)
		}
	})
	a, err := p.Explain(parseEvents(t, p, "06 12:00 reported Low email"), parseAt(t, "11 12:00"))
	if err != nil {
		t.Fatal(err)
	}
	var got []policy.Step
	for _, s := range a.Clocks[0].Why {
		if s.Kind == policy.StepClosed {
			got = append(got, s)
		}
	}
	at := func(text string) calendar.Moment { return calendar.At(parseAt(t, text)) }
	want := []policy.Step{
		{Kind: policy.StepClosed, At: at("06 12:00"), Until: at("09 09:00"), Text: "Founders' Day, weekend",
			Reasons: []policy.ClosedReason{{Text: "Founders' Day", Dated: true}, {Text: "weekend"}}},
		{Kind: policy.StepClosed, At: at("09 17:00"), Until: at("10 09:00"), Text: "night", Reasons: []policy.ClosedReason{{Text: "night"}}},
		{Kind: policy.StepClosed, At: at("10 17:00"), Until: at("11 12:00"), By: "G9", Text: "holidays are known through 2026-03-10 only"},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateComparable(policy.Length{}, severity.Level{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestExplainWhole: one step stands for the stretches that are too many to list one by one,
// and says so; every other step is one stretch.
func TestExplainWhole(t *testing.T) {
	p := mustAcme(t, nil)
	a, err := p.Explain(parseEvents(t, p, "02 09:00 reported Low email"), parseAt(t, "02 09:00").AddDate(3, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	whole := 0
	steps := a.Clocks[0].Why
	for i, s := range steps {
		if !s.Whole {
			continue
		}
		whole++
		if i != len(steps)-1 || s.Kind != policy.StepCounted || s.Text != "all windows in between" || s.Reasons != nil {
			t.Errorf("step %d of %d: %+v", i, len(steps), s)
		}
	}
	if whole != 1 {
		t.Errorf("%d steps tell many stretches at once, want 1", whole)
	}
}

// TestClosedReasons_Clocks: a reason belongs to certain dates if the change of the clocks
// takes away hours or a whole date.
func TestClosedReasons_Clocks(t *testing.T) {
	for _, row := range []struct {
		zone        string
		open, close time.Duration
		from, to    string
		want        []policy.ClosedReason
	}{
		{"Europe/Berlin", 2 * hour, 3 * hour, "2026-03-29T00:00:00+01:00", "2026-03-29T23:00:00+02:00", []policy.ClosedReason{{Text: "no such hours", Dated: true}}},
		{"Europe/Berlin", 2 * hour, 3 * hour, "2026-03-30T03:00:00+02:00", "2026-03-30T23:00:00+02:00", []policy.ClosedReason{{Text: "outside hours"}}},
		{"Pacific/Apia", 9 * hour, 17 * hour, "2011-12-29T17:00:00-10:00", "2011-12-31T09:00:00+14:00", []policy.ClosedReason{{Text: "no such date", Dated: true}}},
	} {
		c, err := calendar.New(calendar.Config{Zone: row.zone, Week: calendar.Daily(row.open, row.close)})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(row.want, policy.ClosedReasons(c, parseInstant(t, row.from), parseInstant(t, row.to))); diff != "" {
			t.Errorf("%s from %s (-want +got):\n%s", row.zone, row.from, diff)
		}
	}
}

// TestClosedReasons_Combined: a combination of calendars is closed for the reasons of its
// parts, each listed once. 1 May 2026 is a Friday, and 4 to 7 June are Thursday to Sunday.
func TestClosedReasons_Combined(t *testing.T) {
	get := func(c *calendar.Calendar, err error) *calendar.Calendar {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	date := func(day int) calendar.Date {
		d, err := calendar.NewDate(2026, time.June, day)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	in := func(region string, open, closes time.Duration) *calendar.Calendar {
		return get(calendar.New(calendar.Config{Zone: "Europe/Berlin", Week: calendar.Weekdays(open, closes), Region: calendar.Region{Code: region}}))
	}
	fair := get(in("DE-BE", 9*hour, 17*hour).WithHolidays(calendar.Holiday{Date: date(4), Name: "fair"}, calendar.Holiday{Date: date(5), Name: "fair"}))
	party := get(in("DE-BE", 17*hour, 20*hour).WithHolidays(calendar.Holiday{Date: date(4), Name: "party"}, calendar.Holiday{Date: date(5), Name: "party"}))
	both := get(calendar.Union(fair, party))
	freeze := get(in("NONE", 0, hour).WithSpecial(date(10), calendar.Window{Open: 0, Close: 24 * hour}))
	frozen := get(calendar.Difference(fair, freeze))
	weekend := policy.ClosedReason{Text: "weekend"}
	for _, row := range []struct {
		name, from, to string
		c              *calendar.Calendar
		want           []policy.ClosedReason
	}{
		{"one holiday of both", "2026-04-30T20:00:00+02:00", "2026-05-04T09:00:00+02:00", both, []policy.ClosedReason{{Text: "Tag der Arbeit", Dated: true}, weekend}},
		{"two holidays of two days", "2026-06-03T20:00:00+02:00", "2026-06-08T09:00:00+02:00", both,
			[]policy.ClosedReason{{Text: "fair", Dated: true}, {Text: "party", Dated: true}, weekend}},
		{"a night", "2026-06-02T20:00:00+02:00", "2026-06-03T09:00:00+02:00", both, []policy.ClosedReason{{Text: "night"}}},
		{"a freeze", "2026-06-09T17:00:00+02:00", "2026-06-11T09:00:00+02:00", frozen, []policy.ClosedReason{{Text: "special day", Dated: true}}},
		{"a weekend", "2026-06-12T17:00:00+02:00", "2026-06-15T09:00:00+02:00", frozen, []policy.ClosedReason{weekend}},
	} {
		if diff := cmp.Diff(row.want, policy.ClosedReasons(row.c, parseInstant(t, row.from), parseInstant(t, row.to))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}
