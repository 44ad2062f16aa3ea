package policytest

import (
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/internal/golden"
)

// Answers returns a function that answers a ticket in JSON, as the command does,
// under the agreement that newPolicy makes for the ticket's customer and readings. An
// error of reading, of making or of answering is returned as it is. A nil newPolicy makes
// none, which is a [policy.ErrAgreement] of each ticket.
//
// A document can ask for attributes of the ticket, for which there is [AnswersFor].
func Answers(newPolicy func(policy.Customer, map[string]string) (*policy.Policy, error)) func(line []byte) ([]byte, error) {
	if newPolicy == nil {
		return AnswersFor(nil)
	}
	return AnswersFor(func(t *policy.Ticket) (*policy.Policy, error) { return newPolicy(t.Customer, t.Readings) })
}

// AnswersFor is [Answers] for an agreement that is made of all that the ticket says, its
// attributes too: a document's method Policy is such a function.
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

// Goldens answers the tickets of golden cases, one JSON object a line, each in a
// subtest of the ticket's id:
//
//	{"in": {…a ticket…}, "out": {…the answer…}, "why": "the reasoning"}
//
// A field that is not in out is not judged; null says that the answer has no such
// field; {"error": true} that the ticket must be refused. Lists are compared in
// full, instants as instants, and of clocks neither calendar nor why is judged,
// nor what a clock's own list "loose" names. No cases fail t, and so does a line that
// is none.
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

// judge holds one answer against its case.
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
