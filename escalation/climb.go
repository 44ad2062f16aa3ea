package escalation

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Climb is one ticket's way up a ladder. The zero Climb, like a nil one, has not begun:
// it has no steps, and before [Climb.Begin] nothing changes it.
//
// Events are reported to it in order, each after a call of [Climb.Advance] that lets time
// pass until then. Unknown holidays are no error: the step then has an unknown instant
// (G9).
type Climb struct {
	ladder  *Ladder // nil: cancelled, until a change gives it another
	start   time.Time
	started bool      // it does not wait any more
	halted  bool      // the customer tests
	over    bool      // it ended with its ticket
	n       int       // how many rungs there are
	since   time.Time // when the halt began, or up to when its pause is settled
	// Before wakes nothing happens by itself; if it is none, nothing ever does. (Most
	// calls of Advance come before it, and need not go through the rungs.)
	wakes  calendar.Moment
	series series // of the repeats
	log    *log   // nil if no reasons are wanted

	// Most climbs have no more rungs and halts than fit into these arrays, and need no
	// other memory.
	room      [rungRoom]Rung
	more      []Rung // all of them, once there are too many
	pauseRoom [2]calendar.Span
	pauseMore []calendar.Span
	paused    int // how many halts are over, since start
}

// Begin makes c, whatever it was, a climb of l that has begun and waits: its steps are
// pending, without an instant, until [Climb.Start]. If l is nil, c becomes the zero
// Climb. The ladder must not change any more. A nil Climb stays nil.
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

// Begun reports whether the climb has begun, even if it is over or cancelled by now.
func (c *Climb) Begun() bool { return c != nil && c.n != 0 }

// Waits reports whether the climb has begun but not started. One that is over or
// cancelled does not wait.
func (c *Climb) Waits() bool { return c.Begun() && !c.started && !c.over && c.ladder != nil }

// Start starts a climb that waits: its delays count from at. If it is halted, the halt
// counts from at, too. A climb that does not wait is left unchanged. The error is an
// [ErrLadder] or comes from the ladder's calendar.
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

// Advance lets time pass up to an instant: steps at or before that instant are reached.
// So a step at the instant of an event is reached before the event (G10).
//
// The error is an [ErrLadder], or comes from a calendar that cannot tell, for a reason
// other than unknown holidays, when the next repeat or its notice comes. Of several
// errors it is the first. The steps are reached all the same, and the error is not
// returned again.
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

// wake notes that something happens by itself at an instant, if that is known.
func (c *Climb) wake(at *calendar.Moment) {
	if at.IsKnown() && (!c.wakes.IsKnown() || at.Time().Before(c.wakes.Time())) {
		c.wakes = *at
	}
}

// Halt halts the climb from at until it is resumed (CUM-8). A climb that is already
// halted stays so, from the earlier instant; one that waits is halted too. A step that
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

// Resume lets a halted climb go on where it stood: each step still to come is put off by
// the working time of the halt, whatever the convention of its delay (G7). A notice that
// the halt held back is given at the first opening from then on. A climb that is not
// halted is left unchanged. The error comes from a calendar.
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
		// This happens only to a step whose instant lay outside the ladder's hours: the
		// halt took no working time, and the instant went by, since no step is reached
		// during a halt.
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

// End ends the climb at an instant, with its ticket: a step that has not been reached
// never will be, and a notice that is still to come is no longer given. A climb that is
// over is left unchanged.
func (c *Climb) End(at time.Time) {
	if c != nil && !c.over {
		c.cancelAll(at)
		c.over = true
	}
}

// Next returns the earliest step that is pending at a known instant after asOf; of
// several at one instant it is the first. ok is false if there is none or the climb is
// halted. For notices see [Climb.NextNotice].
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
