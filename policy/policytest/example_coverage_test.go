package policytest_test

import (
	"fmt"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/policytest"
	"github.com/slaclock/slaclock/policy/portx"
)

// A table of what a text says, and three questions to it.
func ExampleCoverage() {
	coverage := policytest.Coverage{
		Rules:      portx.Coverage,
		Conditions: []string{"access_provided suspended POR-6 7(b)"},
		Exclusions: []string{"results not_covered POR-6 8(ix)", "accident not_covered POR-6"}, // no section is judged
	}
	test := func(t *testing.T) {
		for _, row := range coverage.Exclusions {
			coverage.Alone(t, row)
		}
		coverage.Want(t, coverage.Excluded(), policy.NotCovered, coverage.Rows("access_provided", "results", "accident")...)
		coverage.Refused(t, "no such fact")
		coverage.Complete(t)
	}
	_ = test
	fmt.Println(coverage.Facts("results"))
	fmt.Println(coverage.Rows("results"))
	// Output:
	// map[access_provided:true results:true]
	// [results not_covered POR-6 8(ix)]
}
