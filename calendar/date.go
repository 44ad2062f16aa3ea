package calendar

import (
	"fmt"
	"time"
)

// A Date is a civil date: a day of the proleptic Gregorian calendar, without a
// time and without a zone. Dates are comparable with == and can be map keys.
//
// Every Date lies between 0001-01-01 and 9999-12-31, both included. The zero
// Date is 0001-01-01.
type Date struct {
	n int32 // days since 0001-01-01
}

// The first and the last Date.
const (
	minDay = 0
	maxDay = 3652058 // 9999-12-31
)

// unixDay is the number of days from 0001-01-01 to 1970-01-01.
const unixDay = 719162

// NewDate returns the date of a year, month and day. Unlike [time.Date] it does
// not normalize: a day that the month does not have is an error, as is a year
// outside 1 to 9999.
func NewDate(year int, month time.Month, day int) (Date, error) {
	switch {
	case year < 1 || year > 9999:
		return Date{}, &DateError{Text: civil(year, month, day), Why: "the year must be 1 to 9999"}
	case month < time.January || month > time.December:
		return Date{}, &DateError{Text: civil(year, month, day), Why: "the month must be 1 to 12"}
	case day < 1 || day > daysIn(year, month):
		return Date{}, &DateError{Text: civil(year, month, day), Why: fmt.Sprintf("the day must be 1 to %d", daysIn(year, month))}
	}
	return fromCivil(year, month, day), nil
}

// DateOf returns the civil date of t in t's own location. The error is an [ErrDate] if
// that date is outside the years 1 to 9999.
func DateOf(t time.Time) (Date, error) {
	return NewDate(t.Date())
}

// Civil returns the year, month and day of d.
func (d Date) Civil() (year int, month time.Month, day int) {
	return time.Unix(int64(d.n-unixDay)*secondsPerDay, 0).UTC().Date()
}

// Year returns the year of d, 1 to 9999.
func (d Date) Year() int {
	year, _, _ := d.Civil()
	return year
}

// Weekday returns the day of the week of d.
func (d Date) Weekday() time.Weekday {
	return time.Weekday((d.n + 1) % 7) // 0001-01-01 was a Monday
}

// Compare returns -1 if d is before e, 0 if they are the same day, +1 if d is
// after e.
func (d Date) Compare(e Date) int {
	switch {
	case d.n < e.n:
		return -1
	case d.n > e.n:
		return 1
	}
	return 0
}

// DaysUntil returns the number of days from d to e: 1 if e is the day after d,
// negative if e is before d.
func (d Date) DaysUntil(e Date) int {
	return int(e.n) - int(d.n)
}

// IsLastOfMonth reports whether d is the last day of its month.
func (d Date) IsLastOfMonth() bool {
	year, month, day := d.Civil()
	return day == daysIn(year, month)
}

// LastOfMonth returns the last day of d's month.
func (d Date) LastOfMonth() Date {
	year, month, _ := d.Civil()
	return fromCivil(year, month, daysIn(year, month))
}

// In returns the instant at which d begins in loc: its midnight, the first one if there
// are two, or, if a change of offset skips midnight, the instant of the change. A date
// that loc skips altogether begins, and ends, when the next one begins. A nil loc is
// UTC, as it is for the methods of [time.Location].
func (d Date) In(loc *time.Location) time.Time {
	if loc == nil {
		loc = time.UTC
	}
	z := newZone(loc)
	sec := z.dayStart(d.n)
	return time.Unix(sec, 0).In(loc)
}

// daysIn returns the number of days of a month.
func daysIn(year int, month time.Month) int {
	switch month {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// fromCivil returns the date of a valid year, month and day.
func fromCivil(year int, month time.Month, day int) Date {
	sec := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()
	return Date{int32((sec + unixDay*secondsPerDay) / secondsPerDay)}
}
