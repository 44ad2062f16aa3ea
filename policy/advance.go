package policy

import (
	"math/bits"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// advance carries out what happens by itself up to an instant, included: clocks start at
// openings, those that end the ticket run out (G10), and other versions of the agreement
// come into force.
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

// still reports whether nothing happens by itself, whatever time passes. That is the usual
// case, and the rest of advance is then skipped.
func (t *timeline) still() bool {
	p := t.policy
	return p.still && p.automatic&t.open == 0
}

// advanceIn carries out what happens by itself under one version.
func (t *timeline) advanceIn(until time.Time) error {
	for t.live && t.policy.automatic&t.open != 0 {
		var next *round
		var at time.Time
		var place int32
		for rest := t.policy.automatic & t.open; rest != 0; rest &= rest - 1 {
			r := t.openRound(bits.TrailingZeros32(rest))
			m := t.itself(r)
			if m == nil || !m.IsKnown() || m.Time().Unix() > until.Unix() || m.Time().After(until) { // the seconds mostly tell
				continue
			}
			// If two things happen at one instant, that of the earlier round is first.
			if happens := m.Time(); next == nil || happens.Before(at) || happens.Equal(at) && t.last[r.metric.place] < place {
				next, at, place = r, happens, t.last[r.metric.place]
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
			// The ticket ends before the events of that instant (ISP-6, G10).
			t.because("the time is up, and the ticket closes by itself")
			t.ending = true
			for open := t.open; open != 0; open &= open - 1 { // several can run out at once
				r := t.openRound(bits.TrailingZeros32(open))
				if r.waits() {
					continue
				}
				if due := t.itself(r); due == nil || !due.Equal(calendar.At(at)) {
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
		if err := t.climb.Advance(until); err != nil {
			return err
		}
	}
	if t.policy.agreement.Regions == nil {
		return nil
	}
	return t.watch.Advance(until)
}

// itself returns when something other than a breach happens to an open clock without an
// event, or nil if nothing does.
func (t *timeline) itself(r *round) *calendar.Moment {
	switch {
	case r.waits():
		return &r.opens
	case r.metric.Ends && !r.paused():
		return &r.due
	}
	return nil
}
