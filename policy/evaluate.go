package policy

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// Evaluate returns what is owed at asOf on a ticket with the given events. They
// may come in any order: events at one instant count in the order in which they
// are given, and the first by time must be Reported. Events after asOf are
// checked and have no effect; an asOf before the report gives an Answer without
// clocks and without severity (T3).
//
// The error is an [ErrEvents] that says which event breaks which rule, or that
// of a calendar that has no answer for an instant.
func (p *Policy) Evaluate(events []Event, asOf time.Time) (Answer, error) {
	return p.evaluate(events, asOf, false)
}

func (p *Policy) evaluate(events []Event, asOf time.Time, explain bool) (Answer, error) {
	if err := p.check(events); err != nil {
		return Answer{}, err
	}
	var room [6]round
	t := timeline{policy: p, rounds: room[:0]}
	if explain {
		t.journal = new(journal)
	}
	if err := t.run(events, asOf); err != nil {
		return Answer{}, err
	}
	return t.answer(asOf)
}

// run goes through the events up to an instant, included, in their order, and
// lets time pass up to it.
func (t *timeline) run(events []Event, until time.Time) error {
	if !slices.IsSortedFunc(events, byTime) {
		events = slices.Clone(events)
		slices.SortStableFunc(events, byTime)
	}
	for i := range events {
		if events[i].At.Compare(until) > 0 {
			break
		}
		err := t.advance(events[i].At)
		if err == nil {
			err = t.apply(&events[i])
		}
		if err != nil {
			return fmt.Errorf("policy: %v at %s: %w", events[i].Kind, events[i].At.Format(time.RFC3339Nano), err)
		}
	}
	if err := t.advance(until); err != nil {
		return fmt.Errorf("policy: up to %s: %w", until.Format(time.RFC3339Nano), err)
	}
	return nil
}

func byTime(a, b Event) int { return a.At.Compare(b.At) }

// answer tells how things stand at an instant, which is not before the last
// event that was applied.
func (t *timeline) answer(asOf time.Time) (Answer, error) {
	a := Answer{Severity: t.level}
	if a.Severity.IsZero() {
		return a, nil
	}
	slices.SortStableFunc(t.rounds, byStart)
	a.Clocks = make([]Clock, len(t.rounds))
	for i := range t.rounds {
		if err := t.clock(&a.Clocks[i], &t.rounds[i], asOf); err != nil {
			return Answer{}, err
		}
		// A breach comes just after its due instant, so a due time that is asOf
		// is still to come; a start has happened by then.
		r := &t.rounds[i]
		m := &t.policy.metrics[r.metric]
		if at, ok := r.opens.Get(); ok && r.open() {
			a.Next.consider(at, m.starts)
		}
		if at, ok := r.due.Get(); ok && r.open() && at.Compare(asOf) >= 0 {
			a.Next.consider(at, m.falls)
		}
	}
	return a, t.escalation(&a, asOf)
}

// byStart orders clocks by start, those that never started last, then by metric
// and round.
func byStart(a, b round) int {
	x, started := a.started.Get()
	y, otherStarted := b.started.Get()
	switch {
	case started != otherStarted:
		if started {
			return -1
		}
		return 1
	case started && !x.Equal(y):
		return x.Compare(y)
	}
	return cmp.Or(a.metric-b.metric, a.number-b.number)
}

// clock fills in what there is to say of a round at an instant.
func (t *timeline) clock(c *Clock, r *round, asOf time.Time) (err error) {
	*c = Clock{
		Metric: t.policy.metrics[r.metric].Name, Round: r.number, Severity: r.level,
		Target: r.target.text, Calendar: r.target.Calendar, Clause: r.target.Clause,
		Started: r.started, Due: r.due, Stopped: r.stopped, State: r.state,
		itself: r.itself, moved: r.moved, ends: t.policy.metrics[r.metric].Ends,
	}
	until := asOf
	switch stopped, ok := r.stopped.Get(); {
	case ok:
		until = stopped
	case r.waits():
		c.State, c.WaitingFor = Waiting, r.target.Gate.waitsFor()
	case r.due.Passed(asOf):
		c.State = Breached
	default:
		c.State = Running
	}
	if t.journal != nil {
		c.Why = t.why(r, until)
	}
	start, ok := r.started.Get()
	if !ok {
		return nil
	}
	if c.Elapsed, err = r.target.between(start, until, r.switched); err != nil {
		return err
	}
	if due, ok := r.due.Get(); ok {
		c.Remaining, err = r.target.between(until, due, r.switched)
	}
	return err
}
