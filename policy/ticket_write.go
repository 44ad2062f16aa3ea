package policy

import (
	"maps"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// MarshalJSON returns the ticket as a JSON object that [Ticket.UnmarshalJSON] reads as the
// same ticket, with each instant as it was read and without what is empty. The error is an
// [ErrTicket] if the ticket has something that cannot be read back, such as an event of no
// kind, a field that its kind does not carry, or a text that is not UTF-8.
func (t Ticket) MarshalJSON() ([]byte, error) {
	w := ticketWriter{Writer: strictjson.NewWriter(nil)}
	w.OpenObject()
	w.optional("id", "id", t.ID)
	w.Name("agreement")
	w.text("agreement", t.Agreement)
	if t.AsOf != (Stamp{}) {
		w.stamp("as_of", "as_of", t.AsOf)
	}
	if !t.Customer.isZero() {
		w.Name("customer")
		w.customer("customer.", &t.Customer)
	}
	w.texts("readings", "readings", t.Readings)
	w.texts("attributes", "attributes", t.Attributes)
	w.Name("events").OpenArray()
	for i := range t.Events {
		w.event("events["+strconv.Itoa(i)+"]", &t.Events[i])
	}
	w.CloseArray()
	w.CloseObject()
	return w.readBack(ErrTicket, new(Ticket))
}

// MarshalJSON returns the event as it appears among the events of a ticket's JSON. The
// error is an [ErrTicket]; see [Ticket.MarshalJSON].
func (e TicketEvent) MarshalJSON() ([]byte, error) {
	w := ticketWriter{Writer: strictjson.NewWriter(nil)}
	w.event("event", &e)
	return w.readBack(ErrTicket, new(TicketEvent))
}

// UnmarshalJSON reads an event as it appears among the events of a ticket's JSON, and as
// strictly; see [Ticket.UnmarshalJSON] for the error. On error, e is unchanged.
func (e *TicketEvent) UnmarshalJSON(data []byte) error {
	var r TicketReader
	r.json.Reset(data)
	r.event()
	if err := r.json.End(); err != nil {
		return &TicketError{err}
	}
	*e = r.events[0]
	return nil
}

// A ticketWriter writes what a [TicketReader] reads.
type ticketWriter struct {
	strictjson.Writer
	err *PlaceError // the first mistake, or nil
}

// readBack returns what has been written, if it can be read back as a value of its type.
func (w *ticketWriter) readBack(kind error, into interface{ UnmarshalJSON([]byte) error }) ([]byte, error) {
	if w.err != nil {
		w.err.Kind = kind
		return nil, w.err
	}
	if err := into.UnmarshalJSON(w.Bytes()); err != nil {
		return nil, err
	}
	return w.Bytes(), nil
}

// check keeps a text as a mistake if it is not UTF-8, which no JSON can have.
func (w *ticketWriter) check(place, text string) {
	if w.err == nil && !utf8.ValidString(text) {
		w.err = &PlaceError{Place: place, Value: text, Why: "is not UTF-8, and cannot be written as JSON"}
	}
}

func (w *ticketWriter) text(place, text string) {
	w.check(place, text)
	w.Text(text)
}

func (w *ticketWriter) optional(place, name, text string) {
	w.check(place, text)
	w.Optional(name, text)
}

func (w *ticketWriter) stamp(place, name string, s Stamp) {
	w.Name(name)
	w.text(place, s.String())
}

// texts writes texts by name, or nothing if the map is nil.
func (w *ticketWriter) texts(place, name string, texts map[string]string) {
	if texts == nil {
		return
	}
	w.Name(name).OpenObject()
	for _, key := range slices.Sorted(maps.Keys(texts)) {
		w.check(place, key)
		w.Key(key)
		w.text(strictjson.Inside(place, key), texts[key])
	}
	w.CloseObject()
}

func (w *ticketWriter) event(place string, e *TicketEvent) {
	w.OpenObject()
	w.stamp(place+".at", "at", e.At)
	switch {
	case e.Name == "" && kindNames.Has(e.Kind):
		w.Name("kind").Text(e.Kind.String())
	case e.Kind == 0 && e.Name != "":
		w.Name("kind")
		w.text(place+".kind", e.Name)
	case w.err == nil:
		why := "is neither a kind that every agreement has nor a name; write one of both"
		w.err = &PlaceError{Place: place + ".kind", Value: e.Kind.String(), Why: why}
	}
	if e.Severity != nil {
		w.Name("severity")
		w.text(place+".severity", *e.Severity)
	}
	if e.Channel != 0 {
		w.Name("channel").Text(e.Channel.String())
	}
	w.CloseObject()
}
