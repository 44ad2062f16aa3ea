package whatif

import (
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// partingTime finds the first instant before last at which one side counts and the other does
// not. If last is the zero time, there is no limit.
func partingTime(before, after []policy.Step, last time.Time) (Cause, bool) {
	a, b := line{rest: stretches(before)}, line{rest: stretches(after)}
	for len(a.rest) > 0 && len(b.rest) > 0 {
		x, y := a.rest[0], b.rest[0]
		switch {
		case !last.IsZero() && !x.from.Before(last):
			return Cause{}, false // what comes after that moves no due time
		case !x.from.Equal(y.from):
			return Cause{}, false // the clocks start at different times
		case x.open != y.open:
			return closedCause(x, y), true
		}
		// They agree until the first of them ends.
		until := x.until
		if y.until.Before(until) {
			until = y.until
		}
		a.pass(until)
		b.pass(until)
	}
	return Cause{}, false
}

// closedCause returns the cause for two stretches that begin together, of which one counts.
func closedCause(x, y stretch) Cause {
	closed, open := y, x
	if y.open {
		closed, open = x, y
	}
	return Cause{Kind: CauseClosed, Name: closed.name(open.until), Old: x.words(), New: y.words(), At: calendar.At(x.from)}
}

// ShiftedHours is the Name of a [CauseClosed] if both sides open on each of the days in
// question, and only their hours differ: they begin or end at other times, or one side is
// open round the clock and the other closes for the night.
const ShiftedHours = "shifted hours"

// A stretch is time that counts, or does not.
type stretch struct {
	from, until  time.Time
	open, paused bool
	text         string             // why it is closed, in words; "" if it is open
	hours        *calendar.Calendar // of the clock then
}

// words describes a stretch.
func (s stretch) words() string {
	if s.open {
		return "counts"
	}
	return "closed: " + s.text
}

// pauseName is the Name of a [CauseClosed] where the clock pauses.
const pauseName = "a pause"

// stretches returns the stretches of a computation, up to the first one that is unknown or is
// given only as a whole.
func stretches(steps []policy.Step) []stretch {
	var all []stretch
	var hours *calendar.Calendar
	for _, s := range pick(steps, policy.StepHours, policy.StepCounted, policy.StepAhead, policy.StepClosed, policy.StepPaused) {
		if s.Kind == policy.StepHours {
			hours = s.Hours
			continue
		}
		from, ok := s.At.Get()
		until, alsoOK := s.Until.Get()
		next := stretch{from: from, until: until, hours: hours}
		switch s.Kind {
		case policy.StepPaused:
			next.paused, next.text = true, pauseName
		case policy.StepClosed:
			next.text, ok = s.Text, ok && len(s.Reasons) > 0 // without reasons it is unknown (G9)
		default:
			next.open, ok = true, ok && !s.Whole
		}
		if !ok || !alsoOK {
			return all
		}
		all = append(all, next)
	}
	return all
}

// name returns what closes a stretch until the other side, which is open, closes as well.
// Days of the stretch after that may be closed for reasons that have nothing to do with the
// difference.
func (s stretch) name(until time.Time) string {
	if s.paused {
		return pauseName // the clock paused, whatever the hours
	}
	if s.until.Before(until) {
		until = s.until
	}
	if last := until.Add(-1); s.from.Before(last) {
		until = last // a day that begins at the end is not part of it
	}
	reasons := policy.ClosedReasons(s.hours, s.from, until)
	names := make([]string, len(reasons))
	for i, r := range reasons {
		names[i] = r.Text
	}
	switch {
	case len(names) == 0:
		return s.text // steps of a caller's own, without hours
	case names[0] == policy.ClosedAtNight, names[0] == policy.ClosedOutsideHours: // these are always the only reason
		return ShiftedHours
	}
	return strings.Join(names, ", ")
}

// A line goes through the stretches of one side in order.
type line struct{ rest []stretch }

// pass drops what comes before an instant, which is in the first stretch or at its end.
func (l *line) pass(at time.Time) {
	if !l.rest[0].until.Equal(at) {
		l.rest[0].from = at
		return
	}
	l.rest = l.rest[1:]
}
