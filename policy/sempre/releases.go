package sempre

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
)

// The phases of a release (SEM-1), and its service.
const (
	phaseCurrent    = "current"
	phasePrevious   = "previous"
	phaseSuperseded = "superseded"

	maintenance = "software and hardware maintenance"
)

// previousMonths is how long a previous release is supported (SEM-2).
const previousMonths = 12

// Releases returns the agreement's rules for releases. Releases form a line for each
// operating environment: the highest version is current, and the next lower one is previous
// (SEM-1). The current one is supported without end, the previous one for 12 months from the
// release of the current one and, by the strict reading, only as long as it is the previous
// one (SEM-2).
func Releases() *policy.ReleasePolicy {
	return &policy.ReleasePolicy{
		Agreement: Name,
		Ordered:   "SEM-1",
		Readings:  Readings(),
		Reading:   readingPrevious,
		LineField: "environment",
		Rule:      releaseRule,
	}
}

func releaseRule(_ string, choices policy.Choices) lifecycle.Rule {
	months := lifecycle.Plus{Of: lifecycle.Successor{N: 1}, N: previousMonths, Unit: calendar.Months}
	replaced := lifecycle.DayBefore(lifecycle.Successor{N: 1})
	superseded := lifecycle.DayBefore(lifecycle.Successor{N: 2})
	var support lifecycle.End = lifecycle.Earlier{months, superseded}
	if choices.Value(readingPrevious) == previousLenient {
		support = lifecycle.Held{Rank: 1, Then: months, Else: replaced}
	}
	services := []string{maintenance}
	return lifecycle.Rule{
		Stages: []lifecycle.Stage{
			{Name: phaseCurrent, End: replaced, Services: services},
			{Name: phasePrevious, End: superseded, Services: services},
		},
		Rest:    lifecycle.Stage{Name: phaseSuperseded, Services: services},
		Support: support,
		Clause:  "SEM-2",
	}
}
