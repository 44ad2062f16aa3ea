package calendar_test

import (
	"errors"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// TestG2a_NoWindow: a calendar without any window is never open, no time passes
// on it, and whatever needs working time from it is an error.
func TestG2a_NoWindow(t *testing.T) {
	start := "2026-03-02T12:00:00+01:00"
	questions := []question{
		{"is_open", start, "", "false"},
		{"between", "0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z", "0s"},
		{"between", "2026-03-02T12:00:00Z", "2026-03-01T12:00:00Z", "0s"},
		{"add", start, "0s", start}, {"sub", start, "0s", start}, {"same_time", start, "0", start},
		{"add", start, "1ns", "ErrNeverOpen"}, {"add", start, "2562047h", "ErrNeverOpen"},
		{"sub", start, "1ns", "ErrNeverOpen"}, {"sub", start, "-1ns", "ErrNeverOpen"},
		{"next_open", start, "", "ErrNeverOpen"}, {"prev_close", start, "", "ErrNeverOpen"},
		{"close_of_business", start, "1", "ErrNeverOpen"}, {"close_of_business", start, "-1", "ErrNeverOpen"},
		{"same_time", start, "1", "ErrNeverOpen"}, {"same_time", start, "-3652058", "ErrNeverOpen"},
		{"first_window", start, "", "none"},
	}
	plain := berlin(t, calendar.Week{})
	askAll(t, plain, questions)
	askAll(t, plain, []question{{"working_time", start, "1", "ErrRegularDay"}})
	askAll(t, makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", RegularDay: hm(8, 0)}), append(questions, question{"working_time", start, "1", "ErrNeverOpen"}))

	// To find that a combination has no window takes a look at all of time, so
	// this one ends with the year.
	open := makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", Changes: []calendar.WeekChange{
		{From: on("2026-01-01"), Week: nineToFive()}, {From: on("2027-01-01")},
	}})
	get := must[*calendar.Calendar](t)
	for name, c := range map[string]*calendar.Calendar{
		"less itself":       get(calendar.Difference(open, open)),
		"day and night":     get(calendar.Intersection(open, makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", Special: map[calendar.Date][]calendar.Window{on("2026-03-02"): {win(22, 30)}}}))),
		"two without":       get(calendar.Union(plain, plain)),
		"only skipped date": makeCalendar(t, calendar.Config{Zone: "Pacific/Apia", Special: map[calendar.Date][]calendar.Window{on("2011-12-30"): {win(0, 24)}}}),
	} {
		t.Run(name, func(t *testing.T) {
			for _, q := range questions {
				if q.want == start {
					continue // in another zone
				}
				askAll(t, c, []question{q})
			}
		})
	}

	_, err := plain.Add(when(start), time.Hour)
	if want := "calendar: the calendar is never open; give it a window"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// TestG2a_NeverOpensAgain: a calendar that had its last window, or has not had
// its first.
func TestG2a_NeverOpensAgain(t *testing.T) {
	c := makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", Changes: []calendar.WeekChange{
		{From: on("2026-03-02"), Week: nineToFive()}, {From: on("2026-07-01")},
	}})
	questions := []question{
		{"add", "2026-06-30T16:00:00+02:00", "1h", "2026-06-30T17:00:00+02:00"},
		{"add", "2026-06-30T16:00:00+02:00", "1h0m0.000000001s", "ErrNeverOpen"},
		{"add", "2026-03-01T00:00:00+01:00", "696h", "2026-06-30T17:00:00+02:00"}, // 87 days
		{"add", "2026-03-01T00:00:00+01:00", "696h0m0.000000001s", "ErrNeverOpen"},
		{"next_open", "2026-06-30T17:00:00+02:00", "", "ErrNeverOpen"},
		{"prev_close", "9999-12-31T00:00:00+01:00", "", "2026-06-30T17:00:00+02:00"},
		{"sub", "9999-12-31T00:00:00+01:00", "696h", "2026-03-02T09:00:00+01:00"},
		{"sub", "9999-12-31T00:00:00+01:00", "696h0m0.000000001s", "ErrNeverOpen"},
		{"next_open", "0001-01-01T00:00:00Z", "", "2026-03-02T09:00:00+01:00"},
		{"prev_close", "2026-03-02T09:00:00+01:00", "", "ErrNeverOpen"},
		{"close_of_business", "2026-06-29T12:00:00+02:00", "1", "2026-06-30T17:00:00+02:00"},
		{"close_of_business", "2026-06-30T12:00:00+02:00", "1", "ErrNeverOpen"},
		{"close_of_business", "2026-03-02T12:00:00+01:00", "-1", "ErrNeverOpen"},
		{"close_of_business", "2026-02-28T12:00:00+01:00", "87", "2026-06-30T17:00:00+02:00"},
		{"same_time", "2026-02-28T12:00:00+01:00", "88", "ErrNeverOpen"},
		{"working_time", "2026-06-30T09:00:00+02:00", "1", "2026-06-30T17:00:00+02:00"},
		{"working_time", "2026-06-30T09:00:00+02:00", "2", "ErrNeverOpen"},
		{"first_window", "2026-06-30T17:00:00+02:00", "", "none"},
		{"between", "0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z", "696h0m0s"},
	}
	askAll(t, c, questions)
	clock := makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", Changes: []calendar.WeekChange{
		{From: on("2020-01-01"), Week: calendar.Daily(0, hm(24, 0))}, {From: on("2030-01-01")},
	}})
	both := must[*calendar.Calendar](t)(calendar.Intersection(c, clock))
	for _, q := range questions {
		if q.op != "working_time" { // a combination has no regular day
			askAll(t, both, []question{q})
		}
	}

	_, err := c.NextOpen(when("2026-06-30T17:00:00+02:00"))
	if want := "calendar: there is not enough working time after 2026-06-30T17:00:00+02:00"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	_, err = c.PrevClose(when("2026-03-02T09:00:00+01:00"))
	if want := "calendar: there is not enough working time before 2026-03-02T09:00:00+01:00"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	// One window in all of time.
	once := makeCalendar(t, calendar.Config{Zone: "UTC", Special: map[calendar.Date][]calendar.Window{on("2026-03-07"): {win(9, 10)}}})
	askAll(t, once, []question{
		{"add", "0001-01-01T00:00:00Z", "1h", "2026-03-07T10:00:00Z"},
		{"sub", "9999-12-31T00:00:00Z", "1h", "2026-03-07T09:00:00Z"},
		{"close_of_business", "0001-01-01T00:00:00Z", "1", "2026-03-07T10:00:00Z"},
		{"same_time", "9999-12-31T11:00:00Z", "-1", "2026-03-07T11:00:00Z"},
		{"working_time", "0001-01-01T00:00:00Z", "1", "ErrRegularDay"},
	})
}

