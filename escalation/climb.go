package escalation

import (
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/severity"
)

// A Climb is one ticket's way up a ladder. The zero Climb has not begun: it has
// no steps, and whatever it is told changes nothing.
//
// It is told events in their order, and before each of them, with
// [Climb.Advance], that time has passed. An error of a calendar that lacks
// holidays is none of a Climb's: the step has an unknown instant (G9).
type Climb struct {
	ladder  *Ladder // nil: cancelled, until a change gives it another
	rungs   []Rung
	start   time.Time       // of the counting
	started bool            // it does not wait
	halted  bool            // the customer tests
	since   time.Time       // of the halt
	pauses  []calendar.Span // the halts that are over, since start
	over    bool
}

// A Rung is a step of a climb. The zero Rung is none.
type Rung struct {
	Step  int    // from 1
	To    string // who is told
	After Delay  // since the start of the ladder that is in force
	By    string // the clause
	// At is when the step was reached, or will be if nothing more happens. It is
	// none while the ladder waits and once it is cancelled. Of a Halted step it
	// is the instant it would have if the halt had lasted no longer than up to
	// what the climb was told last, so it says nothing about the step yet.
	At    calendar.Moment
	State State
}

// Begin begins a climb that waits. Its steps are pending, without an instant,
// until [Climb.Start]. Of no ladder, nil, it is the zero Climb. The ladder must
// not change any more.
func Begin(l *Ladder) Climb {
	if l == nil {
		return Climb{}
	}
	c := Climb{ladder: l, rungs: make([]Rung, len(l.Steps))}
	for i, s := range l.Steps {
		c.rungs[i] = Rung{Step: i + 1, To: s.To, After: s.After, By: s.Clause}
	}
	return c
}

// Begun reports whether there is a climb, be it over or cancelled.
func (c *Climb) Begun() bool { return c.rungs != nil }

// Waits reports whether the climb has begun and not started.
func (c *Climb) Waits() bool { return c.Begun() && !c.started && !c.over && c.ladder != nil }

// Rungs returns the steps, as they stand. The slice is the climb's own.
func (c *Climb) Rungs() []Rung { return c.rungs }

// Start starts a climb that waits: its delays count from at. If it is halted, it
// stands from its start. A climb that does not wait stays as it is. The error is
// an [ErrLadder], or that of the ladder's calendar.
func (c *Climb) Start(at time.Time) error {
	if !c.Waits() {
		return nil
	}
	c.start, c.started, c.since = at, true, at
	return c.each(func(r *Rung) (err error) {
		r.At, err = c.ladder.from(r.After, at, nil)
		return err
	})
}

