package compliance

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Month is a civil month of the years 1 to 9999. The zero Month is none; it
// comes last where months are in order.
type Month struct {
	Year  int
	Month time.Month
}

// IsZero reports whether m is none.
func (m Month) IsZero() bool { return m == Month{} }

// String returns the month as 2026-03, or "none".
func (m Month) String() string {
	if m.IsZero() {
		return "none"
	}
	return fmt.Sprintf("%04d-%02d", m.Year, int(m.Month))
}

// Compare returns -1 if m is before n, 1 if it is after, else 0. None is after
// all others.
func (m Month) Compare(n Month) int {
	a, b := m.Year*12+int(m.Month), n.Year*12+int(n.Month)
	switch {
	case a == b:
		return 0
	case n.IsZero() || !m.IsZero() && a < b:
		return -1
	}
	return 1
}

// monthOf returns the month in which an instant lies in a zone; none if it is
// none, or is not known, or is out of the years that have dates.
func monthOf(at calendar.Moment, zone *time.Location) Month {
	t, ok := at.Get()
	if !ok {
		return Month{}
	}
	day, err := calendar.DateOf(t.In(zone))
	if err != nil {
		return Month{}
	}
	year, month, _ := day.Civil()
	return Month{year, month}
}

// A Basis is the instant of a clock that decides in which month it is counted:
// the civil month in the agreement's zone. A clock that lacks the instant has no
// month and stands in the row without one. The zero Basis is ByStart, by which
// that are the clocks that never started.
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

// noBasis is the error of a text or a value that is none of the bases.
func noBasis(value string) error {
	return &OptionsError{"basis", value, "is not a basis; write started, due or stopped"}
}
