package calendar_test

import (
	"errors"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// TestNeverOpenError_Ever: whether there is working time elsewhere is so for every
// question that fails, also of calendars whose parts are open often and have no hour in
// common.
func TestNeverOpenError_Ever(t *testing.T) {
	of := func(cfg calendar.Config) *calendar.Calendar {
		cfg.Zone = "Europe/Berlin"
		return makeCalendar(t, cfg)
	}
	daily := func(open, close int) calendar.Config { // for fifty years: to look through all takes seconds
		return calendar.Config{Changes: []calendar.WeekChange{
			{From: on("2000-01-01"), Week: calendar.Daily(hm(open, 0), hm(close, 0))}, {From: on("2050-01-01"), Week: calendar.Week{}},
		}}
	}
	always := calendar.Config{Week: calendar.Daily(hm(8, 0), hm(12, 0))}
	span := func(from, until string) *calendar.Calendar { // open every day from a date to before another
		return of(calendar.Config{Changes: []calendar.WeekChange{
			{From: on(from), Week: calendar.Daily(0, hm(24, 0))}, {From: on(until), Week: calendar.Week{}},
		}})
	}
	once := func(date string, w calendar.Window) *calendar.Calendar {
		return of(calendar.Config{Special: map[calendar.Date][]calendar.Window{on(date): {w}}})
	}
	made := must[*calendar.Calendar](t)
	unknown := calendar.Config{Week: nineToFive(), Changes: []calendar.WeekChange{{From: on("2020-01-01"), Week: calendar.Week{}}}}
	unknown.HolidaysFrom = on("2020-01-01")
	after, before := []string{"add", "next_open", "add_days", "same_time"}, []string{"sub", "prev_close", "sub_days"}
	for _, tt := range []struct {
		name string
		c    *calendar.Calendar
		ask  []string // what fails at the beginning of 2026
		ever bool
	}{
		{"no window", of(calendar.Config{}), append(after, before...), false},
		{"morning and afternoon", made(calendar.Intersection(of(daily(8, 12)), of(daily(13, 17)))), append(after, before...), false},
		{"touching", made(calendar.Intersection(of(daily(8, 12)), of(daily(12, 17)))), append(after, before...), false},
		{"without itself", made(calendar.Difference(of(daily(8, 12)), of(daily(8, 12)))), append(after, before...), false},
		{"nothing or nothing", made(calendar.Union(of(calendar.Config{}), of(calendar.Config{}))), append(after, before...), false},
		{"hours that the clocks skip", once("2026-03-29", win(2, 3)), append(after, before...), false},
		{"two stretches apart", made(calendar.Intersection(span("2020-01-01", "2021-01-01"), span("2021-01-01", "2022-01-01"))), append(after, before...), false},
		{"two stretches that meet on a day", made(calendar.Intersection(span("2020-01-01", "2021-01-02"), span("2021-01-01", "2022-01-01"))), after, true},
		{"a day to come", made(calendar.Intersection(span("2030-01-01", "2031-01-02"), span("2031-01-01", "2032-01-01"))), before, true},
		{"a minute long ago", made(calendar.Intersection(of(always), once("0001-01-01", calendar.Window{Open: hm(11, 59), Close: hm(13, 0)}))), after, true},
		{"a minute at the end", made(calendar.Intersection(of(always), once("9999-12-31", calendar.Window{Open: hm(11, 59), Close: hm(13, 0)}))), before, true},
		{"perhaps, long ago", of(unknown), after, true},
		{"less than is asked for", once("2026-06-01", win(9, 10)), []string{"add", "add_days"}, true},
	} {
		at := when("2026-01-01T12:00:00Z")
		for _, ask := range tt.ask {
			var err error
			switch ask {
			case "add":
				_, err = tt.c.Add(at, 2*time.Hour)
			case "sub":
				_, err = tt.c.Sub(at, 2*time.Hour)
			case "next_open":
				_, err = tt.c.NextOpen(at)
			case "prev_close":
				_, err = tt.c.PrevClose(at)
			case "add_days":
				_, err = tt.c.AddDays(at, 2, calendar.CloseOfBusiness)
			case "same_time":
				_, err = tt.c.AddDays(at, 2, calendar.SameTime)
			case "sub_days":
				_, err = tt.c.AddDays(at, -2, calendar.CloseOfBusiness)
			}
			var never *calendar.NeverOpenError
			if !errors.As(err, &never) || never.Ever != tt.ever {
				t.Errorf("%s, %s: %v, want one whose Ever is %v", tt.name, ask, err, tt.ever)
			}
			// Said once, it stays so.
			if _, err := tt.c.Add(at, 1<<62); !errors.As(err, &never) || never.Ever != tt.ever {
				t.Errorf("%s, asked again: %v, want one whose Ever is %v", tt.name, err, tt.ever)
			}
		}
	}
}
