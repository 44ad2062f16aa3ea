package escalation

import "github.com/slaclock/slaclock/calendar"

// A Rung is a step of a climb, or one of its repeats. The zero Rung is none.
type Rung struct {
	Step   int    // from 1
	Repeat int    // 0 of the step itself, then from 1
	To     string // who is told
	After  Delay  // since the start of the ladder that is in force; of a repeat, since the one before it
	Clause string // the clause that says so
	// At is when the step was reached, or will be if nothing more happens. It is
	// none while the ladder waits and once it is cancelled. Of a Halted step it
	// is the instant it would have if the halt had lasted no longer than up to
	// what the climb was told last, so it says nothing about the step yet.
	At calendar.Moment
	// Notified is when whom the step tells was told, or will be if nothing more
	// happens: the first opening of [Ladder.Notices] at At or after it. It is
	// unknown if its day is (G9), and none where the ladder has no such hours,
	// while the climb is halted before it, and once it will not come any more.
	Notified calendar.Moment
	State    State

	hours *calendar.Calendar // of the notices; nil if the ladder has none
	told  bool               // the notice was given, or will not be any more
}

// HasNoticeHours reports whether the step's ladder has hours of its own for notices.
func (r *Rung) HasNoticeHours() bool { return r.hours != nil }

// rungRoom is how many rungs a climb has room for in itself.
const rungRoom = 5

// Rungs returns the steps as they stand, and after them the repeats of the last
// step that were reached, with the next one. The slice is the climb's own, and
// says how things stand until the climb is told of anything more.
func (c *Climb) Rungs() []Rung { return c.rungs() }

func (c *Climb) rungs() []Rung {
	if c.more != nil {
		return c.more
	}
	return c.room[:c.n]
}

// add appends a rung and returns its index.
func (c *Climb) add(r Rung) int {
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
func (c *Climb) put(r *Rung, at calendar.Moment) error {
	r.At, r.Notified = at, calendar.Moment{}
	return r.notify()
}

// cancel makes a step that has not been reached one that never will be, or, if
// it has been, takes its notice back if that is still to come.
func (c *Climb) cancel(i int) {
	r := &c.rungs()[i]
	if r.State != Reached {
		if r.State != Cancelled {
			c.note(i, NoteCancelled, Note{At: c.now})
		}
		r.At, r.State = calendar.Moment{}, Cancelled
	}
	if !r.told {
		r.Notified = calendar.Moment{}
		r.told = r.State == Reached
	}
}
