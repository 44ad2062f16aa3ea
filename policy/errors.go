package policy

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// The kinds of error, besides [ErrKind], [ErrChannel], [ErrOutcome], [ErrState],
// [ErrOccurrenceKind], [ErrMetric], [ErrMeasure], [ErrCoverage], [ErrFacts] and
// [ErrReleaseList]. Test for them with [errors.Is]. For a text that is not one of the
// possible names, the error is an [enum.Error] of its kind, which lists them; an error that
// has a place is a [PlaceError].
var (
	// ErrAgreement means that an [Agreement] contradicts itself or lacks something.
	ErrAgreement = errors.New("policy: invalid agreement")
	// ErrEvents means that a ticket's events break a rule that holds in all agreements.
	ErrEvents = errors.New("policy: invalid events")
	// ErrReading means that an open reading, or a value of one, does not exist.
	ErrReading = errors.New("policy: no such reading")
	// ErrCustomer means that a customer field that the agreement needs is missing or has a
	// value that the agreement does not know.
	ErrCustomer = errors.New("policy: invalid customer")
	// ErrTicket means that a ticket cannot be read, is nil or names another agreement, or
	// that there is no Answer to write.
	ErrTicket = errors.New("policy: invalid ticket")
)

// A PlaceError says where something is wrong in what was given, and what is wrong with it.
// It is an error of its Kind. The zero PlaceError has no kind.
type PlaceError struct {
	Kind  error  // one of the kinds of this package, or of another package, such as an agreement's
	Place string // for example "events[2].severity"
	Value string // the text at that place, however long; "" if there is none
	Why   string // what is wrong, and what would be right
	Err   error  // the error of another package that is behind it, or nil
}

// Error returns the name of the package that the kind belongs to, the place, the value if
// there is one, quoted and cut to its first forty characters, and what is wrong with it.
func (e *PlaceError) Error() string {
	if e.Value == "" {
		return fmt.Sprintf("%s: %s: %s", packageOf(e.Kind), e.Place, e.Why)
	}
	return fmt.Sprintf("%s: %s: %q %s", packageOf(e.Kind), e.Place, strictjson.Shorten(e.Value), e.Why)
}

// Is reports whether target is the kind of e.
func (e *PlaceError) Is(target error) bool { return target == e.Kind }

// Unwrap returns the error of another package that is behind e, or nil.
func (e *PlaceError) Unwrap() error { return e.Err }

// A whereError says where an error came up: when in the life of a ticket, or in which
// line of releases.
type whereError struct {
	where string
	err   error
}

// Error names this package once, even if the error behind e begins with its name, and
// leaves out the name of package lifecycle.
func (e *whereError) Error() string {
	text := strings.TrimPrefix(e.err.Error(), "policy: ")
	return "policy: " + e.where + ": " + strings.TrimPrefix(text, "lifecycle: ")
}

func (e *whereError) Unwrap() error { return e.err }

// packageOf returns the name of the package in the text of a kind of error, or the name of
// this package if the text has none.
func packageOf(kind error) string { return cmp.Or(enum.PackageOf(kind), "policy") }
