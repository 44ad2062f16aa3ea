package compliance

import (
	"slices"
	"strconv"
)

// A Basis is the instant of a clock that decides in which month it is counted:
// the civil month in the agreement's zone. A clock that lacks the instant has no
// month and stands in the row without one. The zero Basis is ByStart; the clocks
// without a month are then those that never started.
type Basis uint8

// The bases.
const (
	ByStart Basis = iota // when it started: the months of the reports, by and large
	ByDue                // when it was due; not of one that never started or whose due time is not known
	ByStop               // when it stopped; not of one that still waits or runs
)

var basisNames = [...]string{"started", "due", "stopped"}

// BasisNames returns the names of all bases, the zero one first.
func BasisNames() []string {
	names := basisNames
	return slices.Clone(names[:])
}

// String returns the name of b: started, due or stopped. That of a value that is none
// of the bases is the number: "Basis(9)".
func (b Basis) String() string {
	if int(b) < len(basisNames) {
		return basisNames[b]
	}
	return "Basis(" + strconv.Itoa(int(b)) + ")"
}

// ParseBasis reads the name of a basis, as String writes it. The error is an
// [ErrOptions].
func ParseBasis(text string) (Basis, error) {
	for i, name := range basisNames {
		if name == text {
			return Basis(i), nil
		}
	}
	return 0, noBasis(text)
}

// MarshalText returns the name of b; what is none of the bases is an [ErrOptions].
func (b Basis) MarshalText() ([]byte, error) {
	if int(b) >= len(basisNames) {
		return nil, noBasis(b.String())
	}
	return []byte(basisNames[b]), nil
}

// UnmarshalText sets b to the basis that text names; see [ParseBasis]. With an error b
// is as before.
func (b *Basis) UnmarshalText(text []byte) error {
	v, err := ParseBasis(string(text))
	if err == nil {
		*b = v
	}
	return err
}

// noBasis is the error of a text or a value that is none of the bases.
func noBasis(value string) error {
	return &OptionsError{"basis", value, "is not a basis; write started, due or stopped"}
}
