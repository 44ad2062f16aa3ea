package document

import (
	"fmt"

	"github.com/slaclock/slaclock/policy"
)

// A ContradictionError says that two rows answer one question for a ticket, and that neither
// is more specific than the other. It matches [policy.ErrAgreement], and it unwraps to a
// [*policy.PlaceError] at the first row. [Document.Check] finds such rows beforehand, unless
// there are more than [MaxCombinations] combinations to examine. The zero ContradictionError
// names no rows.
type ContradictionError struct {
	Place, Other    string // of the rows: "metrics[0].targets[0]", "metrics[0].targets[1]"
	When, OtherWhen When   // their conditions, which both hold
}

// Error returns the places of the two rows and their conditions.
func (e *ContradictionError) Error() string { return e.Unwrap().Error() }

// Unwrap returns the error as a [*policy.PlaceError].
func (e *ContradictionError) Unwrap() error {
	return &policy.PlaceError{Kind: policy.ErrAgreement, Place: e.Place,
		Why: fmt.Sprintf("and %s both hold for this ticket (%v; %v), and none has more conditions", e.Other, e.When, e.OtherWhen)}
}
