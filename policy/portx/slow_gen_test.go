package portx_test

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
	Customer  map[string]any    `json:"customer"`
	Events    []ticketEvent     `json:"events"`
	Readings  map[string]string `json:"readings,omitempty"`
}

type ticketEvent struct {
	At       string `json:"at"`
	Kind     string `json:"kind"`
	Severity string `json:"severity,omitempty"` // "S2" or "s2"
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

// zone is the customer's zone.
func (s ticketSpec) zone() *time.Location { return slowZone(s.Customer["zone"].(string)) }

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

// genOffsets are the ways in which an instant is written; they never matter.
var genOffsets = []int{1, 1, 2, -5, -4, 0, 8, 14, -12}

// genKinds are the events that may follow a report, those that move the clock
// without ending it first, since rapid takes the first ones and the very last
// more often than the rest.
var genKinds = []string{
	"severity_changed", "severity_changed", "reopened", "resolved", "severity_changed", "reopened", "closed", "reopened",
	"workaround_accepted", "responded", "severity_changed", "info_requested", "updated", "plan_provided", "resolution_proposed", "contacted",
	"registered", "info_received", "customer_replied", "development_required", "forwarded", "resolution_rejected", "resolved", "reopened",
}

// genWhiles are the times that may pass between two events.
var genWhiles = []time.Duration{
	1, time.Second, time.Hour - 1, time.Hour, time.Hour + 1, 9 * time.Hour, 15 * time.Hour, 24 * time.Hour,
	48 * time.Hour, 60 * time.Hour, 7 * 24 * time.Hour, 40 * 24 * time.Hour, 400 * 24 * time.Hour,
}

// ticketGen draws valid tickets that crowd around the edges: openings and
// closings, due instants and the nanosecond on either side, weekends and
// holidays, several events at one instant, lists out of order.
func ticketGen() *rapid.Generator[ticketSpec] {
	return rapid.Custom(func(t *rapid.T) ticketSpec {
		spec := ticketSpec{
			ID:        rapid.SampledFrom([]string{"", "T-1", "ticket é"}).Draw(t, "id"),
			Agreement: "portx",
			Customer:  genCustomer(t),
			Readings:  genReadings(t),
		}
		first := genReport(t, spec)
		spec.Events = []ticketEvent{{
			At: genText(t, first), Kind: "reported", Severity: genSeverity(t),
			Channel: rapid.SampledFrom([]string{"", "phone", "email", "portal"}).Draw(t, "channel"),
		}}
		last := first
		// Rapid leans to small numbers; the sum of two gives long tickets too.
		more := rapid.IntRange(0, 7).Draw(t, "more events") + rapid.IntRange(0, 7).Draw(t, "and more")
		for range more {
			at := genInstant(t, spec, last)
			if at.Before(first) {
				at = first // the report is the first event by time
			}
			event := ticketEvent{At: genText(t, at), Kind: rapid.SampledFrom(genKinds).Draw(t, "kind")}
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

func genSeverity(t *rapid.T) string {
	return rapid.SampledFrom([]string{"S2", "S1", "S3", "S4", "s1", "s2", "s3", "s4"}).Draw(t, "severity")
}

// genText writes an instant with any offset.
func genText(t *rapid.T, at time.Time) string {
	hours := rapid.SampledFrom(genOffsets).Draw(t, "offset")
	return at.In(time.FixedZone("", hours*60*60)).Format(time.RFC3339Nano)
}

// genReport is when a ticket is reported: for Kuala Lumpur not before the
// second day of the twin's table, so that every zone is past its first.
func genReport(t *rapid.T, spec ticketSpec) time.Time {
	country := spec.Customer["country"].(string)
	var day time.Time
	if rapid.IntRange(0, 3).Draw(t, "any day") > 0 {
		day, _ = time.Parse(time.DateOnly, rapid.SampledFrom(genDays[country]).Draw(t, "day"))
	} else if country == "MY-14" {
		day = time.Date(2024, 1, 3, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 3*365).Draw(t, "day"))
	} else {
		day = time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 9000).Draw(t, "day"))
	}
	return genOnDay(t, day, spec.zone())
}

// genOnDay is an instant of a civil date: an opening, a closing, a midnight, at
// it or a nanosecond beside it, or any other.
func genOnDay(t *rapid.T, day time.Time, zone *time.Location) time.Time {
	year, month, date := day.Date()
	hour := rapid.SampledFrom([]int{8, 8, 17, 17, 0, 2, 12, 23, -1, -1, -1}).Draw(t, "hour")
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

// genInstant is an instant for the next event, or to ask for: beside a due time
// of the ticket as it stands, at an event that is there, at an edge of a day
// nearby, or some while after the last one.
func genInstant(t *rapid.T, spec ticketSpec, last time.Time) time.Time {
	switch rapid.IntRange(0, 7).Draw(t, "instant") {
	case 0, 1, 2:
		so := spec
		so.AsOf = ""
		for _, c := range slowAnswer(so.line()).Clocks {
			if c.Due != nil && c.Stopped == nil {
				return c.Due.Add(time.Duration(genBeside(t)))
			}
		}
		return last
	case 3:
		return rapid.SampledFrom(spec.Events).Draw(t, "event").instant().Add(time.Duration(genBeside(t)))
	case 4:
		return genOnDay(t, last.In(spec.zone()).AddDate(0, 0, rapid.IntRange(0, 9).Draw(t, "days")), spec.zone())
	case 5:
		return last
	}
	return last.Add(rapid.SampledFrom(genWhiles).Draw(t, "while"))
}
