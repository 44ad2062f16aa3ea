package calendar_test

import (
	"errors"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
)

// TestConfigMistakes has one row for each mistake that a Config can have.
func TestConfigMistakes(t *testing.T) {
	monday := func(windows ...calendar.Window) calendar.Week { return calendar.Week{time.Monday: windows} }
	elsewhere := time.FixedZone("elsewhere", 3600)
	many := make([]calendar.Window, 1441)
	for i := range many {
		many[i] = calendar.Window{Open: time.Duration(i) * 30 * time.Second, Close: time.Duration(i)*30*time.Second + time.Second}
	}
	for _, tt := range []struct {
		name string
		cfg  calendar.Config
		want string
	}{
		{"zero Config", calendar.Config{},
			`calendar: zone: is missing; write a name such as Europe/Berlin or UTC, or an offset such as +08:00`},
		{"unknown zone", calendar.Config{Zone: "Europe/Bern"},
			`calendar: zone: "Europe/Bern" is not in tz database 2025c; write a name such as Europe/Berlin or UTC, or an offset such as +08:00`},
		{"zone in other letters", calendar.Config{Zone: "europe/berlin"},
			`calendar: zone: "europe/berlin" is not in tz database 2025c; write a name such as Europe/Berlin or UTC, or an offset such as +08:00`},
		{"the machine's zone by name", calendar.Config{Zone: "Local"},
			`calendar: zone: "Local" is not in tz database 2025c; write a name such as Europe/Berlin or UTC, or an offset such as +08:00`},
		{"the machine's zone", calendar.Config{Location: time.Local},
			`calendar: zone: time.Local depends on the machine; name a zone`},
		{"two zones", calendar.Config{Zone: "Europe/Berlin", Location: elsewhere},
			`calendar: zone: "Europe/Berlin" is not the name of Location, "elsewhere"; give one of the two`},
		{"offset too large", calendar.Config{Zone: "+24:00"},
			`calendar: zone: "+24:00" is not an offset; write it as +08:00, from -23:59 to +23:59`},
		{"offset too short", calendar.Config{Zone: "+8:00"},
			`calendar: zone: "+8:00" is not an offset; write it as +08:00, from -23:59 to +23:59`},
		{"offset with too many minutes", calendar.Config{Zone: "-05:60"},
			`calendar: zone: "-05:60" is not an offset; write it as +08:00, from -23:59 to +23:59`},

		{"closes before it opens", calendar.Config{Zone: "UTC", Week: monday(win(9, 12), win(17, 9))},
			`calendar: week[mon][1]: 17:00-09:00 closes before it opens; write 17:00-33:00 to run past midnight`},
		{"closes when it opens", calendar.Config{Zone: "UTC", Week: monday(win(9, 9))},
			`calendar: week[mon][0]: 09:00-09:00 closes when it opens; write a later time to close`},
		{"closes a second before it opens", calendar.Config{Zone: "UTC", Week: monday(calendar.Window{Open: hm(9, 0), Close: hm(9, 0) - time.Second})},
			`calendar: week[mon][0]: 09:00-08:59:59 closes before it opens; write 09:00-32:59:59 to run past midnight`},
		{"closes when it opens, at midnight", calendar.Config{Zone: "UTC", Week: monday(win(0, 0))},
			`calendar: week[mon][0]: 00:00-00:00 closes when it opens; write a later time to close`},
		{"closes before it could", calendar.Config{Zone: "UTC", Week: monday(win(9, -1))},
			`calendar: week[mon][0]: 09:00--1h0m0s closes before it opens`},
		{"opens at 24:00", calendar.Config{Zone: "UTC", Week: monday(win(24, 30))},
			`calendar: week[mon][0]: 24:00-30:00 must open from 00:00 to before 24:00; a window belongs to the day on which it opens`},
		{"opens the day before", calendar.Config{Zone: "UTC", Week: monday(win(-1, 9))},
			`calendar: week[mon][0]: -1h0m0s-09:00 must open from 00:00 to before 24:00; a window belongs to the day on which it opens`},
		{"closes after 48:00", calendar.Config{Zone: "UTC", Week: monday(calendar.Window{Open: hm(9, 0), Close: hm(48, 0) + time.Second})},
			`calendar: week[mon][0]: 09:00-48:00:01 must close at 48:00 at the latest`},
		{"part of a second", calendar.Config{Zone: "UTC", Week: monday(calendar.Window{Open: hm(9, 0), Close: hm(17, 0) + time.Millisecond})},
			`calendar: week[mon][0]: 9h0m0s-17h0m0.001s has a part of a second; write whole seconds`},
		{"overlap", calendar.Config{Zone: "UTC", Week: monday(win(12, 17), win(9, 13))},
			`calendar: week[mon][0]: 12:00-17:00 overlaps week[mon][1], 09:00-13:00; windows of one date may touch, not overlap`},
		{"overlap by a second", calendar.Config{Zone: "UTC", Week: monday(calendar.Window{Open: hm(9, 0), Close: hm(13, 0) + time.Second}, win(13, 17))},
			`calendar: week[mon][1]: 13:00-17:00 overlaps week[mon][0], 09:00-13:00:01; windows of one date may touch, not overlap`},
		{"the same window twice", calendar.Config{Zone: "UTC", Week: monday(win(9, 17), win(9, 17))},
			`calendar: week[mon][1]: 09:00-17:00 overlaps week[mon][0], 09:00-17:00; windows of one date may touch, not overlap`},
		{"a long window overlaps two later ones", calendar.Config{Zone: "UTC", Week: monday(win(0, 24), win(1, 2), win(3, 4))},
			`calendar: week[mon][1]: 01:00-02:00 overlaps week[mon][0], 00:00-24:00; windows of one date may touch, not overlap` + "\n" +
				`calendar: week[mon][2]: 03:00-04:00 overlaps week[mon][0], 00:00-24:00; windows of one date may touch, not overlap`},
		{"too many windows", calendar.Config{Zone: "UTC", Week: monday(many...)},
			`calendar: week[mon]: 1441 windows are too many; a date can have 1440`},

		{"two changes on one date", calendar.Config{Zone: "UTC", Changes: []calendar.WeekChange{{From: on("2026-07-01")}, {From: on("2026-07-01")}}},
			`calendar: changes[1].from: 2026-07-01 is also that of changes[0]; a date can have one week`},
		{"a change with a bad window", calendar.Config{Zone: "UTC", Changes: []calendar.WeekChange{{From: on("2026-07-01"), Week: calendar.Week{time.Sunday: {win(3, 2)}}}}},
			`calendar: changes[0].week[sun][0]: 03:00-02:00 closes before it opens; write 03:00-26:00 to run past midnight`},

		{"special date with a bad window", calendar.Config{Zone: "UTC", Special: map[calendar.Date][]calendar.Window{on("2026-12-24"): {win(9, 12), win(11, 14)}}},
			`calendar: special[2026-12-24][1]: 11:00-14:00 overlaps special[2026-12-24][0], 09:00-12:00; windows of one date may touch, not overlap`},

		{"unknown region", calendar.Config{Zone: "UTC", Region: calendar.Region{Code: "US-CA"}},
			`calendar: region: "US-CA" is not a region whose holidays are known; write US or US-MD`},

		{"coverage ends before it begins", calendar.Config{Zone: "UTC", HolidaysFrom: on("2027-01-01"), HolidaysThrough: on("2026-12-31")},
			`calendar: holidays_through: 2026-12-31 is before holidays_from, 2027-01-01`},

		{"negative regular day", calendar.Config{Zone: "UTC", RegularDay: -time.Hour},
			`calendar: regular_day: -1h0m0s must be more than none and at most 48h`},
		{"regular day of more than two days", calendar.Config{Zone: "UTC", RegularDay: hm(48, 0) + time.Nanosecond},
			`calendar: regular_day: 48h0m0.000000001s must be more than none and at most 48h`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, err := calendar.New(tt.cfg)
			if err == nil || c != nil {
				t.Fatalf("New: %v, %v; want %s", c, err, tt.want)
			}
			if diff := cmp.Diff(tt.want, err.Error()); diff != "" {
				t.Error(diff)
			}
			if !errors.Is(err, calendar.ErrConfig) {
				t.Error("the error is no ErrConfig")
			}
		})
	}
}

