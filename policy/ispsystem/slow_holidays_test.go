package ispsystem_test

import (
	"testing"
	"time"
)

// The twin knows the holidays of Germany and the United States by rule and
// those of Kuala Lumpur by a list of dates. That is enough for the generator;
// the other countries are the business of the calendars.

// slowHoliday says whether a weekday is a public holiday of the country.
func slowHoliday(country string, day time.Time) bool {
	switch country {
	case "NONE":
		return false
	case "DE":
		return germanDay(day)
	case "US":
		return federalDay(day)
	case "MY-14":
		return slowKualaLumpur[day.Format(time.DateOnly)]
	}
	panic("the twin knows no holidays of " + country)
}

// slowUnknown says whether nobody knows yet if a day is a holiday: the list of
// Kuala Lumpur ends with 2026. Here it begins with 2024, a year before which
// the generator asks nothing.
func slowUnknown(country string, day time.Time) bool {
	if country == "MY-14" && day.Year() < 2024 {
		panic("the twin has no holidays of " + country + " before 2024")
	}
	return country == "MY-14" && day.Year() > 2026
}

// slowWhyUnknown is the reason that stands in the answer.
const slowWhyUnknown = "holidays of MY-14 are known through 2026-12-31 only"

// slowKualaLumpur are the holidays of MY-14 from 2024 to 2026 that fall on a
// weekday.
var slowKualaLumpur = setOf(
	"2024-01-01", "2024-01-25", "2024-02-01", "2024-02-12", "2024-03-28", "2024-04-10", "2024-04-11", "2024-05-01",
	"2024-05-22", "2024-06-03", "2024-06-17", "2024-07-08", "2024-09-16", "2024-10-31", "2024-12-25",
	"2025-01-01", "2025-01-29", "2025-01-30", "2025-02-11", "2025-03-18", "2025-03-31", "2025-04-01", "2025-05-01",
	"2025-05-12", "2025-06-02", "2025-06-27", "2025-09-01", "2025-09-05", "2025-09-15", "2025-09-16", "2025-10-20",
	"2025-12-25",
	"2026-01-01", "2026-02-02", "2026-02-17", "2026-02-18", "2026-03-20", "2026-03-23", "2026-05-01", "2026-05-27",
	"2026-06-01", "2026-06-02", "2026-06-17", "2026-08-25", "2026-08-31", "2026-09-16", "2026-11-09", "2026-12-25",
)

func setOf(list ...string) map[string]bool {
	set := map[string]bool{}
	for _, s := range list {
		set[s] = true
	}
	return set
}

// is says whether a date is the given day of the month.
func is(day time.Time, month time.Month, dom int) bool {
	return day.Month() == month && day.Day() == dom
}

// isNth says whether a date is the nth such weekday of the month.
func isNth(day time.Time, month time.Month, weekday time.Weekday, n int) bool {
	return day.Month() == month && day.Weekday() == weekday && (day.Day()-1)/7+1 == n
}

// germanDay says whether all of Germany has a holiday. It holds from 1995 on.
func germanDay(day time.Time) bool {
	fromEaster := int(day.Sub(easter(day.Year())).Hours()) / 24
	return is(day, time.January, 1) || is(day, time.May, 1) || is(day, time.October, 3) ||
		is(day, time.December, 25) || is(day, time.December, 26) ||
		fromEaster == -2 || // Good Friday
		fromEaster == 1 || // Easter Monday
		fromEaster == 39 || // Ascension
		fromEaster == 50 || // Whit Monday
		day.Year() == 2017 && is(day, time.October, 31) // 500 years of the Reformation
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

// easter is Easter Sunday of the Gregorian calendar: the Sunday after the full
// moon that the golden number gives, one of 19 dates between 1900 and 2199.
func easter(year int) time.Time {
	fullMoons := [19]string{
		"04-14", "04-03", "03-23", "04-11", "03-31", "04-18", "04-08", "03-28", "04-16", "04-05",
		"03-25", "04-13", "04-02", "03-22", "04-10", "03-30", "04-17", "04-07", "03-27",
	}
	moon, err := time.Parse("01-02", fullMoons[year%19])
	if err != nil {
		panic(err)
	}
	day := time.Date(year, moon.Month(), moon.Day(), 0, 0, 0, 0, time.UTC)
	for {
		day = day.AddDate(0, 0, 1)
		if day.Weekday() == time.Sunday {
			return day
		}
	}
}

// TestISP1_SlowTwinHolidays checks the twin's rules against dates written down
// from printed calendars: every weekday of the year that is missing is open.
func TestISP1_SlowTwinHolidays(t *testing.T) {
	tests := []struct {
		country string
		year    int
		days    []string
	}{
		{"DE", 2017, []string{"04-14", "04-17", "05-01", "05-25", "06-05", "10-03", "10-31", "12-25", "12-26"}},
		{"DE", 2018, []string{"01-01", "03-30", "04-02", "05-01", "05-10", "05-21", "10-03", "12-25", "12-26"}},
		{"DE", 2024, []string{"01-01", "03-29", "04-01", "05-01", "05-09", "05-20", "10-03", "12-25", "12-26"}},
		{"DE", 2026, []string{"01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "12-25"}},
		{"DE", 2027, []string{"01-01", "03-26", "03-29", "05-06", "05-17"}},
		{"DE", 2038, []string{"01-01", "04-23", "04-26", "06-03", "06-14"}},
		{"US", 2020, []string{"01-01", "01-20", "02-17", "05-25", "07-03", "09-07", "10-12", "11-11", "11-26", "12-25"}},
		{"US", 2021, []string{"01-01", "01-18", "02-15", "05-31", "06-18", "07-05", "09-06", "10-11", "11-11", "11-25", "12-24", "12-31"}},
		{"US", 2022, []string{"01-17", "02-21", "05-30", "06-20", "07-04", "09-05", "10-10", "11-11", "11-24", "12-26"}},
		{"NONE", 2026, nil},
	}
	for _, tt := range tests {
		want := setOf(tt.days...)
		for day := time.Date(tt.year, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() == tt.year; day = day.AddDate(0, 0, 1) {
			if day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
				continue
			}
			if got, want := slowHoliday(tt.country, day), want[day.Format("01-02")]; got != want {
				t.Errorf("%s: %s: holiday %v, want %v", tt.country, day.Format(time.DateOnly), got, want)
			}
		}
	}
}
