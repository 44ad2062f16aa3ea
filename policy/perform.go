package policy

import (
	"math/bits"
	"time"
)

// perform does to the clocks of a metric what the event does to them.
func (t *timeline) perform(e *Event, to *touch) (err error) {
	m, does, r := to.metric, to.does, t.openOf(to.metric)
	if does&effectUnasked != 0 && t.pending {
		does &^= effectRestart | effectStart // while something is asked for it may not (ISP-3)
	}
	if does&effectResume != 0 {
		t.standing &^= m.bit
		if r != nil {
			if err = t.resume(r, e.At); err != nil {
				return err
			}
		}
	}
	if does&effectStop != 0 && t.counts(m, e) {
		t.given |= m.bit
		if r != nil {
			if err = t.stop(r, e.At, Met); err != nil {
				return err
			}
			waited := r.waits()
			if r = nil; does&effectRenew != 0 {
				if r, err = t.renew(m, waited, e.At); err != nil {
					return err
				}
			}
			does &^= effectCancel | effectRestart // what has just begun is left alone, but for a pause
		}
	}
	if r != nil && does&(effectCancel|effectRestart) != 0 {
		if err = t.stop(r, e.At, Cancelled); err != nil {
			return err
		}
		r = nil
	}
	if does&effectStart != 0 && r == nil && !t.halted {
		if target := m.target(t.level); target != nil {
			r = t.add(m, target)
			if err = t.start(r, e.At); err != nil {
				return err
			}
		}
	}
	if does&effectPause != 0 {
		t.standing |= m.bit
		if r != nil {
			return t.pause(r, e.At)
		}
	}
	return nil
}

// counts reports whether an event that can stop a metric's clocks does so: it
// is judged by the level in force (T1).
func (t *timeline) counts(m *metric, e *Event) bool {
	if e.Channel == 0 {
		return true
	}
	target := m.target(t.level)
	return target == nil || target.StopBy.Accept(e.Channel)
}

// renew begins the next round of a metric that has one after each (CUM-6), and returns
// it, or nil. While the last one waited, the next waits too.
func (t *timeline) renew(m *metric, waited bool, at time.Time) (r *round, err error) {
	target := m.target(t.level)
	if target == nil || t.halted {
		return nil, nil
	}
	if r = t.add(m, target); waited {
		return r, t.admit(r, at)
	}
	return r, t.start(r, at)
}

// contact starts the clocks that wait for the channel that the customer uses (T2).
func (t *timeline) contact(at time.Time, channel Channel) error {
	if l := t.policy.ladders[t.level.Rank()]; t.climb.Waits() && l.Gate.Accepts.Accept(channel) {
		if err := t.climb.Start(at); err != nil {
			return err
		}
	}
	for open := t.open; open != 0; open &= open - 1 {
		r := t.openRound(bits.TrailingZeros32(open))
		if !r.waits() || r.target.Gate.Event != 0 || !r.target.Gate.Accepts.Accept(channel) {
			continue
		}
		t.certain(r, at)
		if err := t.start(r, at); err != nil {
			return err
		}
	}
	return nil
}

// release starts the clocks that wait for an event.
func (t *timeline) release(e *Event) error {
	for open := t.open; open != 0; open &= open - 1 {
		if r := t.openRound(bits.TrailingZeros32(open)); r.waits() && r.target.Gate.Event == e.Kind {
			if err := t.start(r, e.At); err != nil {
				return err
			}
		}
	}
	return nil
}
