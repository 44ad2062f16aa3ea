package escalation

import (
	"errors"
	"strconv"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// The kinds of error, besides [ErrNoteKind], [ErrReason] and those of package calendar.
// Test for them with [errors.Is]. An ErrLadder or ErrRegions is a [PlaceError]; where a text
// is none of the names of a type, the error is an [enum.Error]; and ErrHandOvers has
// nothing to add.
var (
	// ErrLadder: a ladder cannot be climbed, or not after another.
	ErrLadder = errors.New("escalation: invalid ladder")
	// ErrRegions: tickets cannot be handed over among regions.
	ErrRegions = errors.New("escalation: invalid regions")
	// ErrHandOvers: a ticket would have more than 100,000 changes of owner, some
	// eighty years of three a day.
	ErrHandOvers = errors.New("escalation: too many hand-overs")
	// ErrState: a text names no state of a step, or a State is none.
	ErrState = errors.New("escalation: no such state")
)

// A PlaceError says what is wrong at which place of a ladder or of regions. [errors.Is]
// finds its Kind, and what Err is. The zero PlaceError is of no kind.
type PlaceError struct {
	Kind  error  // ErrLadder or ErrRegions
	Place string // for example "steps[1].after"
	Value string // what stands there; "" where nothing does
	Why   string // what is wrong, and what would be right
	Err   error  // the error of a calendar that says so; nil if none does
}

// Error puts the place, what stands there, quoted and cut after 40 characters, and what
// is wrong in a line.
func (e *PlaceError) Error() string {
	if e.Value == "" {
		return "escalation: " + e.Place + ": " + e.Why
	}
	return "escalation: " + e.Place + ": " + strconv.Quote(strictjson.Shorten(e.Value)) + " " + e.Why
}

// Is reports whether target is the kind of e.
func (e *PlaceError) Is(target error) bool { return target == e.Kind }

// Unwrap returns the error of a calendar that e comes from, or nil.
func (e *PlaceError) Unwrap() error { return e.Err }

// wrong returns what is wrong at a place of a ladder.
func wrong(place, value, why string) error {
	return &PlaceError{Kind: ErrLadder, Place: place, Value: value, Why: why}
}

// wrongFor returns the error that a calendar has about a place of a ladder.
func wrongFor(place string, err error) error {
	return &PlaceError{Kind: ErrLadder, Place: place, Why: err.Error(), Err: err}
}
