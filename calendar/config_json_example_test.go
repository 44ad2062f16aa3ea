package calendar_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

func ExampleConfig_UnmarshalJSON() {
	var cfg calendar.Config
	err := cfg.UnmarshalJSON([]byte(`{
  "zone": "Europe/Berlin",
  "week": {"mon": [["09:00", "12:00"], ["13:00", "17:00"]]},
  "region": "DE-BE",
  "special": {"2026-12-24": [["09:00", "12:00"]]}
}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(cfg.Zone, cfg.Week[time.Monday], cfg.Region.Code)

	fmt.Println(cfg.UnmarshalJSON([]byte(`{"zone": "UTC", "weak": {}, "holidays": ["2026-02-29"]}`)))
	// Output:
	// Europe/Berlin [09:00-12:00 13:00-17:00] DE-BE
	// calendar: column 17: weak: unknown field; did you mean "week"?
	// calendar: column 42: holidays[0]: "2026-02-29" is not a date; the day must be 1 to 28
}

func ExampleConfig_UnmarshalText() {
	var cfg calendar.Config
	err := cfg.UnmarshalText([]byte(`{"zone": "UTC"}`))
	fmt.Println(cfg.Zone, err)
	// Output: UTC <nil>
}

func ExampleCalendar_MarshalJSON() {
	office, err := calendar.New(calendar.Config{Zone: "Europe/Berlin", Week: calendar.Hours(9*time.Hour, 17*time.Hour, time.Monday)})
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := json.Marshal(office)
	fmt.Println(string(text), err)

	sunday, err := calendar.New(calendar.Config{Zone: "Europe/Berlin", Week: calendar.Hours(0, 24*time.Hour, time.Sunday)})
	if err != nil {
		fmt.Println(err)
		return
	}
	both, err := calendar.Union(office, sunday)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = both.MarshalJSON()
	fmt.Println(err)
	// Output:
	// {"zone":"Europe/Berlin","week":{"mon":[["09:00","17:00"]]}} <nil>
	// calendar: config: Europe/Berlin union of 2 calendars is a combination, which has no Config; write those of its parts
}

func ExampleConfig_MarshalJSON() {
	text, err := calendar.Config{
		Zone:       "+08:00",
		Week:       calendar.Hours(8*time.Hour, 17*time.Hour, time.Friday),
		Region:     calendar.Region{Code: "MY-14"},
		RegularDay: 9 * time.Hour,
	}.MarshalJSON()
	fmt.Println(string(text), err)

	_, err = calendar.Config{Location: time.FixedZone("office", 3600)}.MarshalJSON()
	fmt.Println(err)
	// Output:
	// {"zone":"+08:00","week":{"fri":[["08:00","17:00"]]},"region":"MY-14","regular_day":"9h0m0s"} <nil>
	// calendar: zone: "office" is a Location that has no JSON form: it is not in tz database 2025c
}

func ExampleConfig_MarshalText() {
	text, err := calendar.Config{Zone: "UTC"}.MarshalText()
	fmt.Println(string(text), err)
	// Output: {"zone":"UTC"} <nil>
}

func ExampleConfigFields() {
	fmt.Println(calendar.ConfigFields())
	// Output: [zone week changes region list estimated holidays workdays special holidays_from holidays_through regular_day]
}

// An object that has the fields of a Config beside its own.
func ExampleConfig_ReadField() {
	var name string
	var cfg calendar.Config
	r := strictjson.NewReader([]byte(`{"name": "Berlin", "zone": "Europe/Berlin", "week": {"mon": [["9:00", "17:00"]]}}`))
	r.Object(func(field []byte) {
		switch {
		case string(field) == "name":
			name = r.Text()
		case cfg.ReadField(r, string(field)):
		default:
			r.Unknown(append(calendar.ConfigFields(), "name")...)
		}
	})
	fmt.Println(name, cfg.Zone)
	fmt.Println(r.End())
	// Output:
	// Berlin Europe/Berlin
	// strictjson: column 63: week[mon][0][0]: "9:00" is not a time of day; write it as 09:00 or 09:00:00
}
