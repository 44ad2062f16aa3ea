package policytest

import (
	"errors"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"pgregory.net/rapid"
)

// TestNil: what is nil or zero fails a test in words, or is an error, and is no panic.
func TestNil(t *testing.T) {
	const none = "the policy is none; make it with policy.New"
	for _, p := range []*policy.Policy{nil, new(policy.Policy)} {
		if text := fails(t, func(t *rapid.T) { Timelines(p).Draw(t, "ticket") }); text != none {
			t.Errorf("a ticket of no policy: %q, want %q", text, none)
		}
		const line = `{"agreement":"","as_of":"0001-01-01T00:00:00Z","readings":{},"events":[]}`
		if got := Line(p, policy.Case{}); got != line {
			t.Errorf("%s, want %s", got, line)
		}
	}
	p := small(t, policy.Responded, false)
	const empty = "there are no events; a ticket has at least its report"
	if text := fails(t, func(t *rapid.T) { Instants(p, nil).Draw(t, "instant") }); text != empty {
		t.Errorf("an instant of no events: %q, want %q", text, empty)
	}
	const want = "policy: newPolicy: is nil; give the function that makes the agreement"
	for _, answer := range []func([]byte) ([]byte, error){Answers(nil), AnswersFor(nil)} {
		if b, err := answer([]byte(`{}`)); b != nil || !errors.Is(err, policy.ErrAgreement) || err.Error() != want {
			t.Errorf("%s, %v; want %s", b, err, want)
		}
	}
}
