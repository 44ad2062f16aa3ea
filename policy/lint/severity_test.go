package lint_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/lint"
)

// TestSeverityText: each severity is written and read as its one name; what is none
// leaves the severity as it was.
func TestSeverityText(t *testing.T) {
	names := []string{"note", "warning", "error"}
	if diff := cmp.Diff(names, lint.SeverityNames()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	lint.SeverityNames()[0] = "changed"
	for i, name := range names {
		s := lint.Severity(i)
		text, err := s.MarshalText()
		if err != nil || string(text) != name || s.String() != name {
			t.Errorf("severity %d is %v, written %s, %v; want %s", i, s, text, err, name)
		}
		back := lint.Severity(9)
		if err := back.UnmarshalText([]byte(name)); err != nil || back != s {
			t.Errorf("%s is read as %v, %v", name, back, err)
		}
	}
	const choice = " is not a severity of findings; write note, warning or error"
	for _, text := range []string{"", "Error", "Severity(3)"} {
		s := lint.Warning
		want := `lint: severity of findings: "` + text + `"` + choice
		if err := s.UnmarshalText([]byte(text)); !errors.Is(err, lint.ErrSeverity) || err.Error() != want || s != lint.Warning {
			t.Errorf("%q: %v, and the severity is %v", text, err, s)
		}
	}
	if text, err := lint.Severity(3).MarshalText(); text != nil || !errors.Is(err, lint.ErrSeverity) || err.Error() != `lint: severity of findings: "Severity(3)"`+choice {
		t.Errorf("%s, %v", text, err)
	}
}
