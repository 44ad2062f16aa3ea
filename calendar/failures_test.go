package calendar_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// The ten ways in which this field fails, a named test each: first the wrong
// answer that software in use has given, then what the calendar answers.

// TestFailure01_WallClockPause: a ticket waited for its customer from Friday
// afternoon to Monday morning. To push a deadline of working time back by the
// 66 hours on the wall gives the supplier a week as a gift; what was paused is
// the working time between the two (G7).
func TestFailure01_WallClockPause(t *testing.T) {
	c := berlin(t, nineToFive())
	due := when("2026-03-09T12:00:00+01:00")
	paused, resumed := when("2026-03-06T16:00:00+01:00"), when("2026-03-09T10:00:00+01:00")

	wrong, err := c.Add(due, resumed.Sub(paused))
	if shown(wrong, err) != "2026-03-19T14:00:00+01:00" { // 66 h are eight days and 2 h
		t.Errorf("the wall clock: %v, %v", wrong, err)
	}
	pause, err := c.Between(paused, resumed)
	if err != nil || pause != hm(2, 0) {
		t.Fatalf("the pause: %v, %v", pause, err)
	}
	right, err := c.Add(due, pause)
	if shown(right, err) != "2026-03-09T14:00:00+01:00" {
		t.Errorf("the due time: %v, %v", right, err)
	}
	// A pause of a night and a weekend costs nothing.
	if pause, err := c.Between(when("2026-03-06T17:00:00+01:00"), when("2026-03-09T09:00:00+01:00")); err != nil || pause != 0 {
		t.Errorf("outside hours: %v, %v", pause, err)
	}
}

// TestFailure02_EndOfDay: a day that ends at 23:59, or at 23:59:59, lacks a
// minute or a second each day.
func TestFailure02_EndOfDay(t *testing.T) {
	full := zoned(t, "UTC", win(0, 24))
	askAll(t, full, []question{
		{"is_open", "2026-03-02T23:59:59.999999999Z", "", "true"},
		{"between", "2026-03-02T00:00:00Z", "2026-04-01T00:00:00Z", "720h0m0s"},
		{"add", "2026-03-02T12:00:00Z", "720h", "2026-04-01T12:00:00Z"},
		{"close_of_business", "2026-03-02T12:00:00Z", "1", "2026-03-04T00:00:00Z"},
	})
	short := zoned(t, "UTC", calendar.Window{Open: 0, Close: hm(23, 59)})
	askAll(t, short, []question{
		{"between", "2026-03-02T00:00:00Z", "2026-04-01T00:00:00Z", "719h30m0s"},
		{"add", "2026-03-02T12:00:00Z", "720h", "2026-04-01T12:30:00Z"}, // half an hour late after a month
	})
}

// TestFailure03_NaiveLocalTime: 09:00 without a zone is another instant for each
// reader. The calendar takes instants only, and answers in its own zone.
func TestFailure03_NaiveLocalTime(t *testing.T) {
	kl := makeCalendar(t, calendar.Config{Zone: "Asia/Kuala_Lumpur", Week: nineToFive()})
	denver := makeCalendar(t, calendar.Config{Zone: "America/Denver", Week: nineToFive()})
	askAll(t, kl, []question{
		{"add", "2026-03-02T09:00:00+08:00", "1h", "2026-03-02T10:00:00+08:00"},
		{"add", "2026-03-02T09:00:00Z", "1h", "2026-03-03T10:00:00+08:00"}, // 17:00 there
		{"add", "2026-03-02T09:00:00-07:00", "1h", "2026-03-03T10:00:00+08:00"},
	})
	askAll(t, denver, []question{
		{"add", "2026-03-02T09:00:00+08:00", "1h", "2026-03-02T10:00:00-07:00"}, // Sunday evening there
		{"add", "2026-03-02T09:00:00-07:00", "1h", "2026-03-02T10:00:00-07:00"},
	})
	if _, err := calendar.New(calendar.Config{Week: nineToFive()}); shown(nil, err) != "ErrConfig" {
		t.Errorf("a calendar without a zone: %v", err)
	}
	if _, err := calendar.New(calendar.Config{Week: nineToFive(), Location: time.Local}); shown(nil, err) != "ErrConfig" {
		t.Errorf("a calendar in the machine's zone: %v", err)
	}
}

