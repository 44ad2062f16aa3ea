package ispsystem_test

import (
	"encoding/json"
	"slices"
	"strings"
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

// genOffsets are the ways in which an instant is written; they never matter.
var genOffsets = []int{0, 0, 0, 1, 2, 8, 14, -5, -12}

// genKinds are the events that may follow a report, those that this agreement
// cares for several times and the others once.
var genKinds = []string{
	"severity_changed", "severity_changed", "severity_changed", "severity_changed", "registered", "registered", "registered",
	"responded", "responded", "development_required", "development_required", "development_required",
	"info_requested", "info_requested", "info_received", "info_received", "customer_replied", "customer_replied",
	"reopened", "reopened", "closed", "resolved", "forwarded", "updated", "plan_provided", "resolution_proposed",
	"workaround_accepted", "resolution_rejected", "contacted", "reopened", "registered", "severity_changed",
}

// ticketGen draws valid tickets that crowd around the edges: openings and
// closings, due instants and the nanosecond on either side, weekends and
// holidays, the end of what is known, several events at one instant, lists out
// of order.
func ticketGen() *rapid.Generator[ticketSpec] {
	return rapid.Custom(func(t *rapid.T) ticketSpec {
		spec := ticketSpec{
			ID:        rapid.SampledFrom([]string{"", "T-1", "ticket é"}).Draw(t, "id"),
			Agreement: "ispsystem",
			Customer:  genCustomer(t),
			Readings:  genReadings(t),
		}
		first := genReport(t, spec.Customer["country"] == "MY-14")
		atTheEnd := rapid.IntRange(0, 4).Draw(t, "end of the known days") == 4
		if atTheEnd { // where the deadlines reach beyond the list (G9)
			spec.Customer["tier"], spec.Customer["country"] = "Standard", "MY-14"
			first = genOnDay(t, time.Date(2026, 12, rapid.IntRange(28, 31).Draw(t, "day"), 0, 0, 0, 0, time.UTC))
		}
		spec.Events = []ticketEvent{{
			At: genText(t, first), Kind: "reported", Severity: genSeverity(t),
			Channel: rapid.SampledFrom([]string{"portal", "", "phone", "email"}).Draw(t, "channel"),
		}}
		last := first
		if rapid.IntRange(0, 3).Draw(t, "registered late") > 0 { // most are registered at once
			spec.Events = append(spec.Events, ticketEvent{At: genText(t, first), Kind: "registered"})
		}
		if atTheEnd && rapid.Bool().Draw(t, "developers at once") {
			spec.Events = append(spec.Events, ticketEvent{At: genText(t, first), Kind: "development_required"})
		}
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
		if !spec.needsCountry() && rapid.Bool().Draw(t, "without country") {
			delete(spec.Customer, "country")
		}
		return spec
	})
}

// needsCountry says whether business days could play a part; where none can,
// the country may be left out.
func (s ticketSpec) needsCountry() bool {
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

func genSeverity(t *rapid.T) string {
	level := rapid.SampledFrom(slowLevels).Draw(t, "severity")
	switch rapid.IntRange(0, 5).Draw(t, "case") { // it does not matter
	case 0:
		return strings.ToLower(level)
	case 1:
		return strings.ToUpper(level)
	}
	return level
}

// genText writes an instant with any offset.
func genText(t *rapid.T, at time.Time) string {
	hours := rapid.SampledFrom(genOffsets).Draw(t, "offset")
	return at.In(time.FixedZone("", hours*60*60)).Format(time.RFC3339Nano)
}

// genReport is when a ticket is reported: from 2024 to 2026 where Kuala
// Lumpur's holidays count, which the twin does not know before.
func genReport(t *rapid.T, kualaLumpur bool) time.Time {
	var day time.Time
	if rapid.IntRange(0, 3).Draw(t, "any day") > 0 {
		days := genDays
		if kualaLumpur {
			days = slices.DeleteFunc(slices.Clone(days), func(d string) bool { return d < "2024" || d > "2027" })
		}
		day, _ = time.Parse(time.DateOnly, rapid.SampledFrom(days).Draw(t, "day"))
	} else if kualaLumpur {
		day = time.Date(2024, 1, 2, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 1094).Draw(t, "day"))
	} else {
		day = time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 6500).Draw(t, "day"))
	}
	return genOnDay(t, day)
}

// genOnDay is an instant of a day: an opening, a closing, a midnight, at it or a
// nanosecond beside it, or any other.
func genOnDay(t *rapid.T, day time.Time) time.Time {
	hour := rapid.SampledFrom([]int{6, 6, 15, 18, 0, 12, 14, 24, -1, -1, -1}).Draw(t, "hour")
	if hour < 0 {
		seconds := rapid.IntRange(0, 24*60*60-1).Draw(t, "second")
		nanos := rapid.SampledFrom([]int{0, 0, 1, 500_000_000, 999_999_999}).Draw(t, "nanosecond")
		return dayOf(day).Add(time.Duration(seconds)*time.Second + time.Duration(nanos))
	}
	return dayOf(day).Add(time.Duration(hour)*time.Hour + genBeside(t))
}

// genBeside is the nanosecond before, at or after an edge.
func genBeside(t *rapid.T) time.Duration {
	return rapid.SampledFrom([]time.Duration{0, 0, 0, -1, 1}).Draw(t, "beside")
}

// genInstant is an instant for the next event, or to ask for: beside a due time
// of the ticket as it stands, at an event that is there, at an edge of a day
// nearby, or some while after the last one.
func genInstant(t *rapid.T, spec ticketSpec, last time.Time) time.Time {
	switch rapid.IntRange(0, 9).Draw(t, "instant") {
	case 0, 1, 2:
		so := spec
		so.AsOf = ""
		var dues []time.Time
		for _, c := range slowAnswer(so.line()).Clocks {
			if c.Due != nil && c.Stopped == nil {
				dues = append(dues, *c.Due)
			}
		}
		if len(dues) > 0 {
			return rapid.SampledFrom(dues).Draw(t, "due").Add(genBeside(t))
		}
		return last
	case 3:
		return rapid.SampledFrom(spec.Events).Draw(t, "event").instant().Add(genBeside(t))
	case 4:
		return genOnDay(t, last.AddDate(0, 0, rapid.IntRange(0, 9).Draw(t, "days")))
	case 5:
		return last
	}
	return last.Add(rapid.SampledFrom([]time.Duration{
		1, time.Second, 10 * time.Minute, time.Hour, 2 * time.Hour, 3 * time.Hour, 4 * time.Hour, 8 * time.Hour,
		9 * time.Hour, 12 * time.Hour, 24 * time.Hour, 60 * time.Hour, 168 * time.Hour, 192 * time.Hour, 400 * 24 * time.Hour,
	}).Draw(t, "while"))
}
