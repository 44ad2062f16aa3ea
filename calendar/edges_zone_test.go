package calendar_test

import (
	"archive/zip"
	"io"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// zoned is a calendar with the same windows every day.
func zoned(t testing.TB, zone string, windows ...calendar.Window) *calendar.Calendar {
	t.Helper()
	var week calendar.Week
	for i := range week {
		week[i] = windows
	}
	return makeCalendar(t, calendar.Config{Zone: zone, Week: week})
}

// TestG2_Gap: on 29 March 2026 Berlin's clocks go from 02:00 to 03:00. A bound
// in the gap is read with the offset before it.
func TestG2_Gap(t *testing.T) {
	askAll(t, zoned(t, "Europe/Berlin", win(0, 24)), []question{
		{"add", "2026-03-28T12:00:00+01:00", "24h", "2026-03-29T13:00:00+02:00"}, // elapsed time
		{"between", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00", "23h0m0s"},
		{"same_time", "2026-03-28T02:30:00+01:00", "1", "2026-03-29T03:30:00+02:00"},
		{"same_time", "2026-03-30T02:30:00+02:00", "-1", "2026-03-29T03:30:00+02:00"},
		{"same_time", "2026-03-28T02:30:00+01:00", "2", "2026-03-30T02:30:00+02:00"},
	})
	day := func(c *calendar.Calendar, want string) {
		t.Helper()
		askAll(t, c, []question{{"first_window", "2026-03-29T00:00:00+01:00", "", want}})
	}
	day(zoned(t, "Europe/Berlin", calendar.Window{Open: hm(1, 0), Close: hm(2, 30)}), "2026-03-29T01:00:00+01:00/2026-03-29T03:30:00+02:00")
	day(zoned(t, "Europe/Berlin", calendar.Window{Open: hm(2, 30), Close: hm(4, 0)}), "2026-03-29T03:30:00+02:00/2026-03-29T04:00:00+02:00")
	day(zoned(t, "Europe/Berlin", calendar.Window{Open: hm(2, 15), Close: hm(2, 45)}), "2026-03-29T03:15:00+02:00/2026-03-29T03:45:00+02:00")
	// Closes not after it opens: empty on that day, and no business day.
	for w, next := range map[calendar.Window]string{
		win(2, 3):                           "2026-03-30T03:00:00+02:00",
		{Open: hm(2, 30), Close: hm(3, 15)}: "2026-03-30T03:15:00+02:00",
		{Open: hm(2, 30), Close: hm(3, 30)}: "2026-03-30T03:30:00+02:00",
	} {
		askAll(t, zoned(t, "Europe/Berlin", w), []question{
			{"is_open", "2026-03-29T03:00:00+02:00", "", "false"},
			{"is_open", "2026-03-29T03:30:00+02:00", "", "false"},
			{"close_of_business", "2026-03-28T12:00:00+01:00", "1", next},
		})
	}
	// A night shift through the gap is an hour shorter.
	askAll(t, zoned(t, "Europe/Berlin", win(22, 30)), []question{
		{"between", "2026-03-28T22:00:00+01:00", "2026-03-29T12:00:00+02:00", "7h0m0s"},
		{"add", "2026-03-28T22:00:00+01:00", "8h", "2026-03-29T23:00:00+02:00"},
	})
}

// TestG2_GapBetweenTouching: windows that touch are resolved each by itself, so a gap
// at the bound that they share, or at an outer one, takes no more than of one alone.
func TestG2_GapBetweenTouching(t *testing.T) {
	w := func(open, close time.Duration) calendar.Window { return calendar.Window{Open: open, Close: close} }
	for _, tt := range []struct {
		name    string
		zone    string
		windows []calendar.Window
		asked   question
	}{
		// 02:30 is 03:30 there: the first is 01:00+01:00 to 03:30+02:00, the other none.
		{"the bound between lies in the gap", "Europe/Berlin", []calendar.Window{w(hm(1, 0), hm(2, 30)), w(hm(2, 30), hm(3, 0))},
			question{"between", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00", "1h30m0s"}},
		// The first opens at 03:30 and closes at 03:00.
		{"the first is none", "Europe/Berlin", []calendar.Window{w(hm(2, 30), hm(3, 0)), w(hm(3, 0), hm(3, 30))},
			question{"between", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00", "30m0s"}},
		{"the other opens at the end of the gap", "Europe/Berlin", []calendar.Window{w(hm(2, 30), hm(3, 0)), w(hm(3, 0), hm(4, 0))},
			question{"next_open", "2026-03-29T00:00:00+01:00", "", "2026-03-29T03:00:00+02:00"}},
		// 03:00 to 03:30, and the other would be 03:30 to 03:15.
		{"the day closes with the first", "Europe/Berlin", []calendar.Window{w(hm(2, 0), hm(2, 30)), w(hm(2, 30), hm(3, 15))},
			question{"close_of_business", "2026-03-28T12:00:00+01:00", "1", "2026-03-29T03:30:00+02:00"}},
		// 00:15 is 01:15 there, and 01:00 to 01:10 stays.
		{"the other makes it a business day", "America/Havana", []calendar.Window{w(hm(0, 15), hm(1, 0)), w(hm(1, 0), hm(1, 10))},
			question{"close_of_business", "2026-03-07T12:00:00-05:00", "1", "2026-03-08T01:10:00-04:00"}},
		{"a gap of half an hour", "Australia/Lord_Howe", []calendar.Window{w(hm(1, 30), hm(2, 10)), w(hm(2, 10), hm(2, 30))},
			question{"between", "2026-10-04T00:00:00+10:30", "2026-10-05T00:00:00+11:00", "40m0s"}},
		// Three hours are skipped: the first is 04:00 to 05:30, the second none, the third 03:00 to 05:00.
		{"the earlier is moved behind the later", "America/Danmarkshavn", []calendar.Window{w(hm(1, 0), hm(2, 30)), w(hm(2, 30), hm(3, 0)), w(hm(3, 0), hm(5, 0))},
			question{"between", "1996-01-01T03:00:00Z", "1996-01-01T12:00:00Z", "2h30m0s"}},
		{"elsewhere they are one", "Europe/Berlin", []calendar.Window{w(hm(1, 0), hm(2, 30)), w(hm(2, 30), hm(3, 0))},
			question{"first_window", "2026-03-30T00:00:00+02:00", "", "2026-03-30T01:00:00+02:00/2026-03-30T03:00:00+02:00"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			askAll(t, zoned(t, tt.zone, tt.windows...), []question{tt.asked})
		})
	}
}

// TestG3_LongestBetween: a time.Duration holds 2^63-1 ns, which are 9,223,372,036 s and
// 854,775,807 ns: 106,751 days, 23:47:16.854775807.
func TestG3_LongestBetween(t *testing.T) {
	const most, negative = "2562047h47m16.854775807s", "-2562047h47m16.854775807s"
	askAll(t, zoned(t, "UTC", win(0, 24)), []question{
		{"between", "2000-01-01T00:00:00Z", "2292-04-10T23:47:16Z", "2562047h47m16s"},
		{"between", "2000-01-01T00:00:00Z", "2292-04-10T23:47:16.854775807Z", most},
		{"between", "2000-01-01T00:00:00Z", "2292-04-10T23:47:16.854775808Z", "ErrRange"},
		{"between", "2000-01-01T00:00:00.2Z", "2292-04-10T23:47:17.054775807Z", most}, // a second more, and less than one
		{"between", "2000-01-01T00:00:00.2Z", "2292-04-10T23:47:17.054775808Z", "ErrRange"},
		{"between", "2292-04-10T23:47:16.854775807Z", "2000-01-01T00:00:00Z", negative},
	})
}

// TestG2_Fold: on 25 October 2026 Berlin's clocks go from 03:00 back to 02:00. A
// bound that occurs twice is the first of the two.
func TestG2_Fold(t *testing.T) {
	askAll(t, zoned(t, "Europe/Berlin", win(0, 24)), []question{
		{"add", "2026-10-24T12:00:00+02:00", "24h", "2026-10-25T11:00:00+01:00"},
		{"between", "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00", "25h0m0s"},
		{"same_time", "2026-10-24T02:30:00+02:00", "1", "2026-10-25T02:30:00+02:00"},
		{"same_time", "2026-10-25T02:30:00+01:00", "1", "2026-10-26T02:30:00+01:00"}, // from the second
		{"same_time", "2026-10-25T02:30:00+01:00", "-1", "2026-10-24T02:30:00+02:00"},
		{"add", "2026-10-25T02:30:00+02:00", "1h", "2026-10-25T02:30:00+01:00"},
	})
	for w, want := range map[calendar.Window]string{
		win(2, 3):                           "2026-10-25T02:00:00+02:00/2026-10-25T03:00:00+01:00", // 2 h
		{Open: hm(1, 0), Close: hm(2, 30)}:  "2026-10-25T01:00:00+02:00/2026-10-25T02:30:00+02:00",
		{Open: hm(2, 30), Close: hm(3, 30)}: "2026-10-25T02:30:00+02:00/2026-10-25T03:30:00+01:00",
		{Open: hm(2, 15), Close: hm(2, 45)}: "2026-10-25T02:15:00+02:00/2026-10-25T02:45:00+02:00",
	} {
		askAll(t, zoned(t, "Europe/Berlin", w), []question{{"first_window", "2026-10-25T00:00:00+02:00", "", want}})
	}
	// The second time round is closed.
	askAll(t, zoned(t, "Europe/Berlin", calendar.Window{Open: hm(2, 15), Close: hm(2, 45)}), []question{
		{"is_open", "2026-10-25T02:30:00+02:00", "", "true"},
		{"is_open", "2026-10-25T02:30:00+01:00", "", "false"},
	})
}

// TestG2_HalfHourShift: Lord Howe's clocks move by half an hour.
func TestG2_HalfHourShift(t *testing.T) {
	c := zoned(t, "Australia/Lord_Howe", calendar.Window{Open: hm(1, 45), Close: hm(2, 15)})
	askAll(t, c, []question{
		{"first_window", "2026-10-04T00:00:00+10:30", "", "2026-10-04T01:45:00+10:30/2026-10-04T02:45:00+11:00"}, // half an hour
		{"between", "2026-10-04T00:00:00+10:30", "2026-10-05T00:00:00+11:00", "30m0s"},
		{"first_window", "2026-04-05T00:00:00+11:00", "", "2026-04-05T01:45:00+11:00/2026-04-05T02:15:00+10:30"}, // an hour
		{"between", "2026-04-05T00:00:00+11:00", "2026-04-06T00:00:00+10:30", "1h0m0s"},
	})
	askAll(t, zoned(t, "Australia/Lord_Howe", win(0, 24)), []question{
		{"between", "2026-10-04T00:00:00+10:30", "2026-10-05T00:00:00+11:00", "23h30m0s"},
		{"between", "2026-04-05T00:00:00+11:00", "2026-04-06T00:00:00+10:30", "24h30m0s"},
		{"same_time", "2026-10-03T02:10:00+10:30", "1", "2026-10-04T02:40:00+11:00"},
	})
}

// TestG2_MidnightShifts: zones that move their clocks at midnight, so that a
// date begins at 01:00, or 23:00 occurs twice.
func TestG2_MidnightShifts(t *testing.T) {
	for _, tt := range []struct {
		zone      string
		questions []question
	}{
		{"America/Havana", []question{ // 8 March 00:00 to 01:00; 1 November 01:00 to 00:00
			{"first_window", "2026-03-08T12:00:00Z", "", "2026-03-08T01:00:00-04:00/2026-03-09T00:00:00-04:00"},
			{"add", "2026-03-08T01:00:00-04:00", "23h", "2026-03-09T00:00:00-04:00"},
			{"first_window", "2026-11-01T12:00:00Z", "", "2026-11-01T00:00:00-04:00/2026-11-02T00:00:00-05:00"},
			{"close_of_business", "2026-10-31T12:00:00Z", "1", "2026-11-02T00:00:00-05:00"},
			{"close_of_business", "2026-10-30T12:00:00Z", "1", "2026-11-01T00:00:00-04:00"},
			{"close_of_business", "2026-11-01T00:30:00-05:00", "-1", "2026-11-01T00:00:00-04:00"},
			{"same_time", "2026-03-07T00:30:00-05:00", "1", "2026-03-08T01:30:00-04:00"},
		}},
		{"Africa/Cairo", []question{ // 24 April 00:00 to 01:00; 29 October 24:00 to 23:00
			{"first_window", "2026-04-24T12:00:00Z", "", "2026-04-24T01:00:00+03:00/2026-04-25T00:00:00+03:00"},
			{"first_window", "2026-10-29T12:00:00Z", "", "2026-10-29T00:00:00+03:00/2026-10-30T00:00:00+02:00"},
			{"between", "2026-10-29T00:00:00+03:00", "2026-10-30T00:00:00+02:00", "25h0m0s"},
			{"same_time", "2026-10-28T23:30:00+03:00", "1", "2026-10-29T23:30:00+03:00"},
			{"same_time", "2026-10-29T23:30:00+02:00", "1", "2026-10-30T23:30:00+02:00"},
		}},
		{"Asia/Beirut", []question{ // 29 March 00:00 to 01:00; 25 October 00:00 to 24 October 23:00
			{"first_window", "2026-03-29T12:00:00Z", "", "2026-03-29T01:00:00+03:00/2026-03-30T00:00:00+03:00"},
			{"first_window", "2026-10-24T12:00:00Z", "", "2026-10-24T00:00:00+03:00/2026-10-25T00:00:00+02:00"},
			{"close_of_business", "2026-10-23T12:00:00Z", "1", "2026-10-25T00:00:00+02:00"},
		}},
		{"America/Santiago", []question{ // 5 April 00:00 to 4 April 23:00; 6 September 00:00 to 01:00
			{"first_window", "2026-09-06T12:00:00Z", "", "2026-09-06T01:00:00-03:00/2026-09-07T00:00:00-03:00"},
			{"first_window", "2026-04-04T12:00:00Z", "", "2026-04-04T00:00:00-03:00/2026-04-05T00:00:00-04:00"},
			{"close_of_business", "2026-04-04T23:30:00-04:00", "1", "2026-04-06T00:00:00-04:00"},
		}},
	} {
		t.Run(tt.zone, func(t *testing.T) { askAll(t, zoned(t, tt.zone, win(0, 24)), tt.questions) })
	}
	// Bounds in a gap or a fold at midnight.
	askAll(t, zoned(t, "America/Havana", calendar.Window{Open: 0, Close: hm(0, 30)}), []question{
		{"first_window", "2026-03-08T05:00:00Z", "", "2026-03-08T01:00:00-04:00/2026-03-08T01:30:00-04:00"},
		{"first_window", "2026-11-01T04:00:00Z", "", "2026-11-01T00:00:00-04:00/2026-11-01T00:30:00-04:00"},
	})
	askAll(t, zoned(t, "America/Havana", win(22, 24)), []question{
		{"first_window", "2026-10-31T22:00:00-04:00", "", "2026-10-31T22:00:00-04:00/2026-11-01T00:00:00-04:00"},
		{"first_window", "2026-03-07T22:00:00-05:00", "", "2026-03-07T22:00:00-05:00/2026-03-08T01:00:00-04:00"},
	})
	askAll(t, zoned(t, "Africa/Cairo", win(22, 24)), []question{
		{"between", "2026-10-29T12:00:00+03:00", "2026-10-30T12:00:00+02:00", "3h0m0s"},
	})
	askAll(t, zoned(t, "Asia/Beirut", win(23, 24)), []question{
		{"first_window", "2026-10-24T12:00:00+03:00", "", "2026-10-24T23:00:00+03:00/2026-10-25T00:00:00+02:00"},
	})
}

// TestG2_SkippedDate: Samoa had no 30 December 2011, Kwajalein no 21 August
// 1993.
func TestG2_SkippedDate(t *testing.T) {
	apia := calendar.Config{Zone: "Pacific/Apia", Week: nineToFive()}
	fromThursday := []question{
		{"add", "2011-12-29T16:00:00-10:00", "2h", "2012-01-02T10:00:00+14:00"}, // the 30th would be a Friday
		{"sub", "2012-01-02T10:00:00+14:00", "2h", "2011-12-29T16:00:00-10:00"},
		{"next_open", "2011-12-29T17:00:00-10:00", "", "2012-01-02T09:00:00+14:00"},
		{"prev_close", "2012-01-02T09:00:00+14:00", "", "2011-12-29T17:00:00-10:00"},
		{"between", "2011-12-29T09:00:00-10:00", "2012-01-02T17:00:00+14:00", "16h0m0s"},
		{"close_of_business", "2011-12-29T12:00:00-10:00", "1", "2012-01-02T17:00:00+14:00"},
		{"same_time", "2011-12-29T12:00:00-10:00", "1", "2012-01-02T12:00:00+14:00"},
		{"same_time", "2012-01-02T12:00:00+14:00", "-1", "2011-12-29T12:00:00-10:00"},
	}
	askAll(t, makeCalendar(t, apia), fromThursday)
	apia.Special = map[calendar.Date][]calendar.Window{on("2011-12-30"): {win(0, 24)}} // nor with hours of its own
	askAll(t, makeCalendar(t, apia), fromThursday)
	apia.Special, apia.HolidaysThrough = nil, on("2011-12-29") // nor does it matter that its holidays are not known
	askAll(t, makeCalendar(t, apia), []question{
		{"next_open", "2011-12-29T17:00:00-10:00", "", "ErrCoverage"}, // of Monday
		{"between", "2011-12-29T09:00:00-10:00", "2012-01-01T00:00:00+14:00", "8h0m0s"},
	})
	askAll(t, zoned(t, "Pacific/Apia", win(0, 24)), []question{
		{"add", "2011-12-29T23:00:00-10:00", "2h", "2011-12-31T01:00:00+14:00"},
		{"close_of_business", "2011-12-29T12:00:00-10:00", "1", "2012-01-01T00:00:00+14:00"},
		{"close_of_business", "2011-12-31T12:00:00+14:00", "-1", "2011-12-31T00:00:00+14:00"}, // the 29th ends where the 31st begins
	})
	// A night shift runs its eight hours through the missing date.
	askAll(t, zoned(t, "Pacific/Apia", win(22, 30)), []question{
		{"first_window", "2011-12-29T22:00:00-10:00", "", "2011-12-29T22:00:00-10:00/2011-12-31T06:00:00+14:00"},
	})
	askAll(t, zoned(t, "Pacific/Kwajalein", win(9, 17)), []question{
		{"add", "1993-08-20T16:00:00-12:00", "2h", "1993-08-22T10:00:00+12:00"},
		{"sub", "1993-08-22T10:00:00+12:00", "2h", "1993-08-20T16:00:00-12:00"},
		{"close_of_business", "1993-08-20T12:00:00-12:00", "1", "1993-08-22T17:00:00+12:00"},
		{"same_time", "1993-08-23T12:00:00+12:00", "-2", "1993-08-20T12:00:00-12:00"},
	})
}

// TestG2_OwnLocation: a caller's own *time.Location.
func TestG2_OwnLocation(t *testing.T) {
	if testing.Short() {
		t.Skip("goes through all years of several calendars; skipped with -short")
	}
	// Calcutta's local time before it had a standard one, which no name of the
	// tz database stands for today.
	own := time.FixedZone("Calcutta mean time", 5*3600+53*60+28)
	c := makeCalendar(t, calendar.Config{Location: own, Week: nineToFive()})
	if c.Location() != own {
		t.Errorf("the location is %v", c.Location())
	}
	for _, tt := range []struct{ start, add, want string }{
		{"2026-03-02T03:06:32Z", "8h", "2026-03-02T11:06:32Z"}, // opens at 09:00 there
		{"2026-03-02T11:06:32Z", "1s", "2026-03-03T03:06:33Z"},
	} {
		d, _ := time.ParseDuration(tt.add)
		got, err := c.Add(when(tt.start), d)
		if err != nil || !got.Equal(when(tt.want)) || got.Location() != own {
			t.Errorf("%s plus %s = %v, %v; want %s", tt.start, tt.add, got, err, tt.want)
		}
	}
	// One read from a tz file answers like the one of that name.
	loc, err := time.LoadLocationFromTZData("Europe/Berlin", zoneBytes(t, "Europe/Berlin"))
	if err != nil {
		t.Fatal(err)
	}
	a := makeCalendar(t, calendar.Config{Location: loc, Week: nineToFive()})
	b := berlin(t, nineToFive())
	if a.Location() != loc || a.Fingerprint() != b.Fingerprint() {
		t.Error("Berlin of the file is not Berlin")
	}
}

// zoneBytes returns a zone of the pinned database.
func zoneBytes(t *testing.T, zone string) []byte {
	t.Helper()
	database, err := zip.OpenReader("zoneinfo.zip")
	if err != nil {
		t.Fatal(err)
	}
	defer database.Close()
	f, err := database.Open(zone)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestG2_RulesBeyondTheTable: beyond 2037 a zone follows a rule. On 31 December
// of a leap year package time says that the stretch of constant offset is over
// already; to walk on from its end was a loop without one.
func TestG2_RulesBeyondTheTable(t *testing.T) {
	c := berlin(t, calendar.Daily(hm(9, 0), hm(17, 0)))
	askAll(t, c, []question{
		{"add", "2096-12-30T16:00:00+01:00", "10h", "2097-01-01T10:00:00+01:00"},
		{"sub", "2097-01-01T10:00:00+01:00", "10h", "2096-12-30T16:00:00+01:00"},
		{"next_open", "2040-12-31T17:00:00+01:00", "", "2041-01-01T09:00:00+01:00"},
		{"is_open", "9996-12-31T12:00:00+01:00", "", "true"},
		{"prev_close", "9996-12-31T23:59:59+01:00", "", "9996-12-31T17:00:00+01:00"},
		{"close_of_business", "2096-12-30T12:00:00+01:00", "1", "2096-12-31T17:00:00+01:00"},
		{"same_time", "2096-12-30T12:00:00+01:00", "1", "2096-12-31T12:00:00+01:00"},
		{"first_window", "2400-12-31T00:00:00+01:00", "", "2400-12-31T09:00:00+01:00/2400-12-31T17:00:00+01:00"},
		{"between", "2096-01-01T00:00:00+01:00", "2097-01-01T00:00:00+01:00", "2928h0m0s"}, // 366 days
		{"add", "2096-07-01T16:00:00+02:00", "2h", "2096-07-02T10:00:00+02:00"},
	})
	// In the south the last days of the year are in summer time.
	for _, tt := range []struct{ zone, start, want string }{
		{"Australia/Sydney", "2096-12-31T09:00:00+11:00", "2097-01-01T09:00:00+11:00"},
		{"America/Santiago", "2096-12-31T09:00:00-03:00", "2097-01-01T09:00:00-03:00"},
		{"Pacific/Auckland", "9996-12-31T09:00:00+13:00", "9997-01-01T09:00:00+13:00"},
		{"Australia/Lord_Howe", "2044-12-31T09:00:00+11:00", "2045-01-01T09:00:00+11:00"},
		{"America/New_York", "2044-12-31T09:00:00-05:00", "2045-01-01T09:00:00-05:00"},
		{"Africa/Casablanca", "2096-12-31T09:00:00+01:00", "2097-01-01T09:00:00+01:00"},
	} {
		c := zoned(t, tt.zone, win(0, 24))
		askAll(t, c, []question{
			{"add", tt.start, "24h", tt.want}, {"sub", tt.want, "24h", tt.start},
			{"same_time", tt.start, "1", tt.want}, {"same_time", tt.want, "-1", tt.start}, {"between", tt.start, tt.want, "24h0m0s"},
		})
		if first, _ := calendar.DateOf(when(tt.start)); first.In(c.Location()).Hour() != 0 {
			t.Errorf("%s: %v begins %v", tt.zone, first, first.In(c.Location()))
		}
	}
}

// TestFirstAndLastYear: the years 1 and 9999, and nothing beyond.
func TestFirstAndLastYear(t *testing.T) {
	if testing.Short() {
		t.Skip("goes through all years of several calendars; skipped with -short")
	}
	utc := zoned(t, "UTC", win(9, 17))
	askAll(t, utc, []question{
		{"is_open", "0001-01-01T00:00:00Z", "", "false"},
		{"next_open", "0001-01-01T00:00:00Z", "", "0001-01-01T09:00:00Z"},
		{"prev_close", "0001-01-01T00:00:00Z", "", "ErrNeverOpen"},
		{"prev_close", "0001-01-01T09:00:00Z", "", "ErrNeverOpen"},
		{"prev_close", "0001-01-01T09:00:00.000000001Z", "", "0001-01-01T09:00:00.000000001Z"},
		{"sub", "0001-01-01T17:00:00Z", "8h", "0001-01-01T09:00:00Z"},
		{"sub", "0001-01-01T17:00:00Z", "8h0m0.000000001s", "ErrNeverOpen"},
		{"add", "0001-01-01T00:00:00Z", "10h", "0001-01-02T11:00:00Z"},
		{"close_of_business", "0001-01-01T00:00:00Z", "1", "0001-01-02T17:00:00Z"},
		{"close_of_business", "0001-01-01T00:00:00Z", "-1", "ErrNeverOpen"},
		{"same_time", "0001-01-02T00:00:00Z", "-1", "0001-01-01T00:00:00Z"},
		{"first_window", "0001-01-01T00:00:00Z", "", "0001-01-01T09:00:00Z/0001-01-01T17:00:00Z"},

		{"add", "9999-12-31T09:00:00Z", "8h", "9999-12-31T17:00:00Z"},
		{"add", "9999-12-31T09:00:00Z", "8h0m0.000000001s", "ErrNeverOpen"},
		{"next_open", "9999-12-31T16:59:59Z", "", "9999-12-31T16:59:59Z"},
		{"next_open", "9999-12-31T17:00:00Z", "", "ErrNeverOpen"},
		{"prev_close", "9999-12-31T23:59:59.999999999Z", "", "9999-12-31T17:00:00Z"},
		{"close_of_business", "9999-12-30T12:00:00Z", "1", "9999-12-31T17:00:00Z"},
		{"close_of_business", "9999-12-31T12:00:00Z", "1", "ErrNeverOpen"},
		{"same_time", "9999-12-31T12:00:00Z", "1", "ErrNeverOpen"},
		{"first_window", "9999-12-31T17:00:00Z", "", "none"},
		{"close_of_business", "0001-01-01T12:00:00Z", "3652058", "9999-12-31T17:00:00Z"},
		{"close_of_business", "0001-01-01T12:00:00Z", "3652059", "ErrRange"},
		{"close_of_business", "9999-12-31T12:00:00Z", "-3652058", "0001-01-01T17:00:00Z"},
		{"between", "0001-01-01T00:00:00Z", "0801-01-01T00:00:00Z", "2337552h0m0s"}, // 292,194 days
		{"between", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "ErrRange"},     // some 3,333 years
	})
	// What a Go program can write down as an instant outside those years.
	for year, at := range map[string]time.Time{
		"-5":           time.Date(-5, 12, 31, 12, 0, 0, 0, time.UTC),
		"0":            time.Date(0, 12, 31, 12, 0, 0, 0, time.UTC),
		"10000":        time.Date(10000, 12, 31, 12, 0, 0, 0, time.UTC),
		"292277022399": time.Unix(9223371904412462400, 0), // more than an int holds on some machines
		"4294969322":   time.Unix(135536078573870400, 0),  // 2026 there, where the int goes round
	} {
		if got, err := utc.Add(at, 0); shown(got, err) != "ErrRange" {
			t.Errorf("year %s: %v, %v", year, got, err)
		}
		if got, err := utc.Between(at, when("2026-03-02T09:00:00Z")); shown(got, err) != "ErrRange" {
			t.Errorf("year %s: %v, %v", year, got, err)
		}
		for _, err := range utc.Windows(at) {
			if shown(nil, err) != "ErrRange" {
				t.Errorf("year %s: %v", year, err)
			}
		}
	}
	// The year is that of the calendar's zone.
	askAll(t, zoned(t, "+14:00", win(9, 17)), []question{
		{"is_open", "0001-01-01T00:00:00+14:00", "", "false"}, // 31 December of the year 0 in UTC
		{"next_open", "0001-01-01T00:00:00+14:00", "", "0001-01-01T09:00:00+14:00"},
		{"is_open", "9999-12-31T23:59:59+14:00", "", "false"},
		{"is_open", "9999-12-31T12:00:00Z", "", "ErrRange"},
	})
	askAll(t, zoned(t, "-12:00", win(9, 17)), []question{
		{"is_open", "0001-01-01T11:59:59Z", "", "ErrRange"},
		{"is_open", "0001-01-01T12:00:00Z", "", "false"},
		{"is_open", "9999-12-31T16:59:59-12:00", "", "true"}, // in the year 10000 in UTC
	})
}

// TestAnswersStayInRange: an answer is an instant of the years 1 to 9999, or an
// error, also where a night runs past the end of time, or a combination has
// windows that its own zone has no dates for.
func TestAnswersStayInRange(t *testing.T) {
	get := must[*calendar.Calendar](t)
	nights := zoned(t, "UTC", win(22, 30))
	// Where it is 14 h later, 31 December 9999 is over before it is in the west.
	west := get(calendar.Union(makeCalendar(t, calendar.Config{Zone: "+14:00"}), zoned(t, "-12:00", win(9, 17))))
	east := get(calendar.Union(makeCalendar(t, calendar.Config{Zone: "-12:00"}), zoned(t, "+14:00", win(9, 17))))
	for _, tt := range []struct {
		name string
		c    *calendar.Calendar
		question
	}{
		{"nights", nights, question{"add", "9999-12-31T23:00:00Z", "1h", ""}},
		{"nights", nights, question{"close_of_business", "9999-12-30T12:00:00Z", "1", ""}},
		{"west", west, question{"next_open", "9999-12-31T23:59:00+14:00", "", ""}},
		{"west", west, question{"same_time", "9999-12-31T12:00:00+14:00", "1", ""}},
		{"west", west, question{"add", "9999-12-31T12:00:00+14:00", "8h", ""}},
		{"east", east, question{"prev_close", "0001-01-01T00:00:00-12:00", "", ""}},
		{"east", east, question{"sub", "0001-01-01T00:00:00-12:00", "1h", ""}},
		{"east", east, question{"same_time", "0001-01-01T12:00:00-12:00", "-1", ""}},
	} {
		if got := ask(tt.c, tt.question); got != "ErrRange" && got != "ErrNeverOpen" {
			t.Errorf("%s: %s %s %s: %s, want ErrRange or ErrNeverOpen", tt.name, tt.op, tt.start, tt.by, got)
		}
	}
	if got := ask(west, question{"first_window", "9999-12-31T23:59:00+14:00", "", ""}); got != "none" {
		t.Errorf("a window of the year 10000: %s", got)
	}
}

// TestRangeErrorNamesTheInstant: in the calendar's zone, in which it is outside the years,
// whatever it is in another. The year before 0 is -1.
func TestRangeErrorNamesTheInstant(t *testing.T) {
	c := zoned(t, "-12:00", win(9, 17))
	for at, want := range map[int64]string{
		-62167219201: "calendar: instant -0001-12-31T11:59:59-12:00 is outside the years 1 to 9999",
		-62167219200: "calendar: instant -0001-12-31T12:00:00-12:00 is outside the years 1 to 9999",
		-62135596800: "calendar: instant 0000-12-31T12:00:00-12:00 is outside the years 1 to 9999",
	} {
		if _, err := c.IsOpen(time.Unix(at, 0)); err == nil || err.Error() != want {
			t.Errorf("%d: %v, want %s", at, err, want)
		}
	}
	c = zoned(t, "+14:00", win(9, 17))
	for at, want := range map[int64]string{
		253402300799: "calendar: instant 10000-01-01T13:59:59+14:00 is outside the years 1 to 9999",
		253402300800: "calendar: instant 10000-01-01T14:00:00+14:00 is outside the years 1 to 9999",
	} {
		if _, err := c.IsOpen(time.Unix(at, 0)); err == nil || err.Error() != want {
			t.Errorf("%d: %v, want %s", at, err, want)
		}
	}
}
