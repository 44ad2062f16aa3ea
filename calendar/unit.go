package calendar

import (
	"errors"
	"fmt"
	"slices"
)

// A Unit is a unit of civil time in which agreements count: days, weeks, months
// or years. The zero Unit is Days.
type Unit uint8

// The units of civil time.
const (
	Days Unit = iota
	Weeks
	Months
	Years
)

var unitNames = []string{"days", "weeks", "months", "years"}

// ErrUnit says that a text names no unit of civil time, or that a Unit is none.
var ErrUnit = errors.New("calendar: no such unit")

// String returns the name of u: days, weeks, months or years; Unit(9) of what is
// no unit.
func (u Unit) String() string {
	if int(u) < len(unitNames) {
		return unitNames[u]
	}
	return fmt.Sprintf("Unit(%d)", uint8(u))
}

// UnitNames returns the names of the units, the shortest first. The list is the
// caller's.
func UnitNames() []string { return slices.Clone(unitNames) }

// ParseUnit returns the unit that text names, in the plural and in small letters
// as [Unit.String] has it. The error is an [ErrUnit].
func ParseUnit(text string) (Unit, error) {
	if i := slices.Index(unitNames, text); i >= 0 {
		return Unit(i), nil
	}
	return 0, unitError(text)
}

// MarshalText returns the name of u. The error is an [ErrUnit]: u has none.
func (u Unit) MarshalText() ([]byte, error) {
	if int(u) < len(unitNames) {
		return []byte(unitNames[u]), nil
	}
	return nil, unitError(u.String())
}

// UnmarshalText sets u to the unit that text names; see [ParseUnit]. With an
// error u is as before.
func (u *Unit) UnmarshalText(text []byte) error {
	v, err := ParseUnit(string(text))
	if err != nil {
		return err
	}
	*u = v
	return nil
}

func unitError(text string) error {
	return &nameError{ErrUnit, "unit", text, unitNames}
}
