package escalation

import (
	"errors"
	"strconv"
)

// The kinds of error, besides those of package calendar. Test for them with
// [errors.Is].
var (
	// ErrLadder: a ladder cannot be climbed, or not after another. See
	// [LadderError].
	ErrLadder = errors.New("escalation: invalid ladder")
	// ErrRegions: tickets cannot be handed over among regions. See
	// [RegionsError].
	ErrRegions = errors.New("escalation: invalid regions")
	// ErrHandOvers: a ticket is handed over more often than anybody could want
	// to know.
	ErrHandOvers = errors.New("escalation: too many hand-overs")
)

// A LadderError says what is wrong with a ladder, and where. It is an
// [ErrLadder]. The zero LadderError names no place.
type LadderError struct {
	Place string // for example "steps[1].after"
	Value string // what stands there; "" where nothing does
	Why   string // what is wrong, and what would be right
}

// Error puts the place, what stands there and what is wrong in a line.
func (e *LadderError) Error() string { return line(e.Place, e.Value, e.Why) }

// Is reports whether target is [ErrLadder].
func (e *LadderError) Is(target error) bool { return target == ErrLadder }

// A RegionsError says what is wrong with [Regions], and where. It is an
// [ErrRegions]. The zero RegionsError names no place.
type RegionsError struct {
	Place string // for example "regions[2].name"
	Value string // what stands there; "" where nothing does
	Why   string // what is wrong, and what would be right
}

// Error puts the place, what stands there and what is wrong in a line.
func (e *RegionsError) Error() string { return line(e.Place, e.Value, e.Why) }

// Is reports whether target is [ErrRegions].
func (e *RegionsError) Is(target error) bool { return target == ErrRegions }

// A placedError is an error of a calendar, with its place in a ladder.
type placedError struct {
	place string
	err   error
}

func (e *placedError) Error() string { return "escalation: " + e.place + ": " + e.err.Error() }

func (e *placedError) Unwrap() error { return e.err }

func line(place, value, why string) string {
	if value == "" {
		return "escalation: " + place + ": " + why
	}
	return "escalation: " + place + ": " + strconv.Quote(value) + " " + why
}
