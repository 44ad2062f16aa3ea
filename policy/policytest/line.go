package policytest

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy"
)

// Line returns a ticket of p in the command's form, to be reported or run again. It has no
// customer, since a Policy no longer knows for whom it was made: add that field if the
// agreement needs it. Instants are in UTC. The zero Case gives a ticket without events, which
// every agreement refuses.
func Line(p *policy.Policy, ticket policy.Case) string {
	b := append([]byte(`{"agreement":`), strictjson.AppendString(nil, p.Name())...)
	b = append(b, `,"as_of":`...)
	b = appendInstant(b, ticket.AsOf)
	b = append(b, `,"readings":{`...)
	for i, choice := range p.Choices() {
		if i > 0 {
			b = append(b, ',')
		}
		b = strictjson.AppendString(b, choice.Name)
		b = append(b, ':')
		b = strictjson.AppendString(b, choice.Value)
	}
	b = append(b, `},"events":[`...)
	for i, e := range ticket.Events {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendInstant(append(b, `{"at":`...), e.At)
		b = append(b, `,"kind":`...)
		b = strictjson.AppendString(b, p.KindName(e.Kind))
		if !e.Severity.IsZero() {
			b = append(b, `,"severity":`...)
			b = strictjson.AppendString(b, e.Severity.String())
		}
		if e.Channel != 0 {
			b = append(b, `,"channel":`...)
			b = strictjson.AppendString(b, e.Channel.String())
		}
		b = append(b, '}')
	}
	return string(append(b, `]}`...))
}

func appendInstant(b []byte, t time.Time) []byte {
	b = append(b, '"')
	b = calendar.AppendTime(b, t.UTC())
	return append(b, '"')
}

// sorted returns events by time, with those at one instant in the order given.
func sorted(events []policy.Event) []policy.Event {
	events = slices.Clone(events)
	slices.SortStableFunc(events, func(a, b policy.Event) int { return a.At.Compare(b.At) })
	return events
}

// until returns the events up to and including an instant.
func until(events []policy.Event, at time.Time) []policy.Event {
	return slices.DeleteFunc(slices.Clone(events), func(e policy.Event) bool { return e.At.After(at) })
}
