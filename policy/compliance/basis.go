package compliance

import "github.com/slaclock/slaclock/calendar/enum"

// A Basis is the instant of a clock that decides in which month it is counted:
// the civil month in the agreement's zone. A clock that lacks the instant has no
// month and stands in the row without one. The zero Basis is ByStart; the clocks
// without a month are then those that never started.
type Basis uint8

// The bases.
const (
	ByStart Basis = iota // when it started: mostly the month in which the ticket was reported
	ByDue                // when it was due; not of one that never started or whose due time is not known
	ByStop               // when it stopped; not of one that still waits or runs
)

var basisNames = enum.Of[Basis](ErrOptions, "basis", "started", "due", "stopped")

// BasisNames returns the names of all bases, the zero one first. The list is the
// caller's.
func BasisNames() []string { return basisNames.All() }

// String returns the name of b: started, due or stopped. That of a value that is none
// of the bases is the number: "Basis(9)".
func (b Basis) String() string { return basisNames.String(b) }

// ParseBasis reads the name of a basis, as String writes it. The error is an
// [ErrOptions], as an [enum.Error] that has the names.
func ParseBasis(text string) (Basis, error) { return basisNames.Parse(text) }

// MarshalText returns the name of b; what is none of the bases is an [ErrOptions].
func (b Basis) MarshalText() ([]byte, error) { return basisNames.Marshal(b) }

// UnmarshalText sets b to the basis that text names; see [ParseBasis]. With an error b
// is as before.
func (b *Basis) UnmarshalText(text []byte) error { return basisNames.Unmarshal(b, text) }
