package compliance

import "github.com/slaclock/slaclock/calendar/enum"

// A Basis is the instant of a clock that decides in which month the clock is counted: the
// civil month in the agreement's zone. A clock without that instant has no month, and is
// counted in the row without one. The zero Basis is ByStart; the clocks without a month are
// then those that never started.
type Basis uint8

// The bases.
const (
	ByStart Basis = iota // when it started: mostly the month in which the ticket was reported
	ByDue                // when it was due; a clock that never started, or whose due time is unknown, has no such instant
	ByStop               // when it stopped; a clock that still waits or runs has no such instant
)

var basisNames = enum.Of[Basis](ErrOptions, "basis", "started", "due", "stopped")

// BasisNames returns the names of all bases, that of the zero Basis first. The caller may
// change the slice.
func BasisNames() []string { return basisNames.All() }

// String returns the name of b: "started", "due" or "stopped". For any other value it returns
// the number: "Basis(9)".
func (b Basis) String() string { return basisNames.String(b) }

// ParseBasis reads the name of a basis, as String writes it. The error matches [ErrOptions]
// and is an [enum.Error], which lists the names.
func ParseBasis(text string) (Basis, error) { return basisNames.Parse(text) }

// MarshalText returns the name of b. If b is not one of the bases, the error is an
// [ErrOptions].
func (b Basis) MarshalText() ([]byte, error) { return basisNames.Marshal(b) }

// UnmarshalText sets b to the basis that text names; see [ParseBasis]. On error, b is
// unchanged.
func (b *Basis) UnmarshalText(text []byte) error { return basisNames.Unmarshal(b, text) }
