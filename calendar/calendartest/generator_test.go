package calendartest_test

import (
	"slices"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/calendartest"
	"pgregory.net/rapid"
)

// seek fails unless the generator yields each of the wanted things within so
// many tries: a bias that is lost would go unnoticed otherwise.
func seek[V any](t *testing.T, g *rapid.Generator[V], wanted map[string]func(V) bool) {
	t.Helper()
	for seed := range 2000 {
		v := g.Example(seed)
		for name, is := range wanted {
			if is(v) {
				delete(wanted, name)
			}
		}
	}
	for name := range wanted {
		t.Errorf("2000 values and none is %s", name)
	}
}

func TestWindowsOfDayReachTheEdges(t *testing.T) {
	has := func(is func(calendar.Window) bool) func([]calendar.Window) bool {
		return func(windows []calendar.Window) bool {
			return slices.ContainsFunc(windows, is)
		}
	}
	seek(t, calendartest.WindowsOfDay(), map[string]func([]calendar.Window) bool{
		"empty":               func(windows []calendar.Window) bool { return len(windows) == 0 },
		"of three or more":    func(windows []calendar.Window) bool { return len(windows) >= 3 },
		"touching":            func(windows []calendar.Window) bool { return len(windows) > 1 && windows[0].Close == windows[1].Open },
		"from midnight":       has(func(w calendar.Window) bool { return w.Open == 0 }),
		"until 24:00":         has(func(w calendar.Window) bool { return w.Close == 24*time.Hour }),
		"past midnight":       has(func(w calendar.Window) bool { return w.Close > 24*time.Hour }),
		"until 48:00":         has(func(w calendar.Window) bool { return w.Close == 48*time.Hour }),
		"of odd seconds":      has(func(w calendar.Window) bool { return w.Close%time.Minute != 0 }),
		"open when gaps come": has(func(w calendar.Window) bool { return w.Open > 2*time.Hour && w.Open < 3*time.Hour }),
	})
}

func TestTransitionsReachTheEdges(t *testing.T) {
	berlin := zone(t, "Europe/Berlin")
	seek(t, calendartest.Transitions(berlin), map[string]func(time.Time) bool{
		"into summer": func(at time.Time) bool { return at.IsDST() && !at.Add(-1).IsDST() },
		"into winter": func(at time.Time) bool { return !at.IsDST() && at.Add(-1).IsDST() },
	})
	apia := zone(t, "Pacific/Apia")
	seek(t, calendartest.Transitions(apia), map[string]func(time.Time) bool{
		"the skipped date": func(at time.Time) bool { return at.Equal(time.Date(2011, 12, 30, 10, 0, 0, 0, time.UTC)) },
	})
}

func TestInstantsReachTheEdges(t *testing.T) {
	c, err := calendar.New(calendar.Config{Zone: "Europe/Berlin", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	at := func(hour, minute, second, nano int) func(time.Time) bool {
		return func(t time.Time) bool {
			h, m, s := t.Clock()
			return h == hour && m == minute && s == second && t.Nanosecond() == nano
		}
	}
	seek(t, calendartest.Instants(c), map[string]func(time.Time) bool{
		"an opening":                   at(9, 0, 0, 0),
		"a nanosecond before one":      at(8, 59, 59, 999_999_999),
		"a close":                      at(17, 0, 0, 0),
		"a nanosecond after one":       at(17, 0, 0, 1),
		"a midnight":                   at(0, 0, 0, 0),
		"a nanosecond before midnight": at(23, 59, 59, 999_999_999),
		"a leap day":                   func(t time.Time) bool { return t.Month() == time.February && t.Day() == 29 },
		"at summer's start":            at(3, 0, 0, 0),
	})
}

func TestConfigsReachTheEdges(t *testing.T) {
	var none calendar.Date
	seek(t, calendartest.Configs(), map[string]func(calendar.Config) bool{
		"without a limit":          func(c calendar.Config) bool { return c.HolidaysFrom == none && c.HolidaysThrough == none },
		"limited on both sides":    func(c calendar.Config) bool { return c.HolidaysFrom != none && c.HolidaysThrough != none },
		"with two changes":         func(c calendar.Config) bool { return len(c.Changes) >= 2 },
		"with a special date":      func(c calendar.Config) bool { return len(c.Special) > 0 },
		"with a moved holiday":     func(c calendar.Config) bool { return len(c.Holidays) > 0 && c.Holidays[0].Date != c.Holidays[0].Actual },
		"with a location":          func(c calendar.Config) bool { return c.Location != nil },
		"with a regular day":       func(c calendar.Config) bool { return c.RegularDay != 0 },
		"of a fixed offset":        func(c calendar.Config) bool { return c.Zone == "+08:00" },
		"of a zone with two hours": func(c calendar.Config) bool { return c.Zone == "Antarctica/Troll" },
	})
}

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := calendar.Zone(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}
