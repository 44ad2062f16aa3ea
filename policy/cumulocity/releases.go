package cumulocity

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
)

// The phases of a version and the services that they give (CUM-10).
const (
	phaseMaintenance = "maintenance"
	phaseSustained   = "sustained"
	phaseBeyond      = "beyond"

	serviceNewFixes       = "new fixes"
	serviceTelephone      = "telephone assistance"
	serviceWeb            = "web assistance"
	serviceAvailableFixes = "available fixes"
	serviceHints          = "hints"
)

// leastSustained is the minimum number of months that a version is in sustained support, and
// the default (CUM-10).
const leastSustained = 12

// scheme returns how version numbers are written: a service pack or service release is the
// third part of the number (CUM-11).
func scheme() lifecycle.Scheme {
	return lifecycle.Scheme{ServiceWords: []string{"SP", "SR"}}
}

// ParseVersion reads a version number and returns its kind: X.0 is a major version, X.Y a
// minor one, and X.Y.Z, also written X.Y SP1 or X.Y SR1, a service release (CUM-11). Parts
// that are not written are 0. The error is a [lifecycle.ErrVersion].
func ParseVersion(text string) (lifecycle.Version, VersionKind, error) {
	v, err := scheme().Parse(text)
	if err != nil {
		return v, Major, err
	}
	switch {
	case v.Parts() > 2:
		return v, ServiceRelease, nil
	case v.Part(1) > 0:
		return v, Minor, nil
	}
	return v, Major, nil
}

// Releases returns the agreement's rules for releases: a version is in maintenance through
// its published End of Maintenance, then in sustained support for 12 months, or as many more
// as are given, and then beyond it. An extension that was paid for has its own end, and gives
// everything while it runs (CUM-10). A version without an End of Maintenance is in
// maintenance without end.
func Releases() *policy.ReleasePolicy {
	return &policy.ReleasePolicy{
		Agreement: Name,
		Ordered:   "CUM-11",
		Scheme:    scheme(),
		Readings:  Readings(),
		Fields:    []string{policy.EndOfMaintenance, policy.SustainedMonths, policy.ExtensionThrough},
		Least:     map[string]int{policy.SustainedMonths: leastSustained},
		Rule:      releaseRule,
	}
}

func releaseRule(string, policy.Choices) lifecycle.Rule {
	fixes := []string{serviceAvailableFixes, serviceHints}
	assistance := append([]string{serviceTelephone, serviceWeb}, fixes...)
	everything := append([]string{serviceNewFixes}, assistance...)
	extension := lifecycle.Given{Name: policy.ExtensionThrough, Else: lifecycle.EndOf{Stage: phaseMaintenance}}
	return lifecycle.Rule{
		Stages: []lifecycle.Stage{
			{Name: phaseMaintenance, End: lifecycle.Given{Name: policy.EndOfMaintenance}, Services: everything, Without: fixes},
			{Name: phaseSustained, Services: assistance, Without: fixes, End: lifecycle.PlusNumber{
				Of: lifecycle.EndOf{Stage: phaseMaintenance}, Name: policy.SustainedMonths, Else: leastSustained, Unit: calendar.Months,
			}},
		},
		Rest:      lifecycle.Stage{Name: phaseBeyond, Services: everything, Without: fixes},
		Support:   lifecycle.Later{lifecycle.EndOf{Stage: phaseSustained}, extension},
		Extension: lifecycle.Stage{End: extension, Services: everything},
		Clause:    "CUM-10",
	}
}
