package calendar_test

import (
	"errors"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// The edges of working time, a named test each. Every want is worked out by
// hand from the conventions; 2 March 2026 is a Monday.

// berlin is a calendar of Europe/Berlin without holidays.
func berlin(t testing.TB, week calendar.Week) *calendar.Calendar {
	t.Helper()
	return makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", Week: week})
}

// TestG1_StartAtOpenAndClose: the opening instant is inside, the closing one
// outside.
func TestG1_StartAtOpenAndClose(t *testing.T) {
	askAll(t, berlin(t, nineToFive()), []question{
		{"is_open", "2026-03-02T08:59:59.999999999+01:00", "", "false"},
		{"is_open", "2026-03-02T09:00:00+01:00", "", "true"},
		{"is_open", "2026-03-02T16:59:59.999999999+01:00", "", "true"},
		{"is_open", "2026-03-02T17:00:00+01:00", "", "false"},

		{"add", "2026-03-02T09:00:00+01:00", "8h", "2026-03-02T17:00:00+01:00"},
		{"add", "2026-03-02T09:00:00+01:00", "8h0m0.000000001s", "2026-03-03T09:00:00.000000001+01:00"},
		{"add", "2026-03-02T17:00:00+01:00", "1ns", "2026-03-03T09:00:00.000000001+01:00"},
		{"add", "2026-03-02T17:00:00+01:00", "8h", "2026-03-03T17:00:00+01:00"},
		{"add", "2026-03-02T16:59:59.999999999+01:00", "1ns", "2026-03-02T17:00:00+01:00"},
		{"add", "2026-03-06T17:00:00+01:00", "8h", "2026-03-09T17:00:00+01:00"},
		{"add", "2026-03-02T09:00:00+01:00", "40h", "2026-03-06T17:00:00+01:00"},

		{"sub", "2026-03-02T17:00:00+01:00", "8h", "2026-03-02T09:00:00+01:00"},
		{"sub", "2026-03-03T17:00:00+01:00", "8h0m0.000000001s", "2026-03-02T16:59:59.999999999+01:00"},
		{"sub", "2026-03-03T09:00:00+01:00", "1ns", "2026-03-02T16:59:59.999999999+01:00"},
		{"sub", "2026-03-03T09:00:00+01:00", "8h", "2026-03-02T09:00:00+01:00"},
		{"sub", "2026-03-02T09:00:00.000000001+01:00", "1ns", "2026-03-02T09:00:00+01:00"},
		{"sub", "2026-03-09T09:00:00+01:00", "1h", "2026-03-06T16:00:00+01:00"},

		{"next_open", "2026-03-02T09:00:00+01:00", "", "2026-03-02T09:00:00+01:00"},
		{"next_open", "2026-03-02T08:59:59.999999999+01:00", "", "2026-03-02T09:00:00+01:00"},
		{"next_open", "2026-03-02T16:59:59.999999999+01:00", "", "2026-03-02T16:59:59.999999999+01:00"},
		{"next_open", "2026-03-02T17:00:00+01:00", "", "2026-03-03T09:00:00+01:00"},
		{"next_open", "2026-03-06T17:00:00+01:00", "", "2026-03-09T09:00:00+01:00"},

		{"prev_close", "2026-03-02T17:00:00+01:00", "", "2026-03-02T17:00:00+01:00"},
		{"prev_close", "2026-03-02T17:00:00.000000001+01:00", "", "2026-03-02T17:00:00+01:00"},
		{"prev_close", "2026-03-02T09:00:00+01:00", "", "2026-02-27T17:00:00+01:00"},
		{"prev_close", "2026-03-02T09:00:00.000000001+01:00", "", "2026-03-02T09:00:00.000000001+01:00"},
		{"prev_close", "2026-03-03T09:00:00+01:00", "", "2026-03-02T17:00:00+01:00"},

		{"between", "2026-03-02T09:00:00+01:00", "2026-03-02T17:00:00+01:00", "8h0m0s"},
		{"between", "2026-03-02T17:00:00+01:00", "2026-03-03T09:00:00+01:00", "0s"},
		{"between", "2026-03-02T16:59:59.999999999+01:00", "2026-03-03T09:00:00.000000001+01:00", "2ns"},
		{"between", "2026-03-02T00:00:00+01:00", "2026-03-09T00:00:00+01:00", "40h0m0s"},
	})
}

// TestG1_Zero: nothing to add leaves the instant alone, open or not; the answer
// is in the calendar's zone.
func TestG1_Zero(t *testing.T) {
	zero := []question{
		{"add", "2026-03-01T12:00:00.5Z", "0s", "2026-03-01T13:00:00.5+01:00"},
		{"sub", "2026-03-01T12:00:00.5Z", "0s", "2026-03-01T13:00:00.5+01:00"},
		{"add", "2026-03-02T16:00:00Z", "0s", "2026-03-02T17:00:00+01:00"},
		{"close_of_business", "2026-03-01T12:00:00.5Z", "0", "2026-03-01T13:00:00.5+01:00"},
		{"same_time", "2026-03-01T12:00:00.5Z", "0", "2026-03-01T13:00:00.5+01:00"},
		{"working_time", "2026-03-01T12:00:00.5Z", "0", "2026-03-01T13:00:00.5+01:00"},
		{"between", "2026-03-02T12:00:00Z", "2026-03-02T13:00:00+01:00", "0s"},
	}
	askAll(t, berlin(t, nineToFive()), zero)
	askAll(t, berlin(t, calendar.Week{}), zero) // even without a window
}

// TestG1_Negative: a negative amount is the other operation.
func TestG1_Negative(t *testing.T) {
	askAll(t, berlin(t, nineToFive()), []question{
		{"add", "2026-03-03T10:00:00+01:00", "-2h", "2026-03-02T16:00:00+01:00"},
		{"sub", "2026-03-02T16:00:00+01:00", "-2h", "2026-03-03T10:00:00+01:00"},
		{"add", "2026-03-03T09:00:00.5+01:00", "-1.5s", "2026-03-02T16:59:59+01:00"},
		{"sub", "2026-03-02T16:59:59+01:00", "-1.5s", "2026-03-03T09:00:00.5+01:00"},
		{"between", "2026-03-03T10:00:00+01:00", "2026-03-02T16:00:00+01:00", "-2h0m0s"},
		{"close_of_business", "2026-03-03T10:00:00+01:00", "-1", "2026-03-02T17:00:00+01:00"},
		{"same_time", "2026-03-09T10:00:00+01:00", "-1", "2026-03-06T10:00:00+01:00"},
		{"working_time", "2026-03-03T10:00:00+01:00", "-1", "2026-03-02T10:00:00+01:00"},
		{"close_of_business", "2026-03-08T10:00:00+01:00", "-2", "2026-03-05T17:00:00+01:00"},
	})
}

// TestG2a_Midnight: a window that closes at 24:00.
func TestG2a_Midnight(t *testing.T) {
	late := calendar.Week{time.Monday: {win(16, 24)}}
	askAll(t, berlin(t, late), []question{
		{"is_open", "2026-03-02T23:59:59.999999999+01:00", "", "true"},
		{"is_open", "2026-03-03T00:00:00+01:00", "", "false"},
		{"add", "2026-03-02T22:00:00+01:00", "2h", "2026-03-03T00:00:00+01:00"},
		{"prev_close", "2026-03-08T00:00:00+01:00", "", "2026-03-03T00:00:00+01:00"},
		{"close_of_business", "2026-02-28T00:00:00+01:00", "1", "2026-03-03T00:00:00+01:00"},
		{"between", "2026-03-02T16:00:00+01:00", "2026-03-09T16:00:00+01:00", "8h0m0s"},
	})
	late[time.Tuesday] = []calendar.Window{win(0, 8)} // goes on at once
	askAll(t, berlin(t, late), []question{
		{"is_open", "2026-03-03T00:00:00+01:00", "", "true"},
		{"next_open", "2026-03-03T00:00:00+01:00", "", "2026-03-03T00:00:00+01:00"},
		{"prev_close", "2026-03-03T00:00:00+01:00", "", "2026-03-03T00:00:00+01:00"},
		{"add", "2026-03-02T22:00:00+01:00", "3h", "2026-03-03T01:00:00+01:00"},
		{"sub", "2026-03-03T01:00:00+01:00", "3h", "2026-03-02T22:00:00+01:00"},
		{"close_of_business", "2026-02-28T00:00:00+01:00", "1", "2026-03-03T00:00:00+01:00"},
		{"close_of_business", "2026-02-28T00:00:00+01:00", "2", "2026-03-03T08:00:00+01:00"},
	})
	askAll(t, berlin(t, calendar.Daily(0, hm(24, 0))), []question{
		{"add", "2026-03-02T22:30:00+01:00", "24h", "2026-03-03T22:30:00+01:00"},
		{"prev_close", "2026-03-02T22:30:00+01:00", "", "2026-03-02T22:30:00+01:00"},
		{"close_of_business", "2026-03-02T22:30:00+01:00", "1", "2026-03-04T00:00:00+01:00"},
	})
}

// night is a shift that opens Monday to Friday at 22:00 and runs to 06:00.
func night() calendar.Week { return calendar.Weekdays(hm(22, 0), hm(30, 0)) }

// TestG2a_OvernightInProgress: a start within last evening's shift.
func TestG2a_OvernightInProgress(t *testing.T) {
	askAll(t, berlin(t, night()), []question{
		{"is_open", "2026-03-02T05:59:59+01:00", "", "false"}, // nothing opens on Sunday
		{"is_open", "2026-03-03T02:00:00+01:00", "", "true"},
		{"is_open", "2026-03-03T06:00:00+01:00", "", "false"},
		{"is_open", "2026-03-07T02:00:00+01:00", "", "true"}, // Saturday, in Friday's shift
		{"add", "2026-03-03T02:00:00+01:00", "5h", "2026-03-03T23:00:00+01:00"},
		{"add", "2026-03-07T02:00:00+01:00", "5h", "2026-03-09T23:00:00+01:00"},
		{"sub", "2026-03-03T02:00:00+01:00", "5h", "2026-02-28T05:00:00+01:00"},
		{"prev_close", "2026-03-03T22:00:00+01:00", "", "2026-03-03T06:00:00+01:00"},
		{"first_window", "2026-03-03T02:00:00+01:00", "", "2026-03-02T22:00:00+01:00/2026-03-03T06:00:00+01:00"},
		// 02:00 is today: day 1 is Wednesday, whose shift closes on Thursday (G6).
		{"close_of_business", "2026-03-03T02:00:00+01:00", "1", "2026-03-05T06:00:00+01:00"},
		{"same_time", "2026-03-03T02:00:00+01:00", "1", "2026-03-04T02:00:00+01:00"},
		{"close_of_business", "2026-03-07T02:00:00+01:00", "1", "2026-03-10T06:00:00+01:00"},
		{"close_of_business", "2026-03-07T02:00:00+01:00", "-1", "2026-03-07T06:00:00+01:00"},
	})
}

// TestG2a_OvernightIntoHoliday: the shift of the day before runs on into it.
func TestG2a_OvernightIntoHoliday(t *testing.T) {
	c := makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", Week: night(), Holidays: calendar.DaysOff(on("2026-03-03"))})
	askAll(t, c, []question{
		{"is_open", "2026-03-03T05:59:59+01:00", "", "true"},
		{"is_open", "2026-03-03T06:00:00+01:00", "", "false"},
		{"is_open", "2026-03-03T22:00:00+01:00", "", "false"},
		{"is_open", "2026-03-04T02:00:00+01:00", "", "false"}, // it would be the holiday's own shift
		{"next_open", "2026-03-03T06:00:00+01:00", "", "2026-03-04T22:00:00+01:00"},
		{"add", "2026-03-02T22:00:00+01:00", "8h", "2026-03-03T06:00:00+01:00"},
		{"add", "2026-03-02T22:00:00+01:00", "9h", "2026-03-04T23:00:00+01:00"},
		{"close_of_business", "2026-03-02T12:00:00+01:00", "1", "2026-03-05T06:00:00+01:00"},
		{"close_of_business", "2026-03-04T12:00:00+01:00", "-1", "2026-03-03T06:00:00+01:00"},
	})
}

// TestG2a_SpecialAfterOvernight: so does it into a date with hours of its own,
// and where the two overlap, the time counts once.
func TestG2a_SpecialAfterOvernight(t *testing.T) {
	c := makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", Week: night(), Special: map[calendar.Date][]calendar.Window{
		on("2026-03-03"): {win(4, 8)},  // overlaps the shift until 06:00
		on("2026-03-04"): {win(6, 8)},  // after a date without a night
		on("2026-03-05"): {},           // closed
		on("2026-03-07"): {win(6, 10)}, // Saturday: touches Friday's shift
	}})
	askAll(t, c, []question{
		{"between", "2026-03-02T22:00:00+01:00", "2026-03-03T12:00:00+01:00", "10h0m0s"},
		{"add", "2026-03-02T22:00:00+01:00", "10h", "2026-03-03T08:00:00+01:00"},
		{"add", "2026-03-02T22:00:00+01:00", "10h0m1s", "2026-03-04T06:00:01+01:00"},
		{"first_window", "2026-03-03T06:00:00+01:00", "", "2026-03-03T06:00:00+01:00/2026-03-03T08:00:00+01:00"},
		{"is_open", "2026-03-03T22:00:00+01:00", "", "false"}, // replaced, not added to
		{"is_open", "2026-03-04T22:00:00+01:00", "", "false"},
		{"next_open", "2026-03-04T08:00:00+01:00", "", "2026-03-06T22:00:00+01:00"},
		{"add", "2026-03-06T22:00:00+01:00", "12h", "2026-03-07T10:00:00+01:00"},
		{"is_open", "2026-03-07T06:00:00+01:00", "", "true"},
		{"close_of_business", "2026-03-02T12:00:00+01:00", "1", "2026-03-03T08:00:00+01:00"},
		{"close_of_business", "2026-03-02T12:00:00+01:00", "3", "2026-03-07T06:00:00+01:00"},
		{"close_of_business", "2026-03-02T12:00:00+01:00", "4", "2026-03-07T10:00:00+01:00"},
	})
}

