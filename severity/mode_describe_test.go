package severity_test

import (
	"testing"

	"github.com/slaclock/slaclock/severity"
)

// TestG8_ModeDescribe: what a mode says of a clock after a raise and after a lowering.
// Only fair tells them apart.
func TestG8_ModeDescribe(t *testing.T) {
	for _, row := range []struct {
		mode          severity.Mode
		raised, lower string
	}{
		{severity.FromStart, "counted from the start of the clock", "counted from the start of the clock"},
		{severity.FromChange, "counted from the change", "counted from the change"},
		{severity.Fair, "counted from the change and not later than before", "counted from the start of the clock and not earlier than before"},
		{severity.Mode(9), "Mode(9)", "Mode(9)"},
	} {
		if raised, lower := row.mode.Describe(true), row.mode.Describe(false); raised != row.raised || lower != row.lower {
			t.Errorf("%v: %q, %q; want %q, %q", row.mode, raised, lower, row.raised, row.lower)
		}
	}
}
