package ispsystem

import (
	"slices"
	"strings"

	"github.com/slaclock/slaclock/policy"
)

// An Edition is a product as 1.5 lists it and as a licence names it. The zero Edition stands
// for no edition.
type Edition struct {
	Name    string // "VMmanager 6 Infrastructure"
	Product string // "VMmanager": the product of a ticket's customer
}

// editions are the editions of 1.5 (ISP-13).
var editions = []Edition{
	{"VMmanager 6 Infrastructure", vmManager},
	{"DCImanager 6 Infrastructure", dciManager},
	{"DCImanager 6 SE", dciManager},
	{"BILLmanager 6 Hosting&Cloud", billManager},
	{"BILLmanager 6 Enterprise", billManager},
	{"DNSmanager 6 Infrastructure", dnsManager},
}

// tiers are the levels of service for which 2.6 has response times (ISP-13).
var tiers = []string{tierStandard, tierPrivilege}

// Editions returns the editions for which the service exists, in the order of 1.5.
func Editions() []Edition { return slices.Clone(editions) }

// CoverEdition decides whether the service exists for an edition with the tier that its
// licence names (ISP-13). It exists for the [Editions], spelled as there, with the tier
// Standard or Privilege. An empty tier means that the licence names none, and then there is
// no service. Any other tier is a [policy.ErrFacts], and so is an empty edition.
func CoverEdition(edition, tier string) (policy.Decision, error) {
	names := make([]string, len(editions))
	for i, e := range editions {
		names[i] = e.Name
	}
	if edition == "" {
		return policy.Decision{}, &policy.PlaceError{Kind: policy.ErrFacts, Place: "edition", Why: "is missing; write the name in the licence, such as " + names[0]}
	}
	if tier != "" && !slices.Contains(tiers, tier) {
		return policy.Decision{}, &policy.PlaceError{Kind: policy.ErrFacts, Place: "tier", Value: tier, Why: "is not a level of service; write " + strings.Join(tiers, " or ") + ", or nothing if the licence names none"}
	}
	decision := policy.Decision{Outcome: policy.Covered}
	if !slices.Contains(names, edition) {
		decision = decision.With(policy.Reason{Outcome: policy.NotCovered, Fact: "edition", Stated: true, Clause: "ISP-13", Section: "1.5",
			Rule: "the service does not exist for " + edition + ", but for " + strings.Join(names, ", ")})
	}
	if tier == "" {
		decision = decision.With(policy.Reason{Outcome: policy.NotCovered, Fact: "tier", Clause: "ISP-13", Section: "1.5",
			Rule: "the licence must name the level of service: " + strings.Join(tiers, " or ")})
	}
	return decision, nil
}
