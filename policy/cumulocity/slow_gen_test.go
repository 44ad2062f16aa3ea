package cumulocity_test

import (
	"time"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"pgregory.net/rapid"
)

// genWords are what the tickets are made of.
var genWords = agreementtest.Words{
	Agreement: "cumulocity",
	Customer:  genCustomer,
	Readings:  genReadings,
	Severity:  genSeverity,
	Channels:  []string{"phone", "portal", "phone", "email", "portal"},
	Kinds:     genKinds,
	Offsets:   []int{1, 1, 2, 8, -6, -7, 0, 14, -12},
	Whiles: []time.Duration{
		1, time.Second, 10 * time.Minute, 30 * time.Minute, 30*time.Minute + 1, 2 * time.Hour, 4 * time.Hour, 4*time.Hour + 1, 9 * time.Hour,
		24 * time.Hour, 60 * time.Hour, 5 * 24 * time.Hour, 7 * 24 * time.Hour, 15 * 24 * time.Hour, 40 * 24 * time.Hour, time.Hour,
	},
	Hours: []int{8, 8, 17, 17, 0, 12, 16, 23, -1, -1, -1},
	Days: func(s agreementtest.Spec) ([]string, string, int) {
		if tabulated(s) {
			return genMalaysianDays, "2024-01-10", 1085
		}
		return genDays, "2010-01-01", 9000
	},
	Zone: func(t *rapid.T, _ agreementtest.Spec) *time.Location { // of one of the hubs
		zone := rapid.SampledFrom([]string{"local", "local", "fixed"}).Draw(t, "zone")
		return slowZone(zone, rapid.SampledFrom(slowRegions).Draw(t, "hub"))
	},
	Home:  func(agreementtest.Spec) *time.Location { return time.UTC },
	Edges: genEdges,
	First: func(_ *rapid.T, s *agreementtest.Spec, at time.Time) time.Time {
		if tabulated(*s) && !at.Before(genKnown) {
			return genKnown.Add(-1)
		}
		return at
	},
	Kind: func(t *rapid.T, s agreementtest.Spec, at time.Time, kind string) string {
		if tabulated(s) && (!at.Before(genKnown) || kind == "severity_changed" && !at.Before(genChanges)) {
			return rapid.SampledFrom(genIdleKinds).Draw(t, "idle kind")
		}
		return kind
	},
}

// ticketGen draws valid tickets of this agreement.
func ticketGen() *rapid.Generator[agreementtest.Spec] { return rapid.Custom(genWords.Spec) }

// genEdges are whatever changes by itself: due times, steps, hand-overs.
func genEdges(s agreementtest.Spec) []time.Time {
	var edges []time.Time
	for _, next := range slowAnswer(s.Line()).nexts {
		edges = append(edges, next.At)
	}
	return edges
}

// tabulated says whether some hub closes on holidays that are known to the end
// of 2026 only.
func tabulated(s agreementtest.Spec) bool {
	hubs, _ := s.Customer["hub_holidays"].(map[string]string)
	for _, country := range hubs {
		if country == "MY-14" {
			return true
		}
	}
	return s.Customer["country"] == "MY-14"
}

// genDays are dates beside which the calendars do something: weekends, long
// weekends, holidays of Germany and of the United States, observed days across
// a year's end, leap days, the changes of the clocks in Berlin and in Denver
// and the weeks between them.
var genDays = []string{
	"2026-03-07", "2026-06-13", "2025-05-01", "2026-03-08", "2025-10-26", "2026-06-12", "2025-07-04", "2026-03-06",
	"2011-12-30", "2016-02-29", "2017-10-30", "2017-10-31", "2020-02-28", "2020-12-24", "2021-06-17", "2021-06-18", "2021-12-23", "2021-12-31",
	"2024-02-29", "2024-03-28", "2024-10-25", "2024-11-01", "2025-03-07", "2025-03-09", "2025-03-28", "2025-03-30", "2025-04-17", "2025-04-18",
	"2025-04-30", "2025-05-28", "2025-07-03", "2025-10-24", "2025-10-31", "2025-11-02", "2025-12-24", "2026-01-01", "2026-03-27",
	"2026-03-29", "2026-04-02", "2026-04-05", "2026-05-13", "2026-05-14", "2026-05-22", "2026-06-09", "2026-06-18", "2026-07-02", "2026-07-03",
	"2026-10-24", "2026-12-24", "2026-12-25", "2026-12-31", "2028-02-28", "2032-12-31", "2026-06-14",
}

