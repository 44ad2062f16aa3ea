package calendar_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/calendartest"
	"pgregory.net/rapid"
)

// TestPropAlwaysOpen: a calendar that never closes, for which the answers are arithmetic,
// answers as one that has the same hours and looks them up.
func TestPropAlwaysOpen(t *testing.T) { rapid.Check(t, propAlwaysOpen) }

func propAlwaysOpen(t *rapid.T) {
	loc := alwaysZone(t)
	always := calendar.Config{Location: loc, Week: calendar.Daily(0, 24*time.Hour)}
	looked := always
	looked.Changes = []calendar.WeekChange{{From: on("2000-01-01"), Week: always.Week}}
	c, err := calendar.New(always)
	if err != nil {
		t.Fatal(err)
	}
	same, err := calendar.New(looked)
	if err != nil {
		t.Fatal(err)
	}
	at, other := alwaysInstant(t, loc, "at"), alwaysInstant(t, loc, "other")
	if rapid.Bool().Draw(t, "near") {
		other = at.Add(calendartest.Durations().Draw(t, "after"))
	}
	d := calendartest.Durations().Draw(t, "d")
	if rapid.Bool().Draw(t, "to the end") {
		d = alwaysEnd.Sub(at) - time.Duration(rapid.IntRange(-2, 2).Draw(t, "seconds"))*time.Second - time.Duration(rapid.IntRange(-2, 2).Draw(t, "nanoseconds"))
	}
	n := rapid.OneOf(rapid.IntRange(-40, 40), rapid.IntRange(-20_000, 20_000)).Draw(t, "n")
	v := calendar.Convention(rapid.IntRange(0, 3).Draw(t, "convention"))

	equal := func(what string, got, want any, err, wantErr error) {
		t.Helper()
		if got != want || (err == nil) != (wantErr == nil) || err != nil && err.Error() != wantErr.Error() {
			t.Fatalf("%s at %v in %v:\n got %v, %v\nwant %v, %v", what, at, loc, got, err, want, wantErr)
		}
	}
	got, err := c.Add(at, d)
	want, wantErr := same.Add(at, d)
	equal("Add "+d.String(), got, want, err, wantErr)
	got, err = c.Sub(at, d)
	want, wantErr = same.Sub(at, d)
	equal("Sub "+d.String(), got, want, err, wantErr)
	got, err = c.AddDays(at, n, v)
	want, wantErr = same.AddDays(at, n, v)
	equal("AddDays "+v.String(), got, want, err, wantErr)
	date, err := c.Date(at)
	wantDate, wantErr := same.Date(at)
	equal("Date", date, wantDate, err, wantErr)
	between, err := c.Between(at, other)
	wantBetween, wantErr := same.Between(at, other)
	equal("Between to "+other.String(), between, wantBetween, err, wantErr)
}

// TestAlwaysOpen has the answers of a calendar that never closes around the end of time, and
// its days, each of which ends at midnight.
func TestAlwaysOpen(t *testing.T) {
	week := calendar.Daily(0, 24*time.Hour)
	askAll(t, makeCalendar(t, calendar.Config{Zone: "UTC", Week: week}), []question{
		{"add", "9999-12-31T23:59:57Z", "2s", "9999-12-31T23:59:59Z"},
		{"add", "9999-12-31T23:59:57Z", "2.999999999s", "9999-12-31T23:59:59.999999999Z"},
		{"add", "9999-12-31T23:59:57Z", "3s", "ErrRange"},
		{"add", "9999-12-31T23:59:57Z", "3.000000001s", "ErrNeverOpen"},
		{"sub", "2026-03-02T09:00:00Z", "10h", "2026-03-01T23:00:00Z"},
		{"between", "2026-03-02T09:00:00.5Z", "2026-03-03T08:00:00.25Z", "22h59m59.75s"},
		{"between", "2026-03-03T08:00:00.25Z", "2026-03-02T09:00:00.5Z", "-22h59m59.75s"},
		{"close_of_business", "2026-03-02T09:00:00Z", "7", "2026-03-10T00:00:00Z"},
		{"close_of_business", "2026-03-02T09:00:00Z", "-1", "2026-03-02T00:00:00Z"},
		{"same_time", "2026-03-02T09:00:00Z", "7", "2026-03-09T09:00:00Z"},
		{"close_of_business", "9999-12-29T09:00:00Z", "1", "9999-12-31T00:00:00Z"},
		{"close_of_business", "9999-12-30T09:00:00Z", "1", "ErrRange"},
		{"close_of_business", "9999-12-31T09:00:00Z", "1", "ErrNeverOpen"},
		{"same_time", "9999-12-30T09:00:00Z", "1", "9999-12-31T09:00:00Z"},
	})
	askAll(t, makeCalendar(t, calendar.Config{Zone: "-05:00", Week: week}), []question{
		{"close_of_business", "2026-03-02T23:00:00-05:00", "1", "2026-03-04T00:00:00-05:00"},
		{"close_of_business", "2026-03-03T04:59:59Z", "1", "2026-03-04T00:00:00-05:00"},
		{"close_of_business", "2026-03-03T05:00:00Z", "1", "2026-03-05T00:00:00-05:00"},
	})
	// Where the clocks change a day is longer or shorter, and ends at midnight all the same.
	askAll(t, makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", Week: week}), []question{
		{"close_of_business", "2026-03-27T12:00:00+01:00", "2", "2026-03-30T00:00:00+02:00"},
		{"between", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00", "23h0m0s"},
	})
}