// TestSpecialWinsOverHoliday: hours of its own on a holiday.
func TestSpecialWinsOverHoliday(t *testing.T) {
	c := makeCalendar(t, calendar.Config{
		Zone: "Europe/Berlin", Week: nineToFive(), Region: calendar.Region{Code: "DE"}, Holidays: calendar.DaysOff(on("2026-03-03")),
		Special: map[calendar.Date][]calendar.Window{
			on("2026-03-03"): {win(10, 12)}, on("2026-12-25"): {win(20, 22)}, on("2026-03-07"): {win(9, 10)}, on("2026-03-04"): nil,
		},
	})
	askAll(t, c, []question{
		{"first_window", "2026-03-03T00:00:00+01:00", "", "2026-03-03T10:00:00+01:00/2026-03-03T12:00:00+01:00"},
		{"first_window", "2026-12-24T17:00:00+01:00", "", "2026-12-25T20:00:00+01:00/2026-12-25T22:00:00+01:00"},
		{"next_open", "2026-03-03T12:00:00+01:00", "", "2026-03-05T09:00:00+01:00"},
		{"first_window", "2026-03-06T17:00:00+01:00", "", "2026-03-07T09:00:00+01:00/2026-03-07T10:00:00+01:00"},
		{"next_open", "2026-12-31T17:00:00+01:00", "", "2027-01-04T09:00:00+01:00"},
	})
}

