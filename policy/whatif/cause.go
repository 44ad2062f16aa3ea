package whatif

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// A Cause is one thing that is responsible for a difference. The zero Cause stands for no
// cause.
type Cause struct {
	Kind CauseKind       `json:"kind"`
	Name string          `json:"name"`          // the reading, clause, hours or closed time that it is about
	Old  string          `json:"old,omitempty"` // what the old side has there; "" for nothing
	New  string          `json:"new,omitempty"` // what the new side has there; "" for nothing
	At   calendar.Moment `json:"at,omitzero"`   // when the two computations part; the zero Moment if time does not matter
}

// A CauseKind says what a [Cause] is about. The zero CauseKind stands for no kind.
type CauseKind string

// The kinds of causes, in the order in which they are listed.
const (
	CauseReading CauseKind = "reading" // an open reading has a different value; Name is the reading
	CauseClause  CauseKind = "clause"  // the clock is promised by different clauses, or on one side by none; Name is the clause of the new side or, if it has none, of the old one
	CauseUnknown CauseKind = "unknown" // the due time is not known on one side (G9); Old or New says why
	CauseEvent   CauseKind = "event"   // an event did something different to the clock, or came on one side only; Name is the clause or rule
	CauseHours   CauseKind = "hours"   // the clock is counted, or starts, in different hours; Name is the calendar's name, Old and New are the fingerprints
	CauseClosed  CauseKind = "closed"  // time counts on one side only; Name is what closes the other: a holiday, "weekend", "a pause", or ShiftedHours
)

// kinds returns the kinds in order.
func kinds() []CauseKind {
	return []CauseKind{CauseReading, CauseClause, CauseUnknown, CauseEvent, CauseHours, CauseClosed}
}

// Readings returns the open readings whose values differ between the sides: those of the old
// side in their order, then those that only the new side has.
func (d *Diff) Readings() []Cause {
	if d == nil || d.Old.Policy == nil || d.New.Policy == nil {
		return nil
	}
	before, after := d.Old.Policy.Choices(), d.New.Policy.Choices()
	var all []Cause
	for _, c := range before {
		if other := after.Value(c.Name); other != c.Value {
			all = append(all, Cause{Kind: CauseReading, Name: c.Name, Old: c.Value, New: other})
		}
	}
	for _, c := range after {
		if before.Value(c.Name) == "" {
			all = append(all, Cause{Kind: CauseReading, Name: c.Name, New: c.Value})
		}
	}
	return all
}

// given returns the causes that the answers show without their steps: the readings
// and the clause.
func (d *Diff) given(c *Clock) []Cause {
	causes := d.Readings()
	switch {
	case c.Old == nil:
		return append(causes, Cause{Kind: CauseClause, Name: c.New.Clause, New: c.New.Clause})
	case c.New == nil:
		return append(causes, Cause{Kind: CauseClause, Name: c.Old.Clause, Old: c.Old.Clause})
	case c.Old.Clause != c.New.Clause:
		causes = append(causes, Cause{Kind: CauseClause, Name: c.New.Clause, Old: c.Old.Clause, New: c.New.Clause})
	}
	if a, b := c.Old.Due.Unknown(), c.New.Due.Unknown(); (a == nil) != (b == nil) {
		causes = append(causes, Cause{Kind: CauseUnknown, Name: "G9", Old: text(a), New: text(b)})
	}
	return causes
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// found returns the causes that the steps of the two computations show.
func (d *Diff) found(c *Clock) []Cause {
	if c.Old == nil || c.New == nil {
		return nil
	}
	var causes []Cause
	before, after := events(c.Old.Why), events(c.New.Why)
	n := common(before, after)
	if cause, ok := d.partingEvent(before[n:], after[n:]); ok {
		causes = append(causes, cause)
	}
	hours, differ := d.partingHours(c, before, after, n)
	if differ {
		causes = append(causes, Cause{Kind: CauseHours, Name: hours.name, Old: fingerprint(hours.old), New: fingerprint(hours.new)})
	}
	closed, ok := partingTime(c.Old.Why, c.New.Why, c.last())
	if ok && closed.Name != pauseName && !differ {
		ok = false // the hours do not contribute to the difference
	}
	if !ok && differ {
		closed, ok = hours.closed()
	}
	if ok {
		causes = append(causes, closed)
	}
	return causes
}

// last returns the later of the two due times: nothing after it moves either of them. If one
// is unknown (G9), it returns the other; if a clock has none, it returns the zero time.
func (c *Clock) last() time.Time {
	a, known := c.Old.Due.Get()
	b, alsoKnown := c.New.Due.Get()
	switch {
	case known && alsoKnown:
		return later(a, b)
	case known && c.New.Due.Unknown() != nil:
		return a
	case alsoKnown && c.Old.Due.Unknown() != nil:
		return b
	}
	return time.Time{}
}

// pick returns the steps of some kinds.
func pick(steps []policy.Step, kinds ...policy.StepKind) []policy.Step {
	var all []policy.Step
	for _, s := range steps {
		for _, k := range kinds {
			if s.Kind == k {
				all = append(all, s)
			}
		}
	}
	return all
}
