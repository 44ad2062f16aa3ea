package calendar_test

import (
	"errors"
	"testing"

	"github.com/slaclock/slaclock/calendar"
)

// TestG6_BusinessDaysFromTo: a counts, b does not, and back it is the same number with the
// other sign. Easter of 2026 is 5 April.
func TestG6_BusinessDaysFromTo(t *testing.T) {
	bavaria := makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", Week: nineToFive(), Region: calendar.Region{Code: "DE-BY"}})
	samoa := makeCalendar(t, calendar.Config{Zone: "Pacific/Apia", Week: calendar.Daily(hm(9, 0), hm(17, 0))})
	special := makeCalendar(t, calendar.Config{Zone: "UTC", Special: map[calendar.Date][]calendar.Window{on("0001-01-01"): {win(9, 10)}, on("9999-12-30"): {win(9, 10)}, on("9999-12-31"): {win(9, 10)}}})
	for _, row := range []struct {
		c    *calendar.Calendar
		a, b string
		want int
	}{
		{bavaria, "2026-03-02", "2026-03-02", 0},
		{bavaria, "2026-03-02", "2026-03-03", 1}, // a Monday
		{bavaria, "2026-03-02", "2026-03-07", 5},
		{bavaria, "2026-03-02", "2026-03-09", 5},
		{bavaria, "2026-03-02", "2026-03-10", 6},
		{bavaria, "2026-03-06", "2026-03-09", 1},
		{bavaria, "2026-03-07", "2026-03-09", 0},
		{bavaria, "2026-04-01", "2026-04-08", 3}, // Wednesday, Thursday, Tuesday
		{bavaria, "2026-04-02", "2026-04-07", 1},
		{bavaria, "2026-04-03", "2026-04-07", 0}, // from Good Friday through Easter Monday
		{samoa, "2011-12-29", "2012-01-01", 2},   // there was no 30 December (G2)
		{samoa, "2011-12-30", "2011-12-31", 0},
		{special, "0001-01-01", "9999-12-30", 1},
		{special, "0001-01-01", "9999-12-31", 2},
		{special, "0001-01-02", "9999-12-31", 1},
		{zoned(t, "UTC"), "0001-01-01", "9999-12-31", 0}, // a calendar without any
	} {
		for _, q := range []struct {
			a, b string
			want int
		}{{row.a, row.b, row.want}, {row.b, row.a, -row.want}} {
			if got, err := row.c.BusinessDays(on(q.a), on(q.b)); err != nil || got != q.want {
				t.Errorf("%v: from %s to %s: %d, %v; want %d", row.c, q.a, q.b, got, err, q.want)
			}
		}
	}
}

// TestG6_BusinessDaysAcrossSheets: sheets have 512 dates from the first on.
func TestG6_BusinessDaysAcrossSheets(t *testing.T) {
	c := zoned(t, "UTC", win(9, 17))
	edge := must[calendar.Date](t)(on("0001-01-01").Plus(512*1445, calendar.Days))
	for _, before := range []int{0, 1, 2, 511, 512, 513, 1300} {
		for _, after := range []int{0, 1, 2, 511, 512, 513, 1300} {
			a, b := must[calendar.Date](t)(edge.Plus(-before, calendar.Days)), must[calendar.Date](t)(edge.Plus(after, calendar.Days))
			if got, err := c.BusinessDays(a, b); err != nil || got != before+after {
				t.Errorf("from %v to %v: %d, %v", a, b, got, err)
			}
		}
	}
}

// TestG6_BusinessDaysOfAllTime: 3,652,058 dates lie before the last one, a Friday; they
// begin on a Monday, and so are 521,722 weeks and four days.
func TestG6_BusinessDaysOfAllTime(t *testing.T) {
	if testing.Short() {
		t.Skip("goes through all years; skipped with -short")
	}
	for _, row := range []struct {
		week calendar.Week
		want int
	}{{calendar.Daily(hm(9, 0), hm(17, 0)), 3652058}, {nineToFive(), 2608614}} {
		c := makeCalendar(t, calendar.Config{Zone: "UTC", Week: row.week})
		if got, err := c.BusinessDays(on("0001-01-01"), on("9999-12-31")); err != nil || got != row.want {
			t.Errorf("%d, %v; want %d", got, err, row.want)
		}
	}
}

// TestG9_BusinessDays: a date that may be a holiday matters if it is one of those that
// count, and the error names the first of them, in both directions.
func TestG9_BusinessDays(t *testing.T) {
	wednesday := makeCalendar(t, calendar.Config{Zone: "UTC", Week: nineToFive(), HolidaysFrom: on("2026-02-26"), HolidaysThrough: on("2026-03-04"),
		Special: map[calendar.Date][]calendar.Window{on("2026-03-05"): {win(9, 10)}}})
	known := makeCalendar(t, calendar.Config{Zone: "UTC", Week: calendar.Daily(hm(9, 0), hm(12, 0))})
	both := must[*calendar.Calendar](t)(calendar.Union(wednesday, known))
	for _, row := range []struct {
		c       *calendar.Calendar
		a, b    string
		want    int
		unknown string
	}{
		{wednesday, "2026-03-02", "2026-03-05", 3, ""},
		{wednesday, "2026-03-02", "2026-03-06", 4, ""}, // Thursday has hours of its own
		{wednesday, "2026-03-02", "2026-03-07", 0, "2026-03-06"},
		{wednesday, "2026-03-02", "2028-01-01", 0, "2026-03-06"},
		{wednesday, "2026-03-07", "2026-03-09", 0, ""}, // a weekend, known or not
		{wednesday, "2026-03-07", "2026-03-10", 0, "2026-03-09"},
		{wednesday, "2026-02-26", "2026-03-02", 2, ""}, // Thursday and Friday
		{wednesday, "2026-02-25", "2026-03-02", 0, "2026-02-25"},
		{wednesday, "2026-03-06", "2026-03-06", 0, ""},
		{both, "2026-03-05", "2026-03-10", 5, ""}, // days for sure: only when they close is in doubt
	} {
		for _, back := range []bool{false, true} {
			a, b, want := row.a, row.b, row.want
			if back {
				a, b, want = b, a, -want
			}
			got, err := row.c.BusinessDays(on(a), on(b))
			var unknown *calendar.CoverageError
			switch {
			case got != want:
			case row.unknown == "" && err == nil:
				continue
			case row.unknown != "" && errors.Is(err, calendar.ErrCoverage) && errors.As(err, &unknown) && unknown.Day == on(row.unknown):
				continue
			}
			t.Errorf("from %s to %s: %d, %v; want %d, unknown %q", a, b, got, err, want, row.unknown)
		}
	}
}
