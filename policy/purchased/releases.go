package purchased

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
)

// The phases of a release, which are positions and say nothing about its support, and its
// services (PUR-7).
const (
	phaseCurrent    = "current"
	phasePrevious   = "previous"
	phaseSuperseded = "superseded"

	supportService     = "support"
	maintenanceService = "maintenance"
)

// priorYears is how long a prior release is supported (PUR-7).
const priorYears = 1

// Releases returns the agreement's rules for releases: the highest version is supported
// without end, and a prior one for a year from the first day on which there was a higher one,
// but no earlier than its own release. By the other reading, the year runs from its own
// release, and ends no earlier than the last day on which it was the highest (PUR-7).
func Releases() *policy.ReleasePolicy {
	return &policy.ReleasePolicy{
		Agreement: Name,
		Ordered:   "PUR-7",
		Readings:  Readings(),
		Reading:   readingPriorRelease,
		Rule:      releaseRule,
	}
}

func releaseRule(_ string, choices policy.Choices) lifecycle.Rule {
	higher := lifecycle.Successor{N: 1}
	replaced := lifecycle.DayBefore(higher)
	var support lifecycle.End = lifecycle.Plus{
		Of: lifecycle.Later{lifecycle.Own{}, higher}, N: priorYears, Unit: calendar.Years,
	}
	if choices.Value(readingPriorRelease) == priorFromOwnRelease {
		support = lifecycle.Later{
			lifecycle.Plus{Of: lifecycle.Own{}, N: priorYears, Unit: calendar.Years},
			replaced,
		}
	}
	services := []string{supportService, maintenanceService}
	return lifecycle.Rule{
		Stages: []lifecycle.Stage{
			{Name: phaseCurrent, End: replaced, Services: services},
			{Name: phasePrevious, End: lifecycle.DayBefore(lifecycle.Successor{N: 2}), Services: services},
		},
		Rest:    lifecycle.Stage{Name: phaseSuperseded, Services: services},
		Support: support,
		Clause:  "PUR-7",
	}
}