// TestHolidayActualDay: a day off that was moved from the weekend leaves the
// weekend day off too; one that a decree moved from a working day does not.
func TestHolidayActualDay(t *testing.T) {
	c := makeCalendar(t, calendar.Config{Zone: "UTC", Week: calendar.Daily(hm(9, 0), hm(17, 0)), Holidays: []calendar.Holiday{
		{Date: on("2026-03-09"), Name: "moved from Sunday", Actual: on("2026-03-08")},
		{Date: on("2026-03-12"), Name: "moved from Tuesday", Actual: on("2026-03-10")},
	}})
	askAll(t, c, []question{
		{"is_open", "2026-03-07T12:00:00Z", "", "true"},
		{"is_open", "2026-03-08T12:00:00Z", "", "false"},
		{"is_open", "2026-03-09T12:00:00Z", "", "false"},
		{"is_open", "2026-03-10T12:00:00Z", "", "true"},
		{"is_open", "2026-03-12T12:00:00Z", "", "false"},
	})
}

// TestHolidayActualDayOfRegion: the same for those of a region. In 2026 the
// Fourth of July is a Saturday, and Friday the day off.
func TestHolidayActualDayOfRegion(t *testing.T) {
	c := makeCalendar(t, calendar.Config{Zone: "UTC", Week: calendar.Daily(hm(9, 0), hm(17, 0)), Region: calendar.Region{Code: "US"}})
	askAll(t, c, []question{
		{"is_open", "2026-07-02T12:00:00Z", "", "true"},
		{"next_open", "2026-07-02T17:00:00Z", "", "2026-07-05T09:00:00Z"},
		// New Year's Day of 2028 is a Saturday: the day off lies in the old year.
		{"next_open", "2027-12-30T17:00:00Z", "", "2028-01-02T09:00:00Z"},
	})
	askAll(t, must[*calendar.Calendar](t)(c.WithWorkdays(on("2026-07-03"))), []question{
		{"next_open", "2026-07-02T17:00:00Z", "", "2026-07-03T09:00:00Z"},
		{"next_open", "2026-07-03T17:00:00Z", "", "2026-07-05T09:00:00Z"},
	})
}

