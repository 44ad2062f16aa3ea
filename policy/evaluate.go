package policy

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// Evaluate returns what is owed at asOf on a ticket with the given events. They may come in
// any order: events at the same instant count in the order in which they are given, and the
// earliest must be Reported. Events after asOf are checked but have no effect. If asOf is
// before the report, as the zero time is, the Answer has no clocks and no severity (T3).
//
// The error is an [ErrEvents] that says which event breaks which rule, an [ErrAgreement]
// for the zero Policy, that of a calendar that has no answer for an instant, or
// [escalation.ErrHandOvers].
//
// To evaluate many tickets in a row without allocating each answer, use
// [Policy.EvaluateInto].
func (p *Policy) Evaluate(events []Event, asOf time.Time) (a Answer, err error) {
	if err = p.evaluate(&a, events, asOf, nil); err != nil {
		return Answer{}, err
	}
	return a, nil
}

// EvaluateInto is like [Policy.Evaluate], but writes the answer into a instead of returning
// a new one. It overwrites all of a and reuses the memory of its lists, which may come from
// an answer of any Policy. So evaluating similar tickets one after another allocates
// nothing, except for tickets with more than six clocks, with a ladder of more than four
// rungs, or with thresholds.
//
// Copies of a share its lists and change with it: to keep an answer, use another Answer for
// the next one. Each goroutine needs an Answer of its own. A list that Evaluate leaves nil
// may be empty here. The error is that of Evaluate, or an [ErrTicket] if a is nil. On
// error, a is an empty Answer, as before the report.
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
	asOf = asOf.Round(0)
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
		e := &events[i]
		if err := t.apply(e); err != nil {
			return &whereError{t.policy.agreement.kindName(e.Kind) + " at " + e.At.Format(time.RFC3339Nano), err}
		}
		if t.record != nil {
			t.enter(e)
		}
	}
	if t.still() {
		return nil
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
	order := t.rounds.byStart(room[:0])
	if n := t.rounds.n; n > cap(a.Clocks) {
		a.Clocks = make([]Clock, n)
	} else {
		a.Clocks = a.Clocks[:n]
	}
	for i := range a.Clocks {
		place := i
		if len(order) != 0 {
			place = order[i]
		}
		r := t.rounds.at(place)
		if err := t.clock(&a.Clocks[i], r, asOf); err != nil {
			return err
		}
		if r.open() {
			a.Next.considerRound(r, asOf)
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

// considerRound considers what happens to an open round by itself from an instant on. A
// breach comes just after its due instant, so a due time at the instant is still to come;
// a start has happened by then.
func (c *Change) considerRound(r *round, asOf time.Time) {
	if at, ok := r.opens.Get(); ok && r.waits() {
		c.consider(at, r.metric.starts)
	}
	if at, ok := r.due.Get(); ok && !r.paused() && !at.Before(asOf) {
		c.consider(at, r.metric.falls)
	}
}

// clock writes into c, over whatever it was, what there is to say of a round at an instant.
// It does so field by field because copying a whole Clock costs more than the rest.
func (t *timeline) clock(c *Clock, r *round, asOf time.Time) (err error) {
	if r.paused() {
		if err := r.settle(asOf); err != nil {
			return err
		}
	}
	m, g := r.metric, r.target
	c.Metric, c.Round, c.Severity = m.Name, int(r.number), g.level
	c.Target, c.Calendar, c.Clause = g.text, g.on(&r.switched), g.Clause
	c.Started, c.Due, c.Stopped, c.State = r.started, r.due, r.stopped, r.state
	c.itself, c.ends = r.itself, m.Ends
	c.WaitingFor, c.Elapsed, c.Remaining, c.Wall, c.Why = "", Length{}, Length{}, Length{}, nil
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
		if r.pauses != nil {
			wall -= r.idleWall()
		}
		c.Wall = LengthOf(wall)
	}
	if c.Elapsed, err = r.run(start, until); err != nil {
		return err
	}
	if why := r.unsure(); why != nil {
		c.Wall = Length{}
		c.Elapsed, _ = lengthOf(0, why)
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
