package policy_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy"
)

// helpdesk is the part of a user's own agreement that says what is covered.
func helpdesk() (*policy.Coverage, error) {
	return policy.NewCoverage([]policy.CoverageRule{
		{Fact: "fees_paid", Required: true, Outcome: policy.Suspended, Clause: "OWN-1", Section: "4", Rule: "the fees must be paid"},
		{Fact: "modified", Unless: []string{"approved"}, Outcome: policy.NotCovered, Clause: "OWN-2", Section: "5", Rule: "modified software is not supported"},
		{Fact: "data_repair", Outcome: policy.Chargeable, Clause: "OWN-3", Section: "6", Rule: "repair of data is charged"},
	}, []policy.FactLimit{
		{Fact: "approved", Needs: []string{"modified"}},
	})
}

func ExampleNewCoverage() {
	coverage, err := helpdesk()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(coverage.Facts())

	_, err = policy.NewCoverage([]policy.CoverageRule{
		{Fact: "training", Outcome: policy.NotCovered, Section: "6", Rule: "no training"},
	}, nil)
	fmt.Println(err)
	// Output:
	// [fees_paid modified approved data_repair]
	// policy: rules[0].clause: is missing; write the id of the clause, such as PUR-8
}

func ExampleCoverage_Decide() {
	coverage, err := helpdesk()
	if err != nil {
		fmt.Println(err)
		return
	}
	decision, err := coverage.Decide(map[string]bool{"modified": true, "data_repair": true})
	fmt.Println(decision.Outcome, err)
	for _, reason := range decision.Reasons {
		fmt.Println(reason)
	}
	_, err = coverage.Decide(map[string]bool{"approved": true})
	fmt.Println(err)
	// Output:
	// not_covered <nil>
	// suspended by OWN-1 (4): the fees must be paid [fees_paid, not stated]
	// not_covered by OWN-2 (5): modified software is not supported [modified]
	// chargeable by OWN-3 (6): repair of data is charged [data_repair]
	// policy: facts[approved]: "true" is possible only with modified; write that as true too, or leave approved out
}

func ExampleCoverage_Facts() {
	coverage, err := helpdesk()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(coverage.Facts())
	// Output: [fees_paid modified approved data_repair]
}

func ExampleCoverage_Rules() {
	coverage, err := helpdesk()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, rule := range coverage.Rules() {
		fmt.Println(rule.Clause, rule.Fact, rule.Required, rule.Outcome)
	}
	// Output:
	// OWN-1 fees_paid true suspended
	// OWN-2 modified false not_covered
	// OWN-3 data_repair false chargeable
}

func ExampleCoverage_Limits() {
	coverage, err := helpdesk()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, limit := range coverage.Limits() {
		fmt.Println(limit.Fact, "needs", limit.Needs)
	}
	// Output: approved needs [modified]
}

func ExampleDecision_With() {
	decision := policy.Decision{Outcome: policy.Covered}
	decision = decision.With(policy.Reason{Outcome: policy.Chargeable, Fact: "data_repair", Stated: true, Clause: "OWN-3", Section: "6", Rule: "repair of data is charged"})
	fmt.Println(decision.Outcome, len(decision.Reasons))
	// Output: chargeable 1
}

func ExampleReason_String() {
	fmt.Println(policy.Reason{Outcome: policy.Suspended, Fact: "fees_paid", Clause: "OWN-1", Section: "4", Rule: "the fees must be paid"})
	// Output: suspended by OWN-1 (4): the fees must be paid [fees_paid, not stated]
}

func ExampleParseOutcome() {
	outcome, err := policy.ParseOutcome("chargeable")
	fmt.Println(outcome, err)
	_, err = policy.ParseOutcome("free")
	fmt.Println(err)
	// Output:
	// chargeable <nil>
	// policy: outcome: "free" is not an outcome; write covered, chargeable, suspended or not_covered
}

func ExampleOutcomeNames() {
	fmt.Println(policy.OutcomeNames())
	// Output: [covered chargeable suspended not_covered]
}

func ExampleOutcome_String() {
	fmt.Println(policy.NotCovered)
	// Output: not_covered
}

func ExampleOutcome_MarshalText() {
	text, err := policy.Suspended.MarshalText()
	fmt.Println(string(text), err)
	// Output: suspended <nil>
}

func ExampleOutcome_UnmarshalText() {
	var outcome policy.Outcome
	err := outcome.UnmarshalText([]byte("covered"))
	fmt.Println(outcome, err)
	// Output: covered <nil>
}
