package escalation

import (
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/severity"
)

// Change gives the climb another ladder, because the severity changed. Each step
// that has not been reached is treated like a clock whose start is that of the
// climb (G8), and the next repeat like one whose start is the reaching before it;
// what a mode brings forward into the past is reached at the change, or, while
// the climb is halted, when it resumes. Where the ladder before had no repeats or
// has had them all, those of the new one begin at the change; where the new one
// has none left, the pending one is cancelled.
//
// No ladder, nil, cancels the rest, with notices that are still to come; a later
// one counts from its change. A climb that waits starts at the change. raised
// says that the severity became graver.
//
// The error is an [ErrLadder] if l has another number of steps, or that of its
// calendar.
func (c *Climb) Change(at time.Time, l *Ladder, raised bool, mode severity.Mode) error {
	if !c.Begun() || c.over {
		return nil
	}
	if l != nil && len(l.Steps) != c.steps() {
		return wrong("steps", strconv.Itoa(len(l.Steps)), "is another number of steps than the climb's, "+strconv.Itoa(c.steps()))
	}
	fresh, waited := c.ladder == nil, c.Waits()
	if c.halted {
		if err := c.settle(at); err != nil {
			return err
		}
	}
	if c.ladder = l; l == nil {
		c.started = false
		c.cancelAll(at)
		return nil
	}
	all := c.rungs()
	for i := range all {
		if all[i].State != Reached {
			all[i].ladder = l
		}
	}
	how := &change{at, raised, mode}
	if fresh || waited {
		return c.restart(fresh, how)
	}
	for i := range l.Steps {
		if all[i].State == Reached {
			continue
		}
		if err := c.move(i, c.start, how); err != nil {
			return err
		}
	}
	return c.changeRepeat(false, how)
}

// A change is how the severity changed.
type change struct {
	at     time.Time
	raised bool
	mode   severity.Mode
}

// restart starts a climb at a change that gave it a ladder where it had none, or
// needs no waiting any more.
func (c *Climb) restart(fresh bool, how *change) error {
	c.pauseMore, c.paused = nil, 0
	all := c.rungs()
	for i := range c.ladder.Steps {
		if r := &all[i]; r.State != Reached {
			r.State = Pending
			if c.halted {
				r.State = Halted
			}
		}
	}
	if err := c.Start(how.at); err != nil {
		return err
	}
	return c.changeRepeat(fresh, how)
}

// move counts a rung, whose start is given, anew after a change of severity.
func (c *Climb) move(i int, start time.Time, how *change) error {
	r, pauses := &c.rungs()[i], c.pauses()
	if how.mode == severity.FromChange || how.mode == severity.Fair && how.raised {
		start, pauses = how.at, nil
	}
	m, err := c.ladder.from(r.After(), start, pauses)
	if err != nil {
		return err
	}
	if how.mode == severity.Fair && how.raised {
		m = r.At.Earlier(m)
	} else if how.mode == severity.Fair {
		m = r.At.Later(m)
	}
	if m.Passed(how.at) {
		m = calendar.At(how.at)
	}
	err = c.put(r, m)
	if n := c.note(i, NoteChanged, how.at); n != nil {
		n.Raised, n.Mode = how.raised, how.mode
	}
	return err
}
