package policy

import (
	"errors"

	"github.com/slaclock/slaclock/calendar/enum"
)

// An OccurrenceKind says what happens to a ticket by itself. The zero
// OccurrenceKind is none.
type OccurrenceKind uint8

// The kinds of occurrences.
const (
	OccurrenceDue       OccurrenceKind = iota + 1 // a due time has passed, or a clock that closes the ticket has run out
	OccurrenceStarts                              // a clock that waited for an opening starts
	OccurrenceStep                                // a step of a ladder, or one of its repeats, is reached
	OccurrenceThreshold                           // a threshold of a clock is reached
	OccurrenceNotice                              // who a step tells is told, where notices have hours of their own
	OccurrenceHandOver                            // the ticket goes over to another region, or to those on call
	OccurrenceVersion                             // another version of the agreement comes into force for the ticket
)

var occurrenceNames = enum.Of[OccurrenceKind](ErrOccurrenceKind, "kind of occurrence", "", "due", "starts", "step", "threshold", "notice", "hand_over", "version")

// ErrOccurrenceKind says that a text names no kind of occurrence.
var ErrOccurrenceKind = errors.New("policy: no such kind of occurrence")

// String returns the name of k, such as hand_over, empty for the zero OccurrenceKind;
// of one that there is not, its number: "OccurrenceKind(9)".
func (k OccurrenceKind) String() string { return occurrenceNames.String(k) }

// OccurrenceKindNames returns the names of all kinds of occurrences. The list is the
// caller's.
func OccurrenceKindNames() []string { return occurrenceNames.All() }

// ParseOccurrenceKind returns the kind of occurrence that text names. The error is an
// [ErrOccurrenceKind] and lists the names.
func ParseOccurrenceKind(text string) (OccurrenceKind, error) { return occurrenceNames.Parse(text) }

// MarshalText returns the name of k. The zero OccurrenceKind and unknown ones are an
// [ErrOccurrenceKind].
func (k OccurrenceKind) MarshalText() ([]byte, error) { return occurrenceNames.Marshal(k) }

// UnmarshalText sets k to the kind that text names; see [ParseOccurrenceKind].
// With an error k is as before.
func (k *OccurrenceKind) UnmarshalText(text []byte) error { return occurrenceNames.Unmarshal(k, text) }
