package cumulocity_test

import (
	"encoding/json"
	"slices"
	"time"

	"pgregory.net/rapid"
)

// ticketSpec is one valid ticket of this agreement, as the command reads it.
type ticketSpec struct {
	ID        string            `json:"id,omitempty"`
	Agreement string            `json:"agreement"`
	AsOf      string            `json:"as_of,omitempty"`
	Customer  ticketCustomer    `json:"customer"`
	Events    []ticketEvent     `json:"events"`
	Readings  map[string]string `json:"readings,omitempty"`
}

type ticketCustomer struct {
	Region      string            `json:"region"`
	Country     string            `json:"country"`
	HubHolidays map[string]string `json:"hub_holidays,omitempty"`
	ReportEvery map[string]string `json:"report_every,omitempty"`
	Zone        string            `json:"zone,omitempty"`    // of another agreement
	Product     string            `json:"product,omitempty"` // of another agreement
}

type ticketEvent struct {
	At       string `json:"at"`
	Kind     string `json:"kind"`
	Severity string `json:"severity,omitempty"`
	Channel  string `json:"channel,omitempty"`
}

// instant is the event's time; a spec holds no text that is not one.
func (e ticketEvent) instant() time.Time {
	at, err := time.Parse(time.RFC3339, e.At)
	if err != nil {
		panic(err)
	}
	return at
}

// line is the ticket as one line of input.
func (s ticketSpec) line() []byte {
	text, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return text
}

