package calendar

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestPropFingerprintOfEachYear: a fingerprint for which each year is hashed by itself is
// the same, whatever the years have in common.
func TestPropFingerprintOfEachYear(t *testing.T) {
	// Zones that change at the turn of the year, skip dates, change four times a year or
	// more, or never.
	zones := []string{
		"UTC", "+05:45", "Europe/Berlin", "Europe/Lisbon", "America/New_York", "America/Havana", "America/Danmarkshavn", "America/Sitka", "Australia/Lord_Howe",
		"Africa/Casablanca", "Africa/Cairo", "Pacific/Apia", "Pacific/Kiritimati", "Asia/Manila", "Antarctica/Troll", "Europe/Dublin", "Africa/Monrovia", "Asia/Gaza",
	}
	regions := []string{"", "DE", "US", "US-MD", "MY-10", "NONE"}
	rapid.Check(t, func(t *rapid.T) {
		date := func(label string) Date {
			return fromCivil(rapid.IntRange(1840, 2110).Draw(t, label+" year"), time.Month(rapid.IntRange(1, 12).Draw(t, label+" month")), rapid.SampledFrom([]int{1, 1, 2, 28, 15}).Draw(t, label+" day"))
		}
		week := func(label string) (w Week) {
			for d := range w {
				switch rapid.IntRange(0, 5).Draw(t, fmt.Sprint(label, d)) {
				case 0:
				case 1:
					w[d] = []Window{{0, 24 * time.Hour}}
				case 2:
					w[d] = []Window{{22 * time.Hour, 40 * time.Hour}}
				case 3:
					w[d] = []Window{{0, 90 * time.Minute}, {90 * time.Minute, 3 * time.Hour}}
				default:
					w[d] = []Window{{9 * time.Hour, 17 * time.Hour}}
				}
			}
			return w
		}
		cfg := Config{Zone: rapid.SampledFrom(zones).Draw(t, "zone"), Week: week("week"), Region: Region{Code: rapid.SampledFrom(regions).Draw(t, "region")}}
		if cfg.Region.Code != "" && cfg.Region.Code != "NONE" && rapid.Bool().Draw(t, "workday") {
			cfg.Workdays = []Date{fromCivil(2016, time.January, 1)}
		}
		for range rapid.IntRange(0, 2).Draw(t, "holidays") {
			cfg.Holidays = append(cfg.Holidays, DaysOff(date("holiday"))...)
		}
		if rapid.Bool().Draw(t, "special") {
			cfg.Special = map[Date][]Window{date("special"): {{10 * time.Hour, 34 * time.Hour}}}
		}
		if rapid.Bool().Draw(t, "changes") {
			cfg.Changes = []WeekChange{{From: date("change"), Week: week("later")}}
		}
		cfg.HolidaysFrom, cfg.HolidaysThrough = date("from"), date("through")
		c, err := New(cfg)
		if err != nil {
			t.Skip(err) // the period ends before it begins
		}
		if alike, each := fingerprint(c, true), fingerprint(c, false); alike != each {
			t.Errorf("%+v:\n%s with years alike, %s with each by itself", cfg, alike, each)
		}
	})
}

// TestFingerprintOfEachYear is the same for all of time.
func TestFingerprintOfEachYear(t *testing.T) {
	if testing.Short() {
		t.Skip("goes through all days of several calendars; skipped with -short")
	}
	for _, cfg := range []Config{
		{Zone: "Europe/Lisbon", Week: Daily(0, 24*time.Hour)},
		{Zone: "America/New_York", Week: Weekdays(9*time.Hour, 17*time.Hour), Region: Region{Code: "US"}},
	} {
		c, err := New(cfg)
		if err != nil {
			t.Fatal(err)
		}
		if alike, each := fingerprint(c, true), fingerprint(c, false); alike != each {
			t.Errorf("%s: %s with years alike, %s with each by itself", cfg.Zone, alike, each)
		}
	}
}

func BenchmarkFingerprint(b *testing.B) {
	for name, cfg := range map[string]Config{
		"round the clock": {Zone: "Europe/Berlin", Week: Daily(0, 24*time.Hour)},
		"business hours":  {Zone: "Europe/Berlin", Week: Weekdays(9*time.Hour, 17*time.Hour), Region: Region{Code: "DE-BY"}},
	} {
		b.Run(name, func(b *testing.B) {
			c, err := New(cfg)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				fingerprint(c, true)
			}
		})
	}
}
