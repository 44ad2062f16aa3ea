package policy

import (
	"time"

	"github.com/slaclock/slaclock/severity"
)

// maxMetrics is more metrics than an agreement has; what was given of each is
// kept as bits.
const maxMetrics = 32

// A timeline is a ticket while its events are gone through in their order.
type timeline struct {
	policy *Policy
	rounds []round
	begun  bool           // it was reported
	live   bool           // it has not ended
	level  severity.Level // the present one
	report Channel        // of the report
	last   Channel        // of the report or the last reopening: how the present life of the ticket was reported
	given  uint32         // bit m: what metric m promises was done in the present life of the ticket
}

// apply applies one event.
func (t *timeline) apply(e *Event) error {
	switch {
	case e.Kind == Reported:
		t.begun, t.level, t.report = true, e.Severity, e.Channel
		return t.begin(e.At, e.Channel)
	case e.Kind == Reopened && !t.live:
		channel := e.Channel
		if channel == 0 {
			channel = t.report
		}
		return t.begin(e.At, channel) // T10
	case !t.live && e.Kind == SeverityChanged:
		t.level = e.Severity // T9: the label alone
		return nil
	case !t.live:
		return nil // T9
	}
	t.perform(e)
	var err error
	switch e.Kind {
	case Contacted:
		channel := e.Channel
		if channel == 0 {
			channel = Phone // T2
		}
		err = t.contact(e.At, channel)
	case WorkaroundAccepted:
		if low := t.policy.lower[t.level.Rank()]; !low.IsZero() {
			err = t.change(e.At, low)
		}
	case SeverityChanged:
		err = t.change(e.At, e.Severity)
	case Resolved, Closed:
		t.end(e.At)
	default:
		if e.Channel == Phone && Response.Has(e.Kind) {
			err = t.contact(e.At, Phone) // T1: after the response itself
		}
	}
	return err
}

// begin starts the clocks of a report, or of a reopening as one (T10).
func (t *timeline) begin(at time.Time, channel Channel) error {
	t.live, t.given, t.last = true, 0, channel
	for m := range t.policy.metrics {
		if target := t.target(m, t.level); target != nil {
			r := t.add(m, target)
			if target.Gate.Accepts.Accept(channel) {
				if err := r.start(at); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// perform stops the clocks of which the event does what is promised.
func (t *timeline) perform(e *Event) {
	for m := range t.policy.metrics {
		metric := &t.policy.metrics[m]
		if !metric.Stop.Has(e.Kind) {
			continue
		}
		// T1: it is judged by the level in force.
		if target := t.target(m, t.level); target != nil && e.Channel != 0 && !target.StopBy.Accept(e.Channel) {
			continue
		}
		t.given |= 1 << m
		if r := t.running(m); r != nil {
			r.stop(e.At, Met)
		}
	}
}

// contact starts the clocks that wait for the channel that the customer uses (T2).
func (t *timeline) contact(at time.Time, channel Channel) error {
	for m := range t.policy.metrics {
		if r := t.running(m); r != nil && r.waits() && r.target.Gate.Accepts.Accept(channel) {
			if err := r.start(at); err != nil {
				return err
			}
		}
	}
	return nil
}

// change gives the ticket another level (T6, T7, T8).
func (t *timeline) change(at time.Time, level severity.Level) error {
	if level == t.level {
		return nil // T7: no change
	}
	old := t.level
	t.level = level
	raised := level.GraverThan(old)
	for m := range t.policy.metrics {
		metric := &t.policy.metrics[m]
		next := t.target(m, level)
		r := t.running(m)
		var err error
		switch {
		case r == nil && (next == nil || t.target(m, old) != nil):
		case r == nil && metric.Once && t.given>>m&1 != 0: // T6: what was given stays given
		case r == nil: // T7: the old level did not have it
			err = t.add(m, next).start(at)
		case next == nil && raised && !r.waits(): // T7: a raise relieves nobody
		case next == nil:
			r.stop(at, Cancelled)
		case !r.waits():
			err = r.retarget(at, level, next, t.policy.agreement.SeverityChange)
		default: // T8
			r.level, r.target = level, next
			if raised || next.Gate.Accepts.Accept(t.last) {
				err = r.start(at)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// end ends the ticket (T9).
func (t *timeline) end(at time.Time) {
	t.live = false
	for i := range t.rounds {
		if r := &t.rounds[i]; r.open() {
			r.stop(at, Cancelled)
		}
	}
}

// add begins the next round of a metric, waiting.
func (t *timeline) add(m int, target *target) *round {
	number := 1
	for i := range t.rounds {
		if t.rounds[i].metric == m {
			number++
		}
	}
	t.rounds = append(t.rounds, round{metric: m, number: number, level: t.level, target: target})
	return &t.rounds[len(t.rounds)-1]
}

// running returns the open clock of a metric, or nil. There is never more than
// one.
func (t *timeline) running(m int) *round {
	for i := len(t.rounds) - 1; i >= 0; i-- {
		if r := &t.rounds[i]; r.metric == m {
			if r.open() {
				return r
			}
			return nil
		}
	}
	return nil
}

// target returns what a metric owes at a level, or nil.
func (t *timeline) target(m int, level severity.Level) *target {
	return t.policy.metrics[m].targets[level.Rank()]
}
