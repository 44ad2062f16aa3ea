package portx_test

import (
	"slices"
	"time"
)

// slowKnownThrough is the last date of the table of Malaysia's holidays (G9).
const slowKnownThrough = "2026-12-31"

// slowCountries are the countries whose holidays the twin knows.
var slowCountries = []string{"DE", "US", "NONE", "MY-14"}

// slowHoliday says whether a date is a public holiday of a country, and whether
// that is known.
func slowHoliday(country string, day time.Time) (holiday, known bool) {
	switch country {
	case "NONE":
		return false, true
	case "DE":
		return germanDay(day), true
	case "US":
		return federalDay(day), true
	case "MY-14":
		text := day.Format(time.DateOnly)
		if text < "2024-01-01" {
			panic("the twin has no table of Malaysia's holidays before 2024: " + text)
		}
		return slices.Contains(kualaLumpurDays, text), text <= slowKnownThrough
	}
	panic("the twin does not know " + country)
}

// is says whether a date is the given day of the month.
func is(day time.Time, month time.Month, dom int) bool {
	return day.Month() == month && day.Day() == dom
}

// isNth says whether a date is the nth such weekday of the month.
func isNth(day time.Time, month time.Month, weekday time.Weekday, n int) bool {
	return day.Month() == month && day.Weekday() == weekday && (day.Day()-1)/7+1 == n
}

// germanDay says whether a date is a public holiday in all of Germany. None of
// them moves. It holds from 1995 on, when the day of repentance was given up.
func germanDay(day time.Time) bool {
	sinceEaster := int(day.Sub(easter(day.Year())).Hours()) / 24
	return is(day, time.January, 1) ||
		sinceEaster == -2 || // Good Friday
		sinceEaster == 1 || // Easter Monday
		is(day, time.May, 1) ||
		sinceEaster == 39 || // Ascension
		sinceEaster == 50 || // Whit Monday
		is(day, time.October, 3) ||
		is(day, time.October, 31) && day.Year() == 2017 || // 500 years of the Reformation
		is(day, time.December, 25) ||
		is(day, time.December, 26)
}

// easter is Easter Sunday of the Gregorian calendar: the first Sunday after the
// full moon of the church, which falls on 21 March or later. The age of the
// moon moves by eleven days a year and is set right each century.
func easter(year int) time.Time {
	century := year / 100
	shift := 15 + century - century/4 - (13+8*century)/25
	moon := (19*(year%19) + shift) % 30
	if moon == 29 || moon == 28 && year%19 > 10 {
		moon--
	}
	day := time.Date(year, time.March, 21+moon, 0, 0, 0, 0, time.UTC)
	for {
		day = day.AddDate(0, 0, 1)
		if day.Weekday() == time.Sunday {
			return day
		}
	}
}

// federalDay says whether the federal offices of the United States close,
// observed days included. It holds from 1986 on.
func federalDay(day time.Time) bool {
	lastMondayOfMay := day.Month() == time.May && day.Weekday() == time.Monday && day.Day()+7 > 31
	return federalDate(day) ||
		isNth(day, time.January, time.Monday, 3) || // Martin Luther King
		isNth(day, time.February, time.Monday, 3) || // Washington
		lastMondayOfMay || // Memorial Day
		isNth(day, time.September, time.Monday, 1) || // Labor Day
		isNth(day, time.October, time.Monday, 2) || // Columbus
		isNth(day, time.November, time.Thursday, 4) || // Thanksgiving
		day.Weekday() == time.Friday && federalDate(day.AddDate(0, 0, 1)) ||
		day.Weekday() == time.Monday && federalDate(day.AddDate(0, 0, -1))
}

// federalDate says whether a date is a federal holiday with a fixed date.
func federalDate(day time.Time) bool {
	return is(day, time.January, 1) ||
		is(day, time.June, 19) && day.Year() >= 2021 ||
		is(day, time.July, 4) ||
		is(day, time.November, 11) ||
		is(day, time.December, 25)
}

// kualaLumpurDays are the public holidays of Kuala Lumpur, those of all Malaysia
// included, on Saturdays and Sundays too.
var kualaLumpurDays = []string{
	"2024-01-01", "2024-01-25", "2024-02-01", "2024-02-10", "2024-02-11", "2024-02-12", "2024-03-28", "2024-04-10",
	"2024-04-11", "2024-05-01", "2024-05-22", "2024-06-03", "2024-06-17", "2024-07-07", "2024-07-08", "2024-08-31",
	"2024-09-16", "2024-10-31", "2024-12-25",
	"2025-01-01", "2025-01-29", "2025-01-30", "2025-02-01", "2025-02-11", "2025-03-18", "2025-03-31", "2025-04-01",
	"2025-05-01", "2025-05-12", "2025-06-02", "2025-06-07", "2025-06-27", "2025-08-31", "2025-09-01", "2025-09-05",
	"2025-09-15", "2025-09-16", "2025-10-20", "2025-12-25",
	"2026-01-01", "2026-02-01", "2026-02-02", "2026-02-17", "2026-02-18", "2026-03-07", "2026-03-20", "2026-03-21",
	"2026-03-22", "2026-03-23", "2026-05-01", "2026-05-27", "2026-05-31", "2026-06-01", "2026-06-02", "2026-06-17",
	"2026-08-25", "2026-08-31", "2026-09-16", "2026-11-08", "2026-11-09", "2026-12-25",
}
