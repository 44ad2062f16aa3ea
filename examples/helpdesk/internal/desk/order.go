package desk

import (
	"slices"

	"github.com/slaclock/slaclock/policy"
)

// sorted returns events by time; those of one instant keep their order (G10).
func sorted(events []policy.Event) []policy.Event {
	byTime := func(a, b policy.Event) int { return a.At.Compare(b.At) }
	if slices.IsSortedFunc(events, byTime) {
		return events
	}
	events = slices.Clone(events)
	slices.SortStableFunc(events, byTime)
	return events
}
