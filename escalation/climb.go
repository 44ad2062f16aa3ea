package escalation

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Climb is one ticket's way up a ladder. The zero Climb, and a nil one, has not begun:
// it has no steps, and whatever it is told changes nothing.
//
// It is told events in their order, and before each of them, with
// [Climb.Advance], that time has passed. Where a calendar lacks holidays, a Climb has
// no error: the step has an unknown instant (G9).
type Climb struct {
	ladder  *Ladder // nil: cancelled, until a change gives it another
	start   time.Time
	started bool      // it does not wait
	halted  bool      // the customer tests
	over    bool      // with its ticket
	n       int       // how many rungs there are
	since   time.Time // of the halt
	// Before wakes nothing happens by itself; nothing ever does if it is none. (Most
	// looks come before it, and need go through no rungs.)
	wakes  calendar.Moment
	series series // of the repeats
	log    *log   // nil if no reasons are wanted

	// Most climbs have no more rungs and halts than there is room for in
	// themselves, so that they need no other memory.
	room      [rungRoom]Rung
	more      []Rung // all of them, once there are too many
	pauseRoom [2]calendar.Span
	pauseMore []calendar.Span
	paused    int // how many halts are over, since start
}

// Begin makes c a climb that has begun, whatever it was, and waits: its steps are
// pending, without an instant, until [Climb.Start]. Of no ladder, nil, it is the
// zero Climb. The ladder must not change any more. A nil Climb stays nil.
func (c *Climb) Begin(l *Ladder) {
	if c == nil {
		return
	}
	*c = Climb{ladder: l}
	if l == nil {
		return
	}
	for i := range l.Steps {
		c.add(i+1, 0)
	}
}

// Begun reports whether there is a climb, be it over or cancelled.
func (c *Climb) Begun() bool { return c != nil && c.n != 0 }

// Waits reports whether the climb has begun and not started.
func (c *Climb) Waits() bool { return c.Begun() && !c.started && !c.over && c.ladder != nil }

// Start starts a climb that waits: its delays count from at. If it is halted, it
// stands from its start. A climb that does not wait stays as it is. The error is
// an [ErrLadder], or that of the ladder's calendar.
func (c *Climb) Start(at time.Time) error {
	if !c.Waits() {
		return nil
	}
	c.start, c.started, c.since = at, true, at
	all := c.rungs()
	for i := range c.ladder.Steps {
		r := &all[i]
		if r.State == Reached {
			continue
		}
		m, err := c.ladder.from(c.ladder.Steps[i].After, at, nil)
		if err == nil {
			err = c.put(r, m)
		}
		if err != nil {
			return err
		}
		c.note(i, NoteStarted, at)
	}
	return nil
}

// Advance lets time pass up to an instant: steps at that instant or before it are
// reached. So a step at the instant of an event is reached before the event (G10).
//
// The error is an [ErrLadder], or that of a calendar which cannot tell when the next
// repeat or its notice comes, for another reason than unknown holidays; of several it is
// the first. The steps are reached all the same, and the error is not told again.
func (c *Climb) Advance(through time.Time) (err error) {
	if c == nil || c.halted || !c.wakes.IsKnown() || through.Before(c.wakes.Time()) {
		return nil
	}
	c.wakes = calendar.Moment{}
	for i := 0; i < c.n; i++ { // a repeat that is reached adds another
		r := &c.rungs()[i]
		if at := r.At.Time(); r.State == Pending && r.At.IsKnown() {
			if at.After(through) {
				c.wake(&r.At)
				continue
			}
			r.State = Reached
			c.note(i, NoteReached, at)
			if e := c.reached(i); err == nil {
				err = e
			}
			r = &c.rungs()[i]
		}
		if r.State == Reached && !r.told && r.Notified.IsKnown() {
			if r.told = !r.Notified.Time().After(through); !r.told {
				c.wake(&r.Notified)
			}
		}
	}
	return err
}

// wake keeps that something happens by itself at an instant, if it is known.
func (c *Climb) wake(at *calendar.Moment) {
	if at.IsKnown() && (!c.wakes.IsKnown() || at.Time().Before(c.wakes.Time())) {
		c.wakes = *at
	}
}

