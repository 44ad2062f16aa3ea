package purchased_test

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
	Customer  map[string]any    `json:"customer,omitempty"`
	Events    []ticketEvent     `json:"events"`
	Readings  map[string]string `json:"readings,omitempty"`
}

type ticketEvent struct {
	At       string `json:"at"`
	Kind     string `json:"kind"`
	Severity any    `json:"severity,omitempty"` // "2" or 2
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

// genOffsets are the ways in which an instant is written; they never matter.
var genOffsets = []int{-5, -5, -5, -4, 0, 1, 8, 14, -12}

// genKinds are the events that may follow a report, those that this agreement
// cares for several times and the others once. Rapid takes the first ones and
// the very last more often than the rest.
var genKinds = []string{
	"severity_changed", "severity_changed", "severity_changed", "contacted", "contacted", "responded", "responded", "workaround_accepted",
	"resolved", "reopened", "closed", "reopened", "severity_changed", "contacted", "responded", "workaround_accepted",
	"resolved", "reopened", "closed", "updated", "plan_provided", "info_requested", "resolution_proposed", "registered", "info_received",
	"customer_replied", "development_required", "forwarded", "resolution_rejected", "severity_changed", "reopened", "severity_changed",
}

// ticketGen draws valid tickets that crowd around the edges: openings and
// closings, due instants and the nanosecond on either side, weekends and
// holidays, several events at one instant, lists out of order.
func ticketGen() *rapid.Generator[ticketSpec] {
	return rapid.Custom(func(t *rapid.T) ticketSpec {
		spec := ticketSpec{
			ID:        rapid.SampledFrom([]string{"", "T-1", "ticket é"}).Draw(t, "id"),
			Agreement: "purchased",
			Customer:  genCustomer(t),
			Readings:  genReadings(t),
		}
		first := genReport(t)
		spec.Events = []ticketEvent{{
			At: genText(t, first), Kind: "reported", Severity: genSeverity(t),
			Channel: rapid.SampledFrom([]string{"phone", "phone", "email", "portal"}).Draw(t, "channel"),
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

// genText writes an instant with any offset.
func genText(t *rapid.T, at time.Time) string {
	hours := rapid.SampledFrom(genOffsets).Draw(t, "offset")
	return at.In(time.FixedZone("", hours*60*60)).Format(time.RFC3339Nano)
}

// genReport is when a ticket is reported.
func genReport(t *rapid.T) time.Time {
	var day time.Time
	if rapid.IntRange(0, 3).Draw(t, "any day") > 0 {
		day, _ = time.Parse(time.DateOnly, rapid.SampledFrom(genDays).Draw(t, "day"))
	} else {
		day = time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 9000).Draw(t, "day"))
	}
	return genOnDay(t, day)
}

// genOnDay is an instant of a civil date: an opening, a closing, a midnight, at
// it or a nanosecond beside it, or any other.
func genOnDay(t *rapid.T, day time.Time) time.Time {
	zone := slowZone(rapid.SampledFrom([]string{"-05:00", "-05:00", "America/New_York"}).Draw(t, "zone"))
	year, month, date := day.Date()
	hour := rapid.SampledFrom([]int{8, 8, 20, 20, 0, 12, 19, 23, -1, -1, -1}).Draw(t, "hour")
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
		var dues []time.Time
		for _, c := range slowAnswer(so.line()).Clocks {
			if c.Due != nil && c.Stopped == nil {
				dues = append(dues, *c.Due)
			}
		}
		if len(dues) > 0 {
			return rapid.SampledFrom(dues).Draw(t, "due").Add(time.Duration(genBeside(t)))
		}
		return last
	case 3:
		return rapid.SampledFrom(spec.Events).Draw(t, "event").instant().Add(time.Duration(genBeside(t)))
	case 4:
		return genOnDay(t, last.In(slowZone("-05:00")).AddDate(0, 0, rapid.IntRange(0, 9).Draw(t, "days")))
	case 5:
		return last
	}
	return last.Add(rapid.SampledFrom([]time.Duration{
		1, time.Second, 10 * time.Minute, time.Hour - 1, time.Hour, time.Hour + 1, 3 * time.Hour, 8 * time.Hour,
		12 * time.Hour, 24 * time.Hour, 60 * time.Hour, 7 * 24 * time.Hour, 40 * 24 * time.Hour, 400 * 24 * time.Hour,
	}).Draw(t, "while"))
}
