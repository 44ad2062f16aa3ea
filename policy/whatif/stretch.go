package whatif

import (
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// partingTime finds the first instant at which one side counts and the other
// does not.
func partingTime(before, after []policy.Step) (Cause, bool) {
	a, b := line{rest: stretches(before)}, line{rest: stretches(after)}
	for len(a.rest) > 0 && len(b.rest) > 0 {
		x, y := a.rest[0], b.rest[0]
		switch {
		case !x.from.Equal(y.from):
			return Cause{}, false // the clocks start at different times
		case x.open != y.open:
			closed, other := y, &a
			if y.open {
				closed, other = x, &b
			}
			return Cause{Kind: CauseClosed, Name: closed.without(other), Old: x.words(), New: y.words(), At: calendar.At(x.from)}, true
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

// ShiftedHours is the Name of a [CauseClosed] where the same days are closed on
// both sides, for the same reasons, and only at other hours.
const ShiftedHours = "shifted hours"

// A stretch is time that counts, or does not.
type stretch struct {
	from, until  time.Time
	open, paused bool
	text         string   // why it is closed, in words; "" if it is open
	reasons      []string // the same one by one; none if it is open or paused
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
	for _, s := range pick(steps, policy.StepCounted, policy.StepAhead, policy.StepClosed, policy.StepPaused) {
		from, ok := s.At.Get()
		until, alsoOK := s.Until.Get()
		next := stretch{from: from, until: until}
		switch s.Kind {
		case policy.StepPaused:
			next.paused, next.text = true, pauseName
		case policy.StepClosed:
			next.text, ok = s.Text, ok && len(s.Reasons) > 0 // it is not known otherwise (G9)
			for _, r := range s.Reasons {
				next.reasons = append(next.reasons, r.Text)
			}
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

// without returns the reasons of a closed stretch that the other side, which is
// open where it begins, does not have for its own closed time just before or after,
// all of them in a row.
func (s stretch) without(other *line) string {
	if s.paused {
		return pauseName // the clock stood still, whatever the hours
	}
	only := slices.Clone(s.reasons)
	if only[0] == policy.ClosedAtNight || only[0] == policy.ClosedOutsideHours { // which stand alone
		return ShiftedHours
	}
	for _, o := range other.beside(s.until) {
		if indexReasons(o, only) >= 0 {
			return ShiftedHours
		}
		if i := indexReasons(only, o); i >= 0 {
			only = slices.Delete(only, i, i+len(o))
		}
	}
	return strings.Join(only, ", ")
}

// indexReasons returns where some reasons stand in others, all of them in a row,
// or -1.
func indexReasons(in, some []string) int {
	for i := 0; i+len(some) <= len(in); i++ {
		if slices.Equal(in[i:i+len(some)], some) {
			return i
		}
	}
	return -1
}

// A line is the stretches of one side, gone through in their order.
type line struct {
	last stretch // the one that ended where the first of rest begins; of the zero line, none
	rest []stretch
}

// beside returns the reasons of the closed stretch just before the one that is open
// now, and of that just after it if it begins before an instant.
func (l *line) beside(until time.Time) [][]string {
	var all [][]string
	if len(l.last.reasons) > 0 {
		all = append(all, l.last.reasons)
	}
	if len(l.rest) > 1 && len(l.rest[1].reasons) > 0 && l.rest[1].from.Before(until) {
		all = append(all, l.rest[1].reasons)
	}
	return all
}

// pass drops what comes before an instant, which lies in the first stretch or at
// its end.
func (l *line) pass(at time.Time) {
	if !l.rest[0].until.Equal(at) {
		l.rest[0].from = at
		return
	}
	l.last, l.rest = l.rest[0], l.rest[1:]
}