// each calls f for the steps that have not been reached.
func (c *Climb) each(f func(*Rung) error) error {
	for i := range c.rungs {
		if r := &c.rungs[i]; r.State != Reached {
			if err := f(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// Advance lets time pass: steps whose instant is not after until are reached. A
// step at the instant of an event is so reached before the event (G10).
func (c *Climb) Advance(until time.Time) {
	if !c.started || c.halted || c.over {
		return
	}
	for i := range c.rungs {
		if r := &c.rungs[i]; r.State == Pending {
			if at, ok := r.At.Get(); ok && !at.After(until) {
				r.State = Reached
			}
		}
	}
}

// Halt halts the climb from at until it is resumed. A climb that is halted
// already stays so, from the earlier instant; one that waits is halted too. What
// has been reached stays reached.
func (c *Climb) Halt(at time.Time) {
	if c.over || c.halted || !c.Begun() {
		return
	}
	c.halted, c.since = true, at
	c.label(Pending, Halted)
}

// label gives the steps of one state another.
func (c *Climb) label(from, to State) {
	for i := range c.rungs {
		if c.rungs[i].State == from {
			c.rungs[i].State = to
		}
	}
}

// Resume lets a halted climb go on where it stood: each step is put off by the
// working time of the halt (G7). A climb that is not halted stays as it is. The
// error is that of the ladder's calendar.
func (c *Climb) Resume(at time.Time) error {
	if c.over || !c.halted {
		return nil
	}
	err := c.settle(at)
	c.halted = false
	c.label(Halted, Pending)
	if err != nil {
		return err
	}
	return c.each(func(r *Rung) error {
		// Only a step that a change of ladders left at an instant outside the
		// present ladder's hours can be so: the halt took no working time, and
		// its instant went by. No step is reached during a halt.
		if r.At.Passed(at) {
			r.At = calendar.At(at)
		}
		return nil
	})
}

// settle puts the steps off by the part of the present halt that is over.
func (c *Climb) settle(at time.Time) error {
	if !c.started || c.ladder == nil || !c.since.Before(at) {
		return nil
	}
	pause := calendar.Span{Open: c.since, Close: at}
	c.since = at
	c.pauses = append(c.pauses, pause)
	paused, err := c.ladder.Calendar.Between(pause.Open, pause.Close)
	return c.each(func(r *Rung) error {
		m, known := r.At.Get()
		switch {
		case !known:
			return nil // what was unknown or none stays so
		case err != nil:
			m, err := calendar.MomentOf(time.Time{}, err)
			r.At = m
			return err
		}
		var failed error
		r.At, failed = calendar.MomentOf(c.ladder.Calendar.Add(m, paused))
		return failed
	})
}

// Change gives the climb another ladder, because the severity changed. Each step
// that has not been reached is treated like a clock whose start is that of the
// climb (G8); what a mode brings forward into the past is reached at the change,
// or, while the climb is halted, when it resumes. No ladder, nil, cancels the
// rest; a later one counts from its change. A climb that waits starts at the
// change. raised says that the severity became graver.
//
// The error is an [ErrLadder] if l has another number of steps, or that of its
// calendar.
func (c *Climb) Change(at time.Time, l *Ladder, raised bool, mode severity.Mode) error {
	if c.over || !c.Begun() {
		return nil
	}
	if l != nil && len(l.Steps) != len(c.rungs) {
		return &LadderError{Place: "steps", Value: strconv.Itoa(len(l.Steps)), Why: "is another number of steps than the climb's, " + strconv.Itoa(len(c.rungs))}
	}
	fresh := c.ladder == nil
	waited := c.Waits()
	if c.halted {
		if err := c.settle(at); err != nil {
			return err
		}
	}
	c.ladder = l
	switch {
	case l == nil:
		c.started = false
		return c.each(func(r *Rung) error {
			r.At, r.State = calendar.Moment{}, Cancelled
			return nil
		})
	case fresh || waited:
		c.pauses = nil
		c.label(Cancelled, Pending)
		if c.halted {
			c.label(Pending, Halted)
		}
		c.take(l)
		return c.Start(at)
	}
	c.take(l)
	return c.each(func(r *Rung) error {
		return c.move(r, at, raised, mode)
	})
}

// take takes the delays and names of a ladder over.
func (c *Climb) take(l *Ladder) {
	for i := range c.rungs {
		if r := &c.rungs[i]; r.State != Reached {
			r.To, r.After, r.By = l.Steps[i].To, l.Steps[i].After, l.Steps[i].Clause
		}
	}
}

// move counts a step anew after a change of severity.
func (c *Climb) move(r *Rung, at time.Time, raised bool, mode severity.Mode) error {
	from, pauses := c.start, c.pauses
	if mode == severity.FromChange || mode == severity.Fair && raised {
		from, pauses = at, nil
	}
	m, err := c.ladder.from(r.After, from, pauses)
	if err != nil {
		return err
	}
	if mode == severity.Fair && raised {
		m = r.At.Earlier(m)
	} else if mode == severity.Fair {
		m = r.At.Later(m)
	}
	if m.Passed(at) {
		m = calendar.At(at)
	}
	r.At = m
	return nil
}

// End ends the climb with its ticket: what has not been reached never will be.
func (c *Climb) End() {
	c.over = true
	for i := range c.rungs {
		if r := &c.rungs[i]; r.State != Reached {
			r.At, r.State = calendar.Moment{}, Cancelled
		}
	}
}

// Next returns the earliest step that is pending at a known instant after asOf,
// of several at one instant the first. It is false if there is none, or the
// climb is halted.
func (c *Climb) Next(asOf time.Time) (r Rung, ok bool) {
	if !c.started || c.halted || c.over {
		return Rung{}, false
	}
	for _, rung := range c.rungs {
		at, known := rung.At.Get()
		if rung.State != Pending || !known || !at.After(asOf) {
			continue
		}
		if !ok || at.Before(r.At.Time()) {
			r, ok = rung, true
		}
	}
	return r, ok
}
