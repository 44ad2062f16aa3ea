package whatif

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// PartingTime finds the first instant at which one side counts and the other does not.
func PartingTime(before, after []policy.Step) (Cause, bool) {
	return partingTime(before, after, time.Time{})
}

// Matches returns how many of the rows 0 to n-1, of which each side has them in an
// order of its own, one side alone has, and how often a row was asked what it is
// matched by.
func Matches(before, after []int) (differ, asked int) {
	name := func(n *int) match {
		asked++
		return match{round: *n}
	}
	same := func(a, b *int) bool { return true }
	return len(differing(before, after, name, same, func(match, *int, *int) bool { return true })), asked
}

// Parting returns the first events of two lists of steps from which on they are not the
// same, in words: "pause 10:00", or "" for none.
func Parting(before, after []policy.Step) (x, y string) {
	a, b := events(before), events(after)
	n := common(a, b)
	first, other := parting(a[n:], b[n:])
	return first.clock(), other.clock()
}

func (e event) clock() string {
	if e.Kind == "" {
		return ""
	}
	if at, ok := e.when.Get(); ok {
		return string(e.Kind) + " " + at.Format("15:04")
	}
	return string(e.Kind)
}

// OpenOtherwise returns when one of two calendars is open and the other is not, first, and
// whether they differ, from one instant to another.
func OpenOtherwise(x, y *calendar.Calendar, from, until time.Time) (at time.Time, differ bool) {
	p := pairing{old: x, new: y, from: from, until: until}
	differ = p.openOtherwise()
	return p.at, differ
}
