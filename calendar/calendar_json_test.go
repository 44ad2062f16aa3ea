package calendar_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/slaclock/slaclock/calendar"
)

// TestMarshalCalendar: the text of a calendar is that of its Config, from which the same
// calendar can be made again; what was not made from one has none.
func TestMarshalCalendar(t *testing.T) {
	office := makeCalendar(t, year2026(berlinOffice()))
	late := must[*calendar.Calendar](t)(office.WithHolidays(calendar.DaysOff(on("2026-03-03"))...))
	for c, want := range map[*calendar.Calendar]string{
		zoned(t, "UTC"): `{"zone":"UTC"}`,
		late: `{"zone":"Europe/Berlin","week":{"mon":[["09:00","17:00"]],"tue":[["09:00","17:00"]],"wed":[["09:00","17:00"]],"thu":[["09:00","17:00"]],"fri":[["09:00","17:00"]]},` +
			`"region":"DE","holidays":["2026-03-03"],"holidays_from":"2026-01-01","holidays_through":"2026-12-31"}`,
	} {
		text, err := json.Marshal(c)
		if err != nil || string(text) != want {
			t.Errorf("%v: %s, %v; want %s", c, text, err, want)
			continue
		}
		var cfg calendar.Config
		if err := json.Unmarshal(text, &cfg); err != nil {
			t.Fatal(err)
		}
		if again := makeCalendar(t, cfg); again.Fingerprint() != c.Fingerprint() {
			t.Errorf("%s makes another calendar", text)
		}
	}
	for name, c := range map[string]*calendar.Calendar{
		"union": must[*calendar.Calendar](t)(calendar.Union(office, late)), "union of one": must[*calendar.Calendar](t)(calendar.Union(office)),
	} {
		if text, err := json.Marshal(c); !errors.Is(err, calendar.ErrConfig) || !errors.Is(err, calendar.ErrCombination) {
			t.Errorf("%s: %s, %v", name, text, err)
		}
	}
}
