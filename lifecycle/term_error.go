package lifecycle

import (
	"errors"
	"fmt"
)

// ErrTerms says that what was given about terms, notices, payments, licences or amounts
// cannot be. See [TermError].
var ErrTerms = errors.New("lifecycle: invalid terms")

// A TermError says what is wrong at which place of what was given. It is an
// [ErrTerms], and wraps the error that it comes from, if any. The zero TermError
// names no place.
type TermError struct {
	Place string // for example "events[2].term"
	Value string // what stands there; "" where nothing does
	Why   string // what is wrong, and what would be right
	Err   error  // the error of a calculation with dates; nil if there is none
}

// Error returns the place, the quoted value if there is one, and what is wrong with
// it.
func (e *TermError) Error() string {
	text := "lifecycle: " + e.Place + ": "
	if e.Value != "" {
		text += fmt.Sprintf("%q ", e.Value)
	}
	return text + e.Why
}

// Is reports whether target is [ErrTerms].
func (e *TermError) Is(target error) bool { return target == ErrTerms }

// Unwrap returns the error that e comes from, nil if there is none.
func (e *TermError) Unwrap() error { return e.Err }

// beyond is the error for a date that lies outside the years that a date has.
func beyond(place, value string, err error) error {
	return &TermError{Place: place, Value: value, Why: "leads to a day outside the years 1 to 9999; write a date or a number for which it does not", Err: err}
}
