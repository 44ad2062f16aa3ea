package escalation

import (
	"errors"
	"strconv"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// The kinds of error, besides [ErrNoteKind], [ErrReason] and those of package calendar.
// Test for them with [errors.Is]. An ErrLadder or ErrRegions is a [PlaceError]; an
// ErrState, ErrNoteKind or ErrReason is an [enum.Error]; ErrHandOvers is returned as it
// is.
var (
	// ErrLadder means that a ladder is invalid, or cannot replace the one before it.
	ErrLadder = errors.New("escalation: invalid ladder")
	// ErrRegions means that regions are invalid.
	ErrRegions = errors.New("escalation: invalid regions")
	// ErrHandOvers means that a ticket would have more than 100,000 changes of owner,
	// which is three a day for some ninety years.
	ErrHandOvers = errors.New("escalation: more than 100000 hand-overs of one ticket")
	// ErrState means that a text names no state of a step, or that a [State] is invalid.
	ErrState = errors.New("escalation: no such state")
)

// A PlaceError says what is wrong with a ladder or with regions, and at which place.
// [errors.Is] matches its Kind and whatever Err matches. The zero PlaceError has no kind.
type PlaceError struct {
	Kind  error  // ErrLadder or ErrRegions
	Place string // for example "steps[1].after"
	Value string // the value at that place; "" if there is none to quote
	Why   string // what is wrong, and what would be right
	Err   error  // the error of a calendar from which this one comes; nil if there is none
}

// Error returns in one line the place, the value there, quoted and cut after 40
// characters, and what is wrong.
func (e *PlaceError) Error() string {
	if e.Value == "" {
		return "escalation: " + e.Place + ": " + e.Why
	}
	return "escalation: " + e.Place + ": " + strconv.Quote(strictjson.Shorten(e.Value)) + " " + e.Why
}

// Is reports whether target is the kind of e.
func (e *PlaceError) Is(target error) bool { return target == e.Kind }

// Unwrap returns the error of a calendar from which e comes, or nil.
func (e *PlaceError) Unwrap() error { return e.Err }

// wrong returns the error for a place of a ladder.
func wrong(place, value, why string) error {
	return &PlaceError{Kind: ErrLadder, Place: place, Value: value, Why: why}
}

// wrongFor returns the error for a place of a ladder that comes from a calendar.
func wrongFor(place string, err error) error {
	return &PlaceError{Kind: ErrLadder, Place: place, Why: err.Error(), Err: err}
}