// TestWeekChanges: a supplier's hours change on 1 July.
func TestWeekChanges(t *testing.T) {
	cfg := calendar.Config{Zone: "Europe/Berlin", Week: nineToFive(), Changes: []calendar.WeekChange{
		{From: on("2026-10-01"), Week: calendar.Weekdays(hm(8, 0), hm(18, 0))}, // in any order
		{From: on("2026-07-01"), Week: calendar.Weekdays(hm(8, 0), hm(16, 0))},
	}}
	askAll(t, makeCalendar(t, cfg), []question{
		{"add", "2026-06-30T16:00:00+02:00", "2h", "2026-07-01T09:00:00+02:00"},
		{"sub", "2026-07-01T09:00:00+02:00", "2h", "2026-06-30T16:00:00+02:00"},
		{"is_open", "2026-06-30T08:00:00+02:00", "", "false"},
		{"is_open", "2026-07-01T08:00:00+02:00", "", "true"},
		{"is_open", "2026-06-30T16:30:00+02:00", "", "true"},
		{"is_open", "2026-07-01T16:30:00+02:00", "", "false"},
		{"is_open", "2026-10-01T17:30:00+02:00", "", "true"},
		{"between", "2026-06-29T00:00:00+02:00", "2026-07-04T00:00:00+02:00", "40h0m0s"},
		{"between", "2026-09-28T00:00:00+02:00", "2026-10-03T00:00:00+02:00", "44h0m0s"},
		{"close_of_business", "2026-06-30T12:00:00+02:00", "1", "2026-07-01T16:00:00+02:00"},
		{"working_time", "2026-06-30T12:00:00+02:00", "1", "ErrRegularDay"}, // 8 h and 10 h
	})
	cfg.RegularDay = hm(8, 0)
	askAll(t, makeCalendar(t, cfg), []question{
		{"working_time", "2026-06-30T12:00:00+02:00", "1", "2026-07-01T11:00:00+02:00"},
	})
	cfg = calendar.Config{Zone: "Europe/Berlin", Week: night(), Changes: []calendar.WeekChange{{From: on("2026-07-01"), Week: nineToFive()}}}
	askAll(t, makeCalendar(t, cfg), []question{
		{"add", "2026-06-30T22:00:00+02:00", "9h", "2026-07-01T10:00:00+02:00"}, // the last night runs on
		{"is_open", "2026-07-01T22:00:00+02:00", "", "false"},
		{"working_time", "2026-06-30T22:00:00+02:00", "1", "2026-07-01T06:00:00+02:00"}, // both have 8 h
	})
}

