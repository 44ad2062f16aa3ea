package policy

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// MarshalJSON returns the event as it stands among the events of a ticket's JSON. The error
// is an [ErrEvents]: it is of no kind, or of one whose name only an agreement knows, or its
// instant is none that RFC 3339 can have.
func (e Event) MarshalJSON() ([]byte, error) {
	if !kindNames.Has(e.Kind) {
		return nil, &PlaceError{Kind: ErrEvents, Place: "event.kind", Value: e.Kind.String(), Why: "has no name that every agreement knows; write a TicketEvent with the agreement's"}
	}
	at := string(calendar.AppendTime(nil, e.At))
	if _, err := calendar.ParseTime(at); err != nil {
		return nil, &PlaceError{Kind: ErrEvents, Place: "event.at", Value: at, Why: calendar.WhyNot(err), Err: err}
	}
	w := strictjson.NewWriter(nil)
	w.OpenObject()
	w.Name("at").Text(at)
	w.Name("kind").Text(e.Kind.String())
	if !e.Severity.IsZero() {
		w.Name("severity").Text(e.Severity.String())
	}
	if e.Channel != 0 {
		w.Name("channel").Text(e.Channel.String())
	}
	w.CloseObject()
	return w.Bytes(), nil
}

// UnmarshalJSON always returns an [ErrEvents] and leaves e as it is: what a severity's name
// stands for is known by the agreement only. Read a [TicketEvent], or a [Ticket], and
// ask [Policy.Events].
func (e *Event) UnmarshalJSON([]byte) error {
	return &PlaceError{Kind: ErrEvents, Place: "event", Why: "cannot be read without its agreement; read a Ticket and ask Policy.Events"}
}
