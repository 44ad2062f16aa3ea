package cumulocity_test

import (
	"slices"
	"testing"
	"time"
)

// is says whether a date is the given day of the month.
func is(day time.Time, month time.Month, dom int) bool {
	return day.Month() == month && day.Day() == dom
}

// isNth says whether a date is the nth such weekday of the month.
func isNth(day time.Time, month time.Month, weekday time.Weekday, n int) bool {
	return day.Month() == month && day.Weekday() == weekday && (day.Day()-1)/7+1 == n
}

// germanDay says whether all of Germany has a public holiday. It holds from
// 1995 on.
func germanDay(day time.Time) bool {
	sunday := easter(day.Year())
	return is(day, time.January, 1) ||
		day.Equal(sunday.AddDate(0, 0, -2)) || // Good Friday
		day.Equal(sunday.AddDate(0, 0, 1)) || // Easter Monday
		is(day, time.May, 1) ||
		day.Equal(sunday.AddDate(0, 0, 39)) || // Ascension
		day.Equal(sunday.AddDate(0, 0, 50)) || // Whit Monday
		is(day, time.October, 3) ||
		is(day, time.October, 31) && day.Year() == 2017 || // five hundred years of Reformation
		is(day, time.December, 25) || is(day, time.December, 26)
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

// kualaLumpurDays are the holidays of Kuala Lumpur that fall on a weekday, for
// the years of which the twin knows them.
var kualaLumpurDays = []string{
	"2024-01-01", "2024-01-25", "2024-02-01", "2024-02-12", "2024-03-28", "2024-04-10", "2024-04-11", "2024-05-01", "2024-05-22",
	"2024-06-03", "2024-06-17", "2024-07-08", "2024-09-16", "2024-10-31", "2024-12-25",
	"2025-01-01", "2025-01-29", "2025-01-30", "2025-02-11", "2025-03-18", "2025-03-31", "2025-04-01", "2025-05-01", "2025-05-12",
	"2025-06-02", "2025-06-27", "2025-09-01", "2025-09-05", "2025-09-15", "2025-09-16", "2025-10-20", "2025-12-25",
	"2026-01-01", "2026-02-02", "2026-02-17", "2026-02-18", "2026-03-20", "2026-03-23", "2026-05-01", "2026-05-27", "2026-06-01",
	"2026-06-02", "2026-06-17", "2026-08-25", "2026-08-31", "2026-09-16", "2026-11-09", "2026-12-25",
}

// easter is Easter Sunday of the Gregorian calendar: the first Sunday after the
// church's full moon, which the golden number and the epact give.
func easter(year int) time.Time {
	golden := year%19 + 1
	century := year/100 + 1
	skippedLeaps := 3*century/4 - 12
	moonShift := (8*century+5)/25 - 5
	epact := (11*golden + 20 + moonShift - skippedLeaps) % 30
	if epact < 0 {
		epact += 30
	}
	if epact == 25 && golden > 11 || epact == 24 {
		epact++
	}
	moon := 44 - epact
	if moon < 21 {
		moon += 30
	}
	day := time.Date(year, time.March, moon, 0, 0, 0, 0, time.UTC)
	for {
		day = day.AddDate(0, 0, 1)
		if day.Weekday() == time.Sunday {
			return day
		}
	}
}

// TestCUM1_SlowTwinHolidays checks the twin's rules against dates written down
// from printed calendars: every weekday of the year that is missing is open.
func TestCUM1_SlowTwinHolidays(t *testing.T) {
	for country, years := range map[string]map[int][]string{
		"NONE": {2026: nil},
		"DE": {
			2017: {"04-14", "04-17", "05-01", "05-25", "06-05", "10-03", "10-31", "12-25", "12-26"},
			2024: {"01-01", "03-29", "04-01", "05-01", "05-09", "05-20", "10-03", "12-25", "12-26"},
			2025: {"01-01", "04-18", "04-21", "05-01", "05-29", "06-09", "10-03", "12-25", "12-26"},
			2026: {"01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "12-25"},
		},
		"US": {
			2021: {"01-01", "01-18", "02-15", "05-31", "06-18", "07-05", "09-06", "10-11", "11-11", "11-25", "12-24", "12-31"},
			2025: {"01-01", "01-20", "02-17", "05-26", "06-19", "07-04", "09-01", "10-13", "11-11", "11-27", "12-25"},
			2026: {"01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "09-07", "10-12", "11-11", "11-26", "12-25"},
		},
		"MY-14": {
			2025: {"01-01", "01-29", "01-30", "02-11", "03-18", "03-31", "04-01", "05-01", "05-12", "06-02", "06-27", "09-01", "09-05", "09-15", "09-16", "10-20", "12-25"},
		},
	} {
		for year, dates := range years {
			for day := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() == year; day = day.AddDate(0, 0, 1) {
				weekend := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
				want := !weekend && !slices.Contains(dates, day.Format("01-02"))
				if got, known := (slowHub{country: country}).businessDay(day); got != want || !known {
					t.Errorf("%s: %s: business day %v (known: %v), want %v", country, day.Format(time.DateOnly), got, known, want)
				}
			}
		}
	}
	for date, want := range map[string]bool{"2026-12-31": true, "2027-01-01": false, "2027-01-02": true, "2027-01-04": false} {
		day, _ := time.Parse(time.DateOnly, date)
		if _, known := (slowHub{country: "MY-14"}).businessDay(day); known != want {
			t.Errorf("MY-14: %s known: %v, want %v", date, known, want)
		}
	}
}
