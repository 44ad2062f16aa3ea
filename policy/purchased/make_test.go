package purchased_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/policytest"
	"github.com/slaclock/slaclock/policy/purchased"
)

// answer answers one line of JSON, as the command does.
var answer = policytest.Answers(purchased.New)

// mustNew makes the agreement for a customer without add-ons, under the default
// readings.
func mustNew(t testing.TB) *policy.Policy {
	t.Helper()
	p, err := purchased.New(policy.Customer{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
