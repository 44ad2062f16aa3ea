package portx_test

import (
	"time"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"pgregory.net/rapid"
)

// genWords are what the tickets are made of.
var genWords = agreementtest.Words{
	Agreement: "portx",
	Customer:  genCustomer,
	Readings:  genReadings,
	Severity:  genSeverity,
	Channels:  []string{"", "phone", "email", "portal"},
	Kinds:     genKinds,
	Offsets:   []int{1, 1, 2, -5, -4, 0, 8, 14, -12},
	Whiles: []time.Duration{
		1, time.Second, time.Hour - 1, time.Hour, time.Hour + 1, 9 * time.Hour, 15 * time.Hour, 24 * time.Hour,
		48 * time.Hour, 60 * time.Hour, 7 * 24 * time.Hour, 40 * 24 * time.Hour, 400 * 24 * time.Hour,
	},
	Hours: []int{8, 8, 17, 17, 0, 2, 12, 23, -1, -1, -1},
	Days:  genDaysOf,
	Zone:  func(_ *rapid.T, s agreementtest.Spec) *time.Location { return genHome(s) },
	Home:  genHome,
	Edges: func(s agreementtest.Spec) []time.Time { return slowAnswer(s.Line()).Dues() },
}

// ticketGen draws valid tickets of this agreement.
func ticketGen() *rapid.Generator[agreementtest.Spec] { return rapid.Custom(genWords.Spec) }

// genHome is the customer's zone.
func genHome(s agreementtest.Spec) *time.Location { return slowZone(s.Customer["zone"].(string)) }

// genDaysOf begin for Kuala Lumpur not before the second day of the twin's table,
// so that every zone is past its first.
func genDaysOf(s agreementtest.Spec) ([]string, string, int) {
	country := s.Customer["country"].(string)
	if country == "MY-14" {
		return genDays[country], "2024-01-03", 3 * 365
	}
	return genDays[country], "2010-01-01", 9000
}

// genZones are zones in both hemispheres, with whole, half and odd offsets,
// with clocks that change at night, at midnight and by half an hour, and one
// that once left out a Friday.
var genZones = []string{
	"Europe/Berlin", "Europe/Berlin", "America/New_York", "America/New_York", "Asia/Kuala_Lumpur", "+08:00", "-03:30", "UTC",
	"Pacific/Apia", "Pacific/Apia", "Australia/Lord_Howe", "America/Sao_Paulo", "Africa/Cairo", "Asia/Kathmandu", "+14:00", "-12:00",
}

// genDays are dates beside which the calendar of a country or of a zone does
// something: long weekends, observed days across a year's end, the days around
// Easter, leap days, changes of the clocks, the last days that are known.
var genDays = map[string][]string{
	"DE": {
		"2015-10-30", "2016-10-31", "2017-10-30", "2017-10-31", "2018-03-29", "2020-02-28", "2020-02-29", "2023-10-02", "2024-03-28",
		"2024-05-08", "2024-12-23", "2024-12-31", "2025-04-17", "2025-05-28", "2025-06-06", "2025-12-24", "2026-03-27", "2026-03-29",
		"2026-04-02", "2026-04-30", "2026-05-13", "2026-05-22", "2026-10-02", "2026-10-23", "2026-10-25", "2026-12-23", "2026-12-31",
		"2038-04-23", "2099-12-31",
	},
	"US": {
		"2010-12-30", "2020-06-18", "2020-07-02", "2021-06-17", "2021-12-23", "2021-12-30", "2022-06-17", "2022-12-23", "2022-12-30",
		"2023-11-09", "2024-11-08", "2024-11-27", "2025-03-07", "2025-03-09", "2025-07-03", "2025-10-31", "2025-11-02", "2026-01-16",
		"2026-02-13", "2026-05-22", "2026-06-18", "2026-07-02", "2026-09-04", "2026-10-09", "2026-11-10", "2026-11-25", "2027-12-30",
		"2100-02-26",
	},
	"NONE": {
		"2011-12-28", "2011-12-29", "2011-12-29", "2011-12-30", "2011-12-31", "2012-01-02", "2018-11-02", "2018-11-04", "2024-04-25",
		"2024-04-26", "2024-10-31", "2024-11-01", "2025-04-04", "2025-10-03", "2026-01-01", "2026-12-25", "2028-02-28", "2028-02-29",
	},
	"MY-14": {
		"2024-01-24", "2024-01-31", "2024-02-09", "2024-04-09", "2024-09-13", "2025-01-28", "2025-03-28", "2025-08-29", "2025-09-04",
		"2025-09-12", "2026-01-30", "2026-02-16", "2026-03-19", "2026-05-29", "2026-11-06", "2026-12-23", "2026-12-28", "2026-12-29",
		"2026-12-30", "2026-12-30", "2026-12-31", "2026-12-31", "2027-01-01", "2027-01-02",
	},
}

// genKinds are the events that may follow a report, those that move the clock
// without ending it first, since rapid takes the first ones and the very last
// more often than the rest.
var genKinds = []string{
	"severity_changed", "severity_changed", "reopened", "resolved", "severity_changed", "reopened", "closed", "reopened",
	"workaround_accepted", "responded", "severity_changed", "info_requested", "updated", "plan_provided", "resolution_proposed", "contacted",
	"registered", "info_received", "customer_replied", "development_required", "forwarded", "resolution_rejected", "resolved", "reopened",
}

// genCustomer draws days that mostly grow with the severity's number, as one
// would agree them, and sometimes any that are allowed.
func genCustomer(t *rapid.T) map[string]any {
	days := rapid.SampledFrom([][]int{{1, 2, 3, 5}, {1, 2, 3, 5}, {1, 1, 1, 1}, {2, 2, 5, 10}, {1, 3, 20, 30}, nil, nil}).Draw(t, "days")
	if days == nil {
		days = rapid.SliceOfN(rapid.SampledFrom([]int{1, 2, 3, 4, 5, 10, 23, 260}), 4, 4).Draw(t, "any days")
	}
	customer := map[string]any{
		"zone":          rapid.SampledFrom(genZones).Draw(t, "zone"),
		"country":       rapid.SampledFrom([]string{"DE", "MY-14", "US", "NONE", "MY-14"}).Draw(t, "country"),
		"response_days": map[string]int{"S1": days[0], "S2": days[1], "S3": days[2], "S4": days[3]},
	}
	if rapid.IntRange(0, 4).Draw(t, "fields of others") == 0 { // those that only other agreements use
		customer["region"], customer["product"], customer["tier"], customer["add_ons"] = "EMEA", "VMmanager", "Standard", []string{"call-in"}
	}
	return customer
}

func genReadings(t *rapid.T) map[string]string {
	reading := rapid.SampledFrom([]string{"", "fair", "from_start", "from_change", "from_start", "from_change"}).Draw(t, "severity change")
	if reading == "" {
		return nil
	}
	return map[string]string{"portx.severity_change": reading}
}

func genSeverity(t *rapid.T) any {
	return rapid.SampledFrom([]string{"S2", "S1", "S3", "S4", "s1", "s2", "s3", "s4"}).Draw(t, "severity")
}
