package policy

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// advance lets happen what happens by itself up to an instant, included: clocks
// start at openings, those that end the ticket run out (G10), and other versions
// of the agreement come into force.
func (t *timeline) advance(until time.Time) error {
	for s := t.policy.successor; s != nil && s.at.Compare(until) <= 0; s = t.policy.successor {
		if err := t.advanceIn(s.at); err != nil {
			return err
		}
		if err := t.succeed(s); err != nil {
			return err
		}
	}
	return t.advanceIn(until)
}

// advanceIn lets happen what happens by itself under one version.
func (t *timeline) advanceIn(until time.Time) error {
	for t.live && t.policy.automatic {
		var next *round
		var at time.Time
		for i := range t.rounds.n {
			r := t.rounds.at(i)
			if m, ok := t.itself(r).Get(); ok && m.Compare(until) <= 0 && (next == nil || m.Before(at)) {
				next, at = r, m
			}
		}
		switch {
		case next == nil:
			return t.pass(until)
		case next.waits():
			t.because("the first opening after the report")
			next.itself = true
			if err := t.start(next, at); err != nil {
				return err
			}
		default:
			if err := t.pass(at); err != nil {
				return err
			}
			t.because("the time is up, and the ticket closes by itself")
			t.ending = true
			for i := range t.rounds.n { // several can run out at once
				r := t.rounds.at(i)
				if due, ok := t.itself(r).Get(); !ok || !due.Equal(at) || r.waits() {
					continue
				}
				if err := t.stop(r, at, Met); err != nil {
					return err
				}
			}
			if err := t.end(at); err != nil {
				return err
			}
		}
	}
	return t.pass(until)
}

// pass lets time pass for the ladder and the owners, of a ticket that is open.
func (t *timeline) pass(until time.Time) error {
	if !t.live {
		return nil
	}
	if t.tally != nil {
		if err := t.tally.add(&t.watch, until, t.policy.roams[t.level.Rank()]); err != nil {
			return err
		}
	}
	if t.policy.followed {
		t.reachMarks(until)
	}
	if t.climb.Begun() {
		t.climb.Advance(until)
	}
	if t.policy.agreement.Regions == nil {
		return nil
	}
	return t.watch.Advance(until)
}

// itself returns when something happens to a clock that an event need not
// bring about, other than a breach.
func (t *timeline) itself(r *round) calendar.Moment {
	switch {
	case !r.open():
		return calendar.Moment{}
	case r.waits():
		return r.opens
	case t.policy.metrics[r.metric].Ends && !r.paused():
		return r.due
	}
	return calendar.Moment{}
}