// TestFailure04_OffsetOfToday: to judge a ticket of last summer with the offset
// of this winter is an hour off, and by more where a country changed its law.
func TestFailure04_OffsetOfToday(t *testing.T) {
	askAll(t, berlin(t, nineToFive()), []question{
		{"next_open", "2026-01-15T00:00:00Z", "", "2026-01-15T09:00:00+01:00"},
		{"next_open", "2026-07-15T00:00:00Z", "", "2026-07-15T09:00:00+02:00"},
		{"next_open", "1979-07-16T00:00:00Z", "", "1979-07-16T09:00:00+01:00"}, // no summer time in that year
		{"next_open", "1945-06-01T00:00:00Z", "", "1945-06-01T09:00:00+03:00"}, // double summer time
	})
	askAll(t, zoned(t, "Europe/Moscow", win(9, 17)), []question{
		{"next_open", "2010-01-15T00:00:00Z", "", "2010-01-15T09:00:00+03:00"},
		{"next_open", "2012-01-15T00:00:00Z", "", "2012-01-15T09:00:00+04:00"},
		{"next_open", "2015-01-15T00:00:00Z", "", "2015-01-15T09:00:00+03:00"},
	})
	askAll(t, zoned(t, "Asia/Pyongyang", win(9, 17)), []question{
		{"next_open", "2016-01-14T12:00:00Z", "", "2016-01-15T09:00:00+08:30"},
		{"next_open", "2019-01-14T12:00:00Z", "", "2019-01-15T09:00:00+09:00"},
	})
}

// TestFailure05_DayOf86400Seconds: a day on the wall has 23 to 25 hours, and
// working time is elapsed time.
func TestFailure05_DayOf86400Seconds(t *testing.T) {
	askAll(t, zoned(t, "Europe/Berlin", win(0, 24)), []question{
		{"between", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00", "23h0m0s"},
		{"between", "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00", "25h0m0s"},
		{"same_time", "2026-03-28T12:00:00+01:00", "1", "2026-03-29T12:00:00+02:00"}, // a civil day: 23 h
		{"add", "2026-03-28T12:00:00+01:00", "24h", "2026-03-29T13:00:00+02:00"},     // 24 h
		{"same_time", "2026-10-24T12:00:00+02:00", "1", "2026-10-25T12:00:00+01:00"},
		{"add", "2026-10-24T12:00:00+02:00", "24h", "2026-10-25T11:00:00+01:00"},
	})
	// A civil date plus days is a civil date, whatever the clocks do.
	if got, err := on("2026-03-28").Plus(2, calendar.Days); err != nil || got != on("2026-03-30") {
		t.Errorf("%v, %v", got, err)
	}
}

// TestFailure06_WalkWithoutEnd: what looks for the next working day by walking
// does not come back from a calendar that has none. Every question here is one
// that a walk would not end on, or not this year.
func TestFailure06_WalkWithoutEnd(t *testing.T) {
	var off []calendar.Date
	for d := on("2026-01-01"); d.Compare(on("2026-12-31")) <= 0; d, _ = d.Plus(1, calendar.Days) {
		off = append(off, d)
	}
	lastYear := makeCalendar(t, calendar.Config{
		Zone: "Europe/Berlin", Week: nineToFive(), Changes: []calendar.WeekChange{{From: on("2027-01-01")}}, Holidays: calendar.DaysOff(off...),
	})
	leapMonday := makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", Special: map[calendar.Date][]calendar.Window{on("9996-02-29"): {win(9, 10)}}})
	done := make(chan bool)
	go func() {
		defer close(done)
		for _, start := range []string{"2026-01-01T00:00:00+01:00", "2096-12-31T12:00:00+01:00", "9996-12-31T12:00:00+01:00"} {
			askAll(t, lastYear, []question{
				{"next_open", start, "", "ErrNeverOpen"}, {"add", start, "1ns", "ErrNeverOpen"}, {"add", start, "2562047h", "ErrNeverOpen"},
				{"close_of_business", start, "1", "ErrNeverOpen"}, {"first_window", start, "", "none"},
				{"prev_close", start, "", "2025-12-31T17:00:00+01:00"},
			})
		}
		askAll(t, leapMonday, []question{
			{"next_open", "0001-01-01T00:00:00Z", "", "9996-02-29T09:00:00+01:00"},
			{"sub", "9999-01-01T00:00:00Z", "1h", "9996-02-29T09:00:00+01:00"},
			{"sub", "9999-01-01T00:00:00Z", "1h1ns", "ErrNeverOpen"},
			{"prev_close", "9996-01-01T00:00:00Z", "", "ErrNeverOpen"},
		})
	}()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal("still walking after a minute")
	}
}

