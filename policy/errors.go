package policy

import (
	"errors"
	"fmt"
	"strings"
)

// The kinds of error, besides [ErrKind], [ErrChannel], [ErrOutcome], [ErrState],
// [ErrOccurrenceKind], [ErrMetric], [ErrCoverage], [ErrFacts] and [ErrReleaseList]. Test for them with [errors.Is].
var (
	// ErrAgreement: an [Agreement] contradicts itself or lacks something.
	ErrAgreement = errors.New("policy: invalid agreement")
	// ErrEvents: a ticket's events break a rule that holds in all agreements.
	ErrEvents = errors.New("policy: invalid events")
	// ErrReading: an open reading, or a value of one, does not exist.
	ErrReading = errors.New("policy: no such reading")
	// ErrCustomer: a customer field that the agreement needs is missing or has
	// a value that it does not know.
	ErrCustomer = errors.New("policy: invalid customer")
	// ErrTicket: a ticket's JSON cannot be read.
	ErrTicket = errors.New("policy: invalid ticket")
)

// A PlaceError says what is wrong at which place of what was given. It is an
// error of its kind. The zero PlaceError is of none.
type PlaceError struct {
	// Kind is ErrAgreement, ErrEvents, ErrReading, ErrCustomer, ErrTicket,
	// ErrCoverage or ErrFacts, or the kind of error of an agreement's package.
	Kind  error
	Place string // for example "events[2].severity"
	Value string // what stands there; "" where nothing does
	Why   string // what is wrong, and what would be right
	Err   error  // the error of another package that says so, or nil
}

// Error returns the name of the package that the kind is of, the place, the quoted value
// if there is one, and what is wrong with it.
func (e *PlaceError) Error() string {
	if e.Value == "" {
		return fmt.Sprintf("%s: %s: %s", packageOf(e.Kind), e.Place, e.Why)
	}
	return fmt.Sprintf("%s: %s: %q %s", packageOf(e.Kind), e.Place, e.Value, e.Why)
}

// Is reports whether target is the kind of e.
func (e *PlaceError) Is(target error) bool { return target == e.Kind }

// Unwrap returns the error of another package that says so, or nil.
func (e *PlaceError) Unwrap() error { return e.Err }

// A TextError says that a text is not one of the names that could stand there, or that a
// value has none, and Text then is what its String returns.
// It is an error of its kind. The zero TextError is of none.
type TextError struct {
	Kind  error    // ErrKind, ErrChannel, ErrState and so on, or the kind of error of another package
	What  string   // what should have been named, without an article: "channel"
	Text  string   // what was
	Known []string // the names
}

// Error has the name of the package that the kind is of, quotes the text and lists the
// names.
func (e *TextError) Error() string {
	return fmt.Sprintf("%s: %s: %q %s", packageOf(e.Kind), e.What, e.Text, notOneOf(e.What, e.Known))
}

// Is reports whether target is the kind of e.
func (e *TextError) Is(target error) bool { return target == e.Kind }

// notOneOf says that what was given is not one of some names, in the words that follow
// it: "is not a channel; write phone, email or portal".
func notOneOf(what string, names []string) string {
	article := "a "
	if what != "" && strings.Contains("aeiou", what[:1]) {
		article = "an "
	}
	return "is not " + article + what + "; write " + either(names)
}

// either lists names as alternatives: "phone, email or portal".
func either(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// A whereError says where an error came up: when in the life of a ticket, or in which
// line of releases.
type whereError struct {
	where string
	err   error
}

// Error has the name of this package once, whether or not the error is one of its own,
// and that of package lifecycle not besides.
func (e *whereError) Error() string {
	text := strings.TrimPrefix(e.err.Error(), "policy: ")
	return "policy: " + e.where + ": " + strings.TrimPrefix(text, "lifecycle: ")
}

func (e *whereError) Unwrap() error { return e.err }

// packageOf returns the name of the package that a kind of error is of, as its text has
// it: of one that says none, of this one.
func packageOf(kind error) string {
	if kind != nil {
		if name, _, ok := strings.Cut(kind.Error(), ": "); ok && !strings.Contains(name, " ") {
			return name
		}
	}
	return "policy"
}
