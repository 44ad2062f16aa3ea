package escalation

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Rung is a step of a climb, or one of its repeats. The zero Rung, and a nil one, is
// none: what it would say of its step is empty.
type Rung struct {
	Step   int // from 1
	Repeat int // 0 of the step itself, then from 1
	// At is when the step was reached, or will be if nothing more happens. It is
	// none while the ladder waits and once it is cancelled. Of a Halted step it
	// is the instant it would have if the halt had lasted no longer than up to
	// what the climb was told last, so it says nothing about the step yet.
	At calendar.Moment
	// Notified is when the notice of the step was given, or will be if nothing more
	// happens: at the first opening of [Ladder.Notices] at At or after it. It is
	// unknown if its day is (G9). It is none where the ladder has no such hours,
	// while the climb is halted before the notice, and once there will be no notice.
	Notified calendar.Moment
	State    State

	told   bool    // the notice was given, or will not be any more
	ladder *Ladder // the last that was in force before the step was reached
}

// of returns what the ladder says of the step; the zero Step of the zero Rung.
func (r *Rung) of() *Step {
	if r == nil || r.ladder == nil || r.Step < 1 || r.Step > len(r.ladder.Steps) {
		return new(Step)
	}
	return &r.ladder.Steps[r.Step-1]
}

// To returns who is told.
func (r *Rung) To() string { return r.of().To }

// Clause returns the clause that says so.
func (r *Rung) Clause() string { return r.of().Clause }

// After returns the delay since the start of the ladder that is in force; of a
// repeat, since the one before it.
func (r *Rung) After() Delay {
	if r != nil && r.Repeat > 0 && r.ladder != nil {
		return r.ladder.Repeat.Every
	}
	return r.of().After
}

// HasNoticeHours reports whether the step's ladder has hours of its own for notices.
func (r *Rung) HasNoticeHours() bool {
	return r != nil && r.ladder != nil && r.ladder.Notices != nil
}

// rungRoom is how many rungs a climb has room for in itself.
const rungRoom = 5

// Rungs returns the steps as they stand, and after them the repeats of the last
// step that were reached, with the next one. The slice is the climb's own, and
// says how things stand until the climb is told of anything more.
func (c *Climb) Rungs() []Rung { return c.rungs() }

func (c *Climb) rungs() []Rung {
	switch {
	case c == nil:
		return nil
	case c.more != nil:
		return c.more
	}
	return c.room[:c.n]
}

// steps is how many steps the climb has, without repeats. All its ladders have as
// many.
func (c *Climb) steps() int {
	if !c.Begun() {
		return 0
	}
	return len(c.rungs()[0].ladder.Steps)
}

// add appends a rung of the present ladder and returns its index.
func (c *Climb) add(step, repeat int) int {
	r := Rung{Step: step, Repeat: repeat, ladder: c.ladder}
	switch {
	case c.more != nil:
		c.more = append(c.more, r)
	case c.n == rungRoom:
		c.more = append(append(make([]Rung, 0, 4*rungRoom), c.room[:]...), r)
	default:
		c.room[c.n] = r
	}
	c.n++
	return c.n - 1
}

// put gives a step that has not been reached an instant.
func (c *Climb) put(r *Rung, at calendar.Moment) (err error) {
	r.At, r.Notified = at, calendar.Moment{}
	c.wake(&r.At)
	if r.ladder.Notices != nil {
		err = r.notify(at)
	}
	return err
}

// cancelAll cancels all steps.
func (c *Climb) cancelAll(at time.Time) {
	c.wakes = calendar.Moment{}
	for i := range c.rungs() {
		c.cancel(i, at)
	}
}

// cancel makes a step that has not been reached one that never will be, or, if
// it has been, takes its notice back if that is still to come.
func (c *Climb) cancel(i int, at time.Time) {
	r := &c.rungs()[i]
	if r.State != Reached {
		if r.State != Cancelled {
			c.note(i, NoteCancelled, at)
		}
		r.At, r.State = calendar.Moment{}, Cancelled
	}
	if !r.told {
		r.Notified = calendar.Moment{}
		r.told = r.State == Reached
	}
}
