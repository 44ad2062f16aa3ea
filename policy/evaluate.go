package policy

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// Evaluate returns what is owed at asOf on a ticket with the given events. They
// may come in any order: events at one instant count in the order in which they
// are given, and the first by time must be Reported. Events after asOf are
// checked and have no effect; an asOf before the report, and so the zero time, gives an
// Answer without clocks and without severity (T3).
//
// The error is an [ErrEvents] that says which event breaks which rule, an
// [ErrAgreement] of the zero Policy, that of a calendar that has no answer for an
// instant, or [escalation.ErrHandOvers].
//
// To evaluate many tickets in a row without memory for each answer, use
// [Policy.EvaluateInto].
func (p *Policy) Evaluate(events []Event, asOf time.Time) (a Answer, err error) {
	if err = p.evaluate(&a, events, asOf, nil); err != nil {
		return Answer{}, err
	}
	return a, nil
}

// EvaluateInto is [Policy.Evaluate], but writes the answer into a instead of returning a
// new one. It overwrites all of a and uses the memory of its lists again, which may be
// that of an answer of any Policy. So evaluating similar tickets one after another takes no
// memory, but for tickets of more than six clocks, with a ladder of more than five
// rungs, or with thresholds.
//
// Copies of a share its lists, and change with it: to keep an answer, give the next one
// an Answer of its own. Two goroutines need an Answer each. A list that Evaluate leaves
// nil may be empty here. With an error, that of Evaluate, or an [ErrTicket] where a is
// nil, a says nothing, as before the report.
func (p *Policy) EvaluateInto(a *Answer, events []Event, asOf time.Time) error {
	if a == nil {
		return &PlaceError{Kind: ErrTicket, Place: "answer", Why: "is nil; give the Answer to write"}
	}
	clocks, rungs, owners := len(a.Clocks), len(a.Escalation), len(a.Ownership)
	err := p.evaluate(a, events, asOf, nil)
	if err != nil {
		a.empty()
	}
	forget(a.Clocks, clocks)
	forget(a.Escalation, rungs)
	forget(a.Ownership, owners)
	return err
}

// forget clears what a list had behind what it has now, so that it keeps nothing alive.
func forget[T any](list []T, had int) {
	if n := len(list); n < had && had <= cap(list) {
		clear(list[n:had])
	}
}

// evaluate is EvaluateInto, with reasons if there is a journal for them. With an error a
// is as far as it went.
func (p *Policy) evaluate(a *Answer, events []Event, asOf time.Time, reasons *journal) (err error) {
	a.empty()
	if events, err = p.inOrder(events); err != nil {
		return err
	}
	t := timeline{policy: p}
	t.journal, t.rungs, t.owners = reasons, a.Escalation, a.Ownership
	t.moved, t.succeeded, t.climbed = a.moved, a.succeeded, a.climbed
	if err = t.run(events, asOf); err != nil {
		return err
	}
	return t.answer(a, asOf)
}

// run goes through events, which are in order, up to an instant, included, and lets
// time pass up to it.
func (t *timeline) run(events []Event, until time.Time) error {
	n := len(events)
	for n > 0 && events[n-1].At.After(until) {
		n--
	}
	for i := range events[:n] {
		err := t.advance(events[i].At)
		if err == nil {
			err = t.apply(&events[i])
		}
		if err != nil {
			return &whereError{t.policy.agreement.kindName(events[i].Kind) + " at " + events[i].At.Format(time.RFC3339Nano), err}
		}
	}
	if err := t.advance(until); err != nil {
		return &whereError{"up to " + until.Format(time.RFC3339Nano), err}
	}
	return nil
}

// answer tells in a, an empty Answer, how things stand at an instant, which is not
// before the last event that was applied. It settles pauses up to there, so that the
// timeline ends with it.
func (t *timeline) answer(a *Answer, asOf time.Time) error {
	a.Severity, a.Ended, a.moved, a.succeeded = t.level, t.ended, t.moved, t.succeeded
	a.climbed, a.life = t.climbed, t.life
	if a.Severity.IsZero() {
		return nil
	}
	var room [roundsRoom]int
	order := room[:min(t.rounds.n, roundsRoom)]
	if t.rounds.n > roundsRoom {
		order = make([]int, t.rounds.n)
	}
	t.rounds.byStart(order)
	if n := t.rounds.n; n > cap(a.Clocks) {
		a.Clocks = make([]Clock, n)
	} else {
		a.Clocks = a.Clocks[:n]
		clear(a.Clocks)
	}
	for i, place := range order {
		r := t.rounds.at(place)
		if r.paused() {
			if err := r.settle(asOf); err != nil {
				return err
			}
		}
		if err := t.clock(&a.Clocks[i], r, asOf); err != nil {
			return err
		}
		if !r.open() {
			continue
		}
		// A breach comes just after its due instant, so a due time that is asOf
		// is still to come; a start has happened by then.
		m := &t.policy.metrics[r.metric]
		if at, ok := r.opens.Get(); ok {
			a.Next.consider(at, m.starts)
		}
		if at, ok := r.due.Get(); ok && !r.paused() && !at.Before(asOf) {
			a.Next.consider(at, m.falls)
		}
	}
	if err := t.answerEscalation(a, asOf); err != nil {
		return err
	}
	if s := t.policy.successor; s != nil && t.live {
		a.Next.consider(s.at, whatSucceeds)
	}
	return nil
}

// clock fills in what there is to say of a round at an instant. c is the zero
// Clock: it is filled field by field because copying a whole one costs more than
// the rest.
func (t *timeline) clock(c *Clock, r *round, asOf time.Time) (err error) {
	m, g := &t.policy.metrics[r.metric], r.target
	c.Metric, c.Round, c.Severity = m.Name, int(r.number), r.target.level
	c.Target, c.Calendar, c.Clause = g.text, g.on(r.switched), g.Clause
	c.Started, c.Due, c.Stopped, c.State = r.started, r.due, r.stopped, r.state
	c.itself, c.ends = r.itself, m.Ends
	until := asOf
	switch stopped, ok := r.stopped.Get(); {
	case ok:
		until = stopped
	case r.waits():
		c.State, c.WaitingFor = Waiting, t.policy.waitsFor(&g.Gate)
	case r.late || r.due.Passed(asOf):
		c.State = Breached
	case r.paused():
		c.State, c.Due = Paused, calendar.Moment{}
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
	if wall, ok := wallFrom(start, until); ok {
		c.Wall = LengthOf(wall - r.idleWall())
	}
	if c.Elapsed, err = r.run(start, until); err != nil {
		return err
	}
	switch due, ok := r.due.Get(); {
	case !ok:
	case r.whole && c.Elapsed.IsKnown():
		c.Remaining = LengthOf(g.Measure.Time - c.Elapsed.d) // what is gone and what is left add up
	default:
		c.Remaining, err = r.run(until, due)
	}
	return err
}
