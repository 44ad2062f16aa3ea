package calendar_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// TestCalendarString: a few words, of any calendar.
func TestCalendarString(t *testing.T) {
	get := must[*calendar.Calendar](t)
	fridays := calendar.Weekdays(hm(9, 0), hm(17, 0))
	fridays[time.Friday] = []calendar.Window{win(9, 12), {Open: hm(13, 0), Close: hm(14, 30)}}
	odd := calendar.Week{time.Sunday: {win(22, 30)}, time.Monday: {win(1, 2), win(3, 4), win(5, 6), win(7, 8)}, time.Wednesday: {win(1, 2)}}
	office := berlin(t, nineToFive())
	german := makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", Week: nineToFive(), Region: calendar.Region{Code: "DE-BE"}})
	three := get(calendar.Union(office, german, office))
	for _, row := range []struct {
		c    *calendar.Calendar
		want string
	}{
		{nil, "no calendar"},
		{new(calendar.Calendar), "no calendar"},
		{office, "Europe/Berlin Mon-Fri 09:00-17:00"},
		{german, "Europe/Berlin Mon-Fri 09:00-17:00, holidays of DE-BE"},
		{makeCalendar(t, calendar.Config{Zone: "UTC", Week: fridays, Region: calendar.Region{Code: "NONE"}}), "UTC Mon-Thu 09:00-17:00, Fri 09:00-12:00 13:00-14:30"},
		{makeCalendar(t, calendar.Config{Zone: "+08:00", Week: odd}), "+08:00 Mon 4 windows, Wed 01:00-02:00, Sun 22:00-30:00"},
		{zoned(t, "UTC", win(0, 24)), "UTC Mon-Sun 00:00-24:00"},
		{makeCalendar(t, calendar.Config{Zone: "UTC"}), "UTC no hours by the week"},
		{makeCalendar(t, calendar.Config{Zone: "UTC", Holidays: calendar.DaysOff(on("2026-03-04")), Special: map[calendar.Date][]calendar.Window{on("2026-03-05"): nil, on("2026-03-06"): nil},
			Changes: []calendar.WeekChange{{From: on("2027-01-01"), Week: fridays}}}), "UTC no hours by the week, other hours from 2027-01-01, 2 special dates, 1 day off"},
		{get(calendar.Union(office)), "Europe/Berlin Mon-Fri 09:00-17:00"},
		{three, "Europe/Berlin union of 3 calendars"},
		{get(calendar.Intersection(three, office)), "Europe/Berlin intersection of 2 calendars"},
		{get(calendar.Difference(get(calendar.Difference(zoned(t, "UTC", win(0, 24)), office)), german)), "UTC difference of 3 calendars"},
	} {
		if got := row.c.String(); got != row.want {
			t.Errorf("got  %s\nwant %s", got, row.want)
		}
		if got, want := fmt.Sprintf("%v|%+v|%s", row.c, row.c, row.c), row.want+"|"+row.want+"|"+row.want; got != want {
			t.Errorf("printed %s\nwant    %s", got, want)
		}
		if got, want := fmt.Sprintf("%#v", row.c), fmt.Sprintf("calendar.Calendar(%q)", row.want); got != want {
			t.Errorf("printed %s\nwant    %s", got, want)
		}
	}
}

// TestPrintedWhileUsed: a calendar can be printed while others ask it. The race detector
// watches.
func TestPrintedWhileUsed(t *testing.T) {
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
		c := berlin(t, nineToFive())
		held := struct{ Hours *calendar.Calendar }{c}
		var done sync.WaitGroup
		done.Add(2)
		go func() {
			defer done.Done()
			for year := range 40 {
				if _, err := c.Add(time.Date(2000+20*year, time.March, 2, 9, 0, 0, 0, time.UTC), hm(8, 0)); err != nil {
					t.Error(err)
				}
			}
		}()
		go func() {
			defer done.Done()
			for range 40 {
				_ = fmt.Sprintf(verb, c) + fmt.Sprintf(verb, held)
			}
		}()
		done.Wait()
	}
}
