package sempre

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// An Interval is a stretch of time, half open: From is inside, Until is not. The
// zero Interval is empty.
type Interval struct {
	From  time.Time `json:"from"`
	Until time.Time `json:"until"`
}

// A Charge is what is charged for the work on a problem. In the zero Charge, nothing is
// charged so far.
type Charge struct {
	// Intervals are the stretches in which chargeable work was done, in UTC and in order;
	// they neither touch nor overlap, and none is empty. They are time and not person-hours:
	// two people who work at once make one interval. As long as nothing has been found, they
	// are what is charged if the problem turns out not to be an Error.
	Intervals []Interval `json:"intervals"`
	// Final reports whether the list is final: the problem was found to be an Error or not,
	// and no consent holds under which work could make the list longer. Only two later events
	// can still change a final list: the problem is found to be an Error after all, so that
	// nothing is charged, or the licensee consents to another determination. Work alone
	// changes nothing.
	Final bool `json:"final"`
}

// MarshalJSON writes c with a list of intervals, [] if there are none. The error is that of a
// time whose year cannot be written in JSON.
func (c Charge) MarshalJSON() ([]byte, error) {
	type plain Charge // without this method
	if c.Intervals == nil {
		c.Intervals = []Interval{}
	}
	return json.Marshal(plain(c))
}

// Charges returns what is charged for the work on a problem, as known at asOf (SEM-7).
//
// Work is charged while the licensee's written consent holds: from the instant of the
// consent, included, until a stop notice is received or the problem is found not to be an
// Error, both excluded. What is charged is the work on the determination that was consented
// to; after the finding there is none left. A later consent opens another stretch, since the
// text lets the licensee ask for a determination without saying how often. A consent while
// one holds changes nothing, and neither does a stop notice while none holds. Once the
// problem is found to be an Error, nothing is charged, not even for the time before.
//
// Events are taken in the order of their instants; events at the same instant are taken in
// the order given. Events after asOf are checked but have no effect, work is counted up to
// asOf, and an event at asOf counts. The error lists all mistakes, each an [ErrCharges]. A
// finding that the problem is not an Error, after a finding that it is, is a mistake, since
// the text has no way back from it: to correct a wrong finding, remove it from events.
func Charges(events []ChargeEvent, asOf time.Time) (Charge, error) {
	if asOf.IsZero() {
		return Charge{}, &policy.PlaceError{Kind: ErrCharges, Place: "as_of", Why: "is missing; write the instant to answer for"}
	}
	if err := checkEvents(events); err != nil {
		return Charge{}, err
	}
	order := make([]int, len(events))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return events[a].At.Compare(events[b].At) })
	asOf = asOf.UTC()
	consents, finding, err := consentsAndFinding(events, order, asOf)
	if err != nil {
		return Charge{}, err
	}
	if finding == FoundError {
		return Charge{Final: true}, nil
	}
	charge := Charge{Final: finding != 0 && !holds(consents)}
	var worked []Interval
	for _, i := range order {
		e := events[i]
		if e.Kind != Work || e.At.Compare(asOf) > 0 {
			continue
		}
		until := e.Until.UTC()
		if e.Until.IsZero() || e.Until.Compare(asOf) > 0 {
			until = asOf
		}
		worked = append(worked, Interval{e.At.UTC(), until})
	}
	for _, c := range consents {
		for _, w := range worked {
			charge.add(w.within(c.Interval))
		}
	}
	return charge, nil
}

// A consent is a stretch of time in which the licensee's consent holds; open says that
// neither a stop notice nor a finding has ended it.
type consent struct {
	Interval
	open bool
}

// holds reports whether the last consent has not ended.
func holds(consents []consent) bool { return len(consents) > 0 && consents[len(consents)-1].open }

// consentsAndFinding returns the stretches of consent up to asOf, and what was found by then:
// FoundError, FoundNotError or the zero ChargeKind. The error says that a finding contradicts
// an earlier one, even after asOf.
func consentsAndFinding(events []ChargeEvent, order []int, asOf time.Time) (consents []consent, finding ChargeKind, err error) {
	found := -1 // the first FoundError
	for _, i := range order {
		e := events[i]
		if e.Kind == FoundNotError && found >= 0 {
			return nil, 0, &policy.PlaceError{Kind: ErrCharges, Place: fmt.Sprintf("events[%d].kind", i), Value: e.Kind.String(),
				Why: fmt.Sprintf("comes after events[%d], found_error, which is final; leave out the one that was a mistake", found)}
		}
		if e.Kind == FoundError && found < 0 {
			found = i
		}
		if e.At.Compare(asOf) > 0 {
			continue
		}
		switch e.Kind {
		case Consented:
			if !holds(consents) {
				consents = append(consents, consent{Interval{e.At.UTC(), asOf}, true})
			}
		case StopReceived, FoundNotError:
			if holds(consents) {
				last := &consents[len(consents)-1]
				last.Until, last.open = e.At.UTC(), false
			}
		}
		if e.Kind == FoundError || e.Kind == FoundNotError {
			finding = e.Kind
		}
	}
	return consents, finding, nil
}

// add adds an interval that begins no earlier than the last one, unless it is empty. If the
// two overlap or touch, they become one.
func (c *Charge) add(i Interval) {
	if i.From.Compare(i.Until) >= 0 {
		return
	}
	if n := len(c.Intervals); n > 0 && i.From.Compare(c.Intervals[n-1].Until) <= 0 {
		if last := &c.Intervals[n-1]; i.Until.Compare(last.Until) > 0 {
			last.Until = i.Until
		}
		return
	}
	c.Intervals = append(c.Intervals, i)
}

// within returns the part of i that lies in another interval. If the result does not begin
// before it ends, there is no such part.
func (i Interval) within(o Interval) Interval {
	if i.From.Compare(o.From) < 0 {
		i.From = o.From
	}
	if i.Until.Compare(o.Until) > 0 {
		i.Until = o.Until
	}
	return i
}
