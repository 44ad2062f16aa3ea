package policy

import (
	"time"

	"github.com/slaclock/slaclock/severity"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
)

// maxMetrics is the most metrics that an agreement has; what was given of each
// is kept as bits.
const maxMetrics = 32

// A timeline is a ticket while its events are gone through in their order.
type timeline struct {
	policy    *Policy
	rounds    rounds
	live      bool            // it was reported, or reopened, and has not ended
	halted    bool            // nothing is owed until a reopening
	pending   bool            // the customer has been asked for something
	level     severity.Level  // the present one
	channel   Channel         // of the report
	report    receipt         // of the report or the last reopening
	switched  calendar.Moment // when the ticket went over to other hours, if it did
	given     uint32          // bit m: what metric m promises was done since then
	standing  uint32          // bit m: the clocks of metric m stand still
	ending    bool            // the event at hand ends the ticket
	seen      Kinds           // what has come since the report; gates ask for it
	testing   bool            // the customer tests a potential resolution
	climb     escalation.Climb
	climbs    []escalation.Climb // those of earlier lives of the ticket
	watch     escalation.Watch
	succeeded []time.Time // when other versions of the agreement came into force for it
	journal   *journal    // nil if no reasons are wanted
	tally     *tally      // nil unless the progress is wanted
	record    *record     // nil unless the history of the level is wanted
}

// A journal is what a timeline keeps to tell reasons. (It is behind a pointer so
// that a timeline without one stays on the stack.)
type journal struct {
	cause string // the event at hand, in words
}

// A receipt is how the present life of a ticket began.
type receipt struct {
	at       time.Time
	channel  Channel
	reopened bool
}

// apply applies one event. What happens by itself up to its instant has
// happened.
func (t *timeline) apply(e *Event) error {
	err := t.act(e)
	t.enter(e)
	return err
}

func (t *timeline) act(e *Event) error {
	if t.journal != nil {
		t.journal.cause = t.policy.tell(e)
	}
	t.ending = e.Kind == Resolved || e.Kind == Closed
	switch {
	case e.Kind == Reported:
		t.level, t.channel = e.Severity, e.Channel
		return t.receive(receipt{e.At, e.Channel, false})
	case e.Kind == Reopened && !t.live:
		channel := e.Channel
		if channel == 0 {
			channel = t.channel
		}
		return t.receive(receipt{e.At, channel, true}) // T10
	case e.Kind == Reopened:
		return nil // T10: an open ticket is open already
	case !t.live && e.Kind == SeverityChanged:
		t.level = e.Severity // T9: the label alone
		return nil
	case !t.live:
		return nil // T9
	}
	switch {
	case t.policy.agreement.Asked.Has(e.Kind):
		t.pending = true
	case t.policy.agreement.Given.Has(e.Kind):
		t.pending = false
	}
	t.seen |= On(e.Kind)
	if err := t.perform(e); err != nil {
		return err
	}
	if t.policy.gates.Has(e.Kind) {
		if err := t.release(e); err != nil {
			return err
		}
	}
	if t.policy.agreement.Halt.Has(e.Kind) {
		t.halted = true
		if err := t.cancel(e.At); err != nil {
			return err
		}
	}
	if err := t.test(e); err != nil {
		return err
	}
	if t.policy.agreement.Switch.Has(e.Kind) {
		if err := t.switchHours(e.At); err != nil {
			return err
		}
	}
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
		err = t.end(e.At)
	default:
		if e.Channel == Phone && Response.Has(e.Kind) {
			err = t.contact(e.At, Phone) // T1: after the response itself
		}
	}
	return err
}

// cause says what happens now, if reasons are wanted.
func (t *timeline) cause() string { return t.journal.cause }

// because keeps in the journal what happens now.
func (t *timeline) because(cause string) {
	if t.journal != nil {
		t.journal.cause = cause
	}
}

// receive starts the clocks of a report, or of a reopening as one (T10).
func (t *timeline) receive(r receipt) error {
	t.report, t.live, t.halted, t.given, t.standing, t.seen, t.switched = r, true, false, 0, 0, 0, calendar.Moment{}
	if err := t.escalate(r); err != nil {
		return err
	}
	kind := Reported
	if r.reopened {
		kind = Reopened
	}
	for m := range t.policy.metrics {
		if r.reopened && t.policy.metrics[m].Continue {
			if revived, err := t.revive(m, r.at); revived || err != nil {
				if err != nil {
					return err
				}
				continue
			}
		}
		target := t.target(m, t.level)
		if target == nil || !t.policy.metrics[m].Start.Has(kind) {
			continue
		}
		if err := t.admit(t.add(m, target), r.at); err != nil {
			return err
		}
	}
	return nil
}

// admit starts a new clock, or one that waits, at an instant, if its gate is
// open to the report.
func (t *timeline) admit(r *round, at time.Time) error {
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
		t.note(r, StepWait, calendar.At(at), r.target.Clause, t.cause()+": the clock waits for "+t.policy.waitsFor(&r.target.Gate))
	}
	return nil
}

