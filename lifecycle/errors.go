package lifecycle

import (
	"errors"
	"fmt"
)

// The kinds of error. Test for them with [errors.Is]. Of a text that is none of the names
// of a type the error itself is an [enum.Error].
var (
	// ErrVersion: a text is not a version number. See [VersionError].
	ErrVersion = errors.New("lifecycle: no such version number")
	// ErrReleases: a list of releases contradicts itself. See [ReleaseError].
	ErrReleases = errors.New("lifecycle: invalid releases")
	// ErrRule: a [Rule] contradicts itself or lacks something, or a part of one is none.
	// See [RuleError].
	ErrRule = errors.New("lifecycle: invalid rule")
	// ErrBound: a text is no [Bound].
	ErrBound = errors.New("lifecycle: invalid bound")
	// ErrBoundKind: a text names no kind of bound, or a [BoundKind] is none.
	ErrBoundKind = errors.New("lifecycle: no such kind of bound")
	// ErrTerms: what was given about terms, notices, payments, licences or amounts
	// cannot be. See [TermError].
	ErrTerms = errors.New("lifecycle: invalid terms")
)

// A VersionError says that a text is no version number. It is an [ErrVersion]. The
// zero VersionError is that of the empty text.
type VersionError struct {
	Text   string
	Scheme Scheme // what would be one
}

// Error quotes the text and says what would be valid.
func (e *VersionError) Error() string {
	return fmt.Sprintf("lifecycle: version %q %s", e.Text, e.Why())
}

// Why says what would be valid, without the text.
func (e *VersionError) Why() string {
	why := "is not a version number; write numbers and dots, such as 2.10"
	for _, word := range e.Scheme.ServiceWords {
		why += ", or 2.10 " + word + "1"
	}
	if e.Scheme.Prereleases {
		why += ", or 2.10-rc.1"
	}
	return why
}

// Is reports whether target is [ErrVersion].
func (e *VersionError) Is(target error) bool { return target == ErrVersion }

// A ReleaseError says what is wrong with a list of releases. It is an
// [ErrReleases]. The zero ReleaseError tells nothing of the first release.
type ReleaseError struct {
	Index   int // the release
	Version string
	Why     string // what is wrong with it, and what would be right; empty with Twice
	Twice   bool   // it is the same version as one before it in the list,
	First   int    // whose index this is
}

// Error names the release and says what is wrong with it.
func (e *ReleaseError) Error() string {
	why := e.Why
	if e.Twice {
		why = fmt.Sprintf("is the same version as releases[%d]; write each version of a line once", e.First)
	}
	return fmt.Sprintf("lifecycle: releases[%d]: %q %s", e.Index, e.Version, why)
}

// Is reports whether target is [ErrReleases].
func (e *ReleaseError) Is(target error) bool { return target == ErrReleases }

// A RuleError says what is wrong with a rule. It is an [ErrRule]. The zero
// RuleError names no place.
type RuleError struct {
	Place string // for example "Stages[1].End"
	Why   string
}

// Error says the place and what is wrong there.
func (e *RuleError) Error() string { return "lifecycle: rule: " + e.Place + " " + e.Why }

// Is reports whether target is [ErrRule].
func (e *RuleError) Is(target error) bool { return target == ErrRule }

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
