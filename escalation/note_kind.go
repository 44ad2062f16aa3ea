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
	NoteRepeated                  // the step was reached, which made its next repeat pending
	NoteHalted                    // the climb was halted: the customer tests
	NotePaused                    // a halt, or a part of one, put the step off
	NoteResumed                   // the climb was resumed: the test is over
	NoteChanged                   // the severity changed
	NoteReached                   // the step was reached
	NoteCancelled                 // the step will not be reached any more
)

var noteNames = enum.Of[NoteKind](ErrNoteKind, "kind of note",
	"waiting", "started", "repeated", "halted", "paused", "resumed", "changed", "reached", "cancelled")

// ErrNoteKind means that a text names no kind of note, or that a [NoteKind] is invalid.
var ErrNoteKind = errors.New("escalation: no such kind of note")

// NoteKindNames returns the names of the kinds, the zero one first. The list is the
// caller's.
func NoteKindNames() []string { return noteNames.All() }

// String returns the name of k, such as paused. If k is not one of the kinds, it returns
// a text such as NoteKind(9).
func (k NoteKind) String() string { return noteNames.String(k) }

// ParseNoteKind returns the kind that text names. The error is an [ErrNoteKind]: an
// [enum.Error] that lists the names.
func ParseNoteKind(text string) (NoteKind, error) { return noteNames.Parse(text) }

// MarshalText returns the name of k. The error is an [ErrNoteKind] if k is not one of the
// kinds.
func (k NoteKind) MarshalText() ([]byte, error) { return noteNames.Marshal(k) }

// UnmarshalText sets k to the kind that text names; see [ParseNoteKind]. On error, k is
// unchanged.
func (k *NoteKind) UnmarshalText(text []byte) error { return noteNames.Unmarshal(k, text) }
