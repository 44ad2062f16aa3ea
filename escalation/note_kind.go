package escalation

import (
	"errors"
	"slices"
	"strconv"
)

// A NoteKind says what a [Note] is about. The zero NoteKind is NoteWaiting.
type NoteKind uint8

// The kinds of notes.
const (
	NoteWaiting   NoteKind = iota // the climb began, and waits
	NoteStarted                   // the delay began to count
	NoteRepeated                  // a reaching made the step pending once more
	NoteHalted                    // the customer tests
	NotePaused                    // a halt, or a part of one, put the step off
	NoteResumed                   // the test is over
	NoteChanged                   // the severity changed
	NoteReached                   // the step was reached
	NoteCancelled                 // it never will be
)

var noteNames = []string{"waiting", "started", "repeated", "halted", "paused", "resumed", "changed", "reached", "cancelled"}

// ErrNoteKind says that a text names no kind of notes, or that a [NoteKind] is none.
var ErrNoteKind = errors.New("escalation: no such kind of note")

// NoteKindNames returns the names of the kinds, the zero one first. The list is the
// caller's.
func NoteKindNames() []string { return slices.Clone(noteNames) }

// String returns the name of k, such as paused; NoteKind(9) and the like of a value
// that is none of the kinds.
func (k NoteKind) String() string {
	if int(k) < len(noteNames) {
		return noteNames[k]
	}
	return "NoteKind(" + strconv.Itoa(int(k)) + ")"
}

// ParseNoteKind returns the kind that text names. The error is an [ErrNoteKind] and has
// the names.
func ParseNoteKind(text string) (NoteKind, error) {
	if i := slices.Index(noteNames, text); i >= 0 {
		return NoteKind(i), nil
	}
	return 0, noNoteKind(text)
}

// MarshalText returns the name of k; what is no kind is an [ErrNoteKind].
func (k NoteKind) MarshalText() ([]byte, error) {
	if int(k) >= len(noteNames) {
		return nil, noNoteKind(k.String())
	}
	return []byte(noteNames[k]), nil
}

// UnmarshalText sets k to the kind that text names; see [ParseNoteKind]. With an error k
// is as before.
func (k *NoteKind) UnmarshalText(text []byte) error {
	v, err := ParseNoteKind(string(text))
	if err == nil {
		*k = v
	}
	return err
}

// noNoteKind is the error of a text or a value that is none of the kinds.
func noNoteKind(value string) error {
	return &PlaceError{Kind: ErrNoteKind, Place: "note", Value: value, Why: "is not a kind of note; write " + anyOf(noteNames)}
}
