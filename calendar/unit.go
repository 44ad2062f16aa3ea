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

// ErrUnit says that a text names no unit of civil time, or that a Unit is not one of
// those defined here.
var ErrUnit = errors.New("calendar: no such unit")

// String returns the name of u: days, weeks, months or years. For a value that is not a
// unit it returns its number, as in Unit(9).
func (u Unit) String() string { return unitNames.String(u) }

// UnitNames returns the names of the units, beginning with the shortest unit. The caller may
// change the slice.
func UnitNames() []string { return unitNames.All() }

// ParseUnit returns the unit that text names, in the plural and in lower case as
// [Unit.String] returns it. The error is an [ErrUnit], as an [*enum.Error] that lists
// the names.
func ParseUnit(text string) (Unit, error) { return unitNames.Parse(text) }

// MarshalText returns the name of u. The error is an [ErrUnit] if u is not a unit.
func (u Unit) MarshalText() ([]byte, error) { return unitNames.Marshal(u) }

// UnmarshalText sets u to the unit that text names; see [ParseUnit]. On error, u is
// unchanged.
func (u *Unit) UnmarshalText(text []byte) error { return unitNames.Unmarshal(u, text) }
