package escalation

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// notify sets when the notice is given of a step that is or was reached at an instant, by
// the ladder's hours for notices.
func (r *Rung) notify(at calendar.Moment) (err error) {
	if t, ok := at.Get(); ok {
		r.Notified, err = calendar.MomentOf(r.ladder.Notices.NextOpen(t))
	} else {
		r.Notified = at // none, or unknown for the same reason
	}
	return err
}

// release lets notices that were held back come at the first opening at an instant or
// after it.
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

// NextNotice returns the step, already reached, whose notice is the earliest after asOf;
// of several at one instant it is the first. ok is false if there is none, or none at a
// known instant, or if the climb is halted or over.
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
