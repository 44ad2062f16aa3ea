package whatif

import (
	"slices"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// An event is a step that tells what happened to a clock, and when: a target, whose own
// instant is the due time, came with the step before it.
type event struct {
	policy.Step
	when calendar.Moment
}

// events returns what happened to a clock.
func events(steps []policy.Step) []event {
	var all []event
	var last calendar.Moment
	for _, s := range pick(steps, policy.StepWait, policy.StepStart, policy.StepTarget, policy.StepChange, policy.StepPause, policy.StepResume, policy.StepStop) {
		if s.Kind != policy.StepTarget {
			last = s.At
		}
		all = append(all, event{s, last})
	}
	return all
}

// same reports whether two events did the same. The due time that a target gives, and the
// state in which a clock stops, are what is being explained, so they are no reason. The
// clause is a cause of its own.
func (e event) same(o event) bool {
	return e.Kind == o.Kind && e.when.Equal(o.when) && (e.Kind == policy.StepStop || e.Text == o.Text)
}

// common returns the number of events at the beginning that did the same on both sides.
func common(before, after []event) int {
	n := 0
	for n < len(before) && n < len(after) && before[n].same(after[n]) {
		n++
	}
	return n
}

// partingEvent returns the first events in which the two sides differ.
func (d *Diff) partingEvent(before, after []event) (Cause, bool) {
	x, y := parting(before, after)
	cause := Cause{Kind: CauseEvent, Name: y.By, Old: words(x.Step), New: words(y.Step), At: x.when}
	switch {
	case x.Kind == "" && y.Kind == "":
		return Cause{}, false
	case x.Kind == "":
		cause.At = y.when
		return cause, true
	case y.Kind == "":
		cause.Name = x.By
		return cause, true
	case x.when.IsKnown() && y.when.IsKnown() && y.when.Time().Before(x.when.Time()):
		cause.At = y.when
	}
	if x.Kind == y.Kind && x.Text == y.Text { // only the instants differ
		cause.Old += at(x, &d.Old)
		cause.New += at(y, &d.New)
	}
	return cause, true
}

// parting returns the first events of two lists that begin differently, or the zero event for
// a side that has none in its place. If one of the two also comes later in the other list, it
// did the same on both sides, and the event in its place there came alone. If neither does,
// they are one event that did two things if they are of one kind, or came together; otherwise
// the earlier one came alone and caused the later one.
func parting(before, after []event) (x, y event) {
	if len(before) > 0 {
		x = before[0]
	}
	if len(after) > 0 {
		y = after[0]
	}
	if x.Kind == "" || y.Kind == "" {
		return x, y
	}
	later, alsoLater := slices.ContainsFunc(after, x.same), slices.ContainsFunc(before, y.same)
	switch {
	case later && !alsoLater:
		return event{}, y
	case alsoLater && !later:
		return x, event{}
	case x.Kind == y.Kind || !x.when.IsKnown() || !y.when.IsKnown():
		return x, y
	}
	switch order := x.when.Time().Compare(y.when.Time()); {
	case order < 0:
		return x, event{}
	case order > 0:
		return event{}, y
	}
	return x, y
}

// words describes an event of a clock.
func words(s policy.Step) string {
	if s.Kind == "" {
		return ""
	}
	return string(s.Kind) + ": " + s.Text
}

// at returns when an event came, in the zone of its side, or "" if that is unknown.
func at(e event, s *Side) string {
	when, ok := e.when.Get()
	if !ok {
		return ""
	}
	return ", " + when.In(s.Policy.Location()).Format(policy.TimeLayout)
}
