package severity_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/slaclock/slaclock/severity"
)

func TestG8_ModeNames(t *testing.T) {
	want := []severity.Mode{severity.Fair, severity.FromStart, severity.FromChange}
	for i, name := range severity.ModeNames() {
		m, err := severity.ParseMode(name)
		if err != nil || m != want[i] || m.String() != name || !m.IsValid() {
			t.Errorf("%s: %v, %v", name, m, err)
		}
	}
	if _, err := severity.ParseMode("Fair"); !errors.Is(err, severity.ErrMode) {
		t.Errorf("names are matched exactly: %v", err)
	}
	if m := severity.Mode(3); m.IsValid() || m.String() != "unknown" {
		t.Errorf("no mode: %v", m)
	}
}

func ExampleParseMode() {
	m, err := severity.ParseMode("fair")
	fmt.Println(m, err)
	_, err = severity.ParseMode("just")
	fmt.Println(err)
	// Output:
	// fair <nil>
	// severity: no such mode of severity change: "just"; write fair, from_start, from_change
}

func ExampleModeNames() {
	fmt.Println(severity.ModeNames())
	// Output: [fair from_start from_change]
}

func ExampleMode_Describe() {
	fmt.Println(severity.Fair.Describe(true))
	fmt.Println(severity.Fair.Describe(false))
	// Output:
	// counted from the change and not later than before
	// counted from the start of the clock and not earlier than before
}
