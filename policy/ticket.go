package policy

import (
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/severity"
)

// A Ticket is a ticket as a backend hands it in: what is common to all agreements, with the
// severities still as text. See [Ticket.UnmarshalJSON] for the JSON form. The zero Ticket
// is invalid: it has no event and cannot be answered.
type Ticket struct {
	ID        string
	Agreement string // the name of its agreement
	AsOf      Stamp  // the instant to answer for; if empty, that of the last event
	Customer  Customer
	Readings  map[string]string // the open readings that are picked, by name
	// Attributes holds what an agreement of the user's own asks of a ticket, by name. The
	// five agreements ask for nothing.
	Attributes map[string]string
	Events     []TicketEvent
}

// A TicketEvent is an [Event] whose severity, and perhaps its kind, is still text. The zero
// TicketEvent is invalid: it has no kind, which is an [ErrEvents].
type TicketEvent struct {
	At   Stamp
	Kind Kind
	// Name is the kind as text if Kind is zero: no agreement knows it, except perhaps the
	// ticket's own. It is empty if Kind is set.
	Name     string
	Severity *string // nil if the event names none
	Channel  Channel
}

// A Stamp is an instant together with the text it was read from, so that it
// can be printed as it was read. The zero Stamp is empty.
type Stamp struct {
	Text string // "" if it was not read; it is then printed as RFC 3339, in Time's own zone
	Time time.Time
}

// String returns the text of s. If there is none, or it does not spell the instant, String
// returns the instant as RFC 3339.
func (s Stamp) String() string {
	if s.Text != "" {
		if at, err := calendar.ParseTime(s.Text); err == nil && at.Equal(s.Time) {
			return s.Text
		}
	}
	return string(calendar.AppendTime(nil, s.Time))
}

// Events returns the events of a ticket, with their kinds and severities as the agreement
// has them. The error lists every event whose kind the agreement does not know, whose
// severity is not on its scale, or which has a severity where there must be none, each an
// [ErrEvents]; beyond a hundred it says only that there are more. For a nil ticket the
// error is an [ErrTicket], for the zero Policy an [ErrAgreement].
func (p *Policy) Events(t *Ticket) ([]Event, error) {
	var events []Event
	if t != nil {
		events = make([]Event, 0, len(t.Events))
	}
	return p.AppendEvents(events, t)
}

// AppendEvents is like [Policy.Events], for programs that answer many tickets: it appends
// the events to a slice, whose memory can be reused. On error, it returns the slice
// unchanged.
func (p *Policy) AppendEvents(to []Event, t *Ticket) ([]Event, error) {
	switch {
	case p == nil || p.agreement.Scale == nil:
		return to, errUnmade()
	case t == nil:
		return to, errNoTicket()
	}
	events := to
	var found mistakes
	for i := range t.Events {
		e, err := p.event(i, &t.Events[i])
		if found.add(err); found.full() {
			break
		}
		events = append(events, e)
	}
	if len(found) > 0 {
		return to, found.few(ErrEvents, "events").err()
	}
	return events, nil
}

// event returns event i of a ticket.
func (p *Policy) event(i int, from *TicketEvent) (Event, error) {
	e := Event{At: from.At.Time, Kind: from.Kind, Channel: from.Channel}
	if from.Name != "" {
		return p.named(i, from)
	}
	switch {
	case from.Severity == nil:
		return e, nil
	case !severeKinds.Has(from.Kind):
		return Event{}, bad(i, ".severity", *from.Severity, notThere(from.Kind.String(), "severity"))
	}
	level, err := p.level(*from.Severity)
	switch {
	case err != nil && *from.Severity == "":
		return Event{}, bad(i, ".severity", "", "is empty; write "+enum.Either(p.Scale().Names()))
	case err != nil:
		return Event{}, bad(i, ".severity", *from.Severity, enum.NotOneOf("severity of "+p.Name(), p.Scale().Names()))
	}
	e.Severity = level
	return e, nil
}

// named returns event i of a ticket, whose kind is text: it carries nothing but its
// instant. What it must not carry is reported only for a kind that the agreement knows; any
// other kind is itself the mistake, perhaps a misspelt one.
func (p *Policy) named(i int, from *TicketEvent) (Event, error) {
	kind, ok := p.kind(from.Name)
	switch {
	case from.Kind != 0:
		return Event{}, bad(i, ".name", from.Name, "stands beside a kind, "+from.Kind.String()+"; an event has one of both")
	case !ok:
		return Event{}, bad(i, ".kind", strictjson.Shorten(from.Name), p.notKind(from.Name))
	case from.Severity != nil:
		return Event{}, bad(i, ".severity", strictjson.Shorten(*from.Severity), notThere(from.Name, "severity"))
	case from.Channel != 0:
		return Event{}, bad(i, ".channel", from.Channel.String(), notThere(from.Name, "channel"))
	}
	return Event{At: from.At.Time, Kind: kind}, nil
}

// notKind says that a text names no kind of event, which name it resembles, and which names
// there are.
func (p *Policy) notKind(name string) string {
	known := p.kindNames()
	if near, ok := strictjson.Nearest(name, known); ok {
		return "is not a kind of event; did you mean " + strconv.Quote(near) + "? Write " + enum.Either(known)
	}
	return enum.NotOneOf("kind of event", known)
}

// errNoTicket says that there is no ticket where one must be.
func errNoTicket() error { return &PlaceError{Kind: ErrTicket, Place: "ticket", Why: "is nil"} }

func (p *Policy) level(text string) (severity.Level, error) {
	return p.agreement.Scale.Parse(text)
}

// Instant returns the instant for which a ticket is to be answered, with its text: its
// AsOf, or else that of its latest event, and of several at that instant the one listed
// last. It returns false if there is neither, or if t is nil.
func (t *Ticket) Instant() (Stamp, bool) {
	if t == nil {
		return Stamp{}, false
	}
	if t.AsOf != (Stamp{}) || len(t.Events) == 0 {
		return t.AsOf, t.AsOf != Stamp{}
	}
	last := t.Events[0].At
	for i := range t.Events {
		if at := t.Events[i].At; !at.Time.Before(last.Time) {
			last = at
		}
	}
	return last, true
}

// Reported returns the instant of a ticket's report, with its text: that of its earliest
// reported event, and of several at that instant the one listed first. It decides which
// version judges the ticket. It returns false if there is none, or if t is nil.
func (t *Ticket) Reported() (at Stamp, ok bool) {
	if t == nil {
		return at, false
	}
	for i := range t.Events {
		if e := &t.Events[i]; e.Kind == Reported && (!ok || e.At.Time.Before(at.Time)) {
			at, ok = e.At, true
		}
	}
	return at, ok
}
