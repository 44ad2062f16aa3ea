package severity

import (
	"errors"
	"fmt"
	"slices"
)

// A Mode says what happens to a running clock when the severity changes (G8), an open
// reading of every agreement. In every mode, a clock that is overdue keeps its due time:
// a breach that has happened stays. The zero Mode is Fair.
type Mode uint8

// The modes of G8.
const (
	// Fair counts the target of a raised severity from the change and never moves the due
	// time later. It counts the target of a lowered severity from the clock's start and
	// never moves the due time earlier.
	Fair Mode = iota
	// FromStart counts the new target from the clock's start.
	FromStart
	// FromChange counts the new target from the change.
	FromChange
)

var modeNames = []string{"fair", "from_start", "from_change"}

// ModeNames returns the names of the modes, the default first. The list is the
// caller's.
func ModeNames() []string { return slices.Clone(modeNames) }

// ErrMode means that a text names no mode, or that a [Mode] is invalid.
var ErrMode = errors.New("severity: no such mode of severity change")

// IsValid reports whether m is one of the modes.
func (m Mode) IsValid() bool { return int(m) < len(modeNames) }

// String returns fair, from_start or from_change. If m is not one of the modes, it
// returns a text such as Mode(9).
func (m Mode) String() string {
	if m.IsValid() {
		return modeNames[m]
	}
	return fmt.Sprintf("Mode(%d)", uint8(m))
}

// ParseMode returns the mode that text names. Case matters. The error is an
// [ErrMode] and lists the names.
func ParseMode(text string) (Mode, error) {
	if i := slices.Index(modeNames, text); i >= 0 {
		return Mode(i), nil
	}
	return 0, &PlaceError{ErrMode, "mode", text, "is not a mode of severity change; write " + list(modeNames)}
}

// MarshalText returns the name of m. The error is an [ErrMode] if m is not one of the
// modes.
func (m Mode) MarshalText() ([]byte, error) {
	if !m.IsValid() {
		return nil, &PlaceError{ErrMode, "mode", m.String(), "is not a mode of severity change; use Fair, FromStart or FromChange"}
	}
	return []byte(modeNames[m]), nil
}

// UnmarshalText sets m to the mode that text names; see [ParseMode]. On error, m is
// unchanged.
func (m *Mode) UnmarshalText(text []byte) error {
	got, err := ParseMode(string(text))
	if err == nil {
		*m = got
	}
	return err
}

// Describe says in words from when the target is counted after a change that raised the
// severity or, if raised is false, lowered it. For a value that is not one of the modes it
// returns what String does.
func (m Mode) Describe(raised bool) string {
	switch {
	case !m.IsValid():
		return m.String()
	case m == FromStart:
		return "counted from the start of the clock"
	case m == FromChange:
		return "counted from the change"
	case raised:
		return "counted from the change and not later than before"
	}
	return "counted from the start of the clock and not earlier than before"
}
