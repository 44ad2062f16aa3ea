package policy_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy"
)

func ExampleCoverageRules() {
	conditions := policy.CoverageTable{Clause: "OWN-1", Section: "2", Outcome: policy.Suspended, Required: true, Rules: []policy.CoverageRule{
		{Fact: "fees_paid", Rule: "fees must be paid"},
		{Fact: "access_provided", Rule: "support needs access"},
	}}
	exclusions := policy.CoverageTable{Clause: "OWN-2", Section: "4", Outcome: policy.NotCovered, Rules: []policy.CoverageRule{
		{Fact: "training", Rule: "training is not part of it"},
		{Fact: "data_repair", Outcome: policy.Chargeable, Rule: "repair of data is charged"},
	}}
	coverage, err := policy.NewCoverage(policy.CoverageRules(conditions, exclusions), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range coverage.Rules() {
		fmt.Println(r.Clause, r.Fact, r.Required, r.Outcome)
	}
	// Output:
	// OWN-1 fees_paid true suspended
	// OWN-1 access_provided true suspended
	// OWN-2 training false not_covered
	// OWN-2 data_repair false chargeable
}
