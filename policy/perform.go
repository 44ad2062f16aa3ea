package policy

import (
	"math/bits"
	"time"
)

// perform stops, cancels and starts the clocks for which the event does so.
func (t *timeline) perform(e *Event, h *hearing) error {
	over := t.ending || h.deeds&deedHalt != 0 // nothing begins with it
	for _, touch := range h.metrics {
		m, does := touch.metric, touch.does
		r, renewed := t.openRound(m), (*round)(nil)
		if does&effectResume != 0 {
			t.standing &^= 1 << m
			if r != nil {
				if err := t.resume(r, e.At); err != nil {
					return err
				}
			}
		}
		if does&effectStop != 0 && t.counts(m, e) {
			t.given |= 1 << m
			if r != nil {
				if err := t.stop(r, e.At, Met); err != nil {
					return err
				}
				if !over {
					var err error
					if renewed, err = t.renew(m, r.waits(), e.At); err != nil {
						return err
					}
				}
				r = nil
			}
		}
		// While something is asked for, what starts a round otherwise may not (ISP-3).
		held := over || t.pending && does&effectUnasked != 0
		if r != nil && (does&effectCancel != 0 || does&effectRestart != 0 && !held) {
			if err := t.stop(r, e.At, Cancelled); err != nil {
				return err
			}
			r = nil
		}
		if r == nil {
			r = renewed
		}
		if does&effectStart != 0 && !t.halted && !held && r == nil {
			if target := t.target(m, t.level); target != nil {
				r = t.add(m, target)
				if err := t.start(r, e.At); err != nil {
					return err
				}
			}
		}
		if does&effectPause != 0 {
			t.standing |= 1 << m
			if r != nil {
				if err := t.pause(r, e.At); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// counts reports whether an event that can stop a metric's clocks does so: it
// is judged by the level in force (T1).
func (t *timeline) counts(m int, e *Event) bool {
	if e.Channel == 0 {
		return true
	}
	target := t.target(m, t.level)
	return target == nil || target.StopBy.Accept(e.Channel)
}

// renew begins the next round of a metric that has one after each (CUM-6), and returns
// it, or nil. While the last one waited, the next waits too.
func (t *timeline) renew(m int, waited bool, at time.Time) (r *round, err error) {
	target := t.target(m, t.level)
	if target == nil || !t.policy.metrics[m].Renew || t.halted {
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
