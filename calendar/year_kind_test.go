package calendar

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// kindZones change at the turn of the year, skip dates, change four times a year or more,
// or never.
var kindZones = []string{
	"UTC", "+05:45", "Europe/Berlin", "Europe/Lisbon", "America/New_York", "America/Havana", "America/Danmarkshavn", "America/Sitka", "Australia/Lord_Howe",
	"Africa/Casablanca", "Africa/Cairo", "Pacific/Apia", "Pacific/Kiritimati", "Asia/Manila", "Antarctica/Troll", "Europe/Dublin", "Africa/Monrovia", "Asia/Gaza",
}

// kindConfig draws a Config all of whose dates lie in some years.
func kindConfig(t *rapid.T, from, through int) Config {
	regions := []string{"", "DE", "US", "US-MD", "MY-10", "NONE"}
	date := func(label string) Date {
		return fromCivil(rapid.IntRange(from, through).Draw(t, label+" year"), time.Month(rapid.IntRange(1, 12).Draw(t, label+" month")), rapid.SampledFrom([]int{1, 1, 2, 28, 15}).Draw(t, label+" day"))
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
	cfg := Config{Zone: rapid.SampledFrom(kindZones).Draw(t, "zone"), Week: week("week"), Region: Region{Code: rapid.SampledFrom(regions).Draw(t, "region")}}
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
	return cfg
}

// TestPropFingerprintOfEachYear: a fingerprint for which each year is hashed by itself is
// the same, whatever the years have in common.
func TestPropFingerprintOfEachYear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg := kindConfig(t, 1840, 2110)
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
	of := kindCalendars(b)
	for _, name := range []string{"round the clock", "office", "union", "hubs", "difference"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				fingerprint(of[name], true)
			}
		})
	}
}
