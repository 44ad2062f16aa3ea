package escalation

import (
	"errors"

	"github.com/slaclock/slaclock/calendar/enum"
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

var noteNames = enum.Of[NoteKind](ErrNoteKind, "kind of note",
	"waiting", "started", "repeated", "halted", "paused", "resumed", "changed", "reached", "cancelled")

// ErrNoteKind says that a text names no kind of notes, or that a [NoteKind] is none.
var ErrNoteKind = errors.New("escalation: no such kind of note")

// NoteKindNames returns the names of the kinds, the zero one first. The list is the
// caller's.
func NoteKindNames() []string { return noteNames.All() }

// String returns the name of k, such as paused; NoteKind(9) and the like of a value
// that is none of the kinds.
func (k NoteKind) String() string { return noteNames.String(k) }

// ParseNoteKind returns the kind that text names. The error is an [ErrNoteKind], as
// an [enum.Error] that has the names.
func ParseNoteKind(text string) (NoteKind, error) { return noteNames.Parse(text) }

// MarshalText returns the name of k; what is no kind is an [ErrNoteKind].
func (k NoteKind) MarshalText() ([]byte, error) { return noteNames.Marshal(k) }

// UnmarshalText sets k to the kind that text names; see [ParseNoteKind]. With an error k
// is as before.
func (k *NoteKind) UnmarshalText(text []byte) error { return noteNames.Unmarshal(k, text) }
