package policytest

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/policy"
	"pgregory.net/rapid"
)

// Timelines returns a generator of valid tickets of an agreement, reported in the years 2015
// to 2030. Every report and every reopening names a channel. An event that p answers with an
// error, because it needs a calendar that is missing, is not drawn. For the zero Policy, and
// for nil, there are no tickets: drawing one fails the test.
func Timelines(p *policy.Policy) *rapid.Generator[policy.Case] {
	words := vocabulary(p)
	return rapid.Custom(func(t *rapid.T) policy.Case {
		if p.Scale().Len() == 0 {
			t.Fatal("the policy is none; make it with policy.New")
		}
		first := day(t, p)
		ticket := policy.Case{Events: []policy.Event{{
			At: first, Kind: policy.Reported, Severity: level(t, p), Channel: rapid.SampledFrom(channels()).Draw(t, "channel"),
		}}}
		last := first
		// Rapid prefers small numbers; the sum of two gives long tickets too.
		more := rapid.IntRange(0, 6).Draw(t, "more events") + rapid.IntRange(0, 6).Draw(t, "and more")
		for range more {
			e := policy.Event{At: instant(t, p, ticket.Events, last), Kind: rapid.SampledFrom(words).Draw(t, "kind")}
			if e.At.Before(first) {
				e.At = first // the report is the first event by time
			}
			switch e.Kind {
			case policy.SeverityChanged:
				e.Severity = level(t, p)
			case policy.Reopened:
				e.Channel = rapid.SampledFrom(channels()).Draw(t, "channel")
			case policy.Contacted, policy.Responded:
				e.Channel = rapid.SampledFrom(append(channels(), 0, 0)).Draw(t, "channel")
			}
			events := append(ticket.Events, e)
			if _, err := p.Evaluate(events, e.At); err != nil {
				continue
			}
			ticket.Events, last = events, e.At
		}
		ticket.AsOf = Instants(p, ticket.Events).Draw(t, "as of")
		if rapid.Bool().Draw(t, "out of order") {
			ticket.Events = rapid.Permutation(ticket.Events).Draw(t, "order")
			reportFirst(ticket.Events)
		}
		return ticket
	})
}

// Instants returns a generator of instants at which to evaluate a ticket: close to its
// events, its due times and whatever else happens to it by itself, some time later, and
// occasionally before its report. Without events there is no ticket: drawing an instant fails
// the test.
func Instants(p *policy.Policy, events []policy.Event) *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		if len(events) == 0 {
			t.Fatal("there are no events; a ticket has at least its report")
		}
		return instant(t, p, events, last(events))
	})
}

// vocabulary returns the kinds of events that can follow a report, with those to which the
// agreement reacts several times.
func vocabulary(p *policy.Policy) []policy.Kind {
	var words []policy.Kind
	for kind := policy.Registered; kind <= policy.Reopened; kind++ {
		words = append(words, kind)
	}
	for i := range p.Agreement().Events {
		kind, _ := policy.Own(i)
		words = append(words, kind)
	}
	// The agreement reacts to an event that changes the answer for some ticket of one or two
	// events.
	var heard []policy.Kind
	for _, kind := range words {
		if kind == policy.SeverityChanged || kind == policy.Reopened || changes(p, kind) {
			heard = append(heard, kind)
		}
	}
	return slices.Concat(heard, heard, heard, words, heard)
}

// changes reports whether an event changes the answer to a ticket of two events.
func changes(p *policy.Policy, kind policy.Kind) bool {
	at := time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)
	for _, level := range p.Scale().Levels() {
		for _, channel := range channels() {
			events := []policy.Event{{At: at, Kind: policy.Reported, Severity: level, Channel: channel}}
			for _, before := range []policy.Kind{policy.Registered, policy.Responded, policy.ResolutionProposed} {
				short := append(events, policy.Event{At: at.Add(time.Minute), Kind: before})
				long := append(short, policy.Event{At: at.Add(time.Hour), Kind: kind})
				a, err1 := p.Evaluate(short, at.Add(2*time.Hour))
				b, err2 := p.Evaluate(long, at.Add(2*time.Hour))
				if err1 == nil && err2 == nil && text(p, &a) != text(p, &b) {
					return true
				}
			}
		}
	}
	return false
}

func channels() []policy.Channel {
	return []policy.Channel{policy.Phone, policy.Email, policy.Portal}
}

// reportFirst puts the report before the other events at its instant, since the first event
// by time must be the report.
func reportFirst(events []policy.Event) {
	report := slices.IndexFunc(events, func(e policy.Event) bool { return e.Kind == policy.Reported })
	for i := range report {
		if events[i].At.Equal(events[report].At) {
			events[i], events[report] = events[report], events[i]
			return
		}
	}
}

// text returns the whole of an answer as text, to compare.
func text(p *policy.Policy, a *policy.Answer) string {
	return string(p.AppendAnswer(nil, "", policy.Stamp{}, a))
}