// unknownFrom2027 knows the holidays of 2026. Its 1 January 2026 is a Thursday,
// its 31 December another one.
func unknownFrom2027() calendar.Config {
	return calendar.Config{Zone: "Europe/Berlin", Week: nineToFive(), HolidaysFrom: on("2026-01-01"), HolidaysThrough: on("2026-12-31")}
}

// TestG9_OutOfCoverage: what depends on a day whose holidays are not known is an
// error; what does not is an answer, however near it lies.
func TestG9_OutOfCoverage(t *testing.T) {
	askAll(t, makeCalendar(t, unknownFrom2027()), []question{
		{"add", "2026-12-31T09:00:00+01:00", "8h", "2026-12-31T17:00:00+01:00"},
		{"add", "2026-12-31T09:00:00+01:00", "8h0m0.000000001s", "ErrCoverage"},
		{"add", "2026-12-31T17:00:00+01:00", "0s", "2026-12-31T17:00:00+01:00"},
		{"add", "2027-06-01T12:00:00+02:00", "0s", "2027-06-01T12:00:00+02:00"}, // nothing is needed
		{"add", "2027-06-01T12:00:00+02:00", "1ns", "ErrCoverage"},
		{"add", "2025-12-31T17:00:00+01:00", "8h", "2026-01-01T17:00:00+01:00"}, // the unknown day is over
		{"add", "2025-12-31T16:59:59+01:00", "8h", "ErrCoverage"},
		{"sub", "2026-01-01T17:00:00+01:00", "8h", "2026-01-01T09:00:00+01:00"},
		{"sub", "2026-01-01T17:00:00+01:00", "8h0m0.000000001s", "ErrCoverage"},
		{"sub", "2027-01-01T09:00:00+01:00", "8h", "2026-12-31T09:00:00+01:00"}, // the unknown day has not begun to open
		{"sub", "2027-01-01T09:00:01+01:00", "8h", "ErrCoverage"},

		{"between", "2026-12-31T09:00:00+01:00", "2027-01-01T09:00:00+01:00", "8h0m0s"},
		{"between", "2026-12-31T09:00:00+01:00", "2027-01-01T09:00:00.000000001+01:00", "ErrCoverage"},
		{"between", "2027-01-01T09:00:00.000000001+01:00", "2026-12-31T09:00:00+01:00", "ErrCoverage"},
		{"between", "2027-01-01T17:00:00+01:00", "2027-01-04T09:00:00+01:00", "0s"}, // a weekend, holiday or not
		{"between", "2027-01-01T12:00:00+01:00", "2027-01-01T12:00:00+01:00", "0s"},
		{"between", "2025-12-31T17:00:00+01:00", "2026-01-01T17:00:00+01:00", "8h0m0s"},
		{"between", "2025-12-31T16:59:59.999999999+01:00", "2026-01-01T17:00:00+01:00", "ErrCoverage"},
		{"between", "2020-01-01T00:00:00+01:00", "2035-01-01T00:00:00+01:00", "ErrCoverage"},

		{"is_open", "2027-01-01T08:59:59.999999999+01:00", "", "false"},
		{"is_open", "2027-01-01T09:00:00+01:00", "", "ErrCoverage"},
		{"is_open", "2027-01-01T16:59:59.999999999+01:00", "", "ErrCoverage"},
		{"is_open", "2027-01-01T17:00:00+01:00", "", "false"},
		{"is_open", "2027-01-02T12:00:00+01:00", "", "false"},
		{"is_open", "2025-12-31T12:00:00+01:00", "", "ErrCoverage"},
		{"is_open", "2026-01-01T12:00:00+01:00", "", "true"},

		{"next_open", "2026-12-31T16:59:59+01:00", "", "2026-12-31T16:59:59+01:00"},
		{"next_open", "2026-12-31T17:00:00+01:00", "", "ErrCoverage"},
		{"next_open", "2027-01-01T12:00:00+01:00", "", "ErrCoverage"},
		{"next_open", "2025-12-31T17:00:00+01:00", "", "2026-01-01T09:00:00+01:00"},
		{"prev_close", "2026-01-01T09:00:00+01:00", "", "ErrCoverage"},
		{"prev_close", "2026-01-01T09:00:00.000000001+01:00", "", "2026-01-01T09:00:00.000000001+01:00"},
		{"prev_close", "2027-01-01T09:00:00+01:00", "", "2026-12-31T17:00:00+01:00"},
		{"prev_close", "2027-01-01T09:00:00.000000001+01:00", "", "ErrCoverage"},

		{"close_of_business", "2026-12-30T12:00:00+01:00", "1", "2026-12-31T17:00:00+01:00"},
		{"close_of_business", "2026-12-30T12:00:00+01:00", "2", "ErrCoverage"},
		{"same_time", "2026-12-30T12:00:00+01:00", "1", "2026-12-31T12:00:00+01:00"},
		{"same_time", "2026-12-31T12:00:00+01:00", "1", "ErrCoverage"},
		{"same_time", "2026-01-02T12:00:00+01:00", "-1", "2026-01-01T12:00:00+01:00"},
		{"same_time", "2026-01-01T12:00:00+01:00", "-1", "ErrCoverage"},
		{"same_time", "2025-12-31T12:00:00+01:00", "1", "2026-01-01T12:00:00+01:00"}, // the day of the start does not count
		{"close_of_business", "2025-12-30T12:00:00+01:00", "1", "ErrCoverage"},
		{"close_of_business", "2027-01-01T12:00:00+01:00", "-1", "2026-12-31T17:00:00+01:00"},
		{"close_of_business", "2027-01-04T12:00:00+01:00", "-1", "ErrCoverage"},
		{"working_time", "2026-12-31T09:00:00+01:00", "1", "2026-12-31T17:00:00+01:00"},
		{"working_time", "2026-12-31T09:00:00+01:00", "2", "ErrCoverage"},
		{"same_time", "2027-06-01T12:00:00+02:00", "0", "2027-06-01T12:00:00+02:00"},

		{"first_window", "2026-12-31T16:59:59+01:00", "", "2026-12-31T09:00:00+01:00/2026-12-31T17:00:00+01:00"},
		{"first_window", "2026-12-31T17:00:00+01:00", "", "ErrCoverage"},
		{"first_window", "2027-01-01T16:59:59+01:00", "", "ErrCoverage"},
		{"first_window", "2025-12-31T17:00:00+01:00", "", "2026-01-01T09:00:00+01:00/2026-01-01T17:00:00+01:00"},
	})
}

