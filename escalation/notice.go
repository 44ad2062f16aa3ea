package escalation

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// notify finds out when the notice of a step is given that is or was reached at an
// instant, from the ladder's hours for notices.
func (r *Rung) notify(at calendar.Moment) (err error) {
	if t, ok := at.Get(); ok {
		r.Notified, err = calendar.MomentOf(r.ladder.Notices.NextOpen(t))
	} else {
		r.Notified = at // none, or unknown for the same reason
	}
	return err
}

// release lets notices that were held back come at the first opening from an
// instant on.
func (c *Climb) release(at time.Time) error {
	all := c.rungs()
	for i := range all {
		r := &all[i]
		if r.State != Reached || r.told || !r.HasNoticeHours() {
			continue
		}
		if err := r.notify(calendar.At(at)); err != nil {
			return err
		}
		c.wake(&r.Notified)
	}
	return nil
}

// NextNotice returns the step, reached already, whose notice is the earliest of
// those that come after asOf, of several at one instant the first. It is false if
// there is none, or none at a known instant, or the climb is halted or over.
func (c *Climb) NextNotice(asOf time.Time) (r Rung, ok bool) {
	if c == nil || c.halted || c.over {
		return Rung{}, false
	}
	all, first := c.rungs(), (*Rung)(nil)
	for i := range all {
		r := &all[i]
		if r.State == Reached && r.Notified.IsKnown() && r.Notified.Time().After(asOf) && (first == nil || r.Notified.Time().Before(first.Notified.Time())) {
			first = r
		}
	}
	if first == nil {
		return Rung{}, false
	}
	return *first, true
}