// TestFailure07_DayLeftVague: "within two business days" of Thursday, 15:00 is
// three instants by the three readings in use; a caller has to name one (G6).
func TestFailure07_DayLeftVague(t *testing.T) {
	askAll(t, berlin(t, nineToFive()), []question{
		{"close_of_business", "2026-03-05T15:00:00+01:00", "2", "2026-03-09T17:00:00+01:00"},
		{"same_time", "2026-03-05T15:00:00+01:00", "2", "2026-03-09T15:00:00+01:00"},
		{"working_time", "2026-03-05T15:00:00+01:00", "2", "2026-03-09T15:00:00+01:00"},
		// Before opening, they are three.
		{"close_of_business", "2026-03-05T07:00:00+01:00", "2", "2026-03-09T17:00:00+01:00"},
		{"same_time", "2026-03-05T07:00:00+01:00", "2", "2026-03-09T07:00:00+01:00"},
		{"working_time", "2026-03-05T07:00:00+01:00", "2", "2026-03-06T17:00:00+01:00"},
		// From a day that is none, day 1 is the next business day.
		{"close_of_business", "2026-03-07T12:00:00+01:00", "2", "2026-03-10T17:00:00+01:00"},
		{"same_time", "2026-03-07T12:00:00+01:00", "2", "2026-03-10T12:00:00+01:00"},
		{"working_time", "2026-03-07T12:00:00+01:00", "2", "2026-03-10T17:00:00+01:00"},
		// At the closing instant.
		{"close_of_business", "2026-03-06T17:00:00+01:00", "1", "2026-03-09T17:00:00+01:00"},
		{"same_time", "2026-03-06T17:00:00+01:00", "1", "2026-03-09T17:00:00+01:00"},
		{"working_time", "2026-03-06T17:00:00+01:00", "1", "2026-03-09T17:00:00+01:00"},
	})
	uneven := nineToFive()
	uneven[time.Friday] = []calendar.Window{win(9, 14)}
	askAll(t, berlin(t, uneven), []question{
		{"close_of_business", "2026-03-05T15:00:00+01:00", "1", "2026-03-06T14:00:00+01:00"},
		{"same_time", "2026-03-05T15:00:00+01:00", "1", "2026-03-06T15:00:00+01:00"}, // though closed then
		{"working_time", "2026-03-05T15:00:00+01:00", "1", "ErrRegularDay"},          // 8 h or 5 h?
	})
	says := makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", Week: uneven, RegularDay: hm(8, 0)})
	askAll(t, says, []question{
		{"working_time", "2026-03-05T15:00:00+01:00", "1", "2026-03-09T10:00:00+01:00"}, // 2 h, 5 h, 1 h
	})
	got, err := says.AddDays(when("2026-03-05T15:00:00+01:00"), 1, calendar.Convention(3))
	if want := `calendar: convention: "Convention(3)" is not a convention; write close_of_business, same_time or working_time`; err == nil || err.Error() != want {
		t.Errorf("%v, %v; want %s", got, err, want)
	}
}

// TestFailure08_RoundingIntoABreach: an answer in time to the nanosecond is in
// time; seconds or minutes on the way make it late, or let it wait for a day.
func TestFailure08_RoundingIntoABreach(t *testing.T) {
	c := berlin(t, nineToFive())
	askAll(t, c, []question{
		{"add", "2026-03-02T10:00:00.000000001+01:00", "1h", "2026-03-02T11:00:00.000000001+01:00"},
		{"add", "2026-03-02T16:59:59.999999999+01:00", "1ns", "2026-03-02T17:00:00+01:00"},
		{"add", "2026-03-02T16:59:59.999999999+01:00", "2ns", "2026-03-03T09:00:00.000000001+01:00"},
		{"sub", "2026-03-02T11:00:00.000000001+01:00", "1h", "2026-03-02T10:00:00.000000001+01:00"},
		{"between", "2026-03-02T10:00:00.999999999+01:00", "2026-03-02T11:00:00+01:00", "59m59.000000001s"},
		{"next_open", "2026-03-02T10:00:00.123456789+01:00", "", "2026-03-02T10:00:00.123456789+01:00"},
		{"prev_close", "2026-03-02T10:00:00.123456789+01:00", "", "2026-03-02T10:00:00.123456789+01:00"},
		{"same_time", "2026-03-02T10:00:00.123456789+01:00", "1", "2026-03-03T10:00:00.123456789+01:00"},
		{"working_time", "2026-03-02T10:00:00.123456789+01:00", "1", "2026-03-03T10:00:00.123456789+01:00"},
	})
	// A thousand steps of a bit more than a second end where one step does.
	step := time.Second + time.Nanosecond
	at := when("2026-03-02T16:50:00+01:00")
	var err error
	for range 1000 {
		if at, err = c.Add(at, step); err != nil {
			t.Fatal(err)
		}
	}
	if got := shown(at, nil); got != "2026-03-03T09:06:40.000001+01:00" {
		t.Errorf("a thousand steps: %s", got)
	}
}

