package escalation

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// notify finds out when whom a step tells is told.
func (r *Rung) notify() (err error) {
	if r.hours == nil || r.told {
		return nil
	}
	if at, ok := r.At.Get(); ok {
		r.Notified, err = calendar.MomentOf(r.hours.NextOpen(at))
	} else {
		r.Notified = r.At // none, or unknown for the same reason
	}
	return err
}

// hold keeps notices back that are still to come, since the climb is halted.
func (c *Climb) hold() {
	all := c.rungs()
	for i := range all {
		if r := &all[i]; r.State == Reached && !r.told {
			r.Notified = calendar.Moment{}
		}
	}
}

// release lets notices that were held back come at the first opening from an
// instant on.
func (c *Climb) release(at time.Time) (err error) {
	all := c.rungs()
	for i := range all {
		r := &all[i]
		if r.State != Reached || r.told || r.hours == nil {
			continue
		}
		if r.Notified, err = calendar.MomentOf(r.hours.NextOpen(at)); err != nil {
			return err
		}
	}
	return nil
}

// NextNotice returns the step, reached already, whose notice is the earliest of
// those that come after asOf, of several at one instant the first. It is false if
// there is none, or none at a known instant, or the climb is halted or over.
func (c *Climb) NextNotice(asOf time.Time) (r Rung, ok bool) {
	if c.halted || c.over {
		return Rung{}, false
	}
	all, best := c.rungs(), -1
	for i := range all {
		at, known := all[i].Notified.Get()
		if all[i].State != Reached || !known || !at.After(asOf) {
			continue
		}
		if best < 0 || at.Before(all[best].Notified.Time()) {
			best = i
		}
	}
	if best < 0 {
		return Rung{}, false
	}
	return all[best], true
}