// tabulated says whether some hub closes on holidays that are known to the end
// of 2026 only.
func (c ticketCustomer) tabulated() bool {
	for _, country := range c.HubHolidays {
		if country == "MY-14" {
			return true
		}
	}
	return c.Country == "MY-14"
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

// genOffsets are the ways in which an instant is written; they never matter.
var genOffsets = []int{1, 1, 2, 8, -6, -7, 0, 14, -12}

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

// ticketGen draws valid tickets that crowd around the edges: openings and
// closings, due instants, steps and hand-overs and the nanosecond on either
// side, weekends and holidays, several events at one instant, lists out of
// order.
func ticketGen() *rapid.Generator[ticketSpec] {
	return rapid.Custom(func(t *rapid.T) ticketSpec {
		spec := ticketSpec{
			ID:        rapid.SampledFrom([]string{"", "T-1", "ticket é"}).Draw(t, "id"),
			Agreement: "cumulocity",
			Customer:  genCustomer(t),
			Readings:  genReadings(t),
		}
		tabulated := spec.Customer.tabulated()
		first := genReport(t, tabulated)
		if tabulated && !first.Before(genKnown) {
			first = genKnown.Add(-1)
		}
		spec.Events = []ticketEvent{{
			At: genText(t, first), Kind: "reported", Severity: genSeverity(t),
			Channel: rapid.SampledFrom([]string{"phone", "portal", "phone", "email", "portal"}).Draw(t, "channel"),
		}}
		last := first
		// Rapid leans to small numbers; the sum of two gives long tickets too.
		more := rapid.IntRange(0, 6).Draw(t, "more events") + rapid.IntRange(0, 6).Draw(t, "and more")
		for range more {
			at := genInstant(t, spec, last)
			if at.Before(first) {
				at = first // the report is the first event by time
			}
			event := ticketEvent{At: genText(t, at), Kind: rapid.SampledFrom(genKinds).Draw(t, "kind")}
			if tabulated && (!at.Before(genKnown) || event.Kind == "severity_changed" && !at.Before(genChanges)) {
				event.Kind = rapid.SampledFrom(genIdleKinds).Draw(t, "idle kind")
			}
			switch event.Kind {
			case "severity_changed":
				event.Severity = genSeverity(t)
			case "contacted", "responded", "reopened":
				event.Channel = rapid.SampledFrom([]string{"", "", "phone", "email", "portal"}).Draw(t, "channel")
			}
			spec.Events = append(spec.Events, event)
			last = at
		}
		switch rapid.IntRange(0, 9).Draw(t, "as of") {
		case 0: // absent: the last event's instant
		case 1:
			spec.AsOf = genText(t, first.Add(-rapid.SampledFrom([]time.Duration{1, time.Hour, 1000 * time.Hour}).Draw(t, "early")))
		default:
			spec.AsOf = genText(t, genInstant(t, spec, last))
		}
		if rapid.Bool().Draw(t, "out of order") {
			spec.Events = rapid.Permutation(spec.Events).Draw(t, "order")
		}
		reportFirst(spec.Events)
		return spec
	})
}

// reportFirst puts the report before what was handed in for the same instant,
// since the first event by time must be the report.
func reportFirst(events []ticketEvent) {
	report := slices.IndexFunc(events, func(e ticketEvent) bool { return e.Kind == "reported" })
	for i := range report {
		if events[i].instant().Equal(events[report].instant()) {
			events[i], events[report] = events[report], events[i]
			return
		}
	}
}

func genCustomer(t *rapid.T) ticketCustomer {
	countries := []string{"NONE", "MY-14", "DE", "US", "MY-14"}
	c := ticketCustomer{
		Region:  rapid.SampledFrom(slowRegions).Draw(t, "region"),
		Country: rapid.SampledFrom(countries).Draw(t, "country"),
	}
	if rapid.IntRange(0, 2).Draw(t, "hub holidays") == 0 {
		c.HubHolidays = map[string]string{}
		for _, region := range slowRegions {
			if region != c.Region && rapid.Bool().Draw(t, region) {
				c.HubHolidays[region] = rapid.SampledFrom(countries).Draw(t, "holidays of "+region)
			}
		}
	}
	if rapid.IntRange(0, 2).Draw(t, "reports as agreed") == 0 {
		c.ReportEvery = map[string]string{}
		for _, level := range slowLevels[1:] {
			if rapid.Bool().Draw(t, level) {
				c.ReportEvery[level] = rapid.SampledFrom([]string{"4h", "30m", "24h", "2 business days", "1h30m", "3 business days"}).Draw(t, "every")
			}
		}
	}
	if rapid.IntRange(0, 9).Draw(t, "for another agreement") == 0 {
		c.Zone, c.Product = "Europe/Berlin", "VMmanager"
	}
	return c
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

func genSeverity(t *rapid.T) string {
	return rapid.SampledFrom([]string{"Crisis", "Critical", "Standard", "Crisis", "Critical", "crisis", "CRITICAL", "Standard"}).Draw(t, "severity")
}

// genText writes an instant with any offset.
func genText(t *rapid.T, at time.Time) string {
	hours := rapid.SampledFrom(genOffsets).Draw(t, "offset")
	return at.In(time.FixedZone("", hours*60*60)).Format(time.RFC3339Nano)
}

// genReport is when a ticket is reported.
func genReport(t *rapid.T, tabulated bool) time.Time {
	days, from, through := genDays, time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC), 9000
	if tabulated {
		days, from, through = genMalaysianDays, time.Date(2024, 1, 10, 0, 0, 0, 0, time.UTC), 1085
	}
	var day time.Time
	if rapid.IntRange(0, 3).Draw(t, "any day") > 0 {
		day, _ = time.Parse(time.DateOnly, rapid.SampledFrom(days).Draw(t, "day"))
	} else {
		day = from.AddDate(0, 0, rapid.IntRange(0, through).Draw(t, "day"))
	}
	return genOnDay(t, day)
}

// genOnDay is an instant of a civil date at one of the hubs: an opening, a
// closing, a midnight, at it or a nanosecond beside it, or any other.
func genOnDay(t *rapid.T, day time.Time) time.Time {
	zone := slowZone(rapid.SampledFrom([]string{"local", "local", "fixed"}).Draw(t, "zone"), rapid.SampledFrom(slowRegions).Draw(t, "hub"))
	year, month, date := day.Date()
	hour := rapid.SampledFrom([]int{8, 8, 17, 17, 0, 12, 16, 23, -1, -1, -1}).Draw(t, "hour")
	if hour < 0 {
		seconds := rapid.IntRange(0, 24*60*60-1).Draw(t, "second")
		nanos := rapid.SampledFrom([]int{0, 0, 1, 500_000_000, 999_999_999}).Draw(t, "nanosecond")
		return time.Date(year, month, date, 0, 0, seconds, nanos, zone)
	}
	return time.Date(year, month, date, hour, 0, 0, genBeside(t), zone)
}

// genBeside is the nanosecond before, at or after an edge.
func genBeside(t *rapid.T) int {
	return rapid.SampledFrom([]int{0, 0, 0, -1, 1}).Draw(t, "beside")
}

// genInstant is an instant for the next event, or to ask for: beside something
// that the ticket as it stands does by itself, at an event that is there, at an
// edge of a day nearby, or some while after the last one.
func genInstant(t *rapid.T, spec ticketSpec, last time.Time) time.Time {
	switch rapid.IntRange(0, 7).Draw(t, "instant") {
	case 0, 1, 2:
		so := spec
		so.AsOf = ""
		if nexts := slowAnswer(so.line()).nexts; len(nexts) > 0 {
			return rapid.SampledFrom(nexts).Draw(t, "next").At.Add(time.Duration(genBeside(t)))
		}
		return last
	case 3:
		return rapid.SampledFrom(spec.Events).Draw(t, "event").instant().Add(time.Duration(genBeside(t)))
	case 4:
		return genOnDay(t, last.UTC().AddDate(0, 0, rapid.IntRange(0, 9).Draw(t, "days")))
	case 5:
		return last
	}
	return last.Add(rapid.SampledFrom([]time.Duration{
		1, time.Second, 10 * time.Minute, 30 * time.Minute, 30*time.Minute + 1, 2 * time.Hour, 4 * time.Hour, 4*time.Hour + 1, 9 * time.Hour,
		24 * time.Hour, 60 * time.Hour, 5 * 24 * time.Hour, 7 * 24 * time.Hour, 15 * 24 * time.Hour, 40 * 24 * time.Hour, time.Hour,
	}).Draw(t, "while"))
}
