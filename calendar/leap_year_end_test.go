package calendar_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// TestLastDayOfALeapYear: beyond the last change of offset that a zone lists, the 31
// December of a leap year is a day like any other, in the north and in the south,
// where summer time goes on over it.
func TestLastDayOfALeapYear(t *testing.T) {
	for zone, offset := range map[string]time.Duration{"Europe/Berlin": time.Hour, "America/Denver": -7 * time.Hour, "Australia/Sydney": 11 * time.Hour, "America/Santiago": -3 * time.Hour} {
		for _, year := range []int{2036, 2039, 2040, 2041, 2096, 2400, 9996} {
			c, err := calendar.New(calendar.Config{Zone: zone, Week: calendar.Daily(9*time.Hour, 17*time.Hour)})
			if err != nil {
				t.Fatal(err)
			}
			// 09:00 on 30, 31 December and 1 January, as instants.
			for day := 30; day <= 32; day++ {
				opens := time.Date(year, time.December, day, 9, 0, 0, 0, time.UTC).Add(-offset)
				if got, err := c.NextOpen(opens.Add(-time.Hour)); err != nil || !got.Equal(opens) {
					t.Errorf("%s: %d December %d opens at %v, %v; want %v", zone, day, year, got, err, opens)
				}
				for _, beside := range []struct {
					d    time.Duration
					open bool
				}{{-1, false}, {0, true}, {8*time.Hour - 1, true}, {8 * time.Hour, false}} {
					if got, err := c.IsOpen(opens.Add(beside.d)); got != beside.open || err != nil {
						t.Errorf("%s: %v after the opening on %d December %d: %v, %v", zone, beside.d, day, year, got, err)
					}
				}
			}
			from := time.Date(year, time.December, 30, 9, 0, 0, 0, time.UTC).Add(-offset)
			if got, err := c.Add(from, 20*time.Hour); err != nil || !got.Equal(from.Add(52*time.Hour)) {
				t.Errorf("%s: 20 h from 30 December %d: %v, %v", zone, year, got, err)
			}
		}
	}
}
