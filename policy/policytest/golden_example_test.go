package policytest_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/policytest"
	"github.com/slaclock/slaclock/policy/purchased"
)

// Cases in the form of the command's input and output, as they would stand in a
// file of testdata. In a test, Goldens is called with the test's own t.
func ExampleGoldens() {
	const cases = `{"in":{"id":"four hours","agreement":"purchased","as_of":"2026-03-02T12:00:00-05:00","events":[{"at":"2026-03-02T09:00:00-05:00","kind":"reported","severity":"1","channel":"email"}]},` +
		`"out":{"severity":"1","clocks":[{"metric":"response","round":1,"severity":"1","target":"1h0m0s","clause":"PUR-3","state":"waiting","waiting_for":"phone"}]},"why":"PUR-2: it was not reported by telephone"}`
	answer := func(line []byte) ([]byte, error) {
		var ticket policy.Ticket
		if err := ticket.UnmarshalJSON(line); err != nil {
			return nil, err
		}
		p, err := purchased.New(ticket.Customer, ticket.Readings)
		if err != nil {
			return nil, err
		}
		events, err := p.Events(&ticket)
		if err != nil {
			return nil, err
		}
		asOf, _ := ticket.Instant()
		a, err := p.Evaluate(events, asOf.Time)
		if err != nil {
			return nil, err
		}
		return p.AppendAnswer(nil, ticket.ID, asOf.Text, &a), nil
	}
	test := func(t *testing.T) { policytest.Goldens(t, []byte(cases), answer) }
	_ = test
	// Output:
}
