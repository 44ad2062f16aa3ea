package calendar_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// TestG6_CloseOfBusiness: when the last window closes that opens on the day.
func TestG6_CloseOfBusiness(t *testing.T) {
	split := calendar.Weekdays(hm(9, 0), hm(12, 0))
	for d := time.Monday; d <= time.Friday; d++ {
		split[d] = append(split[d], win(13, 17))
	}
	split[time.Wednesday] = []calendar.Window{win(9, 12), win(20, 26)}
	split[time.Thursday] = []calendar.Window{win(1, 3)} // the last one, though Wednesday's night touches it
	c := berlin(t, split)
	askAll(t, c, []question{
		{"close_of_business", "2026-03-02T10:00:00+01:00", "1", "2026-03-03T17:00:00+01:00"},
		{"close_of_business", "2026-03-02T10:00:00+01:00", "2", "2026-03-05T02:00:00+01:00"},
		{"close_of_business", "2026-03-02T10:00:00+01:00", "3", "2026-03-05T03:00:00+01:00"},
		{"close_of_business", "2026-03-02T10:00:00+01:00", "4", "2026-03-06T17:00:00+01:00"},
		{"close_of_business", "2026-03-02T10:00:00+01:00", "5", "2026-03-09T17:00:00+01:00"},
		{"close_of_business", "2026-03-02T10:00:00+01:00", "-1", "2026-02-27T17:00:00+01:00"},
		{"close_of_business", "2026-03-06T10:00:00+01:00", "-2", "2026-03-05T02:00:00+01:00"},
	})
}

// TestG6_BusinessDays: dates on which a window opens, special dates included,
// holidays not, and the day of the start is that of the calendar's zone.
func TestG6_BusinessDays(t *testing.T) {
	c := makeCalendar(t, calendar.Config{
		Zone: "Europe/Berlin", Week: nineToFive(), Region: calendar.Region{Code: "DE"},
		Special: map[calendar.Date][]calendar.Window{on("2026-04-04"): {win(10, 12)}, on("2026-04-07"): {}, on("2026-04-06"): {win(9, 10)}},
	})
	// Easter 2026: Good Friday 3 April, Saturday special, Easter Monday special, Tuesday closed.
	askAll(t, c, []question{
		{"close_of_business", "2026-04-02T10:00:00+02:00", "1", "2026-04-04T12:00:00+02:00"},
		{"close_of_business", "2026-04-02T10:00:00+02:00", "2", "2026-04-06T10:00:00+02:00"},
		{"close_of_business", "2026-04-02T10:00:00+02:00", "3", "2026-04-08T17:00:00+02:00"},
		{"same_time", "2026-04-02T10:00:00+02:00", "1", "2026-04-04T10:00:00+02:00"},
		{"same_time", "2026-04-08T18:00:00+02:00", "-1", "2026-04-06T18:00:00+02:00"},
		{"working_time", "2026-04-02T09:00:00+02:00", "1", "2026-04-02T17:00:00+02:00"},
		{"working_time", "2026-04-02T09:00:00+02:00", "2", "2026-04-08T14:00:00+02:00"}, // 8, 2, 1 and 5 h
		// A start on a holiday counts from it: day 1 is the next business day.
		{"close_of_business", "2026-04-03T10:00:00+02:00", "1", "2026-04-04T12:00:00+02:00"},
		{"close_of_business", "2026-04-05T10:00:00+02:00", "-1", "2026-04-04T12:00:00+02:00"},
		// 23:30 in Berlin is tomorrow in Moscow and still today in London.
		{"same_time", "2026-03-03T01:30:00+03:00", "1", "2026-03-03T23:30:00+01:00"},
		{"same_time", "2026-03-02T22:30:00Z", "1", "2026-03-03T23:30:00+01:00"},
		{"same_time", "2026-03-02T23:30:00Z", "1", "2026-03-04T00:30:00+01:00"},
	})
}

// TestG6_FarAway: years of business days are as exact as one.
func TestG6_FarAway(t *testing.T) {
	c := berlin(t, nineToFive())
	askAll(t, c, []question{
		{"same_time", "2026-03-02T10:00:00+01:00", "5", "2026-03-09T10:00:00+01:00"},
		{"same_time", "2026-03-02T10:00:00+01:00", "5000", "2045-05-01T10:00:00+02:00"}, // a thousand weeks
		{"same_time", "2045-05-01T10:00:00+02:00", "-5000", "2026-03-02T10:00:00+01:00"},
		{"close_of_business", "2026-03-02T10:00:00+01:00", "500000", "3942-09-14T17:00:00+02:00"}, // a hundred thousand
		{"working_time", "2026-03-02T09:00:00+01:00", "5000", "2045-04-28T17:00:00+02:00"},
		{"working_time", "2045-04-28T17:00:00+02:00", "-5000", "2026-03-02T09:00:00+01:00"},
	})
	// Every count from every day of four weeks, against counting by hand.
	for start := range 28 {
		from := must[calendar.Date](t)(on("2026-02-16").Plus(start, calendar.Days))
		at := from.In(c.Location()).Add(11 * time.Hour)
		for _, step := range []int{1, -1} {
			day := from
			for n := step; n >= -300 && n <= 300; n += step {
				for {
					day = must[calendar.Date](t)(day.Plus(step, calendar.Days))
					if wd := day.Weekday(); wd != time.Saturday && wd != time.Sunday {
						break
					}
				}
				got, err := c.AddDays(at, n, calendar.SameTime)
				if err != nil || must[calendar.Date](t)(calendar.DateOf(got)) != day {
					t.Fatalf("%v plus %d: %v, %v; want %v", at, n, got, err, day)
				}
			}
		}
	}
	if got, err := c.AddDays(when("2026-03-02T10:00:00+01:00"), 4_000_000, calendar.WorkingTime); shown(got, err) != "ErrRange" {
		t.Errorf("4,000,000 days: %v, %v", got, err)
	}
	if _, err := c.AddDays(when("2026-03-02T10:00:00+01:00"), 4_000_000, calendar.SameTime); err == nil ||
		err.Error() != "calendar: 4000000 business days are more than the years 1 to 9999 have" {
		t.Error(err)
	}
}
