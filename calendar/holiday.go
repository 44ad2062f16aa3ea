package calendar

import "time"

// A Holiday is a day off, with the day that it stands for. The zero Holiday is a
// nameless one on 0001-01-01.
type Holiday struct {
	Date Date   // the day off
	Name string // in the language of its source; "" if it has no name
	// Actual is the day that the holiday stands for. It differs from Date if the
	// holiday was moved from a weekend or by decree. In a [Config] the zero Date stands
	// for Date, and the [Calendar] answers with that.
	Actual Date
}

// DaysOff returns nameless holidays on the given dates, for a [Config] whose holidays
// are just a list of dates.
func DaysOff(dates ...Date) []Holiday {
	days := make([]Holiday, len(dates))
	for i, d := range dates {
		days[i] = Holiday{Date: d, Actual: d}
	}
	return days
}

// moved reports whether the day that h stands for is a day of the weekend from
// which the day off was moved: then it stays a day off too. A day of the week
// that a decree has moved a holiday away from is an ordinary one.
func (h Holiday) moved() bool {
	wd := h.Actual.Weekday()
	return h.Actual != h.Date && (wd == time.Saturday || wd == time.Sunday)
}