// TestAlmostAlwaysOpen has calendars that are open all day on most days: each has one
// thing that closes it.
func TestAlmostAlwaysOpen(t *testing.T) {
	week, day := calendar.Daily(0, 24*time.Hour), on("2026-03-03") // a Tuesday
	closed := week
	closed[time.Tuesday] = nil
	late := week
	late[time.Tuesday] = []calendar.Window{win(1, 24)}
	for _, tt := range []struct {
		name string
		cfg  calendar.Config
		want string // from 2 through 4 March
	}{
		{"nothing", calendar.Config{Week: week}, "72h0m0s"},
		{"a weekday", calendar.Config{Week: closed}, "48h0m0s"},
		{"an hour", calendar.Config{Week: late}, "71h0m0s"},
		{"a holiday", calendar.Config{Week: week, Holidays: []calendar.Holiday{{Date: day}}}, "48h0m0s"},
		{"a special date", calendar.Config{Week: week, Special: map[calendar.Date][]calendar.Window{day: nil}}, "48h0m0s"},
		{"a special date's hours", calendar.Config{Week: week, Special: map[calendar.Date][]calendar.Window{day: {win(9, 17)}}}, "56h0m0s"},
		{"another week", calendar.Config{Week: week, Changes: []calendar.WeekChange{{From: day, Week: closed}}}, "48h0m0s"},
		{"what is not known", calendar.Config{Week: week, HolidaysThrough: on("2026-03-02")}, "ErrCoverage"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.cfg.Zone = "UTC"
			askAll(t, makeCalendar(t, tt.cfg), []question{{"between", "2026-03-02T00:00:00Z", "2026-03-05T00:00:00Z", tt.want}})
		})
	}
	// Christmas in Bavaria.
	askAll(t, makeCalendar(t, calendar.Config{Zone: "UTC", Week: week, Region: calendar.Region{Code: "DE-BY"}}), []question{
		{"between", "2026-12-24T00:00:00Z", "2026-12-28T00:00:00Z", "48h0m0s"},
	})
}

// alwaysEnd is where time ends in UTC.
var alwaysEnd = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)

// alwaysZone draws a zone: one with a history, an offset, or one far from UTC.
func alwaysZone(t *rapid.T) *time.Location {
	switch rapid.IntRange(0, 4).Draw(t, "zone") {
	case 0:
		return time.UTC
	case 1:
		return time.FixedZone("fixed", rapid.IntRange(-14*3600, 14*3600).Draw(t, "offset"))
	case 2:
		return time.FixedZone("far", rapid.IntRange(-40*24*3600, 40*24*3600).Draw(t, "offset"))
	}
	loc, err := calendar.Zone(calendartest.Zones().Draw(t, "name"))
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// alwaysInstant draws an instant: of these years, near a change of the zone's offset, or
// near the ends of time.
func alwaysInstant(t *rapid.T, loc *time.Location, name string) time.Time {
	at := calendartest.InstantsIn(loc).Draw(t, name)
	if rapid.IntRange(0, 3).Draw(t, name+" is near an end") == 0 {
		end := rapid.SampledFrom([]time.Time{alwaysEnd, {}}).Draw(t, "end")
		at = end.Add(time.Duration(rapid.Int64Range(-int64(50*24*time.Hour), int64(50*24*time.Hour)).Draw(t, "from it"))).In(loc)
	}
	return at
}
