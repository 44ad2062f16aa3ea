package portx

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
)

// The phases of a release, and its services (POR-5).
const (
	phaseCurrent     = "current"
	phasePrevious    = "previous"
	phaseUnsupported = "unsupported"

	supportService     = "support"
	maintenanceService = "maintenance"
)

// priorMajorMonths is how long the prior major release is supported (POR-5).
const priorMajorMonths = 18

// majorParts is how many leading parts of a version number identify the major release: the
// one left of the decimal point (POR-8).
const majorParts = 1

// IsMinor reports whether a version is a minor release: the number right of the
// decimal point is not 0 (POR-8).
func IsMinor(v lifecycle.Version) bool { return v.Parts() > majorParts }

// Releases returns the agreement's rules for releases: the highest version is supported
// without end, and the highest minor of the next lower major for 18 months from the earliest
// release of the current major. Support of either ends the day before another release takes
// its place (POR-5).
func Releases() *policy.ReleasePolicy {
	return &policy.ReleasePolicy{
		Agreement: Name,
		Ordered:   "POR-8",
		Readings:  Readings(),
		Rule:      releaseRule,
	}
}

func releaseRule(string, policy.Choices) lifecycle.Rule {
	minors := lifecycle.Scope{Within: majorParts}
	majors := lifecycle.Scope{Group: majorParts}
	support := lifecycle.Earlier{
		lifecycle.DayBefore(lifecycle.Successor{N: 1, Scope: minors}),
		lifecycle.Plus{Of: lifecycle.Successor{N: 1, Scope: majors}, N: priorMajorMonths, Unit: calendar.Months},
		lifecycle.DayBefore(lifecycle.Successor{N: 2, Scope: majors}),
	}
	services := []string{supportService, maintenanceService}
	return lifecycle.Rule{
		Stages: []lifecycle.Stage{
			{Name: phaseCurrent, End: lifecycle.DayBefore(lifecycle.Successor{N: 1}), Services: services},
			{Name: phasePrevious, End: support, Services: services},
		},
		Rest:    lifecycle.Stage{Name: phaseUnsupported},
		Support: support,
		Clause:  "POR-5",
	}
}
