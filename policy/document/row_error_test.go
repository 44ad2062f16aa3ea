package document_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/severity"
)

// TestRowError_Why: the names of the packages that say what is wrong are left out, and
// nothing of what they quote, which is the author's.
func TestRowError_Why(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{calendar.ErrNeverOpen, "never open"},
		{fmt.Errorf("escalation: steps[0].after: %w", calendar.ErrNeverOpen), "steps[0].after: never open"},
		{fmt.Errorf("policy: ladders[0]: %w", fmt.Errorf("escalation: steps[0]: %w", calendar.ErrNeverOpen)), "ladders[0]: steps[0]: never open"},
		{&severity.PlaceError{Kind: severity.ErrScale, Place: "levels[0]", Value: "high: policy: calendar: low", Why: "is odd"}, `levels[0]: "high: policy: calendar: low" is odd`},
		{errors.New("policy: calendar: is odd"), "calendar: is odd"},
		{errors.New("acme: is odd"), "acme: is odd"},
		{nil, "is wrong"},
	} {
		e := &document.RowError{Place: "levels", Err: c.err}
		if e.Why() != c.want || e.Error() != "document: levels: "+c.want || !errors.Is(e, policy.ErrAgreement) || c.err != nil && !errors.Is(e, c.err) {
			t.Errorf("%v: %q, %v; want %q", c.err, e.Why(), e, c.want)
		}
	}
	if got := (&document.RowError{Err: calendar.ErrNeverOpen}).Error(); got != "document: never open" {
		t.Error(got)
	}
}
