package whatif

import "github.com/slaclock/slaclock/policy"

// PartingTime finds the first instant at which one side counts and the other does not.
func PartingTime(before, after []policy.Step) (Cause, bool) { return partingTime(before, after) }

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
