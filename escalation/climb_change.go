package escalation

import (
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/severity"
)

// Change gives the climb another ladder because the severity changed. Each step that has
// not been reached is treated like a clock that started with the climb (G8), and the next
// repeat like one that started when the last step was last reached. What a mode brings
// forward into the past is reached at the change, or, while the climb is halted, when it
// resumes. If the ladder before had no repeats, or none left, those of l begin at the
// change; if l has none left, the pending one is cancelled.
//
// If l is nil, the steps that have not been reached are cancelled, as are notices still
// to come; a later ladder counts from its own change. A climb that waits starts at the
// change. raised says that the severity became graver. A climb that has not begun or is
// over is left unchanged.
//
// The error is an [ErrLadder] if l has another number of steps than the climb, or comes
// from its calendar.
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

// A change says how the severity changed.
type change struct {
	at     time.Time
	raised bool
	mode   severity.Mode
}

// restart starts a climb at a change that gave it a ladder after it had none, or that
// ended its waiting.
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

// move counts a rung anew, from its given start, after a change of severity.
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
