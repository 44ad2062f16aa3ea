package compliance

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Month is a civil month of the years 1 to 9999. The zero Month stands for no month; it is
// ordered after all others.
type Month struct {
	Year  int
	Month time.Month
}

// noMonth is the text of the zero Month.
const noMonth = "none"

// IsZero reports whether m is the zero Month.
func (m Month) IsZero() bool { return m == Month{} }

// String returns the month in the form "2026-03", or "none" for the zero Month.
func (m Month) String() string {
	if m.IsZero() {
		return noMonth
	}
	return fmt.Sprintf("%04d-%02d", m.Year, int(m.Month))
}

// ParseMonth reads a month as String writes it: "2026-03", or "none". The error is an
// [ErrMonth] that quotes the text.
func ParseMonth(text string) (Month, error) {
	if text == noMonth {
		return Month{}, nil
	}
	day, err := calendar.ParseDate(text + "-01")
	if err != nil {
		return Month{}, &MonthError{text}
	}
	year, month, _ := day.Civil()
	return Month{year, month}, nil
}

// MarshalText returns m.String(), so a Month is a string in JSON. The error is an [ErrMonth]
// if m is neither the zero Month nor a month of the years 1 to 9999.
func (m Month) MarshalText() ([]byte, error) {
	if !m.IsZero() {
		if _, err := calendar.NewDate(m.Year, m.Month, 1); err != nil {
			return nil, &MonthError{m.String()}
		}
	}
	return []byte(m.String()), nil
}

// UnmarshalText sets m to the month in text; see [ParseMonth]. On error, m is unchanged.
func (m *Month) UnmarshalText(text []byte) error {
	v, err := ParseMonth(string(text))
	if err == nil {
		*m = v
	}
	return err
}

// Compare returns -1 if m is before n, +1 if it is after n, and 0 if they are equal. The zero
// Month is after all others.
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

// monthOf returns the month of an instant in a zone, or the zero Month if there is no
// instant, it is unknown, or it is outside the years that have dates.
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
