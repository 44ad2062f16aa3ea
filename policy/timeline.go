package policy

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// MaxMetrics is the greatest number of metrics that an agreement can have. (The code keeps
// a bit for each.)
const MaxMetrics = 32

// A timeline is a ticket while its events are gone through in their order.
type timeline struct {
	policy    *Policy
	rounds    rounds
	last      [MaxMetrics]int32 // by metric: the place of its last round, from 1; 0 if it has none
	open      uint32            // bit m: the last round of metric m is open
	live      bool              // it was reported, or reopened, and has not ended
	ended     calendar.Moment   // since when it is not live; none before its report, and while it is
	halted    bool              // nothing is owed until a reopening
	pending   bool              // the customer has been asked for something
	level     severity.Level    // the present one
	channel   Channel           // of the report
	report    receipt           // of the report or the last reopening
	switched  calendar.Moment   // when the ticket went over to other hours, if it did
	given     uint32            // bit m: what metric m promises was done since then
	standing  uint32            // bit m: the clocks of metric m stand still
	ending    bool              // the event at hand ends the ticket
	seen      Kinds             // what has come since the report; gates ask for it
	testing   bool              // the customer tests a potential resolution
	climb     escalation.Climb
	climbs    []escalation.Climb // those of earlier lives of the ticket
	climbed   []time.Time        // when those lives began
	life      time.Time          // when the present one did, or the last
	watch     escalation.Watch
	rungs     []Rung             // room for the answer's
	owners    []escalation.Owner // and for those
	moved     []movedDue
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

// A movedDue is a clock whose due time a change moved into the past, and when.
type movedDue struct {
	metric, round int32
	at            time.Time
}

// A receipt is how the present life of a ticket began.
type receipt struct {
	at       time.Time
	channel  Channel
	reopened bool
}

// apply applies one event, after what happens by itself up to its instant. To an open
// ticket the event does first what it does to the clocks of its metrics, then what it does
// to the ticket as a whole.
func (t *timeline) apply(e *Event) error {
	if !t.still() {
		if err := t.advance(e.At); err != nil {
			return err
		}
	}
	if t.journal != nil {
		t.journal.cause = t.policy.tell(e)
	}
	h := &t.policy.hears[e.Kind&63] // there are 64 kinds
	t.ending = h.deeds&deedEnd != 0
	if !t.live || h.deeds&deedBegin != 0 {
		return t.begin(e)
	}
	t.seen |= 1 << (e.Kind & 63)
	if h.deeds&(deedAsk|deedGive) != 0 {
		t.pending = h.deeds&deedAsk != 0
	}
	for i := range h.metrics {
		if err := t.perform(e, &h.metrics[i]); err != nil {
			return err
		}
	}
	if h.deeds&^(deedAsk|deedGive) != 0 {
		return t.do(e, h.deeds)
	}
	return nil
}

// begin does what an event does that begins the life of the ticket, or comes while it
// has none.
func (t *timeline) begin(e *Event) error {
	switch {
	case e.Kind == Reported:
		t.level, t.channel = e.Severity, e.Channel
		return t.receive(receipt{e.At, e.Channel, false})
	case t.live: // T10: an open ticket is open already
	case e.Kind == Reopened:
		channel := e.Channel
		if channel == 0 {
			channel = t.channel
		}
		return t.receive(receipt{e.At, channel, true}) // T10
	case e.Kind == SeverityChanged:
		t.level = e.Severity // T9: the label alone; no other event means anything
	}
	return nil
}

// do does to an open ticket as a whole what an event does, but for what the customer
// is asked: what the agreement declares, and then what the rules say of its kind.
func (t *timeline) do(e *Event, d deed) error {
	if d&deedLet != 0 {
		if err := t.release(e); err != nil {
			return err
		}
	}
	if d&deedHalt != 0 { // ISP-5
		t.halted = true
		if err := t.cancel(e.At); err != nil {
			return err
		}
	}
	if d&(deedTest|deedFail) != 0 {
		if err := t.test(e.At, d&deedTest != 0); err != nil {
			return err
		}
	}
	if d&deedSwitch != 0 {
		if err := t.switchHours(e.At); err != nil {
			return err
		}
	}
	switch {
	case d&deedCall != 0:
		channel := e.Channel
		if channel == 0 {
			channel = Phone // T2
		}
		return t.contact(e.At, channel)
	case d&deedAnswer != 0 && e.Channel == Phone:
		return t.contact(e.At, Phone) // T1: after the response itself
	case d&deedLevel != 0:
		return t.change(e.At, e.Severity)
	case d&deedLower != 0: // PUR-6, POR-3
		if low := t.policy.lower[t.level.Rank()]; !low.IsZero() {
			return t.change(e.At, low)
		}
	case d&deedEnd != 0:
		return t.end(e.At)
	}
	return nil
}

// cause says what happens now. It is asked only where reasons are wanted.
func (t *timeline) cause() string { return t.journal.cause }

// because keeps in the journal what happens now.
func (t *timeline) because(cause string) {
	if t.journal != nil {
		t.journal.cause = cause
	}
}

// receive starts the clocks of a report, or of a reopening as one (T10).
func (t *timeline) receive(r receipt) error {
	t.ended = calendar.Moment{}
	t.report, t.live, t.halted, t.given, t.standing, t.seen, t.switched = r, true, false, 0, 0, 0, calendar.Moment{}
	if err := t.beginEscalation(r); err != nil {
		return err
	}
	kind := Reported
	if r.reopened {
		kind = Reopened
	}
	for i := range t.policy.metrics {
		m := &t.policy.metrics[i]
		if r.reopened && m.Continue {
			if revived, err := t.revive(m, r.at); revived || err != nil {
				if err != nil {
					return err
				}
				continue
			}
		}
		target := m.target(t.level)
		if target == nil || !m.Start.Has(kind) {
			continue
		}
		if err := t.admit(t.add(m, target), r.at); err != nil {
			return err
		}
	}
	return nil
}

// end ends the ticket (T9).
func (t *timeline) end(at time.Time) error {
	t.live, t.ended = false, calendar.At(at)
	t.climb.End(at)
	t.watch.End()
	return t.cancel(at)
}
