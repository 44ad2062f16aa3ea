package lifecycle

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// An Alignment is a regular day of the month or year, to which [Align] moves a day. The
// zero Alignment is the end of the month.
type Alignment struct {
	Kind    AlignmentKind
	Day     int          // for ToDay: 1 to 31; the last day of a shorter month
	Nth     int          // for ToWeekday: 1 to 5; the last one if there is no fifth
	Weekday time.Weekday // for ToWeekday
}

// in returns the regular day of the month, or year, in which day lies.
func (a Alignment) in(day calendar.Date) (calendar.Date, error) {
	y, m, _ := day.Civil()
	switch a.Kind {
	case ToYearEnd:
		return calendar.NewDate(y, time.December, 31)
	case ToDay:
		_, _, last := day.LastOfMonth().Civil()
		return calendar.NewDate(y, m, min(a.Day, last))
	case ToWeekday:
		_, _, last := day.LastOfMonth().Civil()
		first, err := calendar.NewDate(y, m, 1)
		if err != nil {
			return first, err
		}
		d := 1 + (int(a.Weekday)-int(first.Weekday())+7)%7 + 7*(a.Nth-1)
		if d > last {
			d -= 7
		}
		return calendar.NewDate(y, m, d)
	}
	return day.LastOfMonth(), nil
}

// flaw says what is wrong with the regular day; it is empty if nothing is.
func (a Alignment) flaw() string {
	switch {
	case a.Kind > ToYearEnd,
		a.Kind == ToDay && (a.Day < 1 || a.Day > 31),
		a.Kind == ToWeekday && (a.Nth < 1 || a.Nth > 5 || a.Weekday < 0 || a.Weekday > 6):
		return "aligns to no day; write a day of 1 to 31, or weekday 1 to 5 of the month"
	}
	return ""
}
