package policy

import "github.com/slaclock/slaclock/calendar/strictjson"

// A TicketReader reads tickets one after another, as [Ticket.UnmarshalJSON] does, but more
// cheaply, because it reuses its memory. The zero TicketReader is ready to use. It must not
// be copied, nor used by two goroutines at once.
type TicketReader struct {
	json   strictjson.Reader
	line   string   // the text that is read, of which strings are parts; "" if each is to be a copy
	common []string // texts that many tickets have, by their hash; nil if none are kept
	events []TicketEvent
	levels []string // of the events
}

// Read reads a ticket and replaces all of t. The events, and the severities that they point
// to, are valid until the next Read, which overwrites them; everything else can be kept.
// The texts of one ticket share memory. The error is that of [Ticket.UnmarshalJSON], or an
// [ErrTicket] if r or t is nil.
func (r *TicketReader) Read(t *Ticket, data []byte) error {
	switch {
	case r == nil:
		return &PlaceError{Kind: ErrTicket, Place: "reader", Why: "is nil; a TicketReader needs nothing else: new(policy.TicketReader)"}
	case t == nil:
		return &PlaceError{Kind: ErrTicket, Place: "ticket", Why: "is nil; give the Ticket to read into"}
	}
	if r.common == nil {
		r.common = make([]string, commonTexts)
	}
	r.line = string(data)
	r.events, r.levels = r.events[:0], r.levels[:0]
	err := r.read(t, data)
	if cap(r.events) > keptEvents {
		r.events, r.levels = nil, nil // one huge ticket must not be paid for ever
	}
	return err
}

// keptEvents is how many events a TicketReader keeps room for.
const keptEvents = 1024

func (r *TicketReader) read(t *Ticket, data []byte) error {
	*t = Ticket{}
	r.json.Reset(data)
	r.ticket(t)
	if err := r.json.End(); err != nil {
		return &TicketError{err}
	}
	return nil
}

// own reads a string that is the ticket's own, such as its id.
func (r *TicketReader) own() string {
	b := r.json.TextBytes()
	// It is a part of the line, unless it has escapes.
	if from := r.json.Offset() + 1; from+len(b) <= len(r.line) && r.line[from:from+len(b)] == string(b) {
		return r.line[from : from+len(b)]
	}
	return string(b)
}

const (
	commonTexts  = 256 // how many texts are kept, a power of two
	commonLength = 32  // how long, in bytes
)

// shared reads a string that many tickets have, such as the name of an agreement
// or a severity.
func (r *TicketReader) shared() string { return r.keep(r.json.TextBytes()) }

// keep returns a text, without a copy if it is one of the last two with its hash.
func (r *TicketReader) keep(b []byte) string {
	if len(b) == 0 || len(b) > commonLength || r.common == nil {
		return string(b)
	}
	hash := uint32(len(b))
	for _, c := range b {
		hash = hash*31 + uint32(c)
	}
	i := (hash ^ hash>>8) % commonTexts
	last, before := &r.common[i], &r.common[i^1]
	switch string(b) {
	case *last:
		return *last
	case *before:
		return *before
	}
	*before, *last = *last, string(b)
	return *last
}
