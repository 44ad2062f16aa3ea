package policy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
)

// TestCoverageRules: a rule takes from its table what it leaves empty, and nothing else;
// tables come one after the other, and are not changed.
func TestCoverageRules(t *testing.T) {
	conditions := policy.CoverageTable{Clause: "X-1", Section: "1", Outcome: policy.Suspended, Required: true, Rules: []policy.CoverageRule{
		{Fact: "a", Rule: "a must be"},
		{Fact: "b", Clause: "X-2", Section: "2", Outcome: policy.Covered, Rule: "b must be"},
		{Fact: "c", Required: true, Unless: []string{"d"}, Section: "3", Rule: "c must be"},
	}}
	exclusions := policy.CoverageTable{Clause: "X-3", Rules: []policy.CoverageRule{
		{Fact: "e", Rule: "no e"},
		{Fact: "f", Required: true, Outcome: policy.NotCovered, Section: "4", Rule: "f must be"},
	}}
	want := []policy.CoverageRule{
		{Fact: "a", Required: true, Outcome: policy.Suspended, Clause: "X-1", Section: "1", Rule: "a must be"},
		{Fact: "b", Required: true, Outcome: policy.Covered, Clause: "X-2", Section: "2", Rule: "b must be"},
		{Fact: "c", Required: true, Unless: []string{"d"}, Outcome: policy.Suspended, Clause: "X-1", Section: "3", Rule: "c must be"},
		{Fact: "e", Clause: "X-3", Rule: "no e"}, // NewCoverage tells what it lacks
		{Fact: "f", Required: true, Outcome: policy.NotCovered, Clause: "X-3", Section: "4", Rule: "f must be"},
	}
	if diff := cmp.Diff(want, policy.CoverageRules(conditions, policy.CoverageTable{}, exclusions)); diff != "" {
		t.Errorf("rules (-want +got)\n%s", diff)
	}
	if first := (policy.CoverageRule{Fact: "a", Rule: "a must be"}); !cmp.Equal(first, conditions.Rules[0]) {
		t.Errorf("the table has changed: %+v", conditions.Rules[0])
	}
	if rules := policy.CoverageRules(); rules != nil {
		t.Errorf("without tables: %v", rules)
	}
}
