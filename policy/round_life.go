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
	if err := r.target.lacks(&t.switched); err != nil {
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
	if err := r.target.lacks(&t.switched); err != nil {
		return err
	}
	r.started = calendar.At(at)
	r.due, err = r.dueFrom(at)
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
	if t.standing&r.metric.bit != 0 {
		return t.pause(r, at)
	}
	return t.aim(r, at)
}

// dueFrom returns when the clock is due if it starts at an instant. If it may have started
// before, at an opening that is not known, neither is that: the unknown opening may be the
// earlier of the two (G9).
func (r *round) dueFrom(at time.Time) (calendar.Moment, error) {
	if r.unsure() != nil {
		return r.opens, nil
	}
	return r.target.due(at, &r.switched)
}

// certain ends the doubt whether a clock that waits was started by an opening that is not
// known, if there was certainly none up to an instant.
func (t *timeline) certain(r *round, at time.Time) {
	if r.unsure() != nil && r.target.shut(t.report.at, at) {
		r.opens = calendar.Moment{}
	}
}

// stop ends a clock because what was promised was done, or because it need not be done
// any more (T4, T5): with that outcome, unless it is overdue.
func (t *timeline) stop(r *round, at time.Time, outcome State) error {
	if r.paused() {
		if err := r.settle(at); err != nil {
			return err
		}
		r.since = calendar.Moment{}
	}
	t.open &^= r.metric.bit
	if r.waits() && r.due.Unknown() != nil && r.target.shut(t.report.at, at) {
		r.due = calendar.Moment{} // T5: nothing that is not known has mattered
	}
	r.stopped, r.state, r.ended = calendar.At(at), outcome, t.ending
	// The seconds alone mostly tell that it is in time.
	if r.due.Time().Unix() <= at.Unix() && r.due.Passed(at) {
		r.state = Breached
	}
	r.dropMarks()
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
func (t *timeline) add(m *metric, target *target) *round {
	number, last := int32(1), &t.last[m.place&(MaxMetrics-1)]
	if i := *last; i > 0 {
		number += t.rounds.at(int(i) - 1).number
	}
	r := t.rounds.add()
	r.metric, r.number, r.target, r.switched = m, number, target, t.switched
	*last = int32(t.rounds.n)
	t.open |= m.bit
	return r
}

// openRound returns the open clock of a metric, or nil. There is never more than
// one.
func (t *timeline) openRound(m int) *round { return t.openOf(&t.policy.metrics[m]) }

// openOf is openRound for callers that have the metric at hand.
func (t *timeline) openOf(m *metric) *round {
	if t.open&m.bit == 0 {
		return nil
	}
	return t.rounds.at(int(t.last[m.place&(MaxMetrics-1)]) - 1) // the mask saves a check of the index
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
