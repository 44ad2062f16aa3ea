package policy

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// due returns the instant at which a target has passed since start. If the
// ticket switched to other hours, what was counted before stays counted.
func (g *target) due(start time.Time, switched calendar.Moment) (calendar.Moment, error) {
	if g.After == "" || !switched.IsKnown() {
		return calendar.MomentOf(g.Measure.from(g.calendar, start))
	}
	if g.after == nil {
		return calendar.Moment{}, g.lacking
	}
	if start.Compare(switched.Time()) >= 0 {
		return calendar.MomentOf(g.Measure.from(g.after, start))
	}
	due, err := calendar.MomentOf(g.Measure.from(g.calendar, start))
	if err != nil || due.Passed(switched.Time()) {
		return due, err
	}
	return g.carriedOver(due, switched.Time())
}

// carriedOver returns the due time of a clock that is counted in other hours
// from a switch on: what is left of it then is left of it there.
func (g *target) carriedOver(due calendar.Moment, at time.Time) (calendar.Moment, error) {
	if g.After == "" || !due.IsKnown() || due.Passed(at) {
		return due, nil
	}
	if g.after == nil {
		return calendar.Moment{}, g.lacking
	}
	left, err := lengthOf(g.calendar.Between(at, due.Time()))
	switch {
	case err != nil:
		return calendar.Moment{}, err
	case !left.known || left.d == 0:
		return due, nil
	}
	return calendar.MomentOf(g.after.Add(at, left.d))
}

// between returns the working time of a target's hours from a to b, negative if
// b is before a.
func (g *target) between(a, b time.Time, switched calendar.Moment) (Length, error) {
	if g.after == nil || !switched.IsKnown() {
		return lengthOf(g.calendar.Between(a, b))
	}
	if b.Before(a) {
		l, err := g.between(b, a, switched)
		l.d = -l.d
		return l, err
	}
	before, err := stretch(g.calendar, a, earliest(b, switched.Time()))
	if err != nil || !before.known {
		return before, err
	}
	after, err := stretch(g.after, latest(a, switched.Time()), b)
	after.d += before.d
	return after, err
}

// stretch returns the working time from a to b, none if b is before a.
func stretch(c *calendar.Calendar, a, b time.Time) (Length, error) {
	if b.Before(a) {
		return LengthOf(0), nil
	}
	return lengthOf(c.Between(a, b))
}

func earliest(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
