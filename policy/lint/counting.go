package lint

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
)

// A counting is how a due time is counted: everything that it depends on besides the start.
type counting struct {
	calendar    *calendar.Calendar
	measure     policy.Measure
	fromOpening bool
	nextOpening bool
}

// countingOf returns how a target on a calendar is counted.
func countingOf(t *policy.Target, c *calendar.Calendar) counting {
	return counting{c, t.Measure, t.FromOpening, t.NextOpening}
}

// needsHours reports whether there is no due time on a calendar that never opens.
func needsHours(t *policy.Target) bool {
	return t.Measure.CalendarDays == 0 || t.FromOpening || t.NextOpening
}

// A promised is what a metric owes at a level, for all targets that are counted alike. The
// policy is that of the first of them.
type promised struct {
	policy        *policy.Policy
	metric, level string
	due           []due // by start
}

// ends returns the due time for a start.
func (o *promised) ends(start time.Time) (time.Time, error) {
	m, err := o.policy.Due(o.metric, o.level, start)
	if err != nil {
		return time.Time{}, err
	}
	return m.Time(), m.Unknown()
}

// after returns the instant a delay after at, or before it if the delay is negative.
func after(c *calendar.Calendar, d escalation.Delay, at time.Time) (time.Time, error) {
	if d.Days != 0 {
		return c.AddDays(at, d.Days, d.Convention)
	}
	return c.Add(at, d.Time)
}
