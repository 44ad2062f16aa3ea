package calendar

import (
	"slices"
	"sync/atomic"
)

// keptYears is how many years' holidays a calendar keeps: a date asks for those of its own
// year and of both next to it, and across a new year that makes four.
const keptYears = 4

// holidayYears keeps the holidays of the years that were asked for last, since those who
// ask about one date mostly ask about its neighbours too. Each year has one place, which it
// shares with every fourth: years next to each other do not drive each other out, and those
// of any other sort take no more room. It is safe for concurrent use. The zero value keeps
// none.
type holidayYears [keptYears]atomic.Pointer[holidayYear]

// A holidayYear is the holidays of a year. It never changes.
type holidayYear struct {
	year     int
	holidays []Holiday
}

// of returns the holidays of a source whose day off lies in a year, sorted; see
// [holidayTable.appendYear]. They are not to be changed. All calls have the same source.
func (y *holidayYears) of(source holidaySource, year int) []Holiday {
	place := &y[year&(keptYears-1)]
	if kept := place.Load(); kept != nil && kept.year == year {
		return kept.holidays
	}
	var buf [32]Holiday
	holidays := slices.Clone(source.appendYear(buf[:0], year))
	if len(holidays) == 0 {
		return nil // a year that the source does not know, which is soon found out
	}
	// Two goroutines may both work the year out, or two years of one place: either may
	// stay, for each returns what it has worked out itself.
	place.Store(&holidayYear{year, holidays})
	return holidays
}
