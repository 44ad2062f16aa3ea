package escalation_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/escalation"
)

// TestStateText: each state is written and read as its one name; what is none leaves
// the state as it was.
func TestStateText(t *testing.T) {
	names := []string{"pending", "reached", "halted", "cancelled"}
	if diff := cmp.Diff(names, escalation.StateNames()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	escalation.StateNames()[0] = "changed"
	for i, name := range names {
		s := escalation.State(i)
		text, err := s.MarshalText()
		if err != nil || string(text) != name || s.String() != name {
			t.Errorf("state %d is %v, written %s, %v; want %s", i, s, text, err, name)
		}
		back := escalation.State(9)
		if err := back.UnmarshalText([]byte(name)); err != nil || back != s {
			t.Errorf("%s is read as %v, %v", name, back, err)
		}
	}
	const choice = " is not a state of a step; write pending, reached, halted or cancelled"
	for text, want := range map[string]string{
		"": "escalation: state:" + choice, "Reached": `escalation: state: "Reached"` + choice, "State(4)": `escalation: state: "State(4)"` + choice,
	} {
		s := escalation.Halted
		if err := s.UnmarshalText([]byte(text)); !errors.Is(err, escalation.ErrState) || err.Error() != want || s != escalation.Halted {
			t.Errorf("%q: %v, and the state is %v", text, err, s)
		}
	}
	if text, err := escalation.State(4).MarshalText(); text != nil || !errors.Is(err, escalation.ErrState) || err.Error() != `escalation: state: "State(4)"`+choice {
		t.Errorf("%s, %v", text, err)
	}
}
