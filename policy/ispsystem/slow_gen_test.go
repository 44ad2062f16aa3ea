package ispsystem_test

import (
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"pgregory.net/rapid"
)

// genWords are what the tickets are made of.
var genWords = agreementtest.Words{
	Agreement: "ispsystem",
	Customer:  genCustomer,
	Readings:  genReadings,
	Severity:  genSeverity,
	Channels:  []string{"portal", "", "phone", "email"},
	Kinds:     genKinds,
	Offsets:   []int{0, 0, 0, 1, 2, 8, 14, -5, -12},
	Whiles: []time.Duration{
		1, time.Second, 10 * time.Minute, time.Hour, 2 * time.Hour, 3 * time.Hour, 4 * time.Hour, 8 * time.Hour,
		9 * time.Hour, 12 * time.Hour, 24 * time.Hour, 60 * time.Hour, 168 * time.Hour, 192 * time.Hour, 400 * 24 * time.Hour,
	},
	Hours: []int{6, 6, 15, 18, 0, 12, 14, 24, -1, -1, -1},
	Days:  genDaysOf,
	Zone:  func(*rapid.T, agreementtest.Spec) *time.Location { return time.UTC },
	Home:  func(agreementtest.Spec) *time.Location { return time.UTC },
	Edges: func(s agreementtest.Spec) []time.Time { return slowAnswer(s.Line()).Dues() },
}

// ticketGen draws valid tickets of this agreement, many of them at the end of what
// is known (G9), and most registered at once.
func ticketGen() *rapid.Generator[agreementtest.Spec] {
	return rapid.Custom(func(t *rapid.T) agreementtest.Spec {
		words, atTheEnd := genWords, false
		words.First = func(t *rapid.T, s *agreementtest.Spec, at time.Time) time.Time {
			atTheEnd = rapid.IntRange(0, 4).Draw(t, "end of the known days") == 4
			if !atTheEnd {
				return at
			}
			s.Customer["tier"], s.Customer["country"] = "Standard", "MY-14"
			return words.OnDay(t, *s, time.Date(2026, 12, rapid.IntRange(28, 31).Draw(t, "day"), 0, 0, 0, 0, time.UTC))
		}
		words.Second = func(t *rapid.T, s *agreementtest.Spec, at time.Time) {
			if rapid.IntRange(0, 3).Draw(t, "registered late") > 0 {
				s.Events = append(s.Events, agreementtest.SpecEvent{At: words.Written(t, at), Kind: "registered"})
			}
			if atTheEnd && rapid.Bool().Draw(t, "developers at once") {
				s.Events = append(s.Events, agreementtest.SpecEvent{At: words.Written(t, at), Kind: "development_required"})
			}
		}
		s := words.Spec(t)
		if !needsCountry(s) && rapid.Bool().Draw(t, "without country") {
			delete(s.Customer, "country")
		}
		return s
	})
}

// needsCountry says whether business days could play a part; where none can,
// the country may be left out.
func needsCountry(s agreementtest.Spec) bool {
	if s.Customer["tier"] == "Privilege" {
		return false
	}
	for _, e := range s.Events {
		if e.Kind == "development_required" {
			return true
		}
	}
	round := s.Customer["product"] == "VMmanager" || s.Customer["product"] == "DCImanager"
	return !round && s.Readings["ispsystem.billing_days"] == "business_days"
}

// genDaysOf are the days from 2024 to 2026 where Kuala Lumpur's holidays count,
// which the twin does not know before.
func genDaysOf(s agreementtest.Spec) ([]string, string, int) {
	if s.Customer["country"] != "MY-14" {
		return genDays, "2015-01-01", 6500
	}
	known := slices.DeleteFunc(slices.Clone(genDays), func(d string) bool { return d < "2024" || d > "2027" })
	return known, "2024-01-02", 1094
}

// genDays are dates beside which the calendar does something: long weekends,
// observed days across a year's end, Easter, leap days, and the last days of
// Kuala Lumpur's list. Those from 2024 to 2026 are the only ones for it.
var genDays = []string{
	"2016-02-28", "2017-10-30", "2018-03-29", "2020-02-28", "2021-06-17", "2021-12-30", "2022-12-23", "2023-11-22",
	"2024-02-09", "2024-02-28", "2024-04-09", "2024-04-30", "2024-09-13", "2024-11-27", "2024-12-31",
	"2025-01-28", "2025-04-17", "2025-07-03", "2025-09-12", "2025-09-15", "2025-10-02", "2025-12-24",
	"2026-01-30", "2026-02-16", "2026-04-02", "2026-04-30", "2026-05-13", "2026-05-22", "2026-05-29", "2026-07-02",
	"2026-11-06", "2026-12-22", "2026-12-24", "2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31",
	"2027-03-25", "2028-02-28", "2031-12-24",
}

// genKinds are the events that may follow a report, those that this agreement
// cares for several times and the others once.
var genKinds = []string{
	"severity_changed", "severity_changed", "severity_changed", "severity_changed", "registered", "registered", "registered",
	"responded", "responded", "development_required", "development_required", "development_required",
	"info_requested", "info_requested", "info_received", "info_received", "customer_replied", "customer_replied",
	"reopened", "reopened", "closed", "resolved", "forwarded", "updated", "plan_provided", "resolution_proposed",
	"workaround_accepted", "resolution_rejected", "contacted", "reopened", "registered", "severity_changed",
}

func genCustomer(t *rapid.T) map[string]any {
	customer := map[string]any{
		"product": rapid.SampledFrom([]string{"BILLmanager", "VMmanager", "DNSmanager", "DCImanager"}).Draw(t, "product"),
		"tier":    rapid.SampledFrom([]string{"Standard", "Standard", "Standard", "Privilege"}).Draw(t, "tier"),
		"country": rapid.SampledFrom([]string{"DE", "MY-14", "US", "MY-14", "NONE"}).Draw(t, "country"),
	}
	if rapid.IntRange(0, 3).Draw(t, "fields of other agreements") == 0 {
		customer["region"], customer["zone"], customer["add_ons"] = "EMEA", "Europe/Berlin", []string{"call-in"}
	}
	return customer
}

func genReadings(t *rapid.T) map[string]string {
	readings := map[string]string{}
	for _, reading := range [][]string{
		{"ispsystem.billing_days", "business_days", "every_day"},
		{"ispsystem.auto_close", "168h", "calendar_days"},
		{"ispsystem.severity_change", "fair", "from_start", "from_change"},
	} {
		if rapid.Bool().Draw(t, reading[0]) {
			readings[reading[0]] = rapid.SampledFrom(reading[1:]).Draw(t, reading[0])
		}
	}
	return readings
}

func genSeverity(t *rapid.T) any {
	level := rapid.SampledFrom(slowLevels).Draw(t, "severity")
	switch rapid.IntRange(0, 5).Draw(t, "case") { // it does not matter
	case 0:
		return strings.ToLower(level)
	case 1:
		return strings.ToUpper(level)
	}
	return level
}
