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
	const combined = "calendar: config: Europe/Berlin union of 2 calendars is a combination, which has no Config; write those of its parts"
	_, err := must[*calendar.Calendar](t)(calendar.Union(office, late)).MarshalJSON()
	if !errors.Is(err, calendar.ErrConfig) || !errors.Is(err, calendar.ErrCombination) || err.Error() != combined {
		t.Errorf("a union: %v; want %s", err, combined)
	}
}
