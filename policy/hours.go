package policy

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// due returns the instant at which a target has passed since start. If the
// ticket switched to other hours, what was counted before stays counted.
func (g *target) due(start time.Time, switched Moment) (Moment, error) {
	if g.After == "" || !switched.known {
		return momentOf(g.Measure.from(g.calendar, start))
	}
	if g.after == nil {
		return Moment{}, g.lacking
	}
	if start.Compare(switched.t) >= 0 {
		return momentOf(g.Measure.from(g.after, start))
	}
	due, err := momentOf(g.Measure.from(g.calendar, start))
	if err != nil || due.passed(switched.t) {
		return due, err
	}
	return g.carriedOver(due, switched.t)
}

// carriedOver returns the due time of a clock that is counted in other hours
// from a switch on: what is left of it then is left of it there.
func (g *target) carriedOver(due Moment, at time.Time) (Moment, error) {
	if g.After == "" || !due.known || due.passed(at) {
		return due, nil
	}
	if g.after == nil {
		return Moment{}, g.lacking
	}
	left, err := lengthOf(g.calendar.Between(at, due.t))
	switch {
	case err != nil:
		return Moment{}, err
	case !left.known || left.d == 0:
		return due, nil
	}
	return momentOf(g.after.Add(at, left.d))
}

// between returns the working time of a target's hours from a to b, negative if
// b is before a.
func (g *target) between(a, b time.Time, switched Moment) (Length, error) {
	if g.after == nil || !switched.known {
		return lengthOf(g.calendar.Between(a, b))
	}
	if b.Before(a) {
		l, err := g.between(b, a, switched)
		return Length{-l.d, l.known}, err
	}
	before, err := stretch(g.calendar, a, earliest(b, switched.t))
	if err != nil || !before.known {
		return Length{}, err
	}
	after, err := stretch(g.after, latest(a, switched.t), b)
	return Length{before.d + after.d, after.known}, err
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
