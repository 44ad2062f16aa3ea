package lint

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// A counting is how a due time is counted: all that it hangs on besides the start.
type counting struct {
	calendar *calendar.Calendar
	measure  policy.Measure
	// everyDay has the days that calendar days at the same time of day are counted
	// on; nil for all other measures.
	everyDay    *calendar.Calendar
	fromOpening bool // days are counted from the next opening
	nextOpening bool // what falls on a closing instant moves to the next opening
}

// counting returns how a target on a calendar is counted.
func (m *memo) counting(t *policy.Target, c *calendar.Calendar) counting {
	how := counting{calendar: c, measure: t.Measure, fromOpening: t.FromOpening, nextOpening: t.NextOpening}
	if t.Measure.CalendarDays != 0 && t.Measure.Convention == calendar.SameTime {
		loc := c.Location()
		if m.everyDay[loc] == nil {
			// There is nothing in it that could be wrong; without it days end with the day.
			m.everyDay[loc], _ = calendar.New(calendar.Config{Location: loc, Week: calendar.Daily(0, 24*time.Hour)})
		}
		how.everyDay = m.everyDay[loc]
	}
	return how
}

// needsHours reports whether there is no due time on a calendar that never opens.
func needsHours(t *policy.Target) bool {
	return t.Measure.CalendarDays == 0 || t.FromOpening || t.NextOpening
}

// ends returns the instant that is due, as an evaluation of the policy does.
func (how *counting) ends(start time.Time) (at time.Time, err error) {
	c := how.calendar
	if how.fromOpening {
		if start, err = c.NextOpen(start); err != nil {
			return start, err
		}
	}
	switch m := how.measure; {
	case m.Days != 0:
		at, err = c.AddDays(start, m.Days, m.Convention)
	case how.everyDay != nil:
		at, err = how.everyDay.AddDays(start, m.CalendarDays, calendar.SameTime)
	case m.CalendarDays != 0:
		var day calendar.Date
		if day, err = calendar.DateOf(start.In(c.Location())); err == nil {
			day, err = day.Plus(m.CalendarDays+1, calendar.Days)
		}
		at = day.In(c.Location())
	default:
		at, err = c.Add(start, m.Time)
	}
	if err != nil || !how.nextOpening {
		return at, err
	}
	closing, err := c.PrevClose(at)
	if err != nil || !closing.Equal(at) {
		return at, err
	}
	return c.NextOpen(at)
}
