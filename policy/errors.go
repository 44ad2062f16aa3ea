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
// [ErrOccurrenceKind], [ErrMetric], [ErrMeasure], [ErrCoverage], [ErrFacts] and [ErrReleaseList]. Test for them with [errors.Is].
// A text that is none of the names that could stand there is an [enum.Error] of its kind, which
// has them; what has a place is a [PlaceError].
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
	// ErrTicket: a ticket cannot be read, is nil, names another agreement, or there is no Answer to write.
	ErrTicket = errors.New("policy: invalid ticket")
)

// A PlaceError says what is wrong at which place of what was given. It is an
// error of its kind. The zero PlaceError is of none.
type PlaceError struct {
	Kind  error  // one of the kinds of this package, or of another, such as an agreement's
	Place string // for example "events[2].severity"
	Value string // what stands there, however long; "" where nothing does
	Why   string // what is wrong, and what would be right
	Err   error  // the error of another package that says so, or nil
}

// Error returns the name of the package that the kind is of, the place, the quoted value
// if there is one, of which it has the first forty characters, and what is wrong with it.
func (e *PlaceError) Error() string {
	if e.Value == "" {
		return fmt.Sprintf("%s: %s: %s", packageOf(e.Kind), e.Place, e.Why)
	}
	return fmt.Sprintf("%s: %s: %q %s", packageOf(e.Kind), e.Place, strictjson.Shorten(e.Value), e.Why)
}

// Is reports whether target is the kind of e.
func (e *PlaceError) Is(target error) bool { return target == e.Kind }

// Unwrap returns the error of another package that says so, or nil.
func (e *PlaceError) Unwrap() error { return e.Err }

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
func packageOf(kind error) string { return cmp.Or(enum.PackageOf(kind), "policy") }
