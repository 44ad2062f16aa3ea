package lifecycle

import (
	"errors"
	"fmt"
	"strings"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// The kinds of error. Test for them with [errors.Is]. If a text is not one of the names
// of a type, the error is an [enum.Error].
var (
	// ErrVersion means that a text is not a version number. See [VersionError].
	ErrVersion = errors.New("lifecycle: no such version number")
	// ErrReleases means that a release in a list has no version, or the same version as
	// another. See [ReleaseError].
	ErrReleases = errors.New("lifecycle: invalid releases")
	// ErrRule means that a [Rule] contradicts itself or lacks something, or that a part
	// of it is wrong. See [RuleError].
	ErrRule = errors.New("lifecycle: invalid rule")
	// ErrBound means that a text is not a [Bound].
	ErrBound = errors.New("lifecycle: invalid bound")
	// ErrBoundKind means that a text names no kind of bound, or that a [BoundKind] is
	// invalid.
	ErrBoundKind = errors.New("lifecycle: no such kind of bound")
	// ErrTerms means that what was given about terms, notices, payments, licences or
	// amounts is invalid. See [TermError].
	ErrTerms = errors.New("lifecycle: invalid terms")
)

// A VersionError says that a text is not a version number. It is an [ErrVersion]. The
// zero VersionError is about the empty text.
type VersionError struct {
	Text   string
	Scheme Scheme // by which it was read
}

// Error quotes the text, cut after 40 characters, and says what would be valid.
func (e *VersionError) Error() string {
	return fmt.Sprintf("lifecycle: version %q %s", strictjson.Shorten(e.Text), e.Why())
}

// Why says what is wrong and what would be valid, without the text.
func (e *VersionError) Why() string {
	if why := e.tooMuch(); why != "" {
		return why
	}
	why := "is not a version number; write numbers and dots, such as 2.10"
	for _, word := range e.Scheme.ServiceWords {
		why += ", or 2.10 " + word + "1"
	}
	if e.Scheme.Prereleases {
		why += ", or 2.10-rc.1"
	}
	return why
}

// tooMuch returns what is wrong with dotted numbers that are too many or too long; it is
// empty for any other text.
func (e *VersionError) tooMuch() string {
	text := e.Text
	if e.Scheme.Prereleases {
		text, _, _ = strings.Cut(text, "-")
	}
	parts, digits := 0, 0
	for part := range strings.SplitSeq(text, ".") {
		if part == "" || strings.Trim(part, "0123456789") != "" {
			return ""
		}
		parts, digits = parts+1, max(digits, len(part))
	}
	switch {
	case parts > maxParts:
		return fmt.Sprintf("has %d parts; write at most %d", parts, maxParts)
	case digits > maxDigits:
		return fmt.Sprintf("has a part of %d digits; write at most %d", digits, maxDigits)
	}
	return ""
}

// Is reports whether target is [ErrVersion].
func (e *VersionError) Is(target error) bool { return target == ErrVersion }

// A ReleaseError says what is wrong with a list of releases. It is an [ErrReleases]. The
// zero ReleaseError is about the first release, and does not say what is wrong with it.
type ReleaseError struct {
	Index   int // the index of the release
	Version string
	Why     string // what is wrong with it, and what would be right; empty with Twice
	Twice   bool   // it has the same version as one before it in the list
	First   int    // with Twice, the index of that one
}

// Error names the release, its version cut after 40 characters, and says what is wrong
// with it.
func (e *ReleaseError) Error() string {
	why := e.Why
	if e.Twice {
		why = fmt.Sprintf("is the same version as releases[%d]; write each version of a line once", e.First)
	}
	return fmt.Sprintf("lifecycle: releases[%d]: %q %s", e.Index, strictjson.Shorten(e.Version), why)
}

// Is reports whether target is [ErrReleases].
func (e *ReleaseError) Is(target error) bool { return target == ErrReleases }

// A RuleError says what is wrong with a rule. It is an [ErrRule]. The zero
// RuleError names no place.
type RuleError struct {
	// Place is a path in the JSON form of the rule, even if the rule was not read from
	// JSON: for example "stages[1].end.plus.of". It is empty if the whole rule is wrong.
	Place string
	Why   string // what is wrong, and what would be right
}

// Error returns the place and what is wrong there.
func (e *RuleError) Error() string {
	if e.Place == "" {
		return "lifecycle: rule: " + e.Why
	}
	return "lifecycle: rule: " + e.Place + " " + e.Why
}

// Is reports whether target is [ErrRule].
func (e *RuleError) Is(target error) bool { return target == ErrRule }

// A TermError says what is wrong with the input, and at which place. It is an [ErrTerms],
// and wraps the error from which it comes, if there is one. The zero TermError names no
// place.
type TermError struct {
	Place string // for example "events[2].term"
	Value string // the value at that place; "" if there is none to quote
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

// Unwrap returns the error from which e comes, nil if there is none.
func (e *TermError) Unwrap() error { return e.Err }

// beyond returns the error for a date outside the years 1 to 9999.
func beyond(place, value string, err error) error {
	return &TermError{Place: place, Value: value, Why: "leads to a day outside the years 1 to 9999; write a date or a number for which it does not", Err: err}
}
