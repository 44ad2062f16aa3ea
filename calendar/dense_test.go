package calendar_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A calendar with more windows in a page than its indexes can tell apart is looked
// up by halving.

// fives is open for the first five minutes of every ten, night and day: 144 windows
// a date and half of all time.
func fives() calendar.Config {
	var windows []calendar.Window
	for open := time.Duration(0); open < 24*time.Hour; open += 10 * time.Minute {
		windows = append(windows, calendar.Window{Open: open, Close: open + 5*time.Minute})
	}
	var week calendar.Week
	for i := range week {
		week[i] = windows
	}
	return calendar.Config{Zone: "UTC", Week: week}
}

// TestG1_ManyWindows: 12 h of working time are a day.
func TestG1_ManyWindows(t *testing.T) {
	c := makeCalendar(t, fives())
	askAll(t, c, []question{
		{"is_open", "2026-03-02T00:04:59.999999999Z", "", "true"},
		{"is_open", "2026-03-02T00:05:00Z", "", "false"},
		{"is_open", "2026-03-02T00:09:59.999999999Z", "", "false"},
		{"is_open", "2026-03-02T00:10:00Z", "", "true"},
		{"next_open", "2026-03-02T23:55:00Z", "", "2026-03-03T00:00:00Z"},
		{"next_open", "2026-03-02T23:54:59Z", "", "2026-03-02T23:54:59Z"},
		{"prev_close", "2026-03-02T00:00:00Z", "", "2026-03-01T23:55:00Z"},
		{"prev_close", "2026-03-02T00:00:00.000000001Z", "", "2026-03-02T00:00:00.000000001Z"},
		{"add", "2026-03-02T00:00:00Z", "5m", "2026-03-02T00:05:00Z"},
		{"add", "2026-03-02T00:00:00Z", "5m0.000000001s", "2026-03-02T00:10:00.000000001Z"},
		{"add", "2026-03-02T00:00:00Z", "12h", "2026-03-02T23:55:00Z"},
		{"add", "2026-03-02T00:00:00Z", "12h0m1s", "2026-03-03T00:00:01Z"},
		{"add", "2026-03-02T00:00:00Z", "4380h", "2027-03-01T23:55:00Z"}, // 365 days
		{"sub", "2027-03-02T00:00:00Z", "4380h", "2026-03-02T00:00:00Z"},
		{"sub", "2026-03-02T00:10:00Z", "1s", "2026-03-02T00:04:59Z"},
		{"between", "2026-03-02T00:07:00Z", "2026-03-02T00:12:00Z", "2m0s"},
		{"between", "2026-03-02T00:00:00Z", "2027-03-02T00:00:00Z", "4380h0m0s"},
		{"close_of_business", "2026-03-02T00:00:00Z", "1", "2026-03-03T23:55:00Z"},
		{"working_time", "2026-03-02T00:00:00Z", "2", "2026-03-03T23:55:00Z"},
	})
}

// TestG1_ManyWindowsByArithmetic has each minute of two weeks, which are several
// pages. From midnight of the first day to minute n lie n/10 windows of five minutes
// and what is gone of one more.
func TestG1_ManyWindowsByArithmetic(t *testing.T) {
	c := makeCalendar(t, fives())
	from := when("2026-03-01T00:00:00Z")
	for n := range 14 * 24 * 60 {
		at := from.Add(time.Duration(n) * time.Minute)
		worked := time.Duration(n/10*5+min(n%10, 5)) * time.Minute
		if got, err := c.Between(from, at); err != nil || got != worked {
			t.Fatalf("Between to %v: %v, %v, want %v", at, got, err, worked)
		}
		if got, err := c.IsOpen(at); err != nil || got != (n%10 < 5) {
			t.Fatalf("IsOpen(%v): %v, %v", at, got, err)
		}
		if n%10 > 5 || n == 0 {
			continue // as much has passed at the closing before
		}
		if got, err := c.Add(from, worked); err != nil || n%10 != 0 && !got.Equal(at) || n%10 == 0 && !got.Equal(at.Add(-5*time.Minute)) {
			t.Fatalf("Add(%v): %v, %v, want about %v", worked, got, err, at)
		}
	}
}