// start starts a clock.
func (t *timeline) start(r *round, at time.Time) (err error) {
	r.started, r.opens, r.switched = calendar.At(at), calendar.Moment{}, t.switched
	r.due, err = r.target.due(at, r.switched)
	r.whole = r.target.Measure.Time > 0 && !r.target.NextOpening && !t.switched.IsKnown()
	if t.journal != nil {
		t.note(r, StepStart, r.started, r.target.Clause, t.cause())
		t.note(r, StepTarget, r.due, r.target.Clause, r.target.describe())
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
	if err := r.settle(at); err != nil {
		return err
	}
	r.since = calendar.Moment{}
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

// perform stops, cancels and starts the clocks for which the event does so.
func (t *timeline) perform(e *Event) error {
	over := t.ending || t.policy.agreement.Halt.Has(e.Kind) // nothing begins with it
	for m := range t.policy.metrics {
		metric := &t.policy.metrics[m]
		if !metric.heard.Has(e.Kind) {
			continue
		}
		r := t.running(m)
		if metric.Resume.Has(e.Kind) {
			t.standing &^= 1 << m
			if r != nil {
				if err := t.resume(r, e.At); err != nil {
					return err
				}
			}
		}
		if metric.Stop.Has(e.Kind) && t.counts(m, e) {
			t.given |= 1 << m
			if r != nil {
				if err := t.stop(r, e.At, Met); err != nil {
					return err
				}
				if !over {
					if err := t.renew(m, r.waits(), e.At); err != nil {
						return err
					}
				}
				r = nil
			}
		}
		held := over || t.pending && metric.Unasked.Has(e.Kind)
		if r != nil && (metric.Cancel.Has(e.Kind) || metric.Restart.Has(e.Kind) && !held) {
			if err := t.stop(r, e.At, Cancelled); err != nil {
				return err
			}
		}
		if metric.Start.Has(e.Kind) && !t.halted && !held && t.running(m) == nil {
			if target := t.target(m, t.level); target != nil {
				if err := t.start(t.add(m, target), e.At); err != nil {
					return err
				}
			}
		}
		if metric.Pause.Has(e.Kind) {
			t.standing |= 1 << m
			if r := t.running(m); r != nil {
				if err := t.pause(r, e.At); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// counts reports whether an event that can stop a metric's clocks does so: it
// is judged by the level in force (T1).
func (t *timeline) counts(m int, e *Event) bool {
	target := t.target(m, t.level)
	return target == nil || e.Channel == 0 || target.StopBy.Accept(e.Channel)
}

// renew begins the next round of a metric that has one after each. While the
// last one waited, the next waits too.
func (t *timeline) renew(m int, waited bool, at time.Time) error {
	target := t.target(m, t.level)
	if target == nil || !t.policy.metrics[m].Renew || t.halted {
		return nil
	}
	r := t.add(m, target)
	if waited {
		return t.admit(r, at)
	}
	return t.start(r, at)
}

// contact starts the clocks that wait for the channel that the customer uses (T2).
func (t *timeline) contact(at time.Time, channel Channel) error {
	if l := t.policy.ladders[t.level.Rank()]; t.climb.Waits() && l.Gate.Accepts.Accept(channel) {
		if err := t.climb.Start(at); err != nil {
			return err
		}
	}
	for m := range t.policy.metrics {
		r := t.running(m)
		if r == nil || !r.waits() || r.target.Gate.Event != 0 || !r.target.Gate.Accepts.Accept(channel) {
			continue
		}
		if err := t.start(r, at); err != nil {
			return err
		}
	}
	return nil
}

// release starts the clocks that wait for an event.
func (t *timeline) release(e *Event) error {
	for m := range t.policy.metrics {
		if r := t.running(m); r != nil && r.waits() && r.target.Gate.Event == e.Kind {
			if err := t.start(r, e.At); err != nil {
				return err
			}
		}
	}
	return nil
}

// switchHours takes the ticket over to other hours: running clocks go on in
// them with what is left.
func (t *timeline) switchHours(at time.Time) (err error) {
	if t.switched.IsKnown() {
		return nil
	}
	t.switched = calendar.At(at)
	for i := range t.rounds.n {
		r := t.rounds.at(i)
		if !r.open() || r.waits() || r.switched.IsKnown() {
			continue // one that goes on after a reopening may have switched before
		}
		if err := r.settle(at); err != nil {
			return err
		}
		r.switched, r.whole = t.switched, false
		was := r.due
		if r.due, err = r.target.carriedOver(was, at); err != nil {
			return err
		}
		if r.due != was {
			if r.due, err = r.target.roll(r.due, r.switched); err != nil {
				return err
			}
		}
		if err := t.aim(r, at); err != nil {
			return err
		}
		if t.journal != nil && r.target.After != "" {
			t.note(r, StepChange, r.due, r.target.Clause, t.cause()+": what is left goes on in "+r.target.After)
		}
	}
	return nil
}

// end ends the ticket (T9).
func (t *timeline) end(at time.Time) error {
	t.live = false
	t.climb.End()
	t.watch.End()
	return t.cancel(at)
}

// cancel cancels what has not stopped.
func (t *timeline) cancel(at time.Time) error {
	for i := range t.rounds.n {
		if r := t.rounds.at(i); r.open() {
			if err := t.stop(r, at, Cancelled); err != nil {
				return err
			}
		}
	}
	return nil
}

// add begins the next round of a metric, waiting.
func (t *timeline) add(m int, target *target) *round {
	number := 1
	for i := range t.rounds.n {
		if t.rounds.at(i).metric == m {
			number++
		}
	}
	return t.rounds.add(round{metric: m, number: number, level: t.level, target: target})
}

// running returns the open clock of a metric, or nil. There is never more than
// one.
func (t *timeline) running(m int) *round {
	for i := t.rounds.n - 1; i >= 0; i-- {
		if r := t.rounds.at(i); r.metric == m {
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