// TestG9_SpecialDatesAreKnown: a date matters only if no special date replaces
// its windows.
func TestG9_SpecialDatesAreKnown(t *testing.T) {
	cfg := unknownFrom2027()
	cfg.Special = map[calendar.Date][]calendar.Window{on("2027-01-01"): {win(10, 12)}, on("2027-01-04"): {}, on("2027-01-06"): {win(9, 17)}}
	askAll(t, makeCalendar(t, cfg), []question{
		{"next_open", "2026-12-31T17:00:00+01:00", "", "2027-01-01T10:00:00+01:00"},
		{"is_open", "2027-01-01T09:00:00+01:00", "", "false"},
		{"is_open", "2027-01-04T12:00:00+01:00", "", "false"},
		{"add", "2026-12-31T09:00:00+01:00", "10h", "2027-01-01T12:00:00+01:00"},
		{"add", "2026-12-31T09:00:00+01:00", "10h0m0.000000001s", "ErrCoverage"}, // of Tuesday
		{"close_of_business", "2026-12-31T12:00:00+01:00", "1", "2027-01-01T12:00:00+01:00"},
		{"between", "2026-12-31T00:00:00+01:00", "2027-01-05T09:00:00+01:00", "10h0m0s"},
		{"is_open", "2027-01-06T12:00:00+01:00", "", "true"},
		{"add", "2027-01-06T09:00:00+01:00", "8h", "2027-01-06T17:00:00+01:00"},
	})
}

