package whatif

import (
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// partingTime finds the first instant at which one side counts and the other
// does not, before a last one, unless that is the zero time.
func partingTime(before, after []policy.Step, last time.Time) (Cause, bool) {
	a, b := line{rest: stretches(before)}, line{rest: stretches(after)}
	for len(a.rest) > 0 && len(b.rest) > 0 {
		x, y := a.rest[0], b.rest[0]
		switch {
		case !last.IsZero() && !x.from.Before(last):
			return Cause{}, false // what comes then moves no due time
		case !x.from.Equal(y.from):
			return Cause{}, false // the clocks start at different times
		case x.open != y.open:
			return closedCause(x, y), true
		}
		// They agree up to the end of the one that ends first.
		until := x.until
		if y.until.Before(until) {
			until = y.until
		}
		a.pass(until)
		b.pass(until)
	}
	return Cause{}, false
}

// closedCause is the cause of two stretches that begin together, of which one counts.
func closedCause(x, y stretch) Cause {
	closed, open := y, x
	if y.open {
		closed, open = x, y
	}
	return Cause{Kind: CauseClosed, Name: closed.name(open.until), Old: x.words(), New: y.words(), At: calendar.At(x.from)}
}

// ShiftedHours is the Name of a [CauseClosed] where no day is closed that the other side
// is open on: something opens on each of these days on both sides, and only the hours are
// other ones, be it that they begin or end at another time, or that one side is open round
// the clock and what closes the other is a night.
const ShiftedHours = "shifted hours"

// A stretch is time that counts, or does not.
type stretch struct {
	from, until  time.Time
	open, paused bool
	text         string             // why it is closed, in words; "" if it is open
	hours        *calendar.Calendar // of the clock then
}

// words tells what a stretch is.
func (s stretch) words() string {
	if s.open {
		return "counts"
	}
	return "closed: " + s.text
}

// pauseName is the Name of a [CauseClosed] where the clock stands still.
const pauseName = "a pause"

// stretches returns the stretches of a computation, until the first that is not
// known or is told as a whole.
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
			next.text, ok = s.Text, ok && len(s.Reasons) > 0 // it is not known otherwise (G9)
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

// name returns what closes a stretch up to an instant at which the other side, which is
// open until then, closes as well. The days of the stretch behind it may have other
// reasons, which have nothing to do with the difference.
func (s stretch) name(until time.Time) string {
	if s.paused {
		return pauseName // the clock stood still, whatever the hours
	}
	if s.until.Before(until) {
		until = s.until
	}
	if last := until.Add(-1); s.from.Before(last) {
		until = last // a day that begins with the end has no part in it
	}
	reasons := policy.ClosedReasons(s.hours, s.from, until)
	names := make([]string, len(reasons))
	for i, r := range reasons {
		names[i] = r.Text
	}
	switch {
	case len(names) == 0:
		return s.text // steps of a caller's own, without hours
	case names[0] == policy.ClosedAtNight, names[0] == policy.ClosedOutsideHours: // which stand alone
		return ShiftedHours
	}
	return strings.Join(names, ", ")
}

// A line is the stretches of one side, gone through in their order.
type line struct{ rest []stretch }

// pass drops what comes before an instant, which lies in the first stretch or at
// its end.
func (l *line) pass(at time.Time) {
	if !l.rest[0].until.Equal(at) {
		l.rest[0].from = at
		return
	}
	l.rest = l.rest[1:]
}
