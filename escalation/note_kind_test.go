package escalation_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/escalation"
)

// TestNoteKindText: each kind is written and read as its one name; what is none leaves the
// kind as it was.
func TestNoteKindText(t *testing.T) {
	names := []string{"waiting", "started", "repeated", "halted", "paused", "resumed", "changed", "reached", "cancelled"}
	if diff := cmp.Diff(names, escalation.NoteKindNames()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	escalation.NoteKindNames()[0] = "changed"
	for i, name := range names {
		v := escalation.NoteKind(i)
		text, err := v.MarshalText()
		if err != nil || string(text) != name {
			t.Errorf("%d is %v, written %s, %v; want %s", i, v, text, err, name)
		}
		back := escalation.NoteKind(99)
		if err := back.UnmarshalText([]byte(name)); err != nil || back != v {
			t.Errorf("%s is read as %v, %v", name, back, err)
		}
	}
	const choice = " is not a kind of note; write waiting, started, repeated, halted, paused, resumed, changed, reached or cancelled"
	for text, want := range map[string]string{
		"": "escalation: note:" + choice, "Other": `escalation: note: "Other"` + choice, "Paused": `escalation: note: "Paused"` + choice,
	} {
		v := escalation.NotePaused
		if err := v.UnmarshalText([]byte(text)); !errors.Is(err, escalation.ErrNoteKind) || err.Error() != want || v != escalation.NotePaused {
			t.Errorf("%q: %v, and it is %v\nwant %s", text, err, v, want)
		}
	}
	if text, err := escalation.NoteKind(9).MarshalText(); text != nil || !errors.Is(err, escalation.ErrNoteKind) || err.Error() != `escalation: note: "NoteKind(9)"`+choice {
		t.Errorf("%s, %v", text, err)
	}
}
