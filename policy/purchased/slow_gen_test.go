package purchased_test

import (
	"time"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"pgregory.net/rapid"
)

// genWords are what the tickets are made of.
var genWords = agreementtest.Words{
	Agreement: "purchased",
	Customer:  genCustomer,
	Readings:  genReadings,
	Severity:  genSeverity,
	Channels:  []string{"phone", "phone", "email", "portal"},
	Kinds:     genKinds,
	Offsets:   []int{-5, -5, -5, -4, 0, 1, 8, 14, -12},
	Whiles: []time.Duration{
		1, time.Second, 10 * time.Minute, time.Hour - 1, time.Hour, time.Hour + 1, 3 * time.Hour, 8 * time.Hour,
		12 * time.Hour, 24 * time.Hour, 60 * time.Hour, 7 * 24 * time.Hour, 40 * 24 * time.Hour, 400 * 24 * time.Hour,
	},
	Hours: []int{8, 8, 20, 20, 0, 12, 19, 23, -1, -1, -1},
	Days:  func(agreementtest.Spec) ([]string, string, int) { return genDays, "2010-01-01", 9000 },
	Zone: func(t *rapid.T, _ agreementtest.Spec) *time.Location {
		return slowZone(rapid.SampledFrom([]string{"-05:00", "-05:00", "America/New_York"}).Draw(t, "zone"))
	},
	Home:  func(agreementtest.Spec) *time.Location { return slowZone("-05:00") },
	Edges: func(s agreementtest.Spec) []time.Time { return slowAnswer(s.Line()).Dues() },
}

// ticketGen draws valid tickets of this agreement.
func ticketGen() *rapid.Generator[agreementtest.Spec] { return rapid.Custom(genWords.Spec) }

// genDays are dates beside which the calendar does something: long weekends,
// observed days across a year's end, election days, Good Friday and the other
// days of the statutory list, leap days, New York's changes of the clocks.
var genDays = []string{
	"2008-11-28", "2010-12-31", "2011-12-30", "2012-02-10", "2012-03-23", "2016-03-25", "2018-11-05", "2020-02-28",
	"2020-02-29", "2021-06-17", "2021-06-18", "2021-12-23", "2021-12-30", "2021-12-31", "2022-06-17", "2022-12-23",
	"2022-12-30", "2023-02-10", "2024-03-28", "2024-08-30", "2024-11-04", "2024-11-05", "2024-11-08", "2024-11-27",
	"2024-11-30", "2025-03-07", "2025-03-09", "2025-07-03", "2025-10-31", "2025-11-02", "2025-12-24", "2025-12-28",
	"2026-02-11", "2026-03-24", "2026-04-02", "2026-05-22", "2026-06-18", "2026-07-02", "2026-07-04", "2026-09-04",
	"2026-09-11", "2026-10-09", "2026-11-02", "2026-11-03", "2026-11-25", "2026-12-31", "2027-09-10", "2028-02-28",
	"2028-11-06", "2032-02-13",
}

// genKinds are the events that may follow a report, those that this agreement
// cares for several times and the others once. Rapid takes the first ones and
// the very last more often than the rest.
var genKinds = []string{
	"severity_changed", "severity_changed", "severity_changed", "contacted", "contacted", "responded", "responded", "workaround_accepted",
	"resolved", "reopened", "closed", "reopened", "severity_changed", "contacted", "responded", "workaround_accepted",
	"resolved", "reopened", "closed", "updated", "plan_provided", "info_requested", "resolution_proposed", "registered", "info_received",
	"customer_replied", "development_required", "forwarded", "resolution_rejected", "severity_changed", "reopened", "severity_changed",
}

func genCustomer(t *rapid.T) map[string]any {
	switch rapid.IntRange(0, 5).Draw(t, "customer") {
	case 0, 1:
		return nil
	case 2:
		return map[string]any{"add_ons": []string{}}
	case 3: // fields that only other agreements use
		return map[string]any{"region": "EMEA", "country": "DE", "zone": "Europe/Berlin", "product": "VMmanager", "tier": "Standard"}
	}
	return map[string]any{"add_ons": []string{"call-in"}}
}

func genReadings(t *rapid.T) map[string]string {
	readings := map[string]string{}
	for _, reading := range [][]string{
		{"purchased.zone", "-05:00", "America/New_York"},
		{"purchased.holidays", "state-closings", "statutory"},
		{"purchased.severity_change", "fair", "from_start", "from_change"},
		{"purchased.prior_release", "from_replacement", "from_own_release"},
		{"purchased.term_end", "month_end", "day_before_anniversary"},
	} {
		if rapid.Bool().Draw(t, reading[0]) {
			readings[reading[0]] = rapid.SampledFrom(reading[1:]).Draw(t, reading[0])
		}
	}
	return readings
}

func genSeverity(t *rapid.T) any {
	level := rapid.SampledFrom([]int{1, 1, 1, 2, 2, 2, 2, 3}).Draw(t, "severity")
	if rapid.Bool().Draw(t, "as a number") {
		return level
	}
	return slowLevels[level]
}