// Halt halts the climb from at until it is resumed (CUM-8). A climb that is halted
// already stays so, from the earlier instant; one that waits is halted too. What
// has been reached stays reached; a notice that is still to come waits.
func (c *Climb) Halt(at time.Time) {
	if !c.Begun() || c.over || c.halted {
		return
	}
	c.halted, c.since = true, at
	all := c.rungs()
	for i := range all {
		switch r := &all[i]; {
		case r.State == Pending:
			r.State = Halted
			c.note(i, NoteHalted, at)
		case r.State == Reached && !r.told:
			r.Notified = calendar.Moment{}
		}
	}
}

// Resume lets a halted climb go on where it stood: each step is put off by the
// working time of the halt, whatever the convention of its delay (G7). A notice
// that waits is given at the first opening from then on. A climb that is not
// halted stays as it is. The error is that of a calendar.
func (c *Climb) Resume(at time.Time) error {
	if c == nil || c.over || !c.halted {
		return nil
	}
	c.halted = false
	all := c.rungs()
	for i := range all {
		if all[i].State == Halted {
			all[i].State = Pending
		}
	}
	if err := c.settle(at); err != nil {
		return err
	}
	for i := range all {
		// Only a step that stood at an instant outside the ladder's hours can be
		// so: the halt took no working time, and its instant went by. No step is
		// reached during a halt.
		if r := &all[i]; r.State != Reached && r.At.Passed(at) {
			if err := c.put(r, calendar.At(at)); err != nil {
				return err
			}
		}
		if all[i].State == Pending {
			c.note(i, NoteResumed, at)
		}
	}
	return c.release(at)
}

// pauses returns the halts that are over, in order.
func (c *Climb) pauses() []calendar.Span {
	if c.pauseMore != nil {
		return c.pauseMore
	}
	return c.pauseRoom[:c.paused]
}

// settle puts the steps off by the part of a halt that is over.
func (c *Climb) settle(at time.Time) error {
	if !c.started || c.ladder == nil || !c.since.Before(at) {
		return nil
	}
	pause := calendar.Span{Open: c.since, Close: at}
	c.since = at
	switch {
	case c.pauseMore != nil:
		c.pauseMore = append(c.pauseMore, pause)
	case c.paused == len(c.pauseRoom):
		c.pauseMore = append(append(make([]calendar.Span, 0, 4*c.paused), c.pauseRoom[:]...), pause)
	default:
		c.pauseRoom[c.paused] = pause
	}
	c.paused++
	paused, unsure := c.ladder.Calendar.Between(pause.Open, pause.Close)
	all := c.rungs()
	for i := range all {
		r := &all[i]
		if r.State == Reached || !r.At.IsKnown() {
			continue // what was unknown or none stays so
		}
		to, err := time.Time{}, unsure
		if err == nil {
			to, err = c.ladder.Calendar.Add(r.At.Time(), paused)
		}
		m, err := calendar.MomentOf(to, err)
		if err == nil {
			err = c.put(r, m)
		}
		if err != nil {
			return err
		}
		if n := c.note(i, NotePaused, at); n != nil {
			n.Since, n.Paused = pause.Open, paused
		}
	}
	return nil
}

// End ends the climb at an instant, with its ticket: what has not been reached never
// will be, and a notice that is still to come is not given any more. A climb that is
// over stays as it is.
func (c *Climb) End(at time.Time) {
	if c != nil && !c.over {
		c.cancelAll(at)
		c.over = true
	}
}

// Next returns the earliest step that is pending at a known instant after asOf,
// of several at one instant the first. It is false if there is none, or the climb
// is halted. For notices see [Climb.NextNotice].
func (c *Climb) Next(asOf time.Time) (r Rung, ok bool) {
	all, first := c.rungs(), (*Rung)(nil)
	for i := range all {
		r := &all[i]
		if r.State == Pending && r.At.IsKnown() && r.At.Time().After(asOf) && (first == nil || r.At.Time().Before(first.At.Time())) {
			first = r
		}
	}
	if first == nil {
		return Rung{}, false
	}
	return *first, true
}
