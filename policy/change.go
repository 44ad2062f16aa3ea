package policy

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/severity"
)

// A turn gives a ticket other targets from an instant on: it is a change of the ticket's
// level or, if the ticket is open, another version of the agreement.
type turn struct {
	at      time.Time
	raised  bool // the level became graver; a new version counts as such a change
	version bool
	mode    severity.Mode
}

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
	by := turn{at: at, raised: level.GraverThan(old), mode: t.policy.agreement.SeverityChange}
	for i := range t.policy.metrics {
		m := &t.policy.metrics[i]
		if err := t.turnMetric(m, m.target(old), &by); err != nil {
			return err
		}
	}
	return nil
}

// turnMetric gives one metric the target of the present level and version, in place of the
// target that it had.
func (t *timeline) turnMetric(m *metric, was *target, by *turn) error {
	next, r := m.target(t.level), t.openOf(m)
	switch {
	case r == nil && (next == nil || was != nil || t.halted || !m.Start.Has(Reported)):
		return nil
	case r == nil && m.Once && t.given&m.bit != 0:
		return nil // T6: what was given stays given
	case r == nil:
		return t.start(t.add(m, next), by.at) // T7: there was none before
	case next == nil && by.raised && !by.version && !r.waits():
		if t.journal != nil {
			t.note(r, StepChange, calendar.At(by.at), "T7", t.cause()+": that level has no "+m.Name+" target, and a raise relieves nobody, so the clock keeps its due time")
		}
		return nil
	case next == nil:
		return t.stop(r, by.at, Cancelled)
	case !r.waits():
		return t.retarget(r, next, m.Steady, by)
	}
	t.certain(r, by.at)
	r.target = next
	if by.raised && !by.version && next.Gate.Event == 0 {
		if t.journal != nil {
			t.note(r, StepChange, calendar.At(by.at), "T8", t.cause()+": becoming graver needs no call")
		}
		return t.start(r, by.at)
	}
	return t.admit(r, by.at)
}

// retarget gives a running clock the target of the present level (T6, G8). by.raised refers
// to the ticket's severity: the clock may be judged by another level, if a raise has kept
// it (T7).
func (t *timeline) retarget(r *round, next *target, steady bool, by *turn) error {
	at := by.at
	if err := r.settle(at); err != nil {
		return err
	}
	if err := next.lacks(&r.switched); err != nil {
		return err
	}
	r.target = next
	if steady {
		r.whole = false
		return t.aim(r, at)
	}
	if r.late || r.due.Passed(at) {
		r.whole = false
		if t.journal != nil {
			t.note(r, StepChange, calendar.At(at), "G8", t.cause()+": the clock is overdue and keeps its due time")
		}
		return t.aim(r, at)
	}
	from, anew := r.started.Time(), by.mode == severity.FromChange || by.mode == severity.Fair && by.raised
	if anew {
		from = at
	}
	counted, err := r.dueOf(from)
	if !anew && r.unsure() != nil {
		counted = r.opens
	}
	due := counted
	switch {
	case err != nil:
		return err
	case by.mode == severity.Fair && by.raised:
		due = r.due.Earlier(due)
	case by.mode == severity.Fair:
		due = r.due.Later(due)
	}
	r.whole = r.whole && !anew && due == counted && next.plain
	if r.due = due; due.Passed(at) {
		r.late = r.paused()
		t.moved = append(t.moved, movedDue{int32(r.metric.place), r.number, at})
	}
	if t.journal != nil {
		t.note(r, StepChange, calendar.At(at), "G8", t.cause())
		t.noteTarget(r, ", "+by.mode.Describe(by.raised))
	}
	return t.aim(r, at)
}
