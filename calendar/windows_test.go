package calendar_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
)

// windowsFrom returns the first n windows after an instant as text, an error as
// its kind.
func windowsFrom(c *calendar.Calendar, from string, n int) (got []string) {
	for w, err := range c.Windows(when(from)) {
		if len(got) == n {
			break
		}
		got = append(got, shown(w.Open.Format(time.RFC3339)+"/"+w.Close.Format(time.RFC3339), err))
	}
	return got
}

func TestWindows(t *testing.T) {
	shifts := calendar.Week{time.Monday: {win(20, 34)}, time.Tuesday: {win(9, 17), win(17, 18)}, time.Wednesday: {win(6, 40)}, time.Thursday: {win(9, 12), win(14, 18)}}
	for _, tt := range []struct {
		name string
		c    *calendar.Calendar
		from string
		want []string
	}{
		{"the first is whole", berlin(t, nineToFive()), "2026-03-06T16:59:59.999999999+01:00", []string{
			"2026-03-06T09:00:00+01:00/2026-03-06T17:00:00+01:00", "2026-03-09T09:00:00+01:00/2026-03-09T17:00:00+01:00",
			"2026-03-10T09:00:00+01:00/2026-03-10T17:00:00+01:00"}},
		{"one that closes now is over", berlin(t, nineToFive()), "2026-03-06T17:00:00+01:00", []string{
			"2026-03-09T09:00:00+01:00/2026-03-09T17:00:00+01:00"}},
		{"touching windows are one, overlapping ones are cut, covered ones left out", berlin(t, shifts), "2026-03-02T00:00:00+01:00", []string{
			"2026-03-02T20:00:00+01:00/2026-03-03T10:00:00+01:00",
			"2026-03-03T10:00:00+01:00/2026-03-03T18:00:00+01:00",
			"2026-03-04T06:00:00+01:00/2026-03-05T16:00:00+01:00",
			"2026-03-05T16:00:00+01:00/2026-03-05T18:00:00+01:00",
			"2026-03-09T20:00:00+01:00/2026-03-10T10:00:00+01:00"}},
		{"cut as well when it starts later", berlin(t, shifts), "2026-03-03T12:00:00+01:00", []string{
			"2026-03-03T10:00:00+01:00/2026-03-03T18:00:00+01:00"}},
		{"round the clock", zoned(t, "Europe/Berlin", win(0, 24)), "2026-03-28T23:00:00+01:00", []string{
			"2026-03-28T00:00:00+01:00/2026-03-29T00:00:00+01:00", "2026-03-29T00:00:00+01:00/2026-03-30T00:00:00+02:00",
			"2026-03-30T00:00:00+02:00/2026-03-31T00:00:00+02:00"}},
		{"one window in all of time", makeCalendar(t, calendar.Config{Zone: "UTC", Special: map[calendar.Date][]calendar.Window{on("2026-03-07"): {win(9, 10)}}}),
			"0001-01-01T00:00:00Z", []string{"2026-03-07T09:00:00Z/2026-03-07T10:00:00Z"}},
		{"up to the last known day", makeCalendar(t, unknownFrom2027()), "2026-12-30T17:00:00+01:00", []string{
			"2026-12-31T09:00:00+01:00/2026-12-31T17:00:00+01:00", "ErrCoverage"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := len(tt.want)
			if tt.name == "one window in all of time" || tt.name == "up to the last known day" {
				n++ // nothing follows
			}
			if diff := cmp.Diff(tt.want, windowsFrom(tt.c, tt.from, n)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestWindowsOfYears: over three years each window comes once, in order, and
// their lengths add up to the working time.
func TestWindowsOfYears(t *testing.T) {
	sun, kl, denver := hubs(t)
	for name, c := range map[string]*calendar.Calendar{
		"office": sun,
		"night":  berlin(t, night()),
		"union":  must[*calendar.Calendar](t)(calendar.Union(sun, kl, denver)),
		"busy":   zoned(t, "America/Havana", win(0, 6), win(7, 12), win(13, 40)),
	} {
		t.Run(name, func(t *testing.T) {
			start, end := when("2026-03-02T00:00:00Z"), when("2029-03-02T00:00:00Z")
			sum, last, count := time.Duration(0), time.Time{}, 0
			for w, err := range c.Windows(start) {
				if err != nil {
					t.Fatal(err)
				}
				if !w.Open.Before(w.Close) || w.Open.Before(last) {
					t.Fatalf("%v to %v after %v", w.Open, w.Close, last)
				}
				last = w.Close
				if !w.Open.Before(end) {
					break
				}
				open, close := w.Open, w.Close
				if open.Before(start) {
					open = start
				}
				if close.After(end) {
					close = end
				}
				sum += close.Sub(open)
				count++
			}
			want, err := c.Between(start, end)
			if err != nil || sum != want || count < 700 {
				t.Errorf("%d windows of %v, %v; want %v", count, sum, err, want)
			}
		})
	}
}

// TestWindowsEnd: after the last window, or at the end of time.
func TestWindowsEnd(t *testing.T) {
	if got := windowsFrom(berlin(t, calendar.Week{}), "2026-03-02T00:00:00Z", 3); got != nil {
		t.Errorf("no window: %v", got)
	}
	want := []string{"9999-12-30T09:00:00Z/9999-12-30T17:00:00Z", "9999-12-31T09:00:00Z/9999-12-31T17:00:00Z"}
	if diff := cmp.Diff(want, windowsFrom(zoned(t, "UTC", win(9, 17)), "9999-12-30T00:00:00Z", 9)); diff != "" {
		t.Error(diff)
	}
}
