package policy

import (
	"errors"

	"github.com/slaclock/slaclock/calendar/enum"
)

// An OccurrenceKind says what happens to a ticket by itself. The zero OccurrenceKind stands
// for no kind.
type OccurrenceKind uint8

// The kinds of occurrences.
const (
	OccurrenceDue       OccurrenceKind = iota + 1 // a due time has passed, or a clock that closes the ticket has run out
	OccurrenceStarts                              // a clock that waited for an opening starts
	OccurrenceStep                                // a step of a ladder, or one of its repeats, is reached
	OccurrenceThreshold                           // a threshold of a clock is reached
	OccurrenceNotice                              // the notice of a step is given, where notices have hours of their own
	OccurrenceHandOver                            // the ticket is handed over to another region or to on-call
	OccurrenceVersion                             // another version of the agreement comes into force for the ticket
)

var occurrenceNames = enum.Of[OccurrenceKind](ErrOccurrenceKind, "kind of occurrence", "", "due", "starts", "step", "threshold", "notice", "hand_over", "version")

// ErrOccurrenceKind means that a text names no kind of occurrence, or that an
// OccurrenceKind has no name.
var ErrOccurrenceKind = errors.New("policy: no such kind of occurrence")

// String returns the name of k, such as "hand_over". It returns "" for the zero
// OccurrenceKind, and a text such as "OccurrenceKind(9)" for an unknown one.
func (k OccurrenceKind) String() string { return occurrenceNames.String(k) }

// OccurrenceKindNames returns the names of all kinds of occurrences. The caller may modify
// the returned slice.
func OccurrenceKindNames() []string { return occurrenceNames.All() }

// ParseOccurrenceKind returns the kind of occurrence that text names. If there is none, the
// error is an [ErrOccurrenceKind] that lists the names.
func ParseOccurrenceKind(text string) (OccurrenceKind, error) { return occurrenceNames.Parse(text) }

// MarshalText returns the name of k. The error is an [ErrOccurrenceKind] if k is zero or
// unknown.
func (k OccurrenceKind) MarshalText() ([]byte, error) { return occurrenceNames.Marshal(k) }

// UnmarshalText sets k to the kind that text names; see [ParseOccurrenceKind]. On error, k
// is unchanged.
func (k *OccurrenceKind) UnmarshalText(text []byte) error { return occurrenceNames.Unmarshal(k, text) }
