package document

import "github.com/slaclock/slaclock/policy"

// A RowError is what another package says of a row of a document, or of the whole, when
// an agreement is made of it for a ticket. It is a [policy.ErrAgreement]. The zero RowError
// says of the whole that it is wrong.
type RowError struct {
	Place string // for example "versions[1].calendars[0]"; "" for the whole
	Err   error  // of the other package
}

// Error returns the place and what is wrong with it.
func (e *RowError) Error() string {
	if e.Place == "" {
		return "document: " + e.Why()
	}
	return "document: " + e.Place + ": " + e.Why()
}

// Why returns what the other package says, without its name.
func (e *RowError) Why() string {
	if e.Err == nil {
		return "is wrong"
	}
	return reason(e.Err)
}

// Is reports whether target is [policy.ErrAgreement].
func (e *RowError) Is(target error) bool { return target == policy.ErrAgreement }

// Unwrap returns the error of the other package.
func (e *RowError) Unwrap() error { return e.Err }