// TestLateAdditions: holidays that are declared, moved or revoked at a few
// days' notice, and a further year.
func TestLateAdditions(t *testing.T) {
	c := makeCalendar(t, calendar.Config{Zone: "Asia/Kuala_Lumpur", Week: nineToFive(), Region: calendar.Region{Code: "MY-14"}})
	get := must[*calendar.Calendar](t)
	thursday := []question{{"next_open", "2026-12-31T00:00:00+08:00", "", "2026-12-31T09:00:00+08:00"}}
	askAll(t, c, thursday)

	declared := get(c.WithHolidays(calendar.Holiday{Date: on("2026-12-31"), Name: "declared", Actual: on("2026-12-31")}))
	askAll(t, declared, []question{
		{"is_open", "2026-12-31T09:00:00+08:00", "", "false"},
		{"next_open", "2026-12-31T00:00:00+08:00", "", "ErrCoverage"},
		{"add", "2026-12-30T16:00:00+08:00", "1h", "2026-12-30T17:00:00+08:00"},
	})
	askAll(t, get(declared.WithWorkdays(on("2026-12-31"))), thursday) // revoked

	revoked := get(c.WithWorkdays(on("2026-12-25")))
	askAll(t, c, []question{{"is_open", "2026-12-25T09:00:00+08:00", "", "false"}})
	askAll(t, revoked, []question{{"is_open", "2026-12-25T09:00:00+08:00", "", "true"}})
	askAll(t, get(revoked.WithHolidays(calendar.DaysOff(on("2026-12-25"))...)), []question{{"is_open", "2026-12-25T09:00:00+08:00", "", "false"}})

	askAll(t, get(c.WithSpecial(on("2026-12-25"), win(10, 12))), []question{
		{"first_window", "2026-12-25T00:00:00+08:00", "", "2026-12-25T10:00:00+08:00/2026-12-25T12:00:00+08:00"},
	})
	askAll(t, get(c.WithSpecial(on("2026-12-31"))), []question{{"is_open", "2026-12-31T09:00:00+08:00", "", "false"}})

	further := get(get(c.WithHolidays(calendar.DaysOff(on("2027-01-01"))...)).WithCoverage(calendar.Period{From: on("2015-01-01"), Through: on("2027-01-31")}))
	askAll(t, further, []question{
		{"next_open", "2026-12-31T17:00:00+08:00", "", "2027-01-04T09:00:00+08:00"},
		{"next_open", "2027-01-29T17:00:00+08:00", "", "ErrCoverage"},
	})
	both := get(calendar.Union(c, declared))
	for name, with := range map[string]func() (*calendar.Calendar, error){
		"holidays": func() (*calendar.Calendar, error) { return both.WithHolidays(calendar.DaysOff(on("2026-12-31"))...) },
		"workdays": func() (*calendar.Calendar, error) { return both.WithWorkdays(on("2026-12-31")) },
		"special":  func() (*calendar.Calendar, error) { return both.WithSpecial(on("2026-12-31")) },
		"coverage": func() (*calendar.Calendar, error) { return both.WithCoverage(calendar.Period{}) },
	} {
		const want = "calendar: a combination of calendars has no holidays or hours of its own; change its parts"
		if _, err := with(); !errors.Is(err, calendar.ErrCombination) || err.Error() != want {
			t.Errorf("%s of a combination: %v", name, err)
		}
	}
	if _, err := c.WithSpecial(on("2026-12-25"), win(12, 10)); shown(nil, err) != "ErrConfig" {
		t.Errorf("a bad window: %v", err)
	}
	if _, err := c.WithCoverage(calendar.Period{From: on("2027-01-01"), Through: on("2026-01-01")}); shown(nil, err) != "ErrConfig" {
		t.Errorf("a bad coverage: %v", err)
	}
}
