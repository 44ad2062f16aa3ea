package policy

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// advance lets happen what happens by itself up to an instant, included: clocks
// start at openings, and those that end the ticket run out (G10).
func (t *timeline) advance(until time.Time) error {
	for t.live && t.policy.automatic {
		var next *round
		var at time.Time
		for i := range t.rounds {
			r := &t.rounds[i]
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
			t.stop(next, at, Met)
			t.end(at)
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
	t.climb.Advance(until)
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
	case t.policy.metrics[r.metric].Ends:
		return r.due
	}
	return calendar.Moment{}
}
