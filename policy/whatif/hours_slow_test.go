package whatif_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy/whatif"
	"pgregory.net/rapid"
)

// slowOtherwise asks two calendars every quarter of an hour, on which all of theirs open
// and close, whether they are open.
func slowOtherwise(x, y *calendar.Calendar, from, until time.Time) (at time.Time, differ bool) {
	for at := from; at.Before(until); at = at.Add(15 * time.Minute) {
		a, err := x.IsOpen(at)
		b, alsoErr := y.IsOpen(at)
		if (err == nil) != (alsoErr == nil) {
			return time.Time{}, true
		}
		if err != nil {
			return time.Time{}, false
		}
		if a != b {
			return at, true
		}
	}
	return time.Time{}, false
}

// quarters returns calendars that open and close at quarters of an hour, and are much
// alike; of some the holidays are known for three weeks only. Both sides of a change of
// the clocks are there.
func quarters() *rapid.Generator[*calendar.Calendar] {
	return rapid.Custom(func(t *rapid.T) *calendar.Calendar {
		c := calendar.Config{Zone: rapid.SampledFrom([]string{"UTC", "-05:00", "America/New_York", "Asia/Kathmandu"}).Draw(t, "zone")}
		switch rapid.IntRange(0, 3).Draw(t, "week") {
		case 0:
			c.Week = calendar.Daily(0, 24*time.Hour)
		case 1:
			c.Week = calendar.Daily(22*time.Hour, 30*time.Hour)
		default:
			c.Week = calendar.Weekdays(9*time.Hour, rapid.SampledFrom([]time.Duration{17 * time.Hour, 17*time.Hour + 15*time.Minute}).Draw(t, "close"))
		}
		day := func(n int) calendar.Date {
			d, err := calendar.NewDate(2026, time.March, n)
			if err != nil {
				t.Fatal(err)
			}
			return d
		}
		if n := rapid.IntRange(-10, 31).Draw(t, "holiday"); n > 0 {
			c.Holidays = []calendar.Holiday{{Date: day(n), Actual: day(n), Name: "Fair"}}
		}
		if rapid.IntRange(0, 3).Draw(t, "known") == 0 {
			c.HolidaysFrom, c.HolidaysThrough = day(1), day(31)
			if len(c.Holidays) == 0 || c.Holidays[0].Date.Compare(day(21)) <= 0 {
				c.HolidaysThrough = day(21)
			}
		}
		hours, err := calendar.New(c)
		if err != nil {
			t.Fatal(err)
		}
		return hours
	})
}

// TestSlowOpenOtherwise: going from opening to closing finds what asking all the time does.
func TestSlowOpenOtherwise(t *testing.T) {
	g := quarters()
	march := time.Date(2026, time.March, 2, 0, 0, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		x, y := g.Draw(t, "x"), g.Draw(t, "y")
		from := march.Add(time.Duration(rapid.IntRange(0, 10*96).Draw(t, "from")) * 15 * time.Minute)
		until := from.Add(time.Duration(rapid.IntRange(0, 15*96).Draw(t, "length")) * 15 * time.Minute)
		at, differ := whatif.OpenOtherwise(x, y, from, until)
		want, wantDiffer := slowOtherwise(x, y, from, until)
		if differ != wantDiffer || !at.Equal(want) {
			t.Fatalf("%v and %v, from %v until %v: %v, %t; want %v, %t", x, y, from, until, at, differ, want, wantDiffer)
		}
	})
}

// TestOpenOtherwiseEndsWithTheYears: where there are no more windows nothing is looked for.
func TestOpenOtherwiseEndsWithTheYears(t *testing.T) {
	end := time.Date(9999, time.December, 31, 0, 0, 0, 0, time.UTC)
	var hours [2]*calendar.Calendar
	for i := range hours {
		var err error
		if hours[i], err = calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Daily(0, 24*time.Hour)}); err != nil {
			t.Fatal(err)
		}
	}
	if at, differ := whatif.OpenOtherwise(hours[0], hours[1], end.Add(-36*time.Hour), end.Add(36*time.Hour)); differ || !at.IsZero() {
		t.Errorf("the same hours differ at %v", at)
	}
}
