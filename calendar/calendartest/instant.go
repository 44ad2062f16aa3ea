package calendartest

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

// InstantsIn generates instants in loc around the edges of civil time: transitions,
// starts of dates, leap days and year ends, shifted by [Offsets].
func InstantsIn(loc *time.Location) *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		at := midnight(Dates().Draw(t, "date"))
		switch rapid.IntRange(0, 2).Draw(t, "kind of instant") {
		case 1:
			at = Transitions(loc).Draw(t, "transition")
		case 2:
			d, _ := calendar.DateOf(at)
			at = d.In(loc)
		}
		return at.Add(Offsets().Draw(t, "off by")).In(loc)
	})
}

// Instants generates instants for a calendar: those of [InstantsIn], and the bounds of
// the windows after them, shifted by [Offsets].
func Instants(c *calendar.Calendar) *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		at := InstantsIn(c.Location()).Draw(t, "about")
		if rapid.IntRange(0, 2).Draw(t, "at a window") == 0 {
			return at
		}
		return bounded(c, at).Draw(t, "bound").Add(Offsets().Draw(t, "off by")).In(c.Location())
	})
}

// InstantsNear generates instants before or after t by at most reach, and, like
// [Instants], the bounds of the windows in the two months after those. It is for a
// second question to the same calendar. Reach must not be negative.
func InstantsNear(c *calendar.Calendar, t time.Time, reach time.Duration) *rapid.Generator[time.Time] {
	return rapid.Custom(func(r *rapid.T) time.Time {
		at := t.Add(time.Duration(rapid.Int64Range(-int64(reach), int64(reach)).Draw(r, "away")))
		if rapid.Bool().Draw(r, "at a window") {
			at = bounded(c, at).Draw(r, "bound").Add(Offsets().Draw(r, "off by"))
		}
		return at.In(c.Location())
	})
}

// bounded generates the bounds of the next windows from an instant on, or the
// instant itself where the calendar knows none.
func bounded(c *calendar.Calendar, at time.Time) *rapid.Generator[time.Time] {
	bounds := []time.Time{at}
	for span, err := range c.Windows(at) {
		if err != nil || len(bounds) > 6 || span.Open.Sub(at) > 60*24*time.Hour {
			break
		}
		bounds = append(bounds, span.Open, span.Close)
	}
	return rapid.SampledFrom(bounds)
}

// InstantsOf generates instants for a config: near its special dates, holidays, week
// changes and limits of coverage, at the wall-clock times of its windows, shifted by
// [Offsets]; and otherwise those of [InstantsIn]. The config must be one that
// [calendar.New] accepts.
func InstantsOf(cfg calendar.Config) *rapid.Generator[time.Time] {
	loc := location(cfg)
	dates := datesOf(cfg)
	walls := wallsOf(cfg)
	return rapid.Custom(func(t *rapid.T) time.Time {
		if len(dates) == 0 || rapid.IntRange(0, 3).Draw(t, "anywhere") == 3 {
			return InstantsIn(loc).Draw(t, "instant")
		}
		d := rapid.SampledFrom(dates).Draw(t, "date of config")
		d = plus(d, rapid.IntRange(-3, 3).Draw(t, "days away"))
		wall := rapid.SampledFrom(walls).Draw(t, "wall clock")
		year, month, day := d.Civil()
		at := time.Date(year, month, day, 0, 0, int(wall/time.Second), 0, loc)
		return at.Add(Offsets().Draw(t, "off by")).In(loc)
	})
}

// datesOf returns the dates that a config names, ascending.
func datesOf(cfg calendar.Config) []calendar.Date {
	dates := []calendar.Date{cfg.HolidaysFrom, cfg.HolidaysThrough}
	for d := range cfg.Special {
		dates = append(dates, d)
	}
	for _, h := range cfg.Holidays {
		dates = append(dates, h.Date, h.Actual)
	}
	for _, c := range cfg.Changes {
		dates = append(dates, c.From)
	}
	slices.SortFunc(dates, calendar.Date.Compare)
	dates = slices.Compact(dates)
	return slices.DeleteFunc(dates, func(d calendar.Date) bool { return d == calendar.Date{} })
}

// wallsOf returns the wall-clock times of a config's windows, ascending, with
// midnight.
func wallsOf(cfg calendar.Config) []time.Duration {
	walls := []time.Duration{0}
	add := func(windows []calendar.Window) {
		for _, w := range windows {
			walls = append(walls, w.Open, w.Close)
		}
	}
	for _, windows := range cfg.Week {
		add(windows)
	}
	for _, c := range cfg.Changes {
		for _, windows := range c.Week {
			add(windows)
		}
	}
	for _, windows := range cfg.Special {
		add(windows)
	}
	slices.Sort(walls)
	return slices.Compact(walls)
}
