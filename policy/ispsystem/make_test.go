package ispsystem_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/policy/policytest"
)

// answer answers one line of JSON, as the command does.
var answer = policytest.Answers(ispsystem.New)

// mustNew makes the agreement for VMmanager at the Standard level in Germany,
// under the default readings.
func mustNew(t testing.TB) *policy.Policy {
	t.Helper()
	p, err := ispsystem.New(policy.Customer{Product: "VMmanager", Tier: "Standard", Country: "DE"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
