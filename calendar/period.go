package calendar

import (
	"fmt"
	"time"
)

// Plus returns the date n units after d, or before d if n is negative.
//
// Months and years keep the day of the month; if the month has no such day, the result
// is its last day (G4): 31 January plus 1 month is 28 or 29 February, 29 February plus
// 1 year is 28 February. To keep a series from drifting, count from its anchor,
// d.Plus(n, Months), never from its last member.
//
// The error is an [ErrDate] if the result would lie outside the years 1 to 9999, or if
// u is not one of the units, in which case it is an [ErrUnit] too.
func (d Date) Plus(n int, u Unit) (Date, error) {
	if u > Years {
		_, err := unitNames.Marshal(u)
		return Date{}, &DateError{Text: fmt.Sprintf("%v plus %d %v", d, n, u), Why: "the unit must be Days, Weeks, Months or Years", Err: err}
	}
	// A calendar has 3,652,059 days; a larger n leaves it whatever the unit.
	if n < -maxDay || n > maxDay {
		return Date{}, outside(d, n, u)
	}
	var sum Date
	ok := false
	switch u {
	case Days:
		sum, ok = d.plusDays(n)
	case Weeks:
		sum, ok = d.plusDays(7 * n)
	case Months:
		sum, ok = d.plusMonths(n)
	case Years:
		sum, ok = d.plusMonths(12 * n)
	}
	if !ok {
		return Date{}, outside(d, n, u)
	}
	return sum, nil
}

func (d Date) plusDays(n int) (Date, bool) {
	n += int(d.n)
	return Date{int32(n)}, n >= minDay && n <= maxDay
}

func (d Date) plusMonths(n int) (Date, bool) {
	year, month, day := d.Civil()
	months := year*12 + int(month) - 1 + n
	if months < 12 || months >= 10_000*12 {
		return Date{}, false
	}
	year, month = months/12, time.Month(months%12+1)
	return fromCivil(year, month, min(day, daysIn(year, month))), true
}

func outside(d Date, n int, u Unit) error {
	return &DateError{Text: fmt.Sprintf("%v plus %d %v", d, n, u), Why: "the result must be in the years 1 to 9999"}
}

// A Period is a stretch of civil days, both ends included. The zero Period is
// the one day 0001-01-01.
type Period struct {
	From    Date `json:"from"`    // the first day
	Through Date `json:"through"` // the last day
}

// PeriodAfter returns the period of n units that runs from an event. By G5, the day of
// the event does not count and the period ends with the last moment of its last day:
// twelve months from 1 March 2026 are 2 March 2026 through 1 March 2027. The error is
// an [ErrDate] if n is less than 1, if the period would end after the year 9999, or if
// u is not one of the units; see [Date.Plus].
func PeriodAfter(event Date, n int, u Unit) (Period, error) {
	if n < 1 {
		return Period{}, &DateError{Text: fmt.Sprintf("%d %v after %v", n, u, event), Why: "a period has at least one unit"}
	}
	through, err := event.Plus(n, u)
	if err != nil {
		return Period{}, err
	}
	return Period{From: Date{event.n + 1}, Through: through}, nil
}

// Contains reports whether d is one of the days of p, From and Through
// included. A period whose Through is before its From contains no day.
func (p Period) Contains(d Date) bool {
	return p.From.Compare(d) <= 0 && d.Compare(p.Through) <= 0
}

// Days returns the number of days of p, 0 if Through is before From.
func (p Period) Days() int {
	return max(0, p.From.DaysUntil(p.Through)+1)
}

// String returns p as 2006-01-02/2006-01-02, the form of ISO 8601.
func (p Period) String() string {
	return p.From.String() + "/" + p.Through.String()
}
