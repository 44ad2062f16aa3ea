package document

import "github.com/slaclock/slaclock/policy"

// A RowError is another package's error about a row of a document, or about the whole
// document, when an agreement is made from it for a ticket. It matches [policy.ErrAgreement].
// The zero RowError says that the whole document is wrong.
type RowError struct {
	Place string // for example "versions[1].calendars[0]"; "" for the whole document
	Err   error  // of the other package
}

// Error returns the place and what is wrong with it.
func (e *RowError) Error() string {
	if e.Place == "" {
		return "document: " + e.Why()
	}
	return "document: " + e.Place + ": " + e.Why()
}

// Why returns what the other package's error says, without the package name.
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
