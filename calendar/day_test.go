package calendar_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
)

// TestDay_ActualLeftOut: a holiday whose Actual a caller left out stands for its own
// day, as one does that JSON has; one on the first day there is already does.
func TestDay_ActualLeftOut(t *testing.T) {
	left := []calendar.Holiday{{Date: on("2026-03-04"), Name: "party"}, {Name: "the first day"}}
	c := makeCalendar(t, calendar.Config{Zone: "UTC", Week: nineToFive(), Holidays: left})
	want := calendar.Holiday{Date: on("2026-03-04"), Name: "party", Actual: on("2026-03-04")}
	day, err := c.Day(on("2026-03-04"))
	if err != nil || len(day.Holidays) != 1 || day.Holidays[0] != want {
		t.Errorf("%+v, %v", day.Holidays, err)
	}
	cfg, _ := c.Config()
	if want := []calendar.Holiday{want, {Name: "the first day"}}; !slices.Equal(cfg.Holidays, want) {
		t.Errorf("%+v, want %+v", cfg.Holidays, want)
	}
	if left[0].Actual != (calendar.Date{}) {
		t.Error("New has changed the caller's holidays")
	}
	later, err := c.WithHolidays(calendar.Holiday{Date: on("2026-03-05")})
	if err != nil {
		t.Fatal(err)
	}
	if day, err := later.Day(on("2026-03-05")); err != nil || len(day.Holidays) != 1 || day.Holidays[0].Actual != on("2026-03-05") {
		t.Errorf("%+v, %v", day.Holidays, err)
	}
}

// TestDay: what a calendar says of a date, and why, with the regular hours, a
// holiday moved from Saturday to Friday, a special day, a weekend, a date beyond
// the known holidays, a date and hours that the zone does not have.
func TestDay(t *testing.T) {
	c := makeCalendar(t, calendar.Config{
		Zone: "America/New_York", Week: nineToFive(), Region: calendar.Region{Code: "US"},
		Holidays:        calendar.DaysOff(on("2026-07-06")),
		Workdays:        []calendar.Date{on("2026-10-12")},
		Special:         map[calendar.Date][]calendar.Window{on("2026-12-24"): {win(9, 12)}, on("2026-12-31"): nil},
		HolidaysThrough: on("2026-12-31"),
	})
	for _, row := range []struct {
		date, reason string
		windows      int
		business     bool
	}{
		{"2026-07-02", "", 1, true},
		{"2026-07-03", "Independence Day", 0, false},
		{"2026-07-04", "Independence Day", 0, false}, // the Saturday that it stands for
		{"2026-07-05", "weekend", 0, false},
		{"2026-07-06", "holiday", 0, false},
		{"2026-10-12", "", 1, true}, // Columbus Day, revoked
		{"2026-12-24", "", 1, true},
		{"2026-12-31", "special day", 0, false},
		{"2027-01-02", "weekend", 0, false}, // a Saturday: no holiday matters
	} {
		day, err := c.Day(on(row.date))
		if err != nil {
			t.Fatal(err)
		}
		business, err := c.IsBusinessDay(on(row.date))
		if err != nil {
			t.Fatal(err)
		}
		got := []any{day.Reason(), len(day.Windows), business}
		if diff := cmp.Diff([]any{row.reason, row.windows, row.business}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.date, diff)
		}
	}
	day, err := c.Day(on("2027-01-04"))
	if err != nil || !day.Unknown || day.Reason() != "holidays not known" || day.Windows != nil {
		t.Errorf("beyond the known holidays: %+v, %v", day, err)
	}
	if _, err := c.IsBusinessDay(on("2027-01-04")); !errors.Is(err, calendar.ErrCoverage) {
		t.Errorf("beyond the known holidays: %v", err)
	}
	// Samoa had no 30 December in 2011, a Friday, whatever its hours were.
	apia := makeCalendar(t, calendar.Config{Zone: "Pacific/Apia", Week: nineToFive(), Special: map[calendar.Date][]calendar.Window{on("2011-12-30"): {win(9, 12)}}})
	for date, reason := range map[string]string{"2011-12-29": "", "2011-12-30": "no such date", "2011-12-31": "weekend"} {
		if day, err := apia.Day(on(date)); err != nil || day.Reason() != reason || day.Skipped != (date == "2011-12-30") {
			t.Errorf("Apia on %s: %q, %+v, %v", date, day.Reason(), day, err)
		}
	}
	// Berlin has no 02:00 to 03:00 on 29 March 2026, a Sunday.
	night := calendar.Config{
		Zone: "Europe/Berlin", Week: calendar.Daily(hm(2, 0), hm(3, 0)), Holidays: calendar.DaysOff(on("2025-03-30")),
		Special: map[calendar.Date][]calendar.Window{on("2024-03-31"): {win(2, 3)}, on("2023-03-26"): nil, on("2022-03-27"): {win(2, 3), win(4, 5)}, on("2020-03-29"): {win(0, 3)}},
		Changes: []calendar.WeekChange{{From: on("2027-01-01"), Week: nineToFive()}},
	}
	for date, reason := range map[string]string{
		"2026-03-28": "", "2026-03-29": "no such hours", "2026-03-30": "",
		"2026-10-25": "",        // 02:00 comes twice
		"2025-03-30": "holiday", // on which it would be closed without the gap, too
		"2024-03-31": "no such hours", "2023-03-26": "special day", "2022-03-27": "", "2021-03-28": "no such hours", "2020-03-29": "",
		"2027-03-28": "weekend", // the hours are others by then
	} {
		day, err := makeCalendar(t, night).Day(on(date))
		if err != nil || day.Reason() != reason || day.Gap != (reason == "no such hours") || (len(day.Windows) > 0) != (reason == "") {
			t.Errorf("Berlin at night on %s: %q, %+v, %v; want %q", date, day.Reason(), day, err, reason)
		}
	}
	night.HolidaysThrough = on("2026-03-28")
	if day, err := makeCalendar(t, night).Day(on("2026-03-29")); err != nil || day.Reason() != "no such hours" || day.Unknown {
		t.Errorf("whether a holiday or not: %q, %+v, %v", day.Reason(), day, err)
	}
	wednesdays := makeCalendar(t, calendar.Config{Zone: "UTC", Week: calendar.Hours(hm(9, 0), hm(17, 0), time.Monday)})
	if day, _ := wednesdays.Day(on("2026-03-04")); day.Reason() != "closed on Wednesdays" {
		t.Errorf("got %q", day.Reason())
	}
	if _, err := new(calendar.Calendar).Day(on("2026-03-04")); !errors.Is(err, calendar.ErrRange) {
		t.Errorf("zero Calendar: %v", err)
	}
	if _, err := new(calendar.Calendar).IsBusinessDay(on("2026-03-04")); !errors.Is(err, calendar.ErrRange) {
		t.Errorf("zero Calendar: %v", err)
	}
}

