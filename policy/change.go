package policy

import (
	"time"

	"github.com/slaclock/slaclock/severity"
)

// change gives the ticket another level (T6, T7, T8).
func (t *timeline) change(at time.Time, level severity.Level) error {
	if level == t.level {
		return nil // T7: no change
	}
	old := t.level
	t.level = level
	if err := t.changeEscalation(at, old); err != nil {
		return err
	}
	for m := range t.policy.metrics {
		if err := t.changeMetric(m, at, old); err != nil {
			return err
		}
	}
	return nil
}

// changeMetric carries a change of level, from old to the present one, out on
// one metric.
func (t *timeline) changeMetric(m int, at time.Time, old severity.Level) error {
	metric := &t.policy.metrics[m]
	raised := t.level.GraverThan(old)
	next := t.target(m, t.level)
	r := t.openRound(m)
	switch {
	case r == nil && (next == nil || t.target(m, old) != nil || t.halted || !metric.Start.Has(Reported)):
		return nil
	case r == nil && metric.Once && t.given>>m&1 != 0:
		return nil // T6: what was given stays given
	case r == nil:
		return t.start(t.add(m, next), at) // T7: the old level did not have it
	case next == nil && raised && !r.waits():
		if t.journal != nil {
			t.note(r, StepChange, r.due, "T7", t.cause()+": that level has no "+metric.Name+" target, and a raise relieves nobody, so the clock keeps its due time")
		}
		return nil
	case next == nil:
		return t.stop(r, at, Cancelled)
	case !r.waits():
		return t.retarget(r, at, next, metric.Steady, raised, t.policy.agreement.SeverityChange)
	}
	r.level, r.target = t.level, next
	if raised && next.Gate.Event == 0 {
		return t.start(r, at) // T8: becoming graver needs no call
	}
	return t.admit(r, at)
}

// retarget gives a running clock the target of the present level (T6, G8).
// raised is about the ticket's severity: a clock that a raise has kept (T7) can
// be judged by another one.
func (t *timeline) retarget(r *round, at time.Time, next *target, steady, raised bool, mode severity.Mode) error {
	if err := r.settle(at); err != nil {
		return err
	}
	if err := next.lacks(r.switched); err != nil {
		return err
	}
	r.level, r.target = t.level, next
	if steady {
		r.whole = false
		return t.aim(r, at)
	}
	if r.late || r.due.Passed(at) {
		r.whole = false
		if t.journal != nil {
			t.note(r, StepChange, r.due, "G8", t.cause()+": the clock is overdue and keeps its due time")
		}
		return t.aim(r, at)
	}
	from, anew := r.started.Time(), mode == severity.FromChange || mode == severity.Fair && raised
	if anew {
		from = at
	}
	counted, err := r.dueOf(next, from)
	due := counted
	switch {
	case err != nil:
		return err
	case mode == severity.Fair && raised:
		due = r.due.Earlier(due)
	case mode == severity.Fair:
		due = r.due.Later(due)
	}
	r.whole = r.whole && !anew && due == counted && next.plain
	if r.due = due; due.Passed(at) {
		r.moved, r.late = at, r.paused()
	}
	if t.journal != nil {
		t.note(r, StepChange, r.due, next.Clause, t.cause()+": "+next.describe(r.switched)+", "+mode.Describe(raised))
	}
	return t.aim(r, at)
}
