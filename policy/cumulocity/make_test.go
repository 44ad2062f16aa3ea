package cumulocity_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
)

// answer answers one line of JSON, as the command does.
func answer(line []byte) ([]byte, error) {
	var t policy.Ticket
	if err := t.UnmarshalJSON(line); err != nil {
		return nil, err
	}
	p, err := cumulocity.New(t.Customer, t.Readings)
	if err != nil {
		return nil, err
	}
	return p.Answer(nil, &t)
}

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