// TestConfigBounds: the last value that is right, beside the first that is not.
func TestConfigBounds(t *testing.T) {
	full := make([]calendar.Window, 1440)
	for i := range full {
		full[i] = calendar.Window{Open: time.Duration(i) * time.Minute, Close: time.Duration(i)*time.Minute + 30*time.Second}
	}
	for name, cfg := range map[string]calendar.Config{
		"closes at 48:00":       {Zone: "UTC", Week: calendar.Week{time.Monday: {win(0, 48)}}},
		"opens at 23:59:59":     {Zone: "UTC", Week: calendar.Week{time.Monday: {{Open: hm(24, 0) - time.Second, Close: hm(24, 0)}}}},
		"one second":            {Zone: "UTC", Week: calendar.Week{time.Monday: {{Open: 0, Close: time.Second}}}},
		"windows touch":         {Zone: "UTC", Week: calendar.Week{time.Monday: {win(13, 17), win(9, 13)}}},
		"spill over a window":   {Zone: "UTC", Week: calendar.Week{time.Monday: {win(20, 34)}, time.Tuesday: {win(9, 17)}}},
		"1440 windows":          {Zone: "UTC", Week: calendar.Week{time.Monday: full}},
		"+23:59":                {Zone: "+23:59"},
		"-00:00":                {Zone: "-00:00"},
		"one day of coverage":   {Zone: "UTC", HolidaysFrom: on("2026-12-31"), HolidaysThrough: on("2026-12-31")},
		"regular day of 48h":    {Zone: "UTC", RegularDay: hm(48, 0)},
		"regular day of 1s":     {Zone: "UTC", RegularDay: time.Second},
		"no window":             {Zone: "UTC"},
		"NONE":                  {Zone: "UTC", Region: calendar.Region{Code: "NONE"}},
		"a Location":            {Location: time.FixedZone("elsewhere", 3600)},
		"a Location, its name":  {Zone: "elsewhere", Location: time.FixedZone("elsewhere", 3600)},
		"a change on the first": {Zone: "UTC", Changes: []calendar.WeekChange{{From: on("0001-01-01")}}},
		"a holiday twice":       {Zone: "UTC", Holidays: calendar.DaysOff(on("2026-01-01"), on("2026-01-01"))},
	} {
		if _, err := calendar.New(cfg); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestConfigAllMistakesAtOnce: in the order of the fields, a week from Monday.
func TestConfigAllMistakesAtOnce(t *testing.T) {
	_, err := calendar.New(calendar.Config{
		Zone: "Mars/Olympus",
		Week: calendar.Week{
			time.Sunday: {win(25, 26)},
			time.Monday: {win(9, 12), win(17, 9)},
			time.Friday: {win(9, 12), win(11, 13)},
		},
		Changes: []calendar.WeekChange{
			{From: on("2026-07-01"), Week: calendar.Week{time.Tuesday: {win(9, 8)}}},
			{From: on("2026-07-01")},
		},
		Region:          calendar.Region{Code: "Atlantis"},
		Special:         map[calendar.Date][]calendar.Window{on("2026-12-31"): {win(9, 49)}, on("2026-12-24"): {win(3, 3)}},
		HolidaysFrom:    on("2026-01-01"),
		HolidaysThrough: on("2025-12-31"),
		RegularDay:      -1,
	})
	var mistakes *calendar.ConfigError
	if !errors.As(err, &mistakes) {
		t.Fatal(err)
	}
	var places []string
	for _, m := range mistakes.Mistakes {
		places = append(places, m.Place)
	}
	want := []string{
		"zone", "week[mon][1]", "week[fri][1]", "week[sun][0]", "changes[0].week[tue][0]", "changes[1].from", "region",
		"special[2026-12-24][0]", "special[2026-12-31][0]", "holidays_through", "regular_day",
	}
	if diff := cmp.Diff(want, places); diff != "" {
		t.Error(diff)
	}
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != len(want) {
		t.Errorf("%d lines, want %d:\n%v", len(lines), len(want), err)
	}
	for _, line := range lines {
		if !strings.HasPrefix(line, "calendar: ") {
			t.Errorf("no package in front: %s", line)
		}
	}
}

// TestZoneErrors: the same words outside a Config.
func TestZoneErrors(t *testing.T) {
	for _, name := range []string{"", "Local", "Europe", "Europe/", "europe/berlin", "Europe/Berlin ", "../etc/passwd", "+8", "+0800", "+08:00:00", "+24:00", "+-1:00", "−08:00"} {
		loc, err := calendar.Zone(name)
		var unknown *calendar.ZoneError
		if loc != nil || !errors.As(err, &unknown) || unknown.Name != name || !errors.Is(err, calendar.ErrZone) {
			t.Errorf("Zone(%q) = %v, %v", name, loc, err)
		}
	}
	if _, err := calendar.Zone("Europe/Bern"); err == nil ||
		err.Error() != `calendar: zone "Europe/Bern" is not in tz database 2025c; write a name such as Europe/Berlin or UTC, or an offset such as +08:00` {
		t.Error(err)
	}
	for _, name := range []string{"+24:00", "-24:00", "+8:00", "-"} {
		if _, err := calendar.Zone(name); err == nil || err.Error() != `calendar: zone "`+name+`" is not an offset; write it as +08:00, from -23:59 to +23:59` {
			t.Error(err)
		}
	}
	for name, want := range map[string]int{"+23:59": 86340, "-23:59": -86340, "+08:00": 28800, "-05:30": -19800, "+00:00": 0, "-00:00": 0, "UTC": 0, "Asia/Kuala_Lumpur": 28800} {
		loc, err := calendar.Zone(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if _, offset := when("2026-03-02T00:00:00Z").In(loc).Zone(); offset != want {
			t.Errorf("%s: offset %d, want %d", name, offset, want)
		}
	}
}

// changeable is a Config whose slices and maps are all in use.
func changeable() calendar.Config {
	return calendar.Config{
		Zone:            "Europe/Berlin",
		Week:            nineToFive(),
		Changes:         []calendar.WeekChange{{From: on("2026-07-01"), Week: calendar.Weekdays(hm(8, 0), hm(16, 0))}},
		Region:          calendar.Region{Code: "DE"},
		Holidays:        calendar.DaysOff(on("2026-03-04")),
		Workdays:        []calendar.Date{on("2026-05-01")},
		Special:         map[calendar.Date][]calendar.Window{on("2026-03-05"): {win(9, 12)}},
		HolidaysThrough: on("2027-12-31"),
	}
}

// spoil changes all that a Config refers to.
func spoil(cfg calendar.Config) {
	for i := range cfg.Week {
		for j := range cfg.Week[i] {
			cfg.Week[i][j] = win(1, 2)
		}
	}
	for i := range cfg.Changes {
		for j := range cfg.Changes[i].Week {
			for k := range cfg.Changes[i].Week[j] {
				cfg.Changes[i].Week[j][k] = win(1, 2)
			}
		}
		cfg.Changes[i].From = on("2026-01-01")
	}
	for i := range cfg.Holidays {
		cfg.Holidays[i] = calendar.Holiday{Date: on("2026-03-02"), Actual: on("2026-03-02")}
	}
	for i := range cfg.Workdays {
		cfg.Workdays[i] = on("2026-12-25")
	}
	for d := range cfg.Special {
		cfg.Special[d][0] = win(1, 2)
	}
	cfg.Special[on("2026-03-02")] = nil
}

// changeableAnswers tell a changeable calendar from a spoilt one.
var changeableAnswers = []question{
	{"first_window", "2026-03-02T00:00:00+01:00", "", "2026-03-02T09:00:00+01:00/2026-03-02T17:00:00+01:00"},
	{"first_window", "2026-03-04T00:00:00+01:00", "", "2026-03-05T09:00:00+01:00/2026-03-05T12:00:00+01:00"},
	{"first_window", "2026-05-01T00:00:00+02:00", "", "2026-05-01T09:00:00+02:00/2026-05-01T17:00:00+02:00"},
	{"first_window", "2026-07-01T00:00:00+02:00", "", "2026-07-01T08:00:00+02:00/2026-07-01T16:00:00+02:00"},
	{"first_window", "2026-12-25T00:00:00+01:00", "", "2026-12-28T08:00:00+01:00/2026-12-28T16:00:00+01:00"},
}

// TestNewKeepsACopy: what the caller does to its Config later changes nothing.
func TestNewKeepsACopy(t *testing.T) {
	cfg := changeable()
	c := makeCalendar(t, cfg)
	spoil(cfg)
	askAll(t, c, changeableAnswers) // pages are laid out only now
	kept, _ := c.Config()
	wantConfig(t, changeable(), kept)
}

// wantConfig fails unless a calendar's Config is what it was made from.
func wantConfig(t *testing.T, want, got calendar.Config) {
	t.Helper()
	got.Location = nil // filled in with that of Zone
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b calendar.Date) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
}

// TestConfigReturnsACopy: nor what it does to the Config that it is given back.
func TestConfigReturnsACopy(t *testing.T) {
	c := makeCalendar(t, changeable())
	first, ok := c.Config()
	if !ok {
		t.Fatal("a calendar made by New has no Config")
	}
	spoil(first)
	askAll(t, c, changeableAnswers)
	second, _ := c.Config()
	wantConfig(t, changeable(), second)
}

// TestConfigMakesTheSameCalendar: a calendar can be made again of its Config.
func TestConfigMakesTheSameCalendar(t *testing.T) {
	if testing.Short() {
		t.Skip("goes through all years of several calendars; skipped with -short")
	}
	for _, zone := range []string{"Europe/Berlin", "UTC", "+08:00", "+00:00", "-00:00"} {
		cfg := changeable()
		cfg.Zone = zone
		c := makeCalendar(t, cfg)
		cfg, _ = c.Config()
		if cfg.Zone != zone {
			t.Errorf("%s has become %s", zone, cfg.Zone)
		}
		again, err := calendar.New(cfg)
		if err != nil {
			t.Errorf("%s: %v", zone, err)
			continue
		}
		if c.Fingerprint() != again.Fingerprint() {
			t.Errorf("%s: other working time", zone)
		}
	}
	both := must[*calendar.Calendar](t)(calendar.Union(makeCalendar(t, changeable()), makeCalendar(t, changeable())))
	if cfg, ok := both.Config(); ok || cfg.Zone != "" {
		t.Errorf("a combination has a Config: %+v", cfg)
	}
}

// TestWithLeavesTheOriginal: a late addition is a copy.
func TestWithLeavesTheOriginal(t *testing.T) {
	c := makeCalendar(t, changeable())
	askAll(t, c, changeableAnswers)
	special := []calendar.Window{win(9, 10)}
	copies := map[string]func() (*calendar.Calendar, error){
		"WithHolidays": func() (*calendar.Calendar, error) { return c.WithHolidays(calendar.DaysOff(on("2026-03-02"))...) },
		"WithWorkdays": func() (*calendar.Calendar, error) { return c.WithWorkdays(on("2026-03-04")) },
		"WithSpecial":  func() (*calendar.Calendar, error) { return c.WithSpecial(on("2026-03-02"), special...) },
		"WithCoverage": func() (*calendar.Calendar, error) {
			return c.WithCoverage(calendar.Period{From: on("2027-01-01"), Through: on("2027-12-31")})
		},
	}
	for name := range maps.Keys(copies) {
		if _, err := copies[name](); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		askAll(t, c, changeableAnswers)
	}
	changed := must[*calendar.Calendar](t)(c.WithSpecial(on("2026-03-02"), special...))
	special[0] = win(20, 21)
	askAll(t, changed, []question{{"first_window", "2026-03-02T00:00:00+01:00", "", "2026-03-02T09:00:00+01:00/2026-03-02T10:00:00+01:00"}})
}

// TestZeroCalendar: it has no instants, and says so.
func TestZeroCalendar(t *testing.T) {
	var c calendar.Calendar
	start := "2026-03-02T09:00:00Z"
	askAll(t, &c, []question{
		{"add", start, "1h", "ErrRange"}, {"sub", start, "1h", "ErrRange"}, {"between", start, start, "ErrRange"},
		{"is_open", start, "", "ErrRange"}, {"next_open", start, "", "ErrRange"}, {"prev_close", start, "", "ErrRange"},
		{"close_of_business", start, "1", "ErrRange"}, {"same_time", start, "1", "ErrRange"}, {"working_time", start, "1", "ErrRange"},
		{"first_window", start, "", "ErrRange"},
	})
	if _, err := c.Add(when(start), 0); err == nil || err.Error() != "calendar: a Calendar must be made with New" {
		t.Error(err)
	}
	if c.Location() != time.UTC || c.Fingerprint() != "" {
		t.Errorf("location %v, fingerprint %q", c.Location(), c.Fingerprint())
	}
	if _, ok := c.Config(); ok {
		t.Error("it has a Config")
	}
	date := on("2026-03-02")
	for name, ask := range map[string]func() error{
		"Day":            func() error { _, err := c.Day(date); return err },
		"IsBusinessDay":  func() error { _, err := c.IsBusinessDay(date); return err },
		"Date":           func() error { _, err := c.Date(when(start)); return err },
		"StartOfDay":     func() error { _, err := c.StartOfDay(date); return err },
		"OpenSpan":       func() error { _, _, err := c.OpenSpan(when(start)); return err },
		"RegularDay":     func() error { _, err := c.RegularDay(); return err },
		"WithRegularDay": func() error { _, err := c.WithRegularDay(hm(8, 0)); return err },
		"WithHolidays":   func() error { _, err := c.WithHolidays(calendar.DaysOff(date)...); return err },
		"WithWorkdays":   func() error { _, err := c.WithWorkdays(date); return err },
		"WithSpecial":    func() error { _, err := c.WithSpecial(date); return err },
		"WithCoverage":   func() error { _, err := c.WithCoverage(calendar.Period{}); return err },
	} {
		if err := ask(); !errors.Is(err, calendar.ErrRange) || err.Error() != "calendar: a Calendar must be made with New" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
