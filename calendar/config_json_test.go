package calendar_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// allFields is a Config with every field, and its text.
func allFields(t *testing.T) (calendar.Config, string) {
	day := func(s string) calendar.Date {
		d, err := calendar.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	const h = time.Hour
	cfg := calendar.Config{Zone: "Europe/Berlin"}
	cfg.Week[time.Monday] = []calendar.Window{{Open: 9 * h, Close: 12 * h}, {Open: 13 * h, Close: 17*h + 30*time.Second}}
	cfg.Week[time.Sunday] = []calendar.Window{{Open: 0, Close: 24 * h}}
	cfg.Changes = []calendar.WeekChange{
		{From: day("2026-07-01"), Week: calendar.Hours(22*h, 30*h, time.Saturday)},
		{From: day("2026-08-01")},
	}
	cfg.Region = calendar.Region{Code: "US-MD", List: "statutory", Estimated: true}
	cfg.Holidays = []calendar.Holiday{
		{Date: day("2026-01-01"), Actual: day("2026-01-01")},
		{Date: day("2026-04-03"), Actual: day("2026-04-03"), Name: "<Good> \"Friday\""},
		{Date: day("2026-12-28"), Actual: day("2026-12-26")},
	}
	cfg.Workdays = []calendar.Date{day("2026-11-26"), day("2026-11-27")}
	cfg.Special = map[calendar.Date][]calendar.Window{
		day("2026-12-31"): nil,
		day("2026-12-24"): {{Open: 9 * h, Close: 12 * h}},
	}
	cfg.HolidaysFrom, cfg.HolidaysThrough = day("2020-01-01"), day("2029-12-31")
	cfg.RegularDay = 7*h + 30*time.Minute
	return cfg, `{"zone":"Europe/Berlin","week":{"mon":[["09:00","12:00"],["13:00","17:00:30"]],"sun":[["00:00","24:00"]]},` +
		`"changes":[{"from":"2026-07-01","week":{"sat":[["22:00","30:00"]]}},{"from":"2026-08-01","week":{}}],` +
		`"region":"US-MD","list":"statutory","estimated":true,` +
		`"holidays":["2026-01-01",{"date":"2026-04-03","name":"<Good> \"Friday\""},{"date":"2026-12-28","actual":"2026-12-26"}],` +
		`"workdays":["2026-11-26","2026-11-27"],"special":{"2026-12-24":[["09:00","12:00"]],"2026-12-31":[]},` +
		`"holidays_from":"2020-01-01","holidays_through":"2029-12-31","regular_day":"7h30m0s"}`
}

func TestConfigJSON(t *testing.T) {
	cfg, want := allFields(t)
	got, err := cfg.MarshalJSON()
	if diff := cmp.Diff(want, string(got)); diff != "" || err != nil {
		t.Errorf("MarshalJSON: %v (-want +got):\n%s", err, diff)
	}
	if got, err := cfg.MarshalText(); string(got) != want || err != nil {
		t.Errorf("MarshalText: %s, %v", got, err)
	}
	var read, text calendar.Config
	if err := json.Unmarshal([]byte(want), &read); err != nil {
		t.Fatal(err)
	}
	if err := text.UnmarshalText([]byte(want)); err != nil {
		t.Fatal(err)
	}
	for _, got := range []calendar.Config{read, text} {
		if diff := cmp.Diff(cfg, got, cmp.Comparer(func(a, b calendar.Date) bool { return a == b })); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// What is written does not depend on the order of lists.
func TestConfigJSONSorted(t *testing.T) {
	cfg, want := allFields(t)
	cfg.Holidays[0], cfg.Holidays[2] = cfg.Holidays[2], cfg.Holidays[0]
	cfg.Holidays[2].Actual = calendar.Date{} // a caller who left it out
	cfg.Workdays[0], cfg.Workdays[1] = cfg.Workdays[1], cfg.Workdays[0]
	cfg.Changes[0], cfg.Changes[1] = cfg.Changes[1], cfg.Changes[0]
	got, err := cfg.MarshalJSON()
	if string(got) != want || err != nil {
		t.Errorf("got %s, %v\nwant %s", got, err, want)
	}
	if cfg.Workdays[1].String() != "2026-11-26" || cfg.Holidays[2].Actual != (calendar.Date{}) {
		t.Error("MarshalJSON changed the Config")
	}
}

func TestConfigJSONEmpty(t *testing.T) {
	got, err := calendar.Config{Special: map[calendar.Date][]calendar.Window{}, Holidays: []calendar.Holiday{}}.MarshalJSON()
	if string(got) != "{}" || err != nil {
		t.Errorf("got %s, %v", got, err)
	}
	cfg, _ := allFields(t)
	if err := cfg.UnmarshalJSON([]byte(" {} ")); err != nil {
		t.Fatal(err)
	}
	if got, _ := cfg.MarshalJSON(); string(got) != "{}" {
		t.Errorf("UnmarshalJSON left %s", got)
	}
}

func TestConfigJSONZone(t *testing.T) {
	fixed := func(name string, seconds int) *time.Location { return time.FixedZone(name, seconds) }
	berlin, err := calendar.Zone("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		cfg  calendar.Config
		want string // the text, or the error
	}{
		{"name", calendar.Config{Zone: "Asia/Kathmandu"}, `{"zone":"Asia/Kathmandu"}`},
		{"a name that New refuses", calendar.Config{Zone: "Mars"}, `{"zone":"Mars"}`},
		{"location", calendar.Config{Location: berlin}, `{"zone":"Europe/Berlin"}`},
		{"both", calendar.Config{Zone: "Europe/Berlin", Location: berlin}, `{"zone":"Europe/Berlin"}`},
		{"UTC", calendar.Config{Location: time.UTC}, `{"zone":"UTC"}`},
		{"offset zero", calendar.Config{Zone: "+00:00", Location: time.UTC}, `{"zone":"+00:00"}`},
		{"offset", calendar.Config{Location: fixed("-03:30", -12600)}, `{"zone":"-03:30"}`},
		{"a wrong offset", calendar.Config{Location: fixed("-03:30", 12600)},
			`calendar: zone: "-03:30" is a Location that has no JSON form: its offsets are not those of tz database 2025c`},
		{"a name for something else", calendar.Config{Location: fixed("CET", 3600)},
			`calendar: zone: "CET" is a Location that has no JSON form: its offsets are not those of tz database 2025c`},
		{"a name for what it once was", calendar.Config{Location: fixed("Europe/Berlin", 3208)}, // until 1893
			`calendar: zone: "Europe/Berlin" is a Location that has no JSON form: its offsets are not those of tz database 2025c`},
		{"two zones", calendar.Config{Zone: "UTC", Location: berlin},
			`calendar: zone: "UTC" is a Location that has no JSON form: its offsets are not those of tz database 2025c`},
		{"no name", calendar.Config{Location: fixed("LMT", 3208)},
			`calendar: zone: "LMT" is a Location that has no JSON form: it is not in tz database 2025c`},
		{"the machine's", calendar.Config{Location: time.Local},
			`calendar: zone: time.Local depends on the machine; name a zone`},
		{"not UTF-8", calendar.Config{Zone: "\xff"}, `calendar: zone: "\xff" is not UTF-8`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b, err := tt.cfg.MarshalJSON()
			got := string(b)
			if err != nil {
				got = err.Error()
				if !errors.Is(err, calendar.ErrConfig) || b != nil {
					t.Errorf("%q with %v is no ErrConfig", b, err)
				}
			}
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestConfigJSONUnwritable(t *testing.T) {
	d, err := calendar.ParseDate("2026-12-24")
	if err != nil {
		t.Fatal(err)
	}
	var week calendar.Week
	week[time.Monday] = []calendar.Window{{Open: 0, Close: 1}, {Open: 0, Close: 99*time.Hour + 59*time.Minute + 59*time.Second}}
	_, err = calendar.Config{
		Week:     week,
		Changes:  []calendar.WeekChange{{From: d, Week: calendar.Hours(-time.Second, 0, time.Sunday)}},
		Holidays: []calendar.Holiday{{Date: d, Name: "a\xff"}},
		Special:  map[calendar.Date][]calendar.Window{d: {{Open: 0, Close: 100 * time.Hour}}},
	}.MarshalJSON()
	want := strings.Join([]string{
		`calendar: week[mon][0]: 00:00-1ns has no JSON form; write whole seconds from 00:00 to 99:59:59`,
		`calendar: changes[0].week[sun][0]: -1s-00:00 has no JSON form; write whole seconds from 00:00 to 99:59:59`,
		`calendar: holidays[0].name: "a\xff" is not UTF-8`,
		`calendar: special[2026-12-24][0]: 00:00-100:00 has no JSON form; write whole seconds from 00:00 to 99:59:59`,
	}, "\n")
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestConfigJSONMistakes(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"unknown field", `{"zoen":"UTC"}`, `column 2: zoen: unknown field; did you mean "zone"?`},
		{"case", `{"Zone":"UTC"}`, `column 2: Zone: unknown field; did you mean "zone"?`},
		{"duplicate field", `{"zone":"UTC","zone":"UTC"}`, `column 15: zone: appears twice in one object, first at column 2`},
		{"duplicate date", `{"special":{"2026-01-01":[],"2026-01-01":[]}}`, `column 29: special[2026-01-01]: appears twice in one object, first at column 13`},
		{"null", `null`, `column 1: null must be an object`},
		{"null field", `{"week":null}`, `column 9: week: null must be an object`},
		{"day", `{"week":{"Mon":[]}}`, `column 10: week[Mon]: unknown key; did you mean "mon"?`},
		{"window of one time", `{"week":{"mon":[["09:00"]]}}`, `column 17: week[mon][0]: must be two times, such as ["09:00","17:00"]`},
		{"window of three", `{"week":{"mon":[["09:00","10:00","11:00"]]}}`, `column 34: week[mon][0][2]: "11:00" must not stand here`},
		{"window as text", `{"week":{"mon":["09:00-10:00"]}}`, `column 17: week[mon][0]: "09:00-10:00" must be an array`},
		{"time", `{"week":{"mon":[["9:00","17:60"]]}}`, `column 18: week[mon][0][0]: "9:00" is not a time of day; write it as 09:00 or 09:00:00` + "\n" +
			`calendar: column 25: week[mon][0][1]: "17:60" is not a time of day; write it as 09:00 or 09:00:00`},
		{"change without a week", `{"changes":[{"from":"2026-01-01"}]}`, `column 13: changes[0]: must have "from", a date, and "week", the hours from that date on`},
		{"change without a date", `{"changes":[{"week":{}}]}`, `column 13: changes[0]: must have "from", a date, and "week", the hours from that date on`},
		{"field of a change", `{"changes":[{"from":"2026-01-01","week":{},"zone":"UTC"}]}`, `column 44: changes[0].zone: unknown field; known are from, week`},
		{"region", `{"region":""}`, `column 11: region: "" names no region; write NONE for no public holidays`},
		{"list", `{"list":""}`, `column 9: list: "" names no list; leave it out for the region's default`},
		{"estimated", `{"estimated":1}`, `column 14: estimated: 1 must be true or false`},
		{"holiday", `{"holidays":["2026-02-29"]}`, `column 14: holidays[0]: "2026-02-29" is not a date; the day must be 1 to 28`},
		{"holiday of another kind", `{"holidays":[20260101]}`, `column 14: holidays[0]: 20260101 must be a date, or an object with "date", "name" and "actual"`},
		{"holiday without date", `{"holidays":[{"name":"Easter"}]}`, `column 14: holidays[0]: must have "date", the day off`},
		{"field of a holiday", `{"holidays":[{"date":"2026-01-01","actual":"1.1.2026","day":1}]}`,
			`column 44: holidays[0].actual: "1.1.2026" is not a date; write it as 2006-01-02` + "\n" +
				`calendar: column 55: holidays[0].day: unknown field; known are date, name, actual`},
		{"workday", `{"workdays":"2026-01-01"}`, `column 13: workdays: "2026-01-01" must be an array`},
		{"special", `{"special":{"24.12.":[]}}`, `column 22: special[24.12.]: stands under what is not a date; write it as 2006-01-02`},
		{"limit", `{"holidays_from":"0001-01-01","holidays_through":"x"}`,
			`column 18: holidays_from: "0001-01-01" is the first date there is; leave the field out where there is no limit` + "\n" +
				`calendar: column 50: holidays_through: "x" is not a date; write it as 2006-01-02`},
		{"regular day", `{"regular_day":8}`, `column 16: regular_day: 8 must be a string`},
		{"regular day with parts of a nanosecond", `{"regular_day":"0.0000000005s"}`, `column 16: regular_day: "0.0000000005s" has a part that is less than a nanosecond; write it in whole ones`},
		{"regular day without unit", `{"regular_day":"8"}`, `column 16: regular_day: "8" is not a duration; write it as 8h30m`},
		{"regular day of years", `{"regular_day":"9999999h"}`, `column 16: regular_day: "9999999h" is too long; write 48h at most`},
		{"regular day of nothing", `{"regular_day":"0h"}`, `column 16: regular_day: "0h" is no working time; write it as 8h or 7h30m`},
		{"two lines", "{\"zone\":1,\n\"list\":2}", "line 1, column 9: zone: 1 must be a string\ncalendar: line 2, column 8: list: 2 must be a string"},
		{"syntax", `{"zone":"UTC"`, `column 14: the text ends within an object`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			cfg := calendar.Config{Zone: "stays"}
			err := cfg.UnmarshalJSON([]byte(tt.text))
			if err == nil || err.Error() != "calendar: "+tt.want {
				t.Errorf("got  %v\nwant calendar: %s", err, tt.want)
			}
			var e *strictjson.Error
			if !errors.Is(err, calendar.ErrConfig) || !errors.As(err, &e) {
				t.Errorf("%T is no ErrConfig with a strictjson.Error", err)
			}
			if cfg.Zone != "stays" {
				t.Errorf("the error changed the Config: %v", cfg)
			}
		})
	}
}

func TestConfigJSONTooManyMistakes(t *testing.T) {
	var cfg calendar.Config
	err := cfg.UnmarshalJSON([]byte(`{"workdays":[` + strings.Repeat("1,", 100) + "1]}"))
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != 101 || lines[100] != "calendar: there are more mistakes; reading ended here" {
		t.Errorf("%d lines, the last is %s", len(lines), lines[len(lines)-1])
	}
}

// New names the places of its mistakes as the reader does.
func TestConfigPlaces(t *testing.T) {
	var cfg calendar.Config
	text := `{"zone":"UTC","week":{"mon":[["09:00","12:00"],["17:00","09:00"]]},"changes":[{"from":"2026-01-01","week":{"tue":[["25:00","26:00"]]}}],` +
		`"special":{"2026-12-24":[["09:00","60:00"]]}}`
	if err := cfg.UnmarshalJSON([]byte(text)); err != nil {
		t.Fatal(err)
	}
	_, err := calendar.New(cfg)
	want := strings.Join([]string{
		`calendar: week[mon][1]: 17:00-09:00 closes before it opens; write 17:00-33:00 to run past midnight`,
		`calendar: changes[0].week[tue][0]: 25:00-26:00 must open from 00:00 to before 24:00; a window belongs to the day on which it opens`,
		`calendar: special[2026-12-24][0]: 09:00-60:00 must close at 48:00 at the latest`,
	}, "\n")
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

// A calendar of offset zero can be changed, though its location is called UTC.
func TestConfigOffsetZero(t *testing.T) {
	c, err := calendar.New(calendar.Config{Zone: "+00:00"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.WithHolidays(); err != nil {
		t.Error(err)
	}
}
