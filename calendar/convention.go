package calendar

import (
	"errors"
	"fmt"
	"slices"
)

// A Convention says what "within N business days" means (G6). Agreements rarely
// say; it is never left vague here. The zero Convention is CloseOfBusiness.
type Convention uint8

// The conventions of G6. In the first two the day of the start does not count: day 1
// is the next business day, and a business day is a date on which at least one window
// opens. The third is a stopwatch, which runs from the start itself.
const (
	// CloseOfBusiness ends when the last window closes that opens on the Nth
	// business day.
	CloseOfBusiness Convention = iota
	// SameTime ends on the Nth business day at the wall-clock time of the
	// start, open or not.
	SameTime
	// WorkingTime ends when N times the working time of a regular day has
	// passed: one day from an opening is the closing of that same day.
	WorkingTime
)

// ErrConvention says that a text names no convention, or that a Convention is none.
var ErrConvention = errors.New("calendar: no such convention")

var conventionNames = []string{"close_of_business", "same_time", "working_time"}

// ConventionNames returns the names of the conventions, the zero one first. The
// list is the caller's.
func ConventionNames() []string { return slices.Clone(conventionNames) }

// String returns close_of_business, same_time or working_time; Convention(9) and
// the like of what is no convention.
func (v Convention) String() string {
	if int(v) < len(conventionNames) {
		return conventionNames[v]
	}
	return fmt.Sprintf("Convention(%d)", uint8(v))
}

// MarshalText returns the name of v; an unknown Convention is an [ErrConvention].
func (v Convention) MarshalText() ([]byte, error) {
	if int(v) < len(conventionNames) {
		return []byte(conventionNames[v]), nil
	}
	return nil, conventionError(v.String())
}

// ParseConvention returns the convention that text names. Case matters. The error is
// an [ErrConvention].
func ParseConvention(text string) (Convention, error) {
	if i := slices.Index(conventionNames, text); i >= 0 {
		return Convention(i), nil
	}
	return 0, conventionError(text)
}

// UnmarshalText sets v to the convention that text names; see [ParseConvention].
// With an error v is as before.
func (v *Convention) UnmarshalText(text []byte) error {
	got, err := ParseConvention(string(text))
	if err == nil {
		*v = got
	}
	return err
}

func conventionError(text string) error {
	return &nameError{ErrConvention, "convention", text, conventionNames}
}