// TestFailure09_Order: nothing depends on the order in which a calendar was
// told its holidays, windows and changes, or asked its questions.
func TestFailure09_Order(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	config := func(shuffle bool) calendar.Config {
		days := []calendar.Date{on("2026-03-05"), on("2026-03-03"), on("2026-03-10"), on("2026-03-03"), on("2026-04-01"), on("2026-03-04")}
		windows := []calendar.Window{win(9, 11), win(12, 15), win(15, 17), win(20, 26)}
		changes := []calendar.WeekChange{
			{From: on("2026-03-20"), Week: nineToFive()}, {From: on("2026-03-12"), Week: night()}, {From: on("2026-03-16")},
		}
		if shuffle {
			random.Shuffle(len(days), func(i, j int) { days[i], days[j] = days[j], days[i] })
			random.Shuffle(len(windows), func(i, j int) { windows[i], windows[j] = windows[j], windows[i] })
			random.Shuffle(len(changes), func(i, j int) { changes[i], changes[j] = changes[j], changes[i] })
		}
		week := calendar.Week{}
		for d := time.Monday; d <= time.Friday; d++ {
			week[d] = windows
		}
		return calendar.Config{Zone: "Europe/Berlin", Week: week, Changes: changes, Holidays: calendar.DaysOff(days...)}
	}
	var questions []question
	start := when("2026-02-27T00:00:00+01:00")
	for i := range 200 {
		at := start.Add(time.Duration(i) * 13 * time.Hour).Format(time.RFC3339)
		questions = append(questions, question{"add", at, "17h", ""}, question{"prev_close", at, "", ""}, question{"close_of_business", at, "-2", ""})
	}
	c := makeCalendar(t, config(false))
	for i := range questions {
		questions[i].want = ask(c, questions[i])
	}
	// Thursday's night until 02:00 is 2 h, Friday 27 February 13 h, Monday 2 h.
	if got := questions[0].want; got != "2026-03-02T11:00:00+01:00" {
		t.Errorf("the first answer: %s", got)
	}
	for range 20 {
		again := makeCalendar(t, config(true))
		random.Shuffle(len(questions), func(i, j int) { questions[i], questions[j] = questions[j], questions[i] })
		askAll(t, again, questions)
	}
	// The last asked first: what has been laid out before does not matter.
	again := makeCalendar(t, config(true))
	slices.Reverse(questions)
	askAll(t, again, questions)
}

// TestFailure10_DeadlineMovedWithoutReason: after an update of the library, of
// its data or of a Config, a deadline is another one and nobody knows why. The
// fingerprint changes if and only if working time does.
func TestFailure10_DeadlineMovedWithoutReason(t *testing.T) {
	if testing.Short() {
		t.Skip("goes through all years of several calendars; skipped with -short")
	}
	cfg := calendar.Config{Zone: "Europe/Berlin", Week: nineToFive(), Holidays: calendar.DaysOff(on("2026-03-03")), HolidaysThrough: on("2030-12-31")}
	c := makeCalendar(t, cfg)
	due := func(c *calendar.Calendar) string {
		got, err := c.Add(when("2026-03-02T16:00:00+01:00"), hm(8, 0))
		return shown(got, err)
	}
	if got := due(c); got != "2026-03-04T16:00:00+01:00" {
		t.Fatalf("the due time: %s", got)
	}
	for name, tt := range map[string]struct {
		change func(*calendar.Config)
		moved  bool
	}{
		"nothing":                  {func(*calendar.Config) {}, false},
		"the holiday gets a name":  {func(c *calendar.Config) { c.Holidays[0].Name = "founder's day" }, false},
		"a holiday on a Sunday":    {func(c *calendar.Config) { c.Holidays = append(c.Holidays, calendar.DaysOff(on("2026-03-08"))...) }, false},
		"another one on a Tuesday": {func(c *calendar.Config) { c.Holidays = append(c.Holidays, calendar.DaysOff(on("2030-12-31"))...) }, true},
		"the holiday revoked":      {func(c *calendar.Config) { c.Holidays = nil }, true},
		"one second":               {func(c *calendar.Config) { c.Week[time.Friday][0].Close -= time.Second }, true},
		"another country's zone":   {func(c *calendar.Config) { c.Zone = "Europe/London" }, true},
	} {
		changed := cfg
		changed.Holidays = slices.Clone(cfg.Holidays)
		changed.Week = nineToFive()
		tt.change(&changed)
		if got := makeCalendar(t, changed).Fingerprint() != c.Fingerprint(); got != tt.moved {
			t.Errorf("%s: the fingerprint changed: %v, want %v", name, got, tt.moved)
		}
	}
}
