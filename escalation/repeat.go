package escalation

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A series says how the pending repeat of a climb is counted: as n times Every since an
// anchor. The zero series has no anchor yet.
type series struct {
	anchor time.Time // when the step, or the repeat that a change moved, was reached
	n      int       // how many times Every since then
	moved  bool      // the pending one lies elsewhere, and is the next anchor
}

// reached does what follows for the repeats when rung i is reached: after the last step,
// and after each repeat, the next one becomes pending.
func (c *Climb) reached(i int) error {
	at := c.rungs()[i].At.Time()
	if i < len(c.ladder.Steps)-1 || i < c.n-1 {
		return nil
	}
	if c.series.moved || i == len(c.ladder.Steps)-1 {
		c.series = series{anchor: at}
	}
	c.series.n++
	if c.n-len(c.ladder.Steps) >= c.ladder.Repeat.Times {
		return nil
	}
	every, err := c.ladder.Repeat.Every.times(c.series.n)
	if err != nil {
		return err
	}
	m, err := c.ladder.from(every, c.series.anchor, c.pauses())
	if err != nil {
		return err
	}
	return c.pend(c.addRepeat(), m, NoteRepeated, at)
}

// addRepeat adds the next repeat and returns its index.
func (c *Climb) addRepeat() int {
	steps := len(c.ladder.Steps)
	return c.add(steps, c.n-steps+1)
}

// pend makes a repeat pending. kind and since say in its notes what made it so, and when.
func (c *Climb) pend(i int, m calendar.Moment, kind NoteKind, since time.Time) error {
	r := &c.rungs()[i]
	r.State = Pending
	if c.halted {
		r.State = Halted
	}
	err := c.put(r, m)
	c.note(i, kind, since)
	return err
}

// changeRepeat applies a change to the present ladder to the repeats, after the steps.
// fresh says that there was no ladder before.
func (c *Climb) changeRepeat(fresh bool, how *change) error {
	steps := len(c.ladder.Steps)
	all := c.rungs()
	if all[steps-1].State != Reached {
		return nil // the repeats begin later
	}
	done := c.n - steps // how many were reached
	pending := c.n > steps && all[c.n-1].State != Reached
	if pending {
		done--
	}
	switch {
	case done >= c.ladder.Repeat.Times:
		if pending {
			c.cancel(c.n-1, how.at)
		}
		return nil
	case pending && !fresh && all[c.n-1].State != Cancelled:
		c.series.moved = true
		return c.move(c.n-1, all[c.n-2].At.Time(), how)
	}
	// The ladder before had no repeats, or none left: they begin at the change.
	c.series = series{moved: true}
	m, err := c.ladder.from(c.ladder.Repeat.Every, how.at, nil)
	if err != nil {
		return err
	}
	i := c.n - 1
	if !pending {
		i = c.addRepeat()
	}
	return c.pend(i, m, NoteStarted, how.at)
}
