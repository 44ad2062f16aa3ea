package cumulocity_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/policytest"
)

// answer answers one line of JSON, as the command does.
var answer = policytest.Answers(cumulocity.New)

// mustNew makes the agreement for a customer of the region EMEA without public
// holidays, under the default readings.
func mustNew(t testing.TB) *policy.Policy {
	t.Helper()
	p, err := cumulocity.New(policy.Customer{Region: "EMEA", Country: "NONE"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