// TestG9_SpillOfAnUnknownDay: a night shift that may not have opened makes the
// next morning unknown, but not where the time is open anyway.
func TestG9_SpillOfAnUnknownDay(t *testing.T) {
	cfg := unknownFrom2027()
	cfg.Week = night() // Thursday's shift of 31 December runs on into the unknown 1 January
	askAll(t, makeCalendar(t, cfg), []question{
		{"is_open", "2027-01-01T05:59:59+01:00", "", "true"},
		{"add", "2026-12-31T22:00:00+01:00", "8h", "2027-01-01T06:00:00+01:00"},
		{"next_open", "2027-01-01T06:00:00+01:00", "", "ErrCoverage"},
		{"is_open", "2027-01-02T05:00:00+01:00", "", "ErrCoverage"}, // 2 January, but 1 January's shift
		{"is_open", "2027-01-02T06:00:00+01:00", "", "false"},
		{"close_of_business", "2026-12-30T12:00:00+01:00", "1", "2027-01-01T06:00:00+01:00"},
		{"sub", "2026-01-01T23:00:00+01:00", "1h", "2026-01-01T22:00:00+01:00"},
		{"is_open", "2026-01-01T05:00:00+01:00", "", "ErrCoverage"}, // 31 December 2025's shift
	})
	cfg.Special = map[calendar.Date][]calendar.Window{on("2027-01-02"): {win(0, 8)}}
	askAll(t, makeCalendar(t, cfg), []question{
		{"is_open", "2027-01-02T05:00:00+01:00", "", "true"},
		{"is_open", "2027-01-01T23:00:00+01:00", "", "ErrCoverage"},
		{"between", "2027-01-02T00:00:00+01:00", "2027-01-02T12:00:00+01:00", "8h0m0s"},
	})
}

