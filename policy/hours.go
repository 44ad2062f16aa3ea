package policy

import (
	"cmp"
	"errors"
	"math/bits"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// due returns the instant at which a target has passed since start. If the
// ticket switched to other hours, what was counted before stays counted.
func (g *target) due(start time.Time, switched *calendar.Moment) (calendar.Moment, error) {
	on := g.calendar
	switch {
	case !g.plain:
		on = nil
	case g.after == nil || !switched.IsKnown():
	case start.Before(switched.Time()):
		on = nil // the one calendar and then the other
	default:
		on = g.after
	}
	if on != nil { // it is working time on one calendar, as most is
		at, err := on.Add(start, g.Measure.Time)
		if err != nil {
			return calendar.MomentOf(at, err)
		}
		return calendar.At(at), nil
	}
	due, err := g.counted(start, switched)
	if err != nil || !g.NextOpening {
		return due, err
	}
	return g.roll(due, switched)
}

// counted is due before a due time on a closing instant moves on.
func (g *target) counted(start time.Time, switched *calendar.Moment) (calendar.Moment, error) {
	if g.After == "" || !switched.IsKnown() {
		return calendar.MomentOf(g.count(start))
	}
	if start.Compare(switched.Time()) >= 0 {
		return calendar.MomentOf(g.Measure.from(g.after, start))
	}
	used, err := lengthOf(g.calendar.Between(start, switched.Time()))
	switch {
	case err != nil:
		return calendar.Moment{}, err
	case used.IsKnown() && used.d < g.Measure.Time:
		return calendar.MomentOf(g.after.Add(switched.Time(), g.Measure.Time-used.d))
	}
	return calendar.MomentOf(g.Measure.from(g.calendar, start))
}

// count returns the instant at which the measure has passed since start, on the
// target's calendar.
func (g *target) count(start time.Time) (due time.Time, err error) {
	if g.FromOpening {
		if start, err = g.calendar.NextOpen(start); err != nil {
			return time.Time{}, err
		}
	}
	if g.everyDay != nil {
		due, err = g.everyDay.AddDays(start, g.Measure.CalendarDays, g.Measure.Convention)
		if err != nil && errors.Is(err, calendar.ErrNeverOpen) { // it is open every day: there are no more days
			err = &calendar.RangeError{What: g.text + " after " + start.Format(time.RFC3339), Why: "end outside the years 1 to 9999"}
		}
		return due, err
	}
	return g.Measure.from(g.calendar, start)
}

// roll takes a due time that falls on a closing instant to the next opening, if
// the target says so.
func (g *target) roll(due calendar.Moment, switched *calendar.Moment) (calendar.Moment, error) {
	at, ok := due.Get()
	if !g.NextOpening || !ok {
		return due, nil
	}
	hours := g.hours(at, switched)
	closing, err := hours.PrevClose(at)
	if err != nil || !closing.Equal(at) {
		return calendar.MomentOf(at, err)
	}
	return calendar.MomentOf(hours.NextOpen(at))
}

// hours returns the calendar on which a target is counted at an instant.
func (g *target) hours(at time.Time, switched *calendar.Moment) *calendar.Calendar {
	if g.after != nil && switched.IsKnown() && !at.Before(switched.Time()) {
		return g.after
	}
	return g.calendar
}

// carriedOver returns the due time of a clock that is counted in other hours
// from a switch on: what is left of it then is left of it there.
func (g *target) carriedOver(due calendar.Moment, at time.Time) (calendar.Moment, error) {
	if g.After == "" || !due.IsKnown() || due.Passed(at) {
		return due, nil
	}
	left, err := lengthOf(g.calendar.Between(at, due.Time()))
	switch {
	case err != nil:
		return calendar.Moment{}, err
	case !left.IsKnown() || left.d == 0:
		return due, nil
	}
	return calendar.MomentOf(g.after.Add(at, left.d))
}

// shift returns the earliest instant by which so much working time of a target's
// hours has passed since at. d is not negative.
func (g *target) shift(at time.Time, d time.Duration, switched *calendar.Moment) (calendar.Moment, error) {
	on := g.hours(at, switched)
	if g.after == nil || !switched.IsKnown() || on == g.after {
		return calendar.MomentOf(on.Add(at, d))
	}
	used, err := lengthOf(on.Between(at, switched.Time()))
	switch {
	case err != nil:
		return calendar.Moment{}, err
	case !used.IsKnown() || used.d >= d:
		return calendar.MomentOf(on.Add(at, d))
	}
	return calendar.MomentOf(g.after.Add(switched.Time(), d-used.d))
}

// offset returns the instant a measure after another one, or before it if sign is
// negative, on the hours that are in force there.
func (g *target) offset(at time.Time, m Measure, sign int, switched *calendar.Moment) (calendar.Moment, error) {
	if on := g.hours(at, switched); m.Days != 0 || sign < 0 {
		m.Days, m.Time = sign*m.Days, time.Duration(sign)*m.Time
		return calendar.MomentOf(m.from(on, at))
	}
	return g.shift(at, m.Time, switched)
}

// between returns the working time of a target's hours from a to b, negative if
// b is before a.
func (g *target) between(a, b time.Time, switched *calendar.Moment) (Length, error) {
	if g.after == nil || !switched.IsKnown() {
		return lengthOf(g.calendar.Between(a, b))
	}
	at := switched.Time()
	switch from, until := a.Compare(at), b.Compare(at); {
	case from >= 0 && until >= 0:
		return lengthOf(g.after.Between(a, b))
	case from <= 0 && until <= 0:
		return lengthOf(g.calendar.Between(a, b))
	case until < 0:
		l, err := g.between(b, a, switched)
		l.d = -l.d
		return l, err
	}
	before, err := lengthOf(g.calendar.Between(a, at))
	if err != nil || !before.IsKnown() {
		return before, err
	}
	after, err := lengthOf(g.after.Between(at, b))
	after.d += before.d
	return after, err
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

// switchHours takes the ticket over to other hours: running clocks go on in
// them with what is left (ISP-1).
func (t *timeline) switchHours(at time.Time) (err error) {
	if t.switched.IsKnown() {
		return nil
	}
	t.switched = calendar.At(at)
	for open := t.open; open != 0; open &= open - 1 {
		r := t.openRound(bits.TrailingZeros32(open))
		switch {
		case r.switched.IsKnown():
			continue // one that goes on after a reopening may have switched before
		case r.waits():
			r.switched = t.switched
			if err := r.target.lacks(&r.switched); err != nil {
				return err
			}
			continue
		}
		if err := r.settle(at); err != nil {
			return err
		}
		was := r.due
		r.switched = t.switched
		if err := r.target.lacks(&r.switched); err != nil {
			return err
		}
		if r.whole && was.Unknown() != nil && r.unsure() == nil {
			r.due, err = r.target.counted(r.started.Time(), &r.switched)
		} else {
			r.due, err = r.target.carriedOver(was, at)
		}
		if err != nil {
			return err
		}
		if r.target.NextOpening && r.due != was {
			if r.due, err = r.target.roll(r.due, &r.switched); err != nil {
				return err
			}
		}
		if err := t.aim(r, at); err != nil {
			return err
		}
		if t.journal != nil && r.target.After != "" {
			t.note(r, StepChange, calendar.At(at), cmp.Or(t.policy.agreement.SwitchClause, r.target.Clause), t.cause()+": what is left goes on in "+r.target.After)
			t.noteTarget(r, "")
		}
	}
	return nil
}