// TestOpenSpan: the stretch that an instant is in, over midnights and over the
// edges of the pages in which a calendar keeps its working time.
func TestOpenSpan(t *testing.T) {
	desk := makeCalendar(t, calendar.Config{Zone: "UTC", Week: nineToFive()})
	nights := makeCalendar(t, calendar.Config{Zone: "UTC", Week: calendar.Daily(hm(20, 0), hm(30, 0))})
	week := makeCalendar(t, calendar.Config{Zone: "UTC", Week: calendar.Weekdays(0, hm(24, 0))})
	for _, row := range []struct {
		c                *calendar.Calendar
		at, open, closes string // open is empty if at is not working time
	}{
		{desk, "2026-03-02T09:00:00Z", "2026-03-02T09:00:00Z", "2026-03-02T17:00:00Z"},
		{desk, "2026-03-02T16:59:59.999999999Z", "2026-03-02T09:00:00Z", "2026-03-02T17:00:00Z"},
		{desk, "2026-03-02T17:00:00Z", "", ""},
		{nights, "2026-03-03T01:00:00Z", "2026-03-02T20:00:00Z", "2026-03-03T06:00:00Z"},
		{week, "2026-03-04T12:00:00Z", "2026-03-02T00:00:00Z", "2026-03-07T00:00:00Z"},
	} {
		s, ok, err := row.c.OpenSpan(when(row.at))
		switch {
		case err != nil:
			t.Error(err)
		case row.open == "" && ok:
			t.Errorf("%s: open from %v", row.at, s.Open)
		case row.open != "" && (!ok || !s.Open.Equal(when(row.open)) || !s.Close.Equal(when(row.closes))):
			t.Errorf("%s: %v to %v, %v; want %s to %s", row.at, s.Open, s.Close, ok, row.open, row.closes)
		}
	}
	// Every hour of eight years, and so every edge between pages.
	for at := when("2020-01-01T00:30:00Z"); at.Year() < 2028; at = at.Add(time.Hour) {
		s, ok, err := week.OpenSpan(at)
		weekend := at.Weekday() == time.Saturday || at.Weekday() == time.Sunday
		if err != nil || ok == weekend {
			t.Fatalf("%v: open %v, %v", at, ok, err)
		}
		if ok && (s.Open.Weekday() != time.Monday || s.Close.Sub(s.Open) != hm(5*24, 0) || at.Before(s.Open) || !at.Before(s.Close)) {
			t.Fatalf("%v: %v to %v", at, s.Open, s.Close)
		}
	}
}

