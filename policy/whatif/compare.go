package whatif

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// A Maker makes the agreement of a ticket, for its customer and its readings, on one side of
// a comparison. It must not change the ticket. A Maker that keeps its policies, and returns
// the same one for tickets with the same customer and readings, saves most of the time. The
// zero Maker is nil, which [Compare] refuses with an error.
type Maker func(*policy.Ticket) (*policy.Policy, error)

// make makes the agreement of a ticket. It is an error if there is none.
func (m Maker) make(t *policy.Ticket) (*policy.Policy, error) {
	if m == nil {
		return nil, &policy.PlaceError{Kind: policy.ErrAgreement, Place: "maker", Why: "is nil"}
	}
	p, err := m(t)
	if err == nil && p == nil {
		err = &policy.PlaceError{Kind: policy.ErrAgreement, Place: "maker", Why: "made no Policy, and gave no error"}
	}
	return p, err
}

// A Side is what one side of a comparison says about a ticket. The zero Side says nothing
// about any ticket.
type Side struct {
	Policy *policy.Policy
	Answer policy.Answer
}

// A Diff is the difference between two answers for one ticket. The zero Diff, like a nil one,
// stands for no ticket: nothing differs.
type Diff struct {
	ID       string
	AsOf     policy.Stamp // the instant of both answers
	Old, New Side
	Clocks   []Clock // clocks that differ: in the order of Old, then those that only New has
	Rungs    []Rung  // steps of ladders, and thresholds of clocks, that differ, in the same order
	Owners   []Owner // changes of owner that differ, by time
}

// data returns d, or the zero Diff if d is nil.
func (d *Diff) data() *Diff {
	if d == nil {
		return new(Diff)
	}
	return d
}

// Differs reports whether anything is different.
func (d *Diff) Differs() bool {
	d = d.data()
	return len(d.Clocks)+len(d.Rungs)+len(d.Owners) > 0 || d.NextDiffers() || d.SeverityDiffers()
}

// NextDiffers reports whether the next change by itself is a different one, or comes at a
// different time. If only one side has a next change, that is a difference too.
func (d *Diff) NextDiffers() bool {
	d = d.data()
	a, b := d.Old.Answer.Next, d.New.Answer.Next
	return a.What != b.What || !a.At.Equal(b.At)
}

// SeverityDiffers reports whether the ticket's severities in the two answers have different
// names.
func (d *Diff) SeverityDiffers() bool {
	d = d.data()
	return d.Old.Answer.Severity.String() != d.New.Answer.Severity.String()
}

// Compare answers a ticket by two agreements, at the ticket's own instant, and returns what
// is different. Of the causes it finds the readings and the clause; [Diff.Explain] finds the
// others. If both makers return the same Policy, nothing is different.
//
// The error is a [policy.ErrTicket] if the ticket is nil or without events. Otherwise it says
// which side it comes from: it is that of the maker, a [policy.ErrAgreement] if the maker is
// nil or returns no policy, or that of [policy.Policy.Events] or [policy.Policy.Evaluate].
func Compare(t *policy.Ticket, from, to Maker) (Diff, error) {
	if t == nil {
		return Diff{}, errNoTicket()
	}
	asOf, ok := t.Instant()
	if !ok {
		return Diff{}, &policy.PlaceError{Kind: policy.ErrTicket, Place: "events", Why: "a ticket has at least the event reported"}
	}
	d := Diff{ID: t.ID, AsOf: asOf}
	var err error
	if d.Old.Policy, err = from.make(t); err != nil {
		return Diff{}, sideError(oldSide, err)
	}
	if d.New.Policy, err = to.make(t); err != nil {
		return Diff{}, sideError(newSide, err)
	}
	if err := d.Old.judge(t, asOf, (*policy.Policy).Evaluate); err != nil {
		return Diff{}, sideError(oldSide, err)
	}
	if d.Old.Policy == d.New.Policy {
		d.New.Answer = d.Old.Answer
		return d, nil
	}
	if err := d.New.judge(t, asOf, (*policy.Policy).Evaluate); err != nil {
		return Diff{}, sideError(newSide, err)
	}
	d.compare()
	for i := range d.Clocks {
		d.Clocks[i].Causes = d.given(&d.Clocks[i])
	}
	return d, nil
}

// Explain finds the causes that only the steps of the computations show: the event, the
// hours, and the day at which they part. t is the ticket that was compared. If no clock
// differs, Explain does nothing. It costs far more than [Compare], since it goes through the
// days one by one and, the first time for an agreement, through its hours; see
// [policy.Policy.Explain]. The error says which side it comes from, or is a
// [policy.ErrTicket] if t is nil.
func (d *Diff) Explain(t *policy.Ticket) error {
	if d == nil || len(d.Clocks) == 0 {
		return nil
	}
	if t == nil {
		return errNoTicket()
	}
	if err := d.Old.judge(t, d.AsOf, (*policy.Policy).Explain); err != nil {
		return sideError(oldSide, err)
	}
	if err := d.New.judge(t, d.AsOf, (*policy.Policy).Explain); err != nil {
		return sideError(newSide, err)
	}
	d.compare()
	for i := range d.Clocks {
		c := &d.Clocks[i]
		c.Causes = append(d.given(c), d.found(c)...)
	}
	return nil
}

// The names of the sides, in errors.
const (
	oldSide = "old side"
	newSide = "new side"
)

func sideError(side string, err error) error { return fmt.Errorf("%s: %w", side, err) }

func errNoTicket() error {
	return &policy.PlaceError{Kind: policy.ErrTicket, Place: "ticket", Why: "is nil"}
}

// judge makes the answer of a side.
func (s *Side) judge(t *policy.Ticket, asOf policy.Stamp, evaluate func(*policy.Policy, []policy.Event, time.Time) (policy.Answer, error)) error {
	events, err := s.Policy.Events(t)
	if err != nil {
		return err
	}
	s.Answer, err = evaluate(s.Policy, events, asOf.Time)
	return err
}

// compare finds what is different between the two answers.
func (d *Diff) compare() {
	d.Clocks = compareClocks(d.Old.Answer.Clocks, d.New.Answer.Clocks)
	d.Rungs = compareRungs(d.Old.Answer.Escalation, d.New.Answer.Escalation)
	d.Owners = compareOwners(d.Old.Answer.Ownership, d.New.Answer.Ownership)
}
