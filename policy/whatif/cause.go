package whatif

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// A Cause is one thing that is responsible for a difference. The zero Cause is none.
type Cause struct {
	Kind CauseKind       `json:"kind"`
	Name string          `json:"name"`          // the reading, clause, hours or closed time that it is about
	Old  string          `json:"old,omitempty"` // what the old side has there; "" for nothing
	New  string          `json:"new,omitempty"` // what the new side has there; "" for nothing
	At   calendar.Moment `json:"at,omitzero"`   // when the two computations part; none if that is no matter of time
}

// A CauseKind says what a [Cause] is about. The zero CauseKind is none of the kinds.
type CauseKind string

// The kinds of causes, in the order in which they are listed.
const (
	CauseReading CauseKind = "reading" // an open reading has another value; Name is the reading
	CauseClause  CauseKind = "clause"  // the clock is promised by another clause, or on one side by none; Name is the one that there is, that of the new side first
	CauseUnknown CauseKind = "unknown" // the due time is not known on one side (G9); Old or New says why
	CauseEvent   CauseKind = "event"   // an event did something else to the clock, or came on one side alone; Name is the clause or rule
	CauseHours   CauseKind = "hours"   // it is counted, or begins to be, in other hours; Name is the calendar's, Old and New are their fingerprints
	CauseClosed  CauseKind = "closed"  // time counts on one side only; Name is what closes the other: a holiday, "weekend", "a pause", or ShiftedHours
)

// kinds are the kinds in their order.
func kinds() []CauseKind {
	return []CauseKind{CauseReading, CauseClause, CauseUnknown, CauseEvent, CauseHours, CauseClosed}
}

// Readings returns the open readings that have another value on the new side:
// those of the old side in their order, then those that the new one alone has.
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
		ok = false // the hours have no part in the difference
	}
	if !ok && differ {
		closed, ok = hours.closed()
	}
	if ok {
		causes = append(causes, closed)
	}
	return causes
}

// last returns the later of the two due times, behind which nothing moves them: the one
// there is if the other is not known (G9), and the zero time if a clock has none.
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