func TestG6_RegularDay(t *testing.T) {
	early := makeCalendar(t, calendar.Config{Zone: "UTC", Week: calendar.Weekdays(hm(6, 0), hm(14, 0))})
	late := makeCalendar(t, calendar.Config{Zone: "UTC", Week: calendar.Weekdays(hm(14, 0), hm(20, 0))})
	both := must[*calendar.Calendar](t)(calendar.Union(early, late))
	if d, err := early.RegularDay(); d != hm(8, 0) || err != nil {
		t.Errorf("8 h every day: %v, %v", d, err)
	}
	if _, err := both.RegularDay(); !errors.Is(err, calendar.ErrRegularDay) {
		t.Errorf("a combination: %v", err)
	}
	given := must[*calendar.Calendar](t)(both.WithRegularDay(hm(14, 0)))
	// Monday 10:00 to 20:00, Tuesday 06:00 to 10:00.
	at, err := given.AddDays(when("2026-03-02T10:00:00Z"), 1, calendar.WorkingTime)
	if err != nil || !at.Equal(when("2026-03-03T10:00:00Z")) {
		t.Errorf("one day of 14 h: %v, %v", at, err)
	}
	for _, d := range []time.Duration{0, -time.Nanosecond, hm(48, 0) + time.Nanosecond} {
		want := fmt.Sprintf("calendar: regular_day: %v must be more than none and at most 48h", d)
		if _, err := both.WithRegularDay(d); !errors.Is(err, calendar.ErrConfig) || err.Error() != want {
			t.Errorf("%v: %v", d, err)
		}
	}
	// A part of a second counts as often as there are days: 1,001 times 28 h, and 1,001
	// times 999,999,999 ns, which is 1,000 s and 999,998,999 ns.
	odd := must[*calendar.Calendar](t)(zoned(t, "UTC", win(0, 24)).WithRegularDay(hm(28, 0) + 999_999_999))
	at, err = odd.AddDays(when("2026-01-01T00:00:00Z"), 1001, calendar.WorkingTime)
	if want := when("2026-01-01T00:00:00Z").Add(1001*28*time.Hour + 1000*time.Second + 999_998_999); err != nil || !at.Equal(want) {
		t.Errorf("1001 days of 28h0m0.999999999s: %v, %v, want %v", at, err, want)
	}
	shorter := must[*calendar.Calendar](t)(early.WithRegularDay(hm(4, 0)))
	if d, err := shorter.RegularDay(); d != hm(4, 0) || err != nil {
		t.Errorf("given: %v, %v", d, err)
	}
}

// TestCalendarDate: the date in the calendar's zone is that of the zone's wall
// clock, through changes of offset at midnight, back and forth, and a day that
// does not exist.
func TestCalendarDate(t *testing.T) {
	for _, zone := range []string{"UTC", "Europe/Berlin", "America/Havana", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Cairo", "+05:45"} {
		c := makeCalendar(t, calendar.Config{Zone: zone, Week: nineToFive()})
		for at := when("2008-01-01T00:00:00Z"); at.Year() < 2046; at = at.Add(7*time.Hour + 13*time.Minute + time.Nanosecond) {
			want, err := calendar.DateOf(at.In(c.Location()))
			if err != nil {
				t.Fatal(err)
			}
			if got, err := c.Date(at); err != nil || got != want {
				t.Fatalf("%s: %v is on %v, %v; want %v", zone, at, got, err, want)
			}
		}
	}
	if _, err := new(calendar.Calendar).Date(when("2026-03-04T00:00:00Z")); !errors.Is(err, calendar.ErrRange) {
		t.Errorf("zero Calendar: %v", err)
	}
}