// TestG9_ErrorSaysHowFar: the facts, and the words.
func TestG9_ErrorSaysHowFar(t *testing.T) {
	c := makeCalendar(t, unknownFrom2027())
	known := calendar.Period{From: on("2026-01-01"), Through: on("2026-12-31")}
	_, err := c.NextOpen(when("2026-12-31T17:00:00+01:00"))
	var coverage *calendar.CoverageError
	if !errors.As(err, &coverage) || *coverage != (calendar.CoverageError{Day: on("2027-01-01"), Known: known}) {
		t.Errorf("%#v", err)
	}
	if want := "holidays are known through 2026-12-31 only"; err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	_, err = c.PrevClose(when("2026-01-01T09:00:00+01:00"))
	if want := "holidays are known from 2026-01-01 only"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	kl := makeCalendar(t, calendar.Config{Zone: "Asia/Kuala_Lumpur", Week: nineToFive(), Region: calendar.Region{Code: "MY-14"}})
	_, err = kl.AddDays(when("2026-12-31T12:00:00+08:00"), 1, calendar.SameTime)
	if want := "holidays of MY-14 are known through 2026-12-31 only"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	// The estimated years only on request.
	kl = makeCalendar(t, calendar.Config{Zone: "Asia/Kuala_Lumpur", Week: nineToFive(), Region: calendar.Region{Code: "MY-14", Estimated: true}})
	if got, err := kl.AddDays(when("2026-12-31T12:00:00+08:00"), 1, calendar.SameTime); shown(got, err) != "2027-01-04T12:00:00+08:00" {
		t.Errorf("with the estimated years: %v, %v", got, err)
	}
}

// TestG9_RulesReachForEver: holidays that follow rules have no end.
func TestG9_RulesReachForEver(t *testing.T) {
	c := makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", Week: nineToFive(), Region: calendar.Region{Code: "DE"}})
	askAll(t, c, []question{
		{"next_open", "2126-12-24T17:00:00+01:00", "", "2126-12-27T09:00:00+01:00"}, // a Tuesday; 25 and 26 are off
	})
}

// TestFarLocation: a caller's own location can be as far from UTC as an int32 of
// seconds goes; its calendars answer or refuse, and nothing hangs or panics.
func TestFarLocation(t *testing.T) {
	for _, offset := range []int{-1 << 31, -400_000, 400_000, 1<<31 - 1} {
		c := makeCalendar(t, calendar.Config{Location: time.FixedZone("far", offset), Week: nineToFive()})
		for _, at := range []time.Time{when("0001-01-01T00:00:00Z"), when("0001-03-01T00:00:00Z"), when("2026-03-02T12:00:00Z"), when("9999-12-31T00:00:00Z")} {
			for _, shift := range []time.Duration{0, -200 * time.Hour, 200 * time.Hour} {
				due, err := c.Add(at.Add(shift), 8*time.Hour)
				if err != nil {
					continue // out of the years 1 to 9999 of its own
				}
				if d, err := c.Between(at.Add(shift), due); d != 8*time.Hour || err != nil {
					t.Errorf("offset %d: 8 h from %v end at %v: %v, %v", offset, at.Add(shift), due, d, err)
				}
			}
			if _, err := c.AddDays(at, -3, calendar.CloseOfBusiness); err != nil && !errors.Is(err, calendar.ErrRange) && !errors.Is(err, calendar.ErrNeverOpen) {
				t.Errorf("offset %d: %v", offset, err)
			}
		}
	}
}
