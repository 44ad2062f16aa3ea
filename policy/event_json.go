package policy

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// MarshalJSON returns the event as it appears among the events of a ticket's JSON. The
// error is an [ErrEvents] if the event has no kind, or one whose name only an agreement
// knows, or if its instant cannot be written as RFC 3339.
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

// UnmarshalJSON always returns an [ErrEvents] and leaves e unchanged, because only the
// agreement knows which level the name of a severity stands for. Read a [TicketEvent] or a
// [Ticket] instead, and call [Policy.Events].
func (e *Event) UnmarshalJSON([]byte) error {
	return &PlaceError{Kind: ErrEvents, Place: "event", Why: "cannot be read without its agreement; read a Ticket and ask Policy.Events"}
}
