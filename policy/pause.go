package policy

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// paused reports whether the clock stands still.
func (r *round) paused() bool { return r.since.IsKnown() }

// pause lets a clock stand still from an instant on (G7).
func (t *timeline) pause(r *round, at time.Time) error {
	if r.waits() || r.paused() {
		return nil
	}
	r.since, r.late, r.whole = calendar.At(at), r.due.Passed(at), false
	if t.journal != nil {
		text := t.cause() + ": the clock pauses"
		if r.late {
			text = t.cause() + ": the clock pauses; it is overdue and stays so"
		}
		t.note(r, StepPause, r.since, "G7", text)
	}
	return t.aim(r, at)
}

// resume lets a clock go on that stands still.
func (t *timeline) resume(r *round, at time.Time) error {
	if !r.paused() {
		return nil
	}
	if err := r.settle(at); err != nil {
		return err
	}
	r.since = calendar.Moment{}
	if t.journal != nil {
		text := t.cause() + ": the clock goes on with what was left of it"
		if r.late {
			text = t.cause() + ": the clock goes on; it is overdue and stays so"
		}
		t.note(r, StepResume, calendar.At(at), "G7", text)
		t.noteTarget(r, "")
	}
	return t.aim(r, at)
}

// settle puts the due time off by the part of the present pause that is over
// (G7). What was overdue at the pause stays so.
func (r *round) settle(at time.Time) (err error) {
	if !r.paused() {
		return nil
	}
	over := calendar.Span{Open: r.since.Time(), Close: at}
	r.since = calendar.At(at)
	r.pauses = append(r.pauses, over)
	if r.late {
		return nil
	}
	r.due, err = r.putOff(r.due, over, true)
	return err
}

// putOff returns a due time put off by the working time of a pause that began at
// or before it. One outside the hours can lie in a pause that takes no working
// time; it is then the end of the pause, since a clock that stands still is not
// missed.
//
// What is a due time, and not an instant on the way to it, moves on to where due times do.
func (r *round) putOff(due calendar.Moment, pause calendar.Span, isDue bool) (calendar.Moment, error) {
	was, ok := due.Get()
	if !ok || pause.Open.After(was) {
		return due, nil
	}
	lost, err := r.target.between(pause.Open, pause.Close, &r.switched)
	if err != nil {
		return due, err
	}
	d, ok := lost.Get()
	switch {
	case !ok:
		return calendar.MomentOf(time.Time{}, lost.Unknown())
	case d > 0:
		if due, err = r.target.shift(was, d, &r.switched); err == nil && isDue {
			due, err = r.target.roll(due, &r.switched)
		}
	}
	if err == nil && due.Passed(pause.Close) {
		due = calendar.At(pause.Close)
	}
	return due, err
}

// dueOf returns when the clock's target is due if it is counted from an instant, without
// the pauses that came after it.
func (r *round) dueOf(from time.Time) (calendar.Moment, error) {
	due, err := r.target.due(from, &r.switched)
	for _, p := range r.pauses {
		if err != nil {
			return due, err
		}
		if p.Close.After(from) {
			due, err = r.putOff(due, calendar.Span{Open: latest(p.Open, from), Close: p.Close}, true)
		}
	}
	return due, err
}

// after returns the earliest instant by which the clock has run for d since an
// instant.
func (r *round) after(from time.Time, d time.Duration) (calendar.Moment, error) {
	at, err := r.target.shift(from, d, &r.switched)
	return r.behind(from, at, err)
}

// behind puts an instant that was counted from another one off by the pauses that
// began in between.
func (r *round) behind(from time.Time, at calendar.Moment, err error) (calendar.Moment, error) {
	for _, p := range r.pauses {
		if p.Open.Before(from) {
			continue
		}
		reached, ok := at.Get()
		if err != nil || !ok || !p.Open.Before(reached) {
			return at, err
		}
		at, err = r.putOff(at, p, false)
	}
	return at, err
}

// idle returns how much working time of the pauses that are over lies between two
// instants, none if b is before a.
func (r *round) idle(a, b time.Time) (Length, error) {
	sum := LengthOf(0)
	for _, p := range r.pauses {
		from, to := latest(a, p.Open), earliest(b, p.Close)
		if !from.Before(to) {
			continue
		}
		l, err := r.target.between(from, to, &r.switched)
		if err != nil || !l.IsKnown() {
			return l, err
		}
		sum.d += l.d
	}
	return sum, nil
}

// idleWall returns how much time by the wall clock the pauses that are over took.
func (r *round) idleWall() (sum time.Duration) {
	for _, p := range r.pauses {
		sum += p.Close.Sub(p.Open)
	}
	return sum
}

// run returns the working time from a to b without the pauses, negative if b is
// before a.
func (r *round) run(a, b time.Time) (Length, error) {
	g := r.target
	if r.pauses == nil && (g.after == nil || !r.switched.IsKnown()) {
		d, err := g.calendar.Between(a, b)
		if err != nil {
			return lengthOf(d, err)
		}
		return LengthOf(d), nil
	}
	l, err := g.between(a, b, &r.switched)
	if err != nil || !l.IsKnown() || r.pauses == nil {
		return l, err
	}
	sign := time.Duration(1)
	if b.Before(a) {
		a, b, sign = b, a, -1
	}
	idle, err := r.idle(a, b)
	if err != nil || !idle.IsKnown() {
		return idle, err
	}
	l.d -= sign * idle.d
	return l, nil
}

// total returns the working time from the clock's start to its due time, without
// the pauses: what is allowed.
func (r *round) total() (Length, error) {
	due, ok := r.due.Get()
	if !ok {
		return Length{}, nil
	}
	if why := r.unsure(); why != nil {
		return lengthOf(0, why)
	}
	return r.run(r.started.Time(), due)
}

// revive lets the last round of a metric go on if the ticket's end stopped it.
// It is false if there is none.
func (t *timeline) revive(m *metric, at time.Time) (bool, error) {
	if t.last[m.place] == 0 {
		return false, nil
	}
	r := t.rounds.at(int(t.last[m.place]) - 1)
	stopped, ok := r.stopped.Get()
	if !ok || !r.ended || r.waits() {
		return false, nil
	}
	if !r.paused() {
		r.since, r.late, r.whole = calendar.At(stopped), r.due.Passed(stopped), false
	}
	r.stopped, r.state, r.ended = calendar.Moment{}, Waiting, false
	t.open |= m.bit
	if err := t.resume(r, at); err != nil {
		return true, err
	}
	if r.target.level == t.level {
		return true, nil
	}
	return true, t.turnMetric(m, r.target, &turn{at: at, raised: t.level.GraverThan(r.target.level), mode: t.policy.agreement.SeverityChange})
}
