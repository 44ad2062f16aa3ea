package calendar

import (
	"errors"

	"github.com/slaclock/slaclock/calendar/enum"
)

// A Convention says what "within N business days" means (G6). Agreements rarely say;
// here it is never left open. The zero Convention is CloseOfBusiness.
type Convention uint8

// The conventions of G6. In the first two the day of the start does not count: day 1 is
// the next business day, and a business day is a date on which at least one window
// opens. The third is a stopwatch that runs from the start itself.
const (
	// CloseOfBusiness ends when the last window that opens on the Nth business day
	// closes.
	CloseOfBusiness Convention = iota
	// SameTime ends on the Nth business day at the wall-clock time of the
	// start, open or not.
	SameTime
	// WorkingTime ends when N times the working time of a regular day has
	// passed: one day from an opening is the closing of that same day.
	WorkingTime
)

// ErrConvention says that a text names no convention, or that a Convention is not one
// of those defined here.
var ErrConvention = errors.New("calendar: no such convention")

var conventionNames = enum.Of[Convention](ErrConvention, "convention", "close_of_business", "same_time", "working_time")

// ConventionNames returns the names of the conventions, beginning with that of the zero
// one. The caller may change the slice.
func ConventionNames() []string { return conventionNames.All() }

// String returns close_of_business, same_time or working_time. For a value that is not
// a convention it returns its number, as in Convention(9).
func (v Convention) String() string { return conventionNames.String(v) }

// MarshalText returns the name of v. The error is an [ErrConvention] if v is not a
// convention.
func (v Convention) MarshalText() ([]byte, error) { return conventionNames.Marshal(v) }

// ParseConvention returns the convention that text names. Case matters. The error is an
// [ErrConvention], as an [*enum.Error] that lists the names.
func ParseConvention(text string) (Convention, error) { return conventionNames.Parse(text) }

// UnmarshalText sets v to the convention that text names; see [ParseConvention]. On
// error, v is unchanged.
func (v *Convention) UnmarshalText(text []byte) error { return conventionNames.Unmarshal(v, text) }
