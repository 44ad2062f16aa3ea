package policy

import (
	"cmp"
	"math/bits"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// admit starts a new clock, or one that waits, at an instant, if its gate is
// open to the report.
func (t *timeline) admit(r *round, at time.Time) error {
	if err := r.target.lacks(t.switched); err != nil {
		return err
	}
	if event := r.target.Gate.Event; event != 0 && t.seen.Has(event) {
		return t.start(r, at) // T12: what has come need not come again
	}
	closed, opens, err := r.target.closed(t.report.at, t.report.channel, t.report.reopened)
	if err != nil {
		return err
	}
	if opened, ok := opens.Get(); !closed || ok && opened.Compare(at) <= 0 {
		return t.start(r, at)
	}
	r.opens = opens
	r.due = calendar.Moment{}
	if !opens.IsKnown() {
		r.due = opens // none, or unknown for the same reason
	}
	if t.journal != nil {
		gate := &r.target.Gate
		text := t.cause() + ": the clock waits for " + t.policy.waitsFor(gate)
		if gate.Opens {
			text += ", or for the next opening of " + gate.OffDays
		}
		t.note(r, StepWait, calendar.At(at), cmp.Or(gate.Clause, r.target.Clause), text)
	}
	return nil
}

// start starts a clock.
func (t *timeline) start(r *round, at time.Time) (err error) {
	if err := r.target.lacks(t.switched); err != nil {
		return err
	}
	r.started, r.opens, r.switched = calendar.At(at), calendar.Moment{}, t.switched
	r.due, err = r.target.due(at, r.switched)
	r.whole = r.target.plain
	if t.journal != nil {
		by := r.target.Clause
		waited := r.why != nil && (*r.why)[len(*r.why)-1].Kind == StepWait
		if g := &r.target.Gate; waited || g.Event != 0 {
			by = cmp.Or(g.Clause, by)
		}
		t.note(r, StepStart, r.started, by, t.cause())
		t.noteTarget(r, "")
	}
	if err != nil {
		return err
	}
	if t.standing>>r.metric&1 != 0 {
		return t.pause(r, at)
	}
	return t.aim(r, at)
}

// stop ends a clock with an outcome, unless it is overdue.
func (t *timeline) stop(r *round, at time.Time, outcome State) error {
	if r.paused() {
		if err := r.settle(at); err != nil {
			return err
		}
	}
	t.open &^= 1 << r.metric
	r.since = calendar.Moment{}
	if r.waits() && r.due.Unknown() != nil && r.target.shut(t.report.at, at) {
		r.due = calendar.Moment{} // T5: nothing that is not known has mattered
	}
	r.stop(at, outcome)
	r.dropMarks()
	r.ended = t.ending
	if t.journal != nil {
		rule := "T4"
		if r.waits() {
			rule = "T5"
		}
		t.note(r, StepStop, r.stopped, rule, t.cause()+": "+r.state.String())
	}
	return nil
}

// add begins the next round of a metric, waiting.
func (t *timeline) add(m int, target *target) *round {
	number := int32(1)
	if i := t.last[m]; i > 0 {
		number += t.rounds.at(int(i) - 1).number
	}
	r := t.rounds.add()
	r.metric, r.number, r.target, r.switched = int32(m), number, target, t.switched
	t.last[m] = int32(t.rounds.n)
	t.open |= 1 << m
	return r
}

// openRound returns the open clock of a metric, or nil. There is never more than
// one.
func (t *timeline) openRound(m int) *round {
	if t.open>>(m&(MaxMetrics-1))&1 == 0 { // the mask tells the compiler that it can shift as it is
		return nil
	}
	return t.rounds.at(int(t.last[m]) - 1)
}

// cancel cancels what has not stopped.
func (t *timeline) cancel(at time.Time) error {
	for open := t.open; open != 0; open &= open - 1 {
		if err := t.stop(t.openRound(bits.TrailingZeros32(open)), at, Cancelled); err != nil {
			return err
		}
	}
	return nil
}
