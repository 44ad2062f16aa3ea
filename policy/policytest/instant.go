package policytest

import (
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
	"pgregory.net/rapid"
)

// level draws a level of the agreement's scale.
func level(t *rapid.T, p *policy.Policy) severity.Level {
	return rapid.SampledFrom(p.Scale().Levels()).Draw(t, "severity")
}

// day draws when a ticket is reported: at a full hour in the agreement's zone or a nanosecond
// from it, or at any other instant. Days close to the ends of years and of February are drawn
// more often.
func day(t *rapid.T, p *policy.Policy) time.Time {
	year := rapid.IntRange(2015, 2030).Draw(t, "year")
	edge := rapid.SampledFrom([]int{-1, -1, 0, 1, 59, 60, 365}).Draw(t, "edge")
	if edge < 0 {
		edge = rapid.IntRange(2, 366).Draw(t, "day")
	}
	if rapid.Bool().Draw(t, "a full hour") {
		hour := rapid.SampledFrom([]int{9, 0, 6, 8, 12, 15, 17, 18, 20, 23}).Draw(t, "hour")
		return time.Date(year, time.January, edge, hour, 0, 0, beside(t), p.Location())
	}
	second := rapid.IntRange(0, 24*60*60-1).Draw(t, "second")
	return time.Date(year, time.January, edge, 0, 0, second, beside(t), p.Location())
}

// beside draws the nanosecond before, at or after an edge.
func beside(t *rapid.T) int {
	return rapid.SampledFrom([]int{0, 0, 0, -1, 1}).Draw(t, "beside")
}

// instant draws when something else happens to a ticket, or when it is evaluated.
func instant(t *rapid.T, p *policy.Policy, events []policy.Event, last time.Time) time.Time {
	switch rapid.IntRange(0, 6).Draw(t, "instant") {
	case 0, 1, 2:
		if edges := edges(p, events); len(edges) > 0 {
			return rapid.SampledFrom(edges).Draw(t, "edge").Add(time.Duration(beside(t)))
		}
		return last
	case 3:
		return rapid.SampledFrom(events).Draw(t, "event").At.Add(time.Duration(beside(t)))
	case 4:
		return last
	}
	return last.Add(rapid.SampledFrom([]time.Duration{
		1, time.Second, 10 * time.Minute, time.Hour, 3 * time.Hour, 8 * time.Hour, 12 * time.Hour, 24 * time.Hour,
		60 * time.Hour, 7 * 24 * time.Hour, 40 * 24 * time.Hour, 400 * 24 * time.Hour,
	}).Draw(t, "while"))
}

// edges returns the instants at which something is due or comes by itself on a
// ticket, as it stands after its last event.
func edges(p *policy.Policy, events []policy.Event) []time.Time {
	a, err := p.Evaluate(events, last(events))
	if err != nil {
		return nil
	}
	var edges []time.Time
	if next, ok := a.Next.Get(); ok {
		edges = append(edges, next.At)
	}
	for i := range a.Clocks {
		if due, ok := a.Clocks[i].Due.Get(); ok {
			edges = append(edges, due)
		}
	}
	for i := range a.Escalation {
		if at, ok := a.Escalation[i].At.Get(); ok {
			edges = append(edges, at)
		}
	}
	return edges
}

// last returns the instant of the last event by time.
func last(events []policy.Event) time.Time {
	last := events[0].At
	for _, e := range events {
		if e.At.After(last) {
			last = e.At
		}
	}
	return last
}
