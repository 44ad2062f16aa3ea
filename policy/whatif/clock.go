package whatif

import (
	"time"

	"github.com/slaclock/slaclock/policy"
)

// A Clock is a clock that differs between the two sides. The zero Clock, like a nil one,
// stands for no clock: it neither moves nor is breached. A Clock has JSON only within a
// [Diff], whose zones its instants are in.
type Clock struct {
	Metric   string
	Round    int           // numbers the clocks of the metric within the ticket, from 1
	Old, New *policy.Clock // nil if the side has no such clock; Why is set after [Diff.Explain]
	Causes   []Cause       // the causes, in the order of a computation
}

// Moved returns by how much the due time moves on the wall clock, to the nanosecond: a
// positive duration means later, a negative one earlier. It returns false unless both due
// times are known; a clock that only one side has, or that pauses or waits, has no due time
// to move.
func (c *Clock) Moved() (by time.Duration, ok bool) {
	if c == nil || c.Old == nil || c.New == nil {
		return 0, false
	}
	before, known := c.Old.Due.Get()
	after, alsoKnown := c.New.Due.Get()
	if !known || !alsoKnown {
		return 0, false
	}
	return after.Sub(before), true
}

// Breached reports whether the clock is breached on the new side and not on the old side,
// which may not have it. At its due instant a clock is not yet breached. If a side has a
// clock that has started and whose due time is unknown (G9), it cannot be known whether that
// clock was kept, whatever its State: the clock is then neither breached nor saved.
func (c *Clock) Breached() bool { return c != nil && verdict(c.Old, c.New) }

// Saved reports whether the clock is breached on the old side and not on the new side, which
// may not have it. Like [Clock.Breached], it returns false if a due time is unknown.
func (c *Clock) Saved() bool { return c != nil && verdict(c.New, c.Old) }

// verdict reports whether a clock is breached on one side, and certainly not on the other.
func verdict(kept, missed *policy.Clock) bool {
	return missed != nil && missed.State == policy.Breached && !unknown(missed) &&
		(kept == nil || kept.State != policy.Breached && !unknown(kept))
}

// unknown reports whether it cannot be known if a clock was kept. A clock that waits was not
// missed, whatever it waits for.
func unknown(c *policy.Clock) bool { return c.State != policy.Waiting && c.Due.Unknown() != nil }

// compareClocks returns the clocks that differ.
func compareClocks(before, after []policy.Clock) []Clock {
	name := func(c *policy.Clock) match { return match{name: c.Metric, round: c.Round} }
	return differing(before, after, name, same, func(m match, a, b *policy.Clock) Clock {
		return Clock{Metric: m.name, Round: m.round, Old: a, New: b}
	})
}

// same reports whether two clocks say the same, apart from lengths of time.
func same(a, b *policy.Clock) bool {
	return a.State == b.State && a.Target == b.Target && a.Calendar == b.Calendar && a.Clause == b.Clause &&
		a.WaitingFor == b.WaitingFor && a.Severity.String() == b.Severity.String() &&
		a.Started.Equal(b.Started) && a.Due.Equal(b.Due) && a.Stopped.Equal(b.Stopped)
}
