package calendar

import (
	"errors"

	"github.com/slaclock/slaclock/calendar/enum"
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

var unitNames = enum.Of[Unit](ErrUnit, "unit", "days", "weeks", "months", "years")

// ErrUnit says that a text names no unit of civil time, or that a Unit is none.
var ErrUnit = errors.New("calendar: no such unit")

// String returns the name of u: days, weeks, months or years; Unit(9) of what is
// no unit.
func (u Unit) String() string { return unitNames.String(u) }

// UnitNames returns the names of the units, the shortest first. The list is the
// caller's.
func UnitNames() []string { return unitNames.All() }

// ParseUnit returns the unit that text names, in the plural and in small letters
// as [Unit.String] has it. The error is an [ErrUnit], as an [enum.Error] that has
// the names.
func ParseUnit(text string) (Unit, error) { return unitNames.Parse(text) }

// MarshalText returns the name of u. The error is an [ErrUnit]: u has none.
func (u Unit) MarshalText() ([]byte, error) { return unitNames.Marshal(u) }

// UnmarshalText sets u to the unit that text names; see [ParseUnit]. With an
// error u is as before.
func (u *Unit) UnmarshalText(text []byte) error { return unitNames.Unmarshal(u, text) }
