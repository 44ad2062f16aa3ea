package policytest

import (
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/internal/golden"
)

// Answers returns a function that answers a ticket in JSON, as the command does, under the
// agreement that newPolicy makes for the ticket's customer and readings. An error of reading
// the ticket, making the agreement or answering is returned unchanged. If newPolicy is nil,
// every ticket gets a [policy.ErrAgreement].
//
// If a document needs attributes of the ticket, use [AnswersFor].
func Answers(newPolicy func(policy.Customer, map[string]string) (*policy.Policy, error)) func(line []byte) ([]byte, error) {
	if newPolicy == nil {
		return AnswersFor(nil)
	}
	return AnswersFor(func(t *policy.Ticket) (*policy.Policy, error) { return newPolicy(t.Customer, t.Readings) })
}

// AnswersFor is like [Answers] for an agreement that is made from the whole ticket, including
// its attributes: a document's method Policy is such a function.
func AnswersFor(newPolicy func(*policy.Ticket) (*policy.Policy, error)) func(line []byte) ([]byte, error) {
	return func(line []byte) ([]byte, error) {
		if newPolicy == nil {
			return nil, &policy.PlaceError{Kind: policy.ErrAgreement, Place: "newPolicy", Why: "is nil; give the function that makes the agreement"}
		}
		var t policy.Ticket
		if err := t.UnmarshalJSON(line); err != nil {
			return nil, err
		}
		p, err := newPolicy(&t)
		if err != nil {
			return nil, err
		}
		return p.AppendTicketAnswer(nil, &t)
	}
}

// Goldens answers the tickets of golden cases, one JSON object on each line, and checks the
// answers. Each case is a subtest named by the ticket's id:
//
//	{"in": {…a ticket…}, "out": {…the answer…}, "why": "the reasoning"}
//
// A field that is absent from out is not checked; null means that the answer must not have
// the field, and {"error": true} that the ticket must be refused. Lists are compared in full,
// and instants as instants. A clock's calendar and why are not checked, nor the fields named
// in its own list "loose". If there are no cases, or a line is not a case, t fails.
//
// TestGoldens in this package's golden_example_test.go is such a test, with two cases.
func Goldens(t *testing.T, cases []byte, answer func(line []byte) ([]byte, error)) {
	t.Helper()
	if answer == nil {
		t.Fatal("answer is nil; make it with Answers")
	}
	n := 0
	for c, err := range golden.Cases(cases) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		t.Run(c.ID(), func(t *testing.T) { judge(t, c, answer) })
	}
	if n == 0 {
		t.Fatal("there are no cases")
	}
}

// judge checks one answer against its case.
func judge(t testing.TB, c golden.Case, answer func(line []byte) ([]byte, error)) {
	t.Helper()
	out, err := answer(c.In)
	switch {
	case c.Refused() && err == nil:
		t.Errorf("answered %s\n%s", out, c.Why)
	case c.Refused():
	case err != nil:
		t.Fatalf("%v\n%s", err, c.Why)
	default:
		diff, err := c.Judge(out)
		if err != nil {
			t.Fatalf("%v in %s", err, out)
		}
		if diff != "" {
			t.Errorf("%s%s\n%s", diff, c.Why, c.In)
		}
	}
}