// genMalaysianDays are such dates for Kuala Lumpur, up to the last known one.
var genMalaysianDays = []string{
	"2026-12-28", "2026-12-30", "2026-12-31", "2026-12-29", "2026-12-26", "2026-12-24", "2026-12-25", "2026-12-23", "2026-12-21",
	"2024-01-24", "2024-02-09", "2024-02-10", "2024-04-09", "2024-07-06", "2024-09-13", "2024-12-24", "2025-01-28", "2025-03-28", "2025-03-31",
	"2025-08-30", "2025-09-04", "2025-09-12", "2025-10-17", "2026-01-30", "2026-02-16", "2026-02-17", "2026-03-19", "2026-05-26", "2026-05-29",
	"2026-06-01", "2026-08-28", "2026-11-06", "2026-11-09", "2026-12-10", "2026-12-18", "2026-12-27", "2026-12-31",
}

// genKinds are the events that may follow a report, those that this agreement
// cares for several times and the others once. Rapid takes the first ones and
// the very last more often than the rest.
var genKinds = []string{
	"severity_changed", "severity_changed", "severity_changed", "contacted", "contacted", "updated", "updated", "responded",
	"resolution_proposed", "resolution_rejected", "resolved", "reopened", "closed", "reopened", "plan_provided", "severity_changed",
	"contacted", "responded", "updated", "resolution_proposed", "resolution_rejected", "plan_provided", "resolved", "reopened", "closed",
	"info_requested", "workaround_accepted", "registered", "info_received", "customer_replied", "development_required", "forwarded",
	"resolution_rejected", "severity_changed", "reopened", "severity_changed",
}

// genIdleKinds neither stop a clock nor begin or change anything but a wait.
var genIdleKinds = []string{"contacted", "resolution_rejected", "customer_replied", "info_received", "registered", "forwarded"}

// The last days of which the holidays of Kuala Lumpur are known. What an event
// does after them would depend on days that nobody knows in ways that no rule
// settles, so only idle ones come after them, and no change of the severity
// shortly before: its steps would have to be compared with unknown ones.
var (
	genKnown   = time.Date(2026, 12, 31, 16, 0, 0, 0, time.UTC) // midnight in Kuala Lumpur, the earliest of the three
	genChanges = time.Date(2026, 12, 19, 0, 0, 0, 0, time.UTC)
)

func genCustomer(t *rapid.T) map[string]any {
	countries := []string{"NONE", "MY-14", "DE", "US", "MY-14"}
	region := rapid.SampledFrom(slowRegions).Draw(t, "region")
	customer := map[string]any{"region": region, "country": rapid.SampledFrom(countries).Draw(t, "country")}
	if rapid.IntRange(0, 2).Draw(t, "hub holidays") == 0 {
		hubs := map[string]string{}
		for _, other := range slowRegions {
			if other != region && rapid.Bool().Draw(t, other) {
				hubs[other] = rapid.SampledFrom(countries).Draw(t, "holidays of "+other)
			}
		}
		if len(hubs) > 0 {
			customer["hub_holidays"] = hubs
		}
	}
	if rapid.IntRange(0, 2).Draw(t, "reports as agreed") == 0 {
		every := map[string]string{}
		for _, level := range slowLevels[1:] {
			if rapid.Bool().Draw(t, level) {
				every[level] = rapid.SampledFrom([]string{"4h", "30m", "24h", "2 business days", "1h30m", "3 business days"}).Draw(t, "every")
			}
		}
		if len(every) > 0 {
			customer["report_every"] = every
		}
	}
	if rapid.IntRange(0, 9).Draw(t, "for another agreement") == 0 {
		customer["zone"], customer["product"] = "Europe/Berlin", "VMmanager"
	}
	return customer
}

func genReadings(t *rapid.T) map[string]string {
	readings := map[string]string{}
	for _, reading := range [][]string{
		{"cumulocity.zone", "local", "fixed"},
		{"cumulocity.other_hubs", "weekdays", "customer"},
		{"cumulocity.reaction_standard", "24h", "business_day"},
		{"cumulocity.no_call", "opening", "never"},
		{"cumulocity.severity_change", "fair", "from_start", "from_change"},
	} {
		if rapid.IntRange(0, 2).Draw(t, reading[0]) == 0 {
			readings[reading[0]] = rapid.SampledFrom(reading[1:]).Draw(t, reading[0])
		}
	}
	return readings
}

func genSeverity(t *rapid.T) any {
	return rapid.SampledFrom([]string{"Crisis", "Critical", "Standard", "Crisis", "Critical", "crisis", "CRITICAL", "Standard"}).Draw(t, "severity")
}
