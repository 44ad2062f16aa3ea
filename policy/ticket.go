package policy

import (
	"fmt"
	"strings"
	"time"

	"github.com/slaclock/slaclock/severity"
)

// A Ticket is a ticket as a backend hands it in: what is common to all
// agreements, with the severities still as text. It has a JSON form, see
// [Ticket.UnmarshalJSON].
type Ticket struct {
	ID        string
	Agreement string // the name of its agreement
	AsOf      Stamp  // the instant to answer for; if it is empty, that of the last event
	Customer  Customer
	Readings  map[string]string // the open readings that are picked, by name
	Events    []TicketEvent
}

// A TicketEvent is an [Event] whose severity is still text.
type TicketEvent struct {
	At       Stamp
	Kind     Kind
	Severity *string // nil if the event names none
	Channel  Channel
}

// A Stamp is an instant together with the text it was read from, so that it
// can be printed as it was read. The zero Stamp is empty.
type Stamp struct {
	Text string
	Time time.Time
}

// Events returns the events of a ticket with their severities on the agreement's
// scale. The error is an [ErrEvents]: a severity is none of the scale's, or is
// missing or given where it must not be.
func (p *Policy) Events(t *Ticket) ([]Event, error) {
	if p.agreement.Scale == nil {
		return nil, &PlaceError{ErrEvents, "policy", "", "must be made with New"}
	}
	events := make([]Event, len(t.Events))
	for i := range t.Events {
		from := &t.Events[i]
		events[i] = Event{At: from.At.Time, Kind: from.Kind, Channel: from.Channel}
		switch {
		case from.Severity == nil:
			continue
		case !from.Kind.carriesSeverity():
			return nil, bad(i, ".severity", *from.Severity, from.Kind.String()+" carries no severity")
		}
		level, err := p.level(*from.Severity)
		if err != nil {
			return nil, bad(i, ".severity", *from.Severity, fmt.Sprintf("is not a severity of %s; write %s", p.Name(), strings.Join(p.Scale().Names(), ", ")))
		}
		events[i].Severity = level
	}
	return events, nil
}

func (p *Policy) level(text string) (severity.Level, error) {
	return p.agreement.Scale.Parse(text)
}

// Instant returns the instant that a ticket is to be answered for, as text too:
// its AsOf, or that of its last event. It is false if it has neither.
func (t *Ticket) Instant() (Stamp, bool) {
	if t.AsOf.Text != "" {
		return t.AsOf, true
	}
	var last Stamp
	for i := range t.Events {
		if at := t.Events[i].At; last.Text == "" || at.Time.Compare(last.Time) >= 0 {
			last = at
		}
	}
	return last, last.Text != ""
}
