package calendartest

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

// Dates generates dates of about the years 1990 to 2040, often leap days, the days
// around them, and year ends.
func Dates() *rapid.Generator[calendar.Date] {
	return rapid.Custom(func(t *rapid.T) calendar.Date {
		year := rapid.IntRange(1990, 2040).Draw(t, "year")
		switch rapid.IntRange(0, 5).Draw(t, "kind of date") {
		case 0:
			return date(year, time.January, 1, rapid.IntRange(-1, 1).Draw(t, "from new year"))
		case 1:
			return date(year/4*4, time.February, 29, rapid.IntRange(-1, 1).Draw(t, "from leap day"))
		}
		return date(year, time.January, 1, rapid.IntRange(0, 364).Draw(t, "day of the year"))
	})
}

// DatesNear generates dates within a few weeks of d, mostly within days.
func DatesNear(d calendar.Date) *rapid.Generator[calendar.Date] {
	return rapid.Custom(func(t *rapid.T) calendar.Date {
		reach := rapid.SampledFrom([]int{3, 8, 40}).Draw(t, "reach")
		return plus(d, rapid.IntRange(-reach, reach).Draw(t, "days away"))
	})
}

// date returns a date of the years that the generators use.
func date(year int, month time.Month, day, plus int) calendar.Date {
	d, _ := calendar.DateOf(time.Date(year, month, day+plus, 0, 0, 0, 0, time.UTC))
	return d
}

// plus returns the date n days after d; d must be far from the ends of time.
func plus(d calendar.Date, n int) calendar.Date {
	e, _ := d.Plus(n, calendar.Days)
	return e
}
