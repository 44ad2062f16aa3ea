package policy_test

import (
	"errors"
	"testing"

	"github.com/slaclock/slaclock/policy"
)

// TestErrorsOfAnotherPackage: an error begins with the name of the package that its kind
// belongs to, or with that of this package if the kind has none.
func TestErrorsOfAnotherPackage(t *testing.T) {
	for _, c := range []struct {
		kind error
		want string
	}{
		{nil, "policy"},
		{policy.ErrEvents, "policy"},
		{errors.New("acme: no such thing"), "acme"},
		{errors.New("no such thing"), "policy"},
		{errors.New("no such thing: none"), "policy"},
	} {
		for got, want := range map[string]string{
			(&policy.PlaceError{Kind: c.kind, Place: "a.b", Why: "is missing"}).Error():           c.want + ": a.b: is missing",
			(&policy.PlaceError{Kind: c.kind, Place: "a.b", Value: "x", Why: "is not y"}).Error(): c.want + `: a.b: "x" is not y`,
		} {
			if got != want {
				t.Errorf("%v: %s, want %s", c.kind, got, want)
			}
		}
	}
}
