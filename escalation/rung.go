package escalation

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Rung is a step of a climb, or a repeat of its last step. The zero Rung, like a nil
// one, stands for no step: its To, Clause and After are empty.
type Rung struct {
	Step   int // from 1
	Repeat int // 0 for the step itself, then from 1
	// At is when the step was reached, or will be if nothing more happens. It is none
	// while the climb waits and once the step is cancelled. For a Halted step it counts
	// the halt only up to the last [Climb.Change] during it, so it does not yet say when
	// the step will be reached.
	At calendar.Moment
	// Notified is when the notice of the step was given, or will be if nothing more
	// happens: at At, or at the next opening of [Ladder.Notices] if they are closed then.
	// It is unknown if the holidays of its day are (G9). It is none if the ladder has no
	// such hours, while a halt holds back the notice of a step that has been reached, and
	// once there will be no notice. For a Halted step it follows At.
	Notified calendar.Moment
	State    State

	told   bool    // the notice was given, or will not be any more
	ladder *Ladder // the last one in force before the step was reached
}

// of returns what the ladder says about the step; for the zero Rung, the zero Step.
func (r *Rung) of() *Step {
	if r == nil || r.ladder == nil || r.Step < 1 || r.Step > len(r.ladder.Steps) {
		return new(Step)
	}
	return &r.ladder.Steps[r.Step-1]
}

// To returns who is told.
func (r *Rung) To() string { return r.of().To }

// Clause returns the clause that prescribes the step.
func (r *Rung) Clause() string { return r.of().Clause }

// After returns the delay of the step since the start of the climb, by the last ladder in
// force before the step was reached; for a repeat, the delay since the step was last
// reached.
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
const rungRoom = 4

// Rungs returns the steps as they stand, followed by those repeats of the last step that
// were reached, and the next one. The slice belongs to the climb and is valid until the
// climb is changed again.
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

// steps returns how many steps the climb has, without repeats. All its ladders have the
// same number.
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

// cancel makes sure that a step that has not been reached never will be. If the step has
// been reached, cancel takes back its notice, if that is still to come.
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
