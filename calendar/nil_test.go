package calendar_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// TestCalendarThatIsNone: a zero Calendar and a nil one have no instants, and say so to
// every question that can have an error.
func TestCalendarThatIsNone(t *testing.T) {
	at, day := when("2026-03-02T10:00:00Z"), on("2026-03-02")
	for name, c := range map[string]*calendar.Calendar{"zero": {}, "nil": nil} {
		for question, err := range map[string]error{
			"Add": second(c.Add(at, hm(1, 0))), "Add 0": second(c.Add(at, 0)), "Sub": second(c.Sub(at, hm(1, 0))),
			"Between": second(c.Between(at, at.Add(1))), "Between, reversed": second(c.Between(at.Add(1), at)), "Between, none": second(c.Between(at, at)),
			"IsOpen": second(c.IsOpen(at)), "NextOpen": second(c.NextOpen(at)), "PrevClose": second(c.PrevClose(at)),
			"AddDays": second(c.AddDays(at, 1, calendar.CloseOfBusiness)), "AddDays 0": second(c.AddDays(at, 0, calendar.SameTime)), "AddDays, working time": second(c.AddDays(at, 1, calendar.WorkingTime)),
			"IsBusinessDay": second(c.IsBusinessDay(day)), "BusinessDays": second(c.BusinessDays(day, day)), "Date": second(c.Date(at)),
			"StartOfDay": second(c.StartOfDay(day)), "RegularDay": second(c.RegularDay()), "Day": second(c.Day(day)),
			"WithHolidays": second(c.WithHolidays()), "WithWorkdays": second(c.WithWorkdays()), "WithSpecial": second(c.WithSpecial(day)),
			"WithCoverage": second(c.WithCoverage(calendar.Period{})), "WithRegularDay": second(c.WithRegularDay(hm(8, 0))),
		} {
			if !errors.Is(err, calendar.ErrRange) || err.Error() != "calendar: a Calendar must be made with New" {
				t.Errorf("%s, %s: %v", name, question, err)
			}
		}
		if _, ok, err := c.OpenSpan(at); ok || !errors.Is(err, calendar.ErrRange) {
			t.Errorf("%s, OpenSpan: %v, %v", name, ok, err)
		}
		windows := 0
		for _, err := range c.Windows(at) {
			if windows++; !errors.Is(err, calendar.ErrRange) {
				t.Errorf("%s, Windows: %v", name, err)
			}
		}
		if windows != 1 {
			t.Errorf("%s: %d windows", name, windows)
		}
		if cfg, ok := c.Config(); ok || cfg.Zone != "" || c.Location() != time.UTC || c.Fingerprint() != "" || c.String() != "no calendar" {
			t.Errorf("%s: %v, %v, %v, %q, %v", name, cfg, ok, c.Location(), c.Fingerprint(), c)
		}
		if _, err := calendar.Union(zoned(t, "UTC"), c); !errors.Is(err, calendar.ErrConfig) {
			t.Errorf("%s, Union: %v", name, err)
		}
	}
}

// TestMarshalCalendarThatIsNone: a nil Calendar is null, a zero one is nothing that JSON
// has.
func TestMarshalCalendarThatIsNone(t *testing.T) {
	var none *calendar.Calendar
	for name, marshal := range map[string]func() ([]byte, error){
		"by encoding/json": func() ([]byte, error) { return json.Marshal(none) }, "by itself": none.MarshalJSON,
	} {
		if text, err := marshal(); err != nil || string(text) != "null" {
			t.Errorf("nil, %s: %s, %v", name, text, err)
		}
	}
	if text, err := json.Marshal(&calendar.Calendar{}); !errors.Is(err, calendar.ErrRange) {
		t.Errorf("zero: %s, %v", text, err)
	}
}

// TestNilConfig has no fields, and leaves the value for who asked.
func TestNilConfig(t *testing.T) {
	var cfg *calendar.Config
	r := strictjson.NewReader([]byte(`{"zone":"UTC"}`))
	r.Object(func(name []byte) {
		if cfg.ReadField(r, string(name)) || r.Text() != "UTC" {
			t.Error("a nil Config has read its zone")
		}
	})
	if err := r.End(); err != nil {
		t.Error(err)
	}
}

// second returns the error of an answer.
func second[T any](_ T, err error) error { return err }
