package severity_test

import (
	"encoding/json"
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
	if m := severity.Mode(3); m.IsValid() || m.String() != "Mode(3)" {
		t.Errorf("no mode: %v", m)
	}
}

// TestG8_ModeText: each mode is written and read as the one name that readings have for
// it; any other text leaves the mode unchanged.
func TestG8_ModeText(t *testing.T) {
	for name, want := range map[string]severity.Mode{
		"fair": severity.Fair, "from_start": severity.FromStart, "from_change": severity.FromChange,
	} {
		text, err := want.MarshalText()
		if err != nil || string(text) != name {
			t.Errorf("%v is written as %s, %v; want %s", want, text, err, name)
		}
		back := severity.Mode(9)
		if err := back.UnmarshalText([]byte(name)); err != nil || back != want {
			t.Errorf("%s is read as %v, %v", name, back, err)
		}
	}
	for _, text := range []string{"", "Fair", "fair ", "from-start", "unknown"} {
		m := severity.FromChange
		if err := m.UnmarshalText([]byte(text)); !errors.Is(err, severity.ErrMode) || m != severity.FromChange {
			t.Errorf("%q: %v, and the mode is now %v", text, err, m)
		}
	}
	const want = "severity: mode: \"Mode(3)\" is not a mode of severity change; use Fair, FromStart or FromChange"
	if text, err := severity.Mode(3).MarshalText(); text != nil || !errors.Is(err, severity.ErrMode) || err.Error() != want {
		t.Errorf("%s, %v", text, err)
	}
}

func TestModeJSON(t *testing.T) {
	const text = `{"mode":"from_start","by":{"fair":1}}`
	var v struct {
		Mode severity.Mode         `json:"mode"`
		By   map[severity.Mode]int `json:"by"`
	}
	if err := json.Unmarshal([]byte(text), &v); err != nil || v.Mode != severity.FromStart || v.By[severity.Fair] != 1 {
		t.Fatalf("%+v, %v", v, err)
	}
	if out, err := json.Marshal(v); err != nil || string(out) != text {
		t.Errorf("%s, %v; want %s", out, err, text)
	}
}

func ExampleParseMode() {
	m, err := severity.ParseMode("fair")
	fmt.Println(m, err)
	_, err = severity.ParseMode("just")
	fmt.Println(err)
	// Output:
	// fair <nil>
	// severity: mode: "just" is not a mode of severity change; write fair, from_start or from_change
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
