package calendar_test

import (
	"math/rand/v2"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
)

// yearEnds are the dates around the ends of years, where a date asks for the holidays of
// more than its own: the United States keep New Year's Day 2022 on 2021-12-31.
func yearEnds(t testing.TB, first, last int) (dates []calendar.Date) {
	for year := first; year <= last; year++ {
		for day := 25; day <= 31; day++ {
			dates = append(dates, must[calendar.Date](t)(calendar.NewDate(year, time.December, day)))
		}
		for day := 1; day <= 7; day++ {
			dates = append(dates, must[calendar.Date](t)(calendar.NewDate(year, time.January, day)))
		}
	}
	return dates
}

// dayOf is what a calendar says of a date.
func dayOf(t testing.TB, c *calendar.Calendar, d calendar.Date) calendar.Day {
	day, err := c.Day(d)
	if err != nil {
		t.Errorf("%v: %v", d, err)
	}
	return day
}

// sameDates compares dates for cmp.
var sameDates = cmp.Comparer(func(a, b calendar.Date) bool { return a == b })

// TestDayInAnyOrder: what a calendar says of a date does not hang on what it was asked
// before. Years that lie four apart share a place in what it keeps.
func TestDayInAnyOrder(t *testing.T) {
	cfg := berlinOffice()
	cfg.Region.Code = "US"
	random := rand.New(rand.NewPCG(4, 2026))
	dates := yearEnds(t, 2015, 2032)
	random.Shuffle(len(dates), func(i, k int) { dates[i], dates[k] = dates[k], dates[i] })
	asked := makeCalendar(t, cfg)
	closed := 0
	for _, d := range dates {
		got, want := dayOf(t, asked, d), dayOf(t, makeCalendar(t, cfg), d) // one that was asked nothing before
		if diff := cmp.Diff(want, got, sameDates); diff != "" {
			t.Errorf("%v (-alone +among others):\n%s", d, diff)
		}
		closed += len(got.Holidays)
	}
	if closed < 2*18 { // Christmas and New Year of each
		t.Errorf("only %d holidays", closed)
	}
	for _, row := range []struct{ date, want string }{
		{"2021-12-31", "New Year's Day"}, {"2022-01-03", ""}, {"2026-01-01", "New Year's Day"},
		{"2026-12-25", "Christmas Day"}, {"2021-12-31", "New Year's Day"}, {"2022-12-26", "Christmas Day"},
	} {
		if got := dayOf(t, asked, on(row.date)).Reason(); got != row.want {
			t.Errorf("%s: %q, want %q", row.date, got, row.want)
		}
	}
}

// TestDayConcurrently: goroutines ask one calendar about dates of years that drive each
// other out of what it keeps. The race detector watches.
func TestDayConcurrently(t *testing.T) {
	dates := yearEnds(t, 2018, 2029)
	alone := makeCalendar(t, berlinOffice())
	want := make([]calendar.Day, len(dates))
	for i, d := range dates {
		want[i] = dayOf(t, alone, d)
	}
	shared := makeCalendar(t, berlinOffice())
	var wait sync.WaitGroup
	for g := range 8 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := range dates {
				k := (i*11 + g*37) % len(dates) // 11 has no divisor in common with 168
				if diff := cmp.Diff(want[k], dayOf(t, shared, dates[k]), sameDates); diff != "" {
					t.Errorf("%v (-alone +shared):\n%s", dates[k], diff)
				}
			}
		}()
	}
	wait.Wait()
}

// TestDayOfAllYears: who asks for a date of each of the years 1 to 9999 does not leave
// them all in memory, some 600 bytes each.
func TestDayOfAllYears(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector's heap is not a service's")
	}
	c := makeCalendar(t, berlinOffice())
	dayOf(t, c, on("2026-01-01"))
	before := liveHeap()
	for year := 1; year <= 9999; year++ {
		dayOf(t, c, must[calendar.Date](t)(calendar.NewDate(year, time.May, 1)))
	}
	grown := liveHeap() - before
	runtime.KeepAlive(c)
	if grown > 300_000 {
		t.Errorf("%d bytes more", grown)
	}
}

// TestDayAgain: asked again for a date, or for one near it, a calendar does not work the
// holidays out anew, for which it would need memory: what is left is that of the Day and of the windows
// around it, six times each.
func TestDayAgain(t *testing.T) {
	c := makeCalendar(t, berlinOffice())
	christmas, next := on("2026-12-25"), on("2027-01-01")
	dayOf(t, c, christmas)
	dayOf(t, c, next)
	if n := testing.AllocsPerRun(50, func() { _, _ = c.Day(christmas); _, _ = c.Day(next) }); n > 12 {
		t.Errorf("%v allocations, want at most 12", n)
	}
}
