package calendar_test

import (
	"errors"
	"testing"

	"github.com/slaclock/slaclock/calendar"
)

// Business days are counted on sheets of 512 dates, the first of which begins with
// the year 1. What is asked across their edges is as exact as within one.

// TestG6_EdgesOfSheets counts from each of the dates around an edge, every day being
// a business day: the nth one is n dates on.
func TestG6_EdgesOfSheets(t *testing.T) {
	c := zoned(t, "UTC", win(9, 17))
	for _, sheet := range []int{1, 1444, 7132} { // of the years 2, 2025 and 9998
		for k := -2; k <= 2; k++ {
			from := must[calendar.Date](t)(on("0001-01-01").Plus(512*sheet+k, calendar.Days))
			for _, n := range []int{1, 2, 3, -1, -2, -3, 511, 512, 513, -509, -511} {
				day, err := from.Plus(n, calendar.Days)
				if err != nil {
					continue // after the year 9999
				}
				want := shown(day.In(c.Location()).Add(hm(11, 0)), nil)
				got, err := c.AddDays(from.In(c.Location()).Add(hm(11, 0)), n, calendar.SameTime)
				if shown(got, err) != want {
					t.Errorf("%d days from %v: %s, want %s", n, from, shown(got, err), want)
				}
			}
		}
	}
	askAll(t, c, []question{
		// 2 January of the year 2 is day 366 from the first, 600 days on is 966.
		{"same_time", "0003-01-01T11:00:00Z", "-600", "0001-05-11T11:00:00Z"},
		{"same_time", "0001-01-02T11:00:00Z", "-1", "0001-01-01T11:00:00Z"},
		{"same_time", "0001-01-01T11:00:00Z", "-1", "ErrNeverOpen"},
		{"close_of_business", "9999-12-30T11:00:00Z", "1", "9999-12-31T17:00:00Z"},
		{"close_of_business", "9999-12-31T11:00:00Z", "1", "ErrNeverOpen"},
	})
}

// TestG9_EdgesOfSheets: a day counts as unknown only if it lies on the way, whichever
// sheet it is on, and the error names the first one that does.
func TestG9_EdgesOfSheets(t *testing.T) {
	// The last date of a sheet is the 512th from its first one.
	last := must[calendar.Date](t)(on("0001-01-01").Plus(512*1445-1, calendar.Days))
	for k := -3; k <= 3; k++ {
		known := must[calendar.Date](t)(last.Plus(k, calendar.Days))
		next := must[calendar.Date](t)(last.Plus(k+1, calendar.Days))
		cfg := calendar.Config{Zone: "UTC", Week: calendar.Daily(hm(9, 0), hm(17, 0)), HolidaysThrough: known}
		c := makeCalendar(t, cfg)
		at := known.In(c.Location()).Add(hm(11, 0))
		for _, n := range []int{1, 2, 600} {
			_, err := c.AddDays(at, n, calendar.SameTime)
			var coverage *calendar.CoverageError
			if !errors.As(err, &coverage) || coverage.Day != next {
				t.Errorf("%d days from %v: %v, want one that names %v", n, known, err, next)
			}
		}
		// Back from an unknown day the days before it are all that matter.
		for _, n := range []int{-1, -2, -600} {
			want := must[calendar.Date](t)(next.Plus(n, calendar.Days)).In(c.Location()).Add(hm(11, 0))
			got, err := c.AddDays(next.In(c.Location()).Add(hm(11, 0)), n, calendar.SameTime)
			if shown(got, err) != shown(want, nil) {
				t.Errorf("%d days from %v: %s, want %v", n, next, shown(got, err), want)
			}
		}
		cfg.HolidaysFrom, cfg.HolidaysThrough = next, calendar.Date{}
		c = makeCalendar(t, cfg)
		start := next.In(c.Location()).Add(hm(11, 0))
		if got, err := c.AddDays(start, -1, calendar.SameTime); !errors.Is(err, calendar.ErrCoverage) {
			t.Errorf("a day before %v: %s, want that it is not known", next, shown(got, err))
		}
		if got, err := c.AddDays(start, 1, calendar.SameTime); shown(got, err) != shown(start.AddDate(0, 0, 1), nil) {
			t.Errorf("a day after %v: %s", next, shown(got, err))
		}
	}
}

// TestIsBusinessDayOfNone: a Calendar that was not made has no business days, and
// says so with an error.
func TestIsBusinessDayOfNone(t *testing.T) {
	if is, err := new(calendar.Calendar).IsBusinessDay(on("2026-03-02")); is || !errors.Is(err, calendar.ErrRange) {
		t.Errorf("%v, %v", is, err)
	}
}

// TestHolidaysOfNoYear: lists are of the years 1 to 9999.
func TestHolidaysOfNoYear(t *testing.T) {
	for _, row := range []struct {
		year int
		want error // nil if there is a list
	}{{-1, calendar.ErrRange}, {0, calendar.ErrRange}, {1, nil}, {2026, nil}, {10000, calendar.ErrRange}} {
		list, err := calendar.Region{Code: "US"}.Holidays(row.year)
		if !errors.Is(err, row.want) || (list == nil) != (err != nil) {
			t.Errorf("%d: %d days, %v; want %v", row.year, len(list), err, row.want)
		}
	}
	// Nor is there a year before the first one, whose first day is a Monday and New
	// Year's Day, to ask for days off that were moved.
	c := makeCalendar(t, calendar.Config{Zone: "UTC", Week: nineToFive(), Region: calendar.Region{Code: "US"}})
	askAll(t, c, []question{
		{"is_open", "0001-01-01T09:00:00Z", "", "false"},
		{"is_open", "0001-01-02T09:00:00Z", "", "true"},
	})
}

// TestG6_AllDaysThereAre: from the first date to the last are 3,652,058 business days
// round the clock, and a count of one more is refused.
func TestG6_AllDaysThereAre(t *testing.T) {
	c := zoned(t, "UTC", win(0, 24))
	askAll(t, c, []question{
		{"same_time", "0001-01-01T12:00:00Z", "3652058", "9999-12-31T12:00:00Z"},
		{"same_time", "9999-12-31T12:00:00Z", "-3652058", "0001-01-01T12:00:00Z"},
		{"same_time", "0001-01-01T12:00:00Z", "3652059", "ErrRange"},
		{"same_time", "9999-12-31T12:00:00Z", "-3652059", "ErrRange"},
	})
}
