package whatif

import (
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
	CauseEvent   CauseKind = "event"   // an event did something else to the clock; Name is the clause or rule
	CauseHours   CauseKind = "hours"   // it is counted in hours with another fingerprint; Name is the calendar's
	CauseClosed  CauseKind = "closed"  // time counts on one side only; Name is what closes the other: a holiday, "weekend", "a pause", or ShiftedHours
)

// kinds are the kinds in their order.
func kinds() []CauseKind {
	return []CauseKind{CauseReading, CauseClause, CauseUnknown, CauseEvent, CauseHours, CauseClosed}
}

// Readings returns the open readings that have another value on the new side:
// those of the old side in their order, then those that the new one alone has.
func (d *Diff) Readings() []Cause {
	if d.Old.Policy == nil || d.New.Policy == nil {
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
func (c *Clock) found() []Cause {
	if c.Old == nil || c.New == nil {
		return nil
	}
	var causes []Cause
	for _, find := range [...]func(a, b []policy.Step) (Cause, bool){partingEvent, partingHours, partingTime} {
		if cause, ok := find(c.Old.Why, c.New.Why); ok {
			causes = append(causes, cause)
		}
	}
	return causes
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

// partingEvent finds the first event that did something else to the clock.
func partingEvent(before, after []policy.Step) (Cause, bool) {
	events := []policy.StepKind{policy.StepWait, policy.StepStart, policy.StepTarget, policy.StepChange, policy.StepPause, policy.StepResume, policy.StepStop}
	a, b := pick(before, events...), pick(after, events...)
	var last calendar.Moment // when the event before happened: that of a target, whose own instant is the due time
	for i := range max(len(a), len(b)) {
		var x, y policy.Step
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if sameEvent(x, y) {
			if x.Kind != policy.StepTarget {
				last = x.At
			}
			continue
		}
		cause := Cause{Kind: CauseEvent, Name: y.By, Old: words(x), New: words(y)}
		if y.Kind == "" {
			cause.Name = x.By
		}
		for _, s := range [...]policy.Step{x, y} {
			at := s.At
			if s.Kind == policy.StepTarget {
				at = last
			}
			if at.IsKnown() && (!cause.At.IsKnown() || at.Time().Before(cause.At.Time())) {
				cause.At = at
			}
		}
		return cause, true
	}
	return Cause{}, false
}

// sameEvent reports whether two events did the same. The due time that a target
// gives, and the state in which a clock stops, are what is to be explained, and so no
// reason; of the clause it is told already.
func sameEvent(a, b policy.Step) bool {
	if a.Kind != b.Kind {
		return false
	}
	switch a.Kind {
	case policy.StepTarget:
		return a.Text == b.Text
	case policy.StepStop:
		return a.At.Equal(b.At)
	}
	return a.Text == b.Text && a.At.Equal(b.At)
}

// words tells an event of a clock.
func words(s policy.Step) string {
	if s.Kind == "" {
		return ""
	}
	return string(s.Kind) + ": " + s.Text
}

// partingHours finds the first hours that are other ones.
func partingHours(before, after []policy.Step) (Cause, bool) {
	a, b := pick(before, policy.StepHours), pick(after, policy.StepHours)
	for i := range min(len(a), len(b)) {
		if a[i].Hours == b[i].Hours {
			continue
		}
		if x, y := a[i].Source(), b[i].Source(); x != y {
			return Cause{Kind: CauseHours, Name: b[i].Text, Old: x, New: y}, true
		}
	}
	return Cause{}, false
}
