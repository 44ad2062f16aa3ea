package purchased_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// slowHours is the calendar of PUR-1 as a person would work it out: look at
// one day after the other and ask of each whether the office is open.
//
// A civil date is a time.Time at midnight UTC; an instant is any other time.
type slowHours struct {
	zone      *time.Location
	statutory bool // the reading purchased.holidays=statutory
}

// slowZone is the zone that the reading purchased.zone names.
func slowZone(name string) *time.Location {
	if name == "-05:00" {
		return time.FixedZone("", -5*60*60)
	}
	// The pinned database: package time asks the machine for its own first, which is
	// older or newer, and time/tzdata only where there is none.
	zone, err := calendar.Zone(name)
	if err != nil {
		panic(err)
	}
	return zone
}

// dayOf is the civil date of an instant in the agreement's zone.
func (h slowHours) dayOf(t time.Time) time.Time {
	year, month, day := t.In(h.zone).Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// opening and closing are the two ends of a business day's window. No change of
// the clocks in New York comes near 08:00 or 20:00.
func (h slowHours) opening(day time.Time) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), 8, 0, 0, 0, h.zone)
}

func (h slowHours) closing(day time.Time) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), 20, 0, 0, 0, h.zone)
}

// businessDay says whether a date has business hours.
func (h slowHours) businessDay(day time.Time) bool {
	if day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		return false
	}
	if federalDay(day) || heritageDay(day) || electionDay(day) {
		return false
	}
	if h.statutory && statutoryDay(day) {
		return false
	}
	return true
}

// add is the earliest instant by which so much business time has passed (G1).
func (h slowHours) add(t time.Time, amount time.Duration) time.Time {
	if amount == 0 {
		return t
	}
	for day := h.dayOf(t); ; day = day.AddDate(0, 0, 1) {
		if !h.businessDay(day) {
			continue
		}
		from := h.opening(day)
		if from.Before(t) {
			from = t
		}
		here := h.closing(day).Sub(from)
		if here <= 0 {
			continue
		}
		if here >= amount {
			return from.Add(amount)
		}
		amount -= here
	}
}

// between is the business time from a to b, negative when b is the earlier.
func (h slowHours) between(a, b time.Time) time.Duration {
	if b.Before(a) {
		return -h.between(b, a)
	}
	var sum time.Duration
	last := h.dayOf(b)
	for day := h.dayOf(a); !day.After(last); day = day.AddDate(0, 0, 1) {
		if !h.businessDay(day) {
			continue
		}
		from, to := h.opening(day), h.closing(day)
		if from.Before(a) {
			from = a
		}
		if to.After(b) {
			to = b
		}
		if from.Before(to) {
			sum += to.Sub(from)
		}
	}
	return sum
}

// closeOfDay is the close of business of the nth business day after the day of
// an instant (G6); n is at least 1.
func (h slowHours) closeOfDay(t time.Time, n int) time.Time {
	day := h.dayOf(t)
	for n > 0 {
		day = day.AddDate(0, 0, 1)
		if h.businessDay(day) {
			n--
		}
	}
	return h.closing(day)
}

// is says whether a date is the given day of the month.
func is(day time.Time, month time.Month, dom int) bool {
	return day.Month() == month && day.Day() == dom
}

// isNth says whether a date is the nth such weekday of the month.
func isNth(day time.Time, month time.Month, weekday time.Weekday, n int) bool {
	return day.Month() == month && day.Weekday() == weekday && (day.Day()-1)/7+1 == n
}

// federalDay says whether the federal offices close, observed days included. It
// holds from 1986 on.
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

// heritageDay is American Indian Heritage Day, the day after Thanksgiving.
func heritageDay(day time.Time) bool {
	return day.Year() >= 2008 && isNth(day.AddDate(0, 0, -1), time.November, time.Thursday, 4)
}

// electionDay is the Tuesday after the first Monday of November in even years.
func electionDay(day time.Time) bool {
	return day.Year()%2 == 0 && isNth(day.AddDate(0, 0, -1), time.November, time.Monday, 1)
}

// statutoryDay is what Maryland's own list adds: three dates, which move from
// Sunday to Monday and never from Saturday, and Good Friday.
func statutoryDay(day time.Time) bool {
	listed := func(d time.Time) bool {
		return is(d, time.February, 12) || is(d, time.March, 25) || is(d, time.September, 12)
	}
	return listed(day) ||
		day.Weekday() == time.Monday && listed(day.AddDate(0, 0, -1)) ||
		day.AddDate(0, 0, 2).Equal(easter(day.Year()))
}

// easter is Easter Sunday of the Gregorian calendar (Knuth's rule, from the
// golden number and the epact to the first Sunday after the full moon).
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

// TestPUR1_SlowTwinHolidays checks the twin's list against dates written down
// from printed calendars: every weekday of the year that is missing is open.
func TestPUR1_SlowTwinHolidays(t *testing.T) {
	closings := map[int][]string{
		2012: {"01-02", "01-16", "02-20", "05-28", "07-04", "09-03", "10-08", "11-06", "11-12", "11-22", "11-23", "12-25"},
		2020: {"01-01", "01-20", "02-17", "05-25", "07-03", "09-07", "10-12", "11-03", "11-11", "11-26", "11-27", "12-25"},
		2021: {"01-01", "01-18", "02-15", "05-31", "06-18", "07-05", "09-06", "10-11", "11-11", "11-25", "11-26", "12-24", "12-31"},
		2022: {"01-17", "02-21", "05-30", "06-20", "07-04", "09-05", "10-10", "11-08", "11-11", "11-24", "11-25", "12-26"},
		2023: {"01-02", "01-16", "02-20", "05-29", "06-19", "07-04", "09-04", "10-09", "11-10", "11-23", "11-24", "12-25"},
		2026: {"01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "09-07", "10-12", "11-03", "11-11", "11-26", "11-27", "12-25"},
	}
	added := map[int][]string{
		2012: {"02-13", "03-26", "04-06", "09-12"},
		2020: {"02-12", "03-25", "04-10"},
		2021: {"02-12", "03-25", "04-02", "09-13"},
		2022: {"03-25", "04-15", "09-12"},
		2023: {"02-13", "04-07", "09-12"},
		2026: {"02-12", "03-25", "04-03"},
	}
	for year := range closings {
		wantClosings, wantStatutory := map[string]bool{}, map[string]bool{}
		for _, d := range closings[year] {
			wantClosings[d], wantStatutory[d] = true, true
		}
		for _, d := range added[year] {
			wantStatutory[d] = true
		}
		for day := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() == year; day = day.AddDate(0, 0, 1) {
			if day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
				continue
			}
			text := day.Format("01-02")
			if got, want := (slowHours{}).businessDay(day), !wantClosings[text]; got != want {
				t.Errorf("state-closings: %d-%s: business day %v, want %v", year, text, got, want)
			}
			if got, want := (slowHours{statutory: true}).businessDay(day), !wantStatutory[text]; got != want {
				t.Errorf("statutory: %d-%s: business day %v, want %v", year, text, got, want)
			}
		}
	}
}
