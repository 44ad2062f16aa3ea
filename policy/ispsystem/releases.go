package ispsystem

import (
	"slices"

	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
)

// The phases of a version (ISP-8).
const (
	phaseSupported = "supported"
	phaseOutdated  = "outdated"
)

// latestStable is how many stable versions are supported, latestStableDNS how many of
// DNSmanager (ISP-8).
const (
	latestStable    = 2
	latestStableDNS = 1
)

// supportedServices and outdatedServices return the services of the table in section 8, and
// of 8.3 (ISP-8).
func supportedServices() []string {
	return []string{"vulnerability fixes", "bug fixes", "proposals", "consultations"}
}

func outdatedServices() []string {
	return []string{"known solutions", "existing fixes and updates", "help with migration"}
}

// Releases returns the agreement's rules for releases, which form a line for each product:
// the latest two stable versions are supported, and intermediate ones that are no older than
// the lower of these two; for DNSmanager, only the latest stable one (ISP-8). Latest means
// the highest version.
//
// The services are those in a configuration that the documentation describes. In any other
// configuration an outdated version has none (8.4); see the fact
// outdated_in_alternative_configuration of [Coverage].
func Releases() *policy.ReleasePolicy {
	return &policy.ReleasePolicy{
		Agreement: Name,
		Ordered:   "ISP-8",
		Readings:  Readings(),
		LineField: "product",
		Lines:     slices.Clone(products),
		Fields:    []string{"stable"},
		Rule:      releaseRule,
	}
}

func releaseRule(product string, _ policy.Choices) lifecycle.Rule {
	latest := lifecycle.Latest{N: latestStable, Scope: lifecycle.Scope{Stable: true}, Between: true}
	if product == dnsManager {
		latest.N, latest.Between = latestStableDNS, false
	}
	return lifecycle.Rule{
		Stages: []lifecycle.Stage{{Name: phaseSupported, End: latest, Services: supportedServices(), Without: outdatedServices()}},
		Rest:   lifecycle.Stage{Name: phaseOutdated, Without: outdatedServices()},
		Clause: "ISP-8",
	}
}
