package calendar_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/calendartest"
	"pgregory.net/rapid"
)

// slowClosing says why a combination of two calendars of one zone is closed on a date,
// from what the two say of it.
func slowClosing(t *rapid.T, op slowOp, a, b *calendar.Calendar, date calendar.Date) string {
	hasHours := func(d calendar.Day) bool { return len(d.Windows) > 0 || d.Unknown }
	dayA, dayB := askDay(t, a, date), askDay(t, b, date)
	var parts []calendar.Day
	switch op {
	case slowUnion:
		parts = []calendar.Day{dayA, dayB}
	case slowIntersection:
		if !hasHours(dayA) || hasHours(dayB) {
			parts = append(parts, dayA)
		}
		if !hasHours(dayB) || hasHours(dayA) {
			parts = append(parts, dayB)
		}
	case slowDifference:
		parts = append(parts, dayA)
		for n := -4; n <= 4 && hasHours(dayA); n++ {
			d, err := date.Plus(n, calendar.Days)
			if err != nil {
				continue
			}
			for _, w := range askDay(t, b, d).Windows {
				for _, v := range dayA.Windows {
					if askDay(t, b, d).Special && w.Open.Before(v.Close) && v.Open.Before(w.Close) {
						parts = append(parts, calendar.Day{Date: d, Special: true})
					}
				}
			}
		}
	}
	var reasons []string
	for _, p := range parts {
		p.Windows, p.Unknown = nil, false
		if p.Dated() && !slices.Contains(reasons, p.Reason()) {
			reasons = append(reasons, p.Reason())
		}
	}
	if len(reasons) == 0 {
		return calendar.Day{Date: date}.Reason() // weekend, or closed on that day of the week
	}
	return strings.Join(reasons, ", ")
}

func askDay(t *rapid.T, c *calendar.Calendar, date calendar.Date) calendar.Day {
	day, err := c.Day(date)
	if err != nil {
		t.Fatal(err)
	}
	return day
}

// drawZonemates draws calendars of one zone, with holidays and special dates around one
// date, and a date near that.
func drawZonemates(t *rapid.T) (all [3]*calendar.Calendar, date calendar.Date) {
	zone := calendartest.Configs().Draw(t, "the zone's")
	near := calendartest.Dates().Draw(t, "near")
	if loc := drawn(t, zone).Location(); rapid.Bool().Draw(t, "at a transition") {
		near, _ = calendar.DateOf(calendartest.Transitions(loc).Draw(t, "transition"))
	}
	for i := range all {
		cfg := calendar.Config{Zone: zone.Zone, Location: zone.Location}
		cfg.Week = calendartest.Weeks().Draw(t, "week")
		cfg.Holidays = calendartest.Holidays(near).Draw(t, "holidays")
		cfg.Special = calendartest.Special(near).Draw(t, "special")
		for k := range cfg.Holidays {
			cfg.Holidays[k].Name = rapid.SampledFrom([]string{"", "fair", "party"}).Draw(t, "name")
		}
		if rapid.IntRange(0, 3).Draw(t, "limits") == 0 {
			known := calendartest.Coverage(near).Draw(t, "coverage")
			cfg.HolidaysFrom, cfg.HolidaysThrough = known.From, known.Through
		}
		all[i] = drawn(t, cfg)
	}
	date, err := near.Plus(rapid.IntRange(-4, 4).Draw(t, "days later"), calendar.Days)
	if err != nil {
		t.Skip("no such date")
	}
	return all, date
}

// drawn returns the calendar of a Config that was drawn.
func drawn(t *rapid.T, cfg calendar.Config) *calendar.Calendar {
	c, err := calendar.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestPropClosingMatchesSlowTwin: why two calendars of one zone are closed together.
func TestPropClosingMatchesSlowTwin(t *testing.T) {
	rapid.Check(t, propSlowClosing)
}

func propSlowClosing(t *rapid.T) {
	all, date := drawZonemates(t)
	op := slowOp(rapid.IntRange(0, 2).Draw(t, "op"))
	c, err := combineSlow(op, all[0], all[1])
	if err != nil {
		t.Fatal(err)
	}
	day := askDay(t, c, date)
	switch {
	case len(day.Windows) > 0:
		if day.Reason() != "" || day.Dated() || day.Parts != nil {
			t.Fatalf("%v: open, %q, %+v", date, day.Reason(), day)
		}
	case day.Unknown:
		if day.Reason() != "holidays not known" || day.Parts != nil {
			t.Fatalf("%v: not known, %q, %+v", date, day.Reason(), day)
		}
	case day.Skipped:
		if day.Reason() != "no such date" || day.Parts != nil {
			t.Fatalf("%v: skipped, %q, %+v", date, day.Reason(), day)
		}
	case op == slowDifference && askDay(t, all[0], date).Unknown: // which windows are taken, a Day does not tell
	default:
		if want := slowClosing(t, op, all[0], all[1], date); day.Reason() != want || day.Dated() != (len(day.Parts) > 0) {
			t.Fatalf("%v, op %d: %q, want %q; %+v", date, op, day.Reason(), want, day)
		}
	}
}

func combineSlow(op slowOp, a, b *calendar.Calendar) (*calendar.Calendar, error) {
	switch op {
	case slowUnion:
		return calendar.Union(a, b)
	case slowIntersection:
		return calendar.Intersection(a, b)
	}
	return calendar.Difference(a, b)
}

// TestPropClosingOfOne: a calendar combined with itself, or less nothing, is closed for
// the reasons that it has by itself; and how three are put into brackets does not matter.
func TestPropClosingOfOne(t *testing.T) {
	get := func(c *calendar.Calendar, err error) *calendar.Calendar {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	rapid.Check(t, func(t *rapid.T) {
		all, date := drawZonemates(t)
		a, b, c := all[0], all[1], all[2]
		never := get(calendar.New(calendar.Config{Location: a.Location()}))
		same := func(name string, c, d *calendar.Calendar) {
			of, as := askDay(t, c, date), askDay(t, d, date)
			if of.Reason() != as.Reason() || of.Dated() != as.Dated() {
				t.Fatalf("%s, %v: %q, %v, want %q, %v", name, date, of.Reason(), of.Dated(), as.Reason(), as.Dated())
			}
		}
		same("union", get(calendar.Union(a, a)), a)
		same("intersection", get(calendar.Intersection(a, a)), a)
		same("difference", get(calendar.Difference(a, never)), a)
		same("both", get(calendar.Union(get(calendar.Intersection(a, a)), get(calendar.Difference(a, never)))), a)
		same("union of three", get(calendar.Union(a, get(calendar.Union(b, c)))), get(calendar.Union(a, b, c)))
		same("intersection of three", get(calendar.Intersection(a, get(calendar.Intersection(b, c)))), get(calendar.Intersection(a, b, c)))
	})
}
