package agreementtest

import (
	"time"

	"pgregory.net/rapid"
)

// Words are what the tickets of an agreement are made of, as [Words.Spec] draws
// them for a test with a [Twin]. policytest.Timelines needs none of this, since it
// asks the agreement itself; a twin is there to doubt the agreement, so its tickets
// come from its author, and the instants that matter from the twin. All fields up to
// Edges are needed; the zero Words draw nothing.
type Words struct {
	Agreement string
	Customer  func(t *rapid.T) map[string]any
	Readings  func(t *rapid.T) map[string]string
	Severity  func(t *rapid.T) any
	// Channels are those of the report; "" stands for none. An event that can have
	// a channel has any.
	Channels []string
	// Kinds are the events that can follow a report; one that stands there several
	// times comes more often. Rapid takes the first ones and the very last more
	// often than the rest.
	Kinds []string
	// Offsets are the ways, in whole hours, in which an instant is written.
	Offsets []int
	// Whiles are times that can pass between two events.
	Whiles []time.Duration
	// Hours are those of a day at which something happens (a calendar opens or
	// closes, a date begins); -1 stands for any instant of the day.
	Hours []int
	// Days returns dates beside which the ticket's calendar does something, and the
	// first of all dates that are drawn with the number of those that follow it.
	Days func(s Spec) (edges []string, first string, more int)
	// Zone draws a zone for the hour of a day, and Home is the one in which the
	// next days are counted.
	Zone func(t *rapid.T, s Spec) *time.Location
	Home func(s Spec) *time.Location
	// Edges returns the instants at which something happens to the ticket by
	// itself, as the second implementation knows them.
	Edges func(s Spec) []time.Time

	// First, if there is one, can move the instant of the report and change the
	// customer; Second adds what happens right behind the report; Kind replaces the
	// kind of an event.
	First  func(t *rapid.T, s *Spec, at time.Time) time.Time
	Second func(t *rapid.T, s *Spec, at time.Time)
	Kind   func(t *rapid.T, s Spec, at time.Time, kind string) string
}

// Spec draws a valid ticket. The tickets crowd around the edges: openings and
// closings, due instants and the nanosecond on either side, the dates that Days
// names, several events at one instant, events handed in out of order. Now and
// then one is asked for before its report.
func (w Words) Spec(t *rapid.T) Spec {
	s := Spec{
		ID:        rapid.SampledFrom([]string{"", "T-1", "ticket é"}).Draw(t, "id"),
		Agreement: w.Agreement,
		Customer:  w.Customer(t),
		Readings:  w.Readings(t),
	}
	first := w.report(t, s)
	if w.First != nil {
		first = w.First(t, &s, first)
	}
	s.Events = []SpecEvent{{
		At: w.Written(t, first), Kind: "reported", Severity: w.Severity(t), Channel: rapid.SampledFrom(w.Channels).Draw(t, "channel"),
	}}
	if w.Second != nil {
		w.Second(t, &s, first)
	}
	last := first
	// Rapid leans to small numbers; the sum of two gives long tickets too.
	more := rapid.IntRange(0, 7).Draw(t, "more events") + rapid.IntRange(0, 7).Draw(t, "and more")
	for range more {
		last = w.instant(t, s, last)
		if last.Before(first) {
			last = first // the report is the first event by time
		}
		s.Events = append(s.Events, w.event(t, s, last))
	}
	switch rapid.IntRange(0, 9).Draw(t, "as of") {
	case 0: // absent: the last event's instant
	case 1:
		early := rapid.SampledFrom([]time.Duration{1, time.Hour, 1000 * time.Hour}).Draw(t, "early")
		s.AsOf = w.Written(t, first.Add(-early))
	default:
		s.AsOf = w.Written(t, w.instant(t, s, last))
	}
	s.shuffle(t)
	return s
}

// event draws an event at an instant.
func (w Words) event(t *rapid.T, s Spec, at time.Time) SpecEvent {
	e := SpecEvent{At: w.Written(t, at), Kind: rapid.SampledFrom(w.Kinds).Draw(t, "kind")}
	if w.Kind != nil {
		e.Kind = w.Kind(t, s, at, e.Kind)
	}
	switch e.Kind {
	case "severity_changed":
		e.Severity = w.Severity(t)
	case "contacted", "responded", "reopened":
		e.Channel = rapid.SampledFrom([]string{"", "", "phone", "email", "portal"}).Draw(t, "channel")
	}
	return e
}

// beside draws the nanosecond before, at or after an edge.
func beside(t *rapid.T) int {
	return rapid.SampledFrom([]int{0, 0, 0, -1, 1}).Draw(t, "beside")
}

// Written gives an instant one of the offsets; it never matters which.
func (w Words) Written(t *rapid.T, at time.Time) time.Time {
	hours := rapid.SampledFrom(w.Offsets).Draw(t, "offset")
	return at.In(time.FixedZone("", hours*60*60))
}

// report draws when a ticket is reported.
func (w Words) report(t *rapid.T, s Spec) time.Time {
	edges, first, more := w.Days(s)
	if rapid.IntRange(0, 3).Draw(t, "any day") > 0 {
		return w.OnDay(t, s, date(rapid.SampledFrom(edges).Draw(t, "day")))
	}
	return w.OnDay(t, s, date(first).AddDate(0, 0, rapid.IntRange(0, more).Draw(t, "day")))
}

// date reads a date that a test wrote; what is none is the zero time.
func date(text string) time.Time {
	day, _ := time.Parse(time.DateOnly, text)
	return day
}

// OnDay draws an instant of a civil date: one of Hours or the nanosecond beside
// it, or any other. Of day only the date counts.
func (w Words) OnDay(t *rapid.T, s Spec, day time.Time) time.Time {
	zone := w.Zone(t, s)
	year, month, date := day.Date()
	hour := rapid.SampledFrom(w.Hours).Draw(t, "hour")
	if hour < 0 {
		seconds := rapid.IntRange(0, 24*60*60-1).Draw(t, "second")
		nanos := rapid.SampledFrom([]int{0, 0, 1, 500_000_000, 999_999_999}).Draw(t, "nanosecond")
		return time.Date(year, month, date, 0, 0, seconds, nanos, zone)
	}
	return time.Date(year, month, date, hour, 0, 0, beside(t), zone)
}

// instant draws when the next event happens, or what instant is asked for: beside
// something that the ticket as it stands does by itself, at an event that is
// there, at an edge of a day nearby, or some while after the last one.
func (w Words) instant(t *rapid.T, s Spec, last time.Time) time.Time {
	switch rapid.IntRange(0, 7).Draw(t, "instant") {
	case 0, 1, 2:
		if edges := w.Edges(s); len(edges) > 0 {
			return rapid.SampledFrom(edges).Draw(t, "edge").Add(time.Duration(beside(t)))
		}
		return last
	case 3:
		return rapid.SampledFrom(s.Events).Draw(t, "event").At.Add(time.Duration(beside(t)))
	case 4:
		days := rapid.IntRange(0, 9).Draw(t, "days")
		return w.OnDay(t, s, last.In(w.Home(s)).AddDate(0, 0, days))
	case 5:
		return last
	}
	return last.Add(rapid.SampledFrom(w.Whiles).Draw(t, "while"))
}
