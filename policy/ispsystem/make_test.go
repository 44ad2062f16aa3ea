package ispsystem_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/ispsystem"
)

// answer answers one line of JSON, as the command does.
func answer(line []byte) ([]byte, error) {
	var t policy.Ticket
	if err := t.UnmarshalJSON(line); err != nil {
		return nil, err
	}
	p, err := ispsystem.New(t.Customer, t.Readings)
	if err != nil {
		return nil, err
	}
	return p.Answer(nil, &t)
}

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
