package policy

import (
	"errors"
	"strconv"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// UnmarshalJSON reads a ticket:
//
//	{"id":"T-1","agreement":"cumulocity","as_of":"2026-03-02T12:00:00Z",
//	 "customer":{"region":"EMEA","country":"DE"},
//	 "readings":{"cumulocity.zone":"fixed"},
//	 "attributes":{"tier":"gold"},
//	 "events":[{"at":"2026-03-02T09:00:00+01:00","kind":"reported","severity":"Critical","channel":"portal"}]}
//
// Unknown and repeated fields are mistakes, as are fields that a kind of event does not
// carry. All mistakes are reported at once, each with its place; the error is an
// [ErrTicket] and wraps a [*strictjson.Error]. A kind of event that not every agreement has
// is kept as its name; [Policy.Events] looks it up in the agreement.
func (t *Ticket) UnmarshalJSON(data []byte) error {
	var r TicketReader
	return r.read(t, data)
}

// A TicketError holds the mistakes in a ticket's JSON. It is an [ErrTicket]. The zero
// TicketError holds none.
type TicketError struct {
	Err error // a [*strictjson.Error]
}

// Error lists the mistakes, each with its place, separated by semicolons: a ticket is one
// line, and so are its mistakes. The place is a path, or a column if there is no path; see
// [strictjson.Error.Brief].
func (e *TicketError) Error() string {
	var list *strictjson.Error
	switch {
	case e.Err == nil:
		return ErrTicket.Error()
	case !errors.As(e.Err, &list):
		return e.Err.Error()
	}
	return "policy: " + list.Brief()
}

// Is reports whether target is [ErrTicket].
func (e *TicketError) Is(target error) bool { return target == ErrTicket }

// Unwrap returns the list of mistakes.
func (e *TicketError) Unwrap() error { return e.Err }

func (r *TicketReader) ticket(t *Ticket) {
	var agreement, events bool
	r.json.Object(func(name []byte) {
		switch string(name) {
		case "id":
			t.ID = r.own()
		case "agreement":
			t.Agreement, agreement = r.shared(), true
		case "as_of":
			t.AsOf, _ = r.stamp()
		case "customer":
			r.customer(&t.Customer)
		case "readings":
			t.Readings = readTexts(&r.json)
		case "attributes":
			t.Attributes = readAttributes(&r.json)
		case "events":
			events = true
			r.json.Array(func(int) { r.event() })
			if len(r.events) > 0 {
				t.Events = r.events
			}
		default:
			r.json.Unknown("id", "agreement", "as_of", "customer", "readings", "attributes", "events")
		}
	})
	if !agreement {
		r.json.Fail(`needs "agreement"`)
	}
	if !events {
		r.json.Fail(`needs "events"`)
	}
}

// event reads an event into r.events.
func (r *TicketReader) event() {
	var at, hasKind, hasSeverity bool
	var e TicketEvent
	var severity string
	r.json.Object(func(name []byte) {
		switch string(name) {
		case "at":
			var ok bool
			if e.At, ok = r.stamp(); ok && e.At.Time.IsZero() {
				r.json.Fail("is the first instant there is, which stands for none; write a later one")
			}
			at = true
		case "kind":
			hasKind = true
			r.kind(&e)
		case "severity":
			severity, hasSeverity = r.severity(), true
		case "channel":
			e.Channel = r.channel()
		default:
			r.json.Unknown("at", "kind", "severity", "channel")
		}
	})
	switch {
	case !at:
		r.json.Fail(`needs "at"`)
	case !hasKind:
		r.json.Fail(`needs "kind"`)
	case e.Kind == 0: // reported already, or left to the agreement
	case severeKinds.Has(e.Kind) && !hasSeverity:
		r.json.Fail(e.Kind.String() + ` needs "severity"`)
	case !severeKinds.Has(e.Kind) && hasSeverity:
		r.json.Fail(e.Kind.String() + ` carries no "severity"`)
	case !channelKinds.Has(e.Kind) && e.Channel != 0:
		r.json.Fail(e.Kind.String() + ` carries no "channel"`)
	}
	if hasSeverity {
		r.levels = append(r.levels, severity) // if it grows, the old ones stay as they are
		e.Severity = &r.levels[len(r.levels)-1]
	}
	if r.events == nil {
		r.events = make([]TicketEvent, 0, 4)
	}
	r.events = append(r.events, e)
}

// kind reads the kind of an event, or its name if only the agreement can know it.
func (r *TicketReader) kind(e *TicketEvent) {
	text := r.json.TextBytes()
	var known bool
	if e.Kind, known = kindNames.Find(text); known {
		return
	}
	if e.Name = r.keep(text); e.Name == "" {
		r.json.Fail(enum.NotOneOf("kind of event", kindNames.All()))
	}
}

func (r *TicketReader) channel() Channel {
	c, ok := channelNames.Find(r.json.TextBytes())
	if !ok {
		r.json.Fail(channelNames.Why())
	}
	return c
}

// severity reads a level's name; one that is a number can be written as one.
func (r *TicketReader) severity() string {
	switch kind := r.json.Kind(); kind {
	case strictjson.Number:
		return r.json.Number()
	case strictjson.Object, strictjson.Array: // which are not quoted
		r.json.Skip()
		r.json.Fail("must be a string or a number, not " + kind.String())
	case strictjson.Bool, strictjson.Null:
		r.json.Skip()
		r.json.Fail("must be a string or a number")
	default:
		return r.shared()
	}
	return ""
}

func (r *TicketReader) stamp() (s Stamp, ok bool) {
	text := r.own()
	at, err := calendar.ParseTime(text)
	if err != nil {
		r.json.Fail(calendar.WhyNot(err))
	}
	return Stamp{text, at}, err == nil
}

func readTexts(r *strictjson.Reader) map[string]string {
	texts := map[string]string{}
	r.Map(func(name []byte) {
		key := string(name)
		texts[key] = r.Text()
	})
	return texts
}

// readAttributes reads the attributes of a ticket, which are texts: a list is written as
// one text with commas, and values by level or by name as one attribute for each key.
func readAttributes(r *strictjson.Reader) map[string]string {
	texts := map[string]string{}
	r.Map(func(name []byte) {
		key := string(name)
		switch r.Kind() {
		case strictjson.Object:
			first := "…"
			r.Object(func(name []byte) {
				if first == "…" {
					first = string(name)
				}
				r.Skip()
			})
			r.Fail("must be a string, not an object; write " + strconv.Quote(strictjson.Shorten(key+"."+first)) + " and so on, a string each")
		case strictjson.Array:
			r.Skip()
			r.Fail("must be a string, not an array; write a list as one string, with commas in it")
		default:
			texts[key] = r.Text()
		}
	})
	return texts
}

// What can be written for a customer's field, for those who give it an empty text.
const (
	customerWord    = "write one that the agreement knows"
	customerCountry = "write a region code such as DE or US-MD, or NONE for no public holidays"
	customerReport  = WriteMeasure
	customerZone    = "write a name such as Europe/Berlin, or an offset such as +08:00"
)

// customer reads what is known about the customer. A text that is given but empty is a
// mistake, whatever the agreement asks for: nobody can tell what it was meant to say.
func (r *TicketReader) customer(c *Customer) {
	r.json.Object(func(name []byte) {
		switch string(name) {
		case "region":
			c.Region = r.said(customerWord)
		case "country":
			c.Country = r.said(customerCountry)
		case "hub_holidays":
			c.HubHolidays = r.saidByName(customerCountry)
		case "report_every":
			c.ReportEvery = r.saidByName(customerReport)
		case "zone":
			c.Zone = r.said(customerZone)
		case "product":
			c.Product = r.said(customerWord)
		case "tier":
			c.Tier = r.said(customerWord)
		case "add_ons":
			c.AddOns = []string{}
			r.json.Array(func(int) { c.AddOns = append(c.AddOns, r.said(customerWord)) })
		case "response_days":
			c.ResponseDays = map[string]int{}
			r.json.Map(func(name []byte) {
				key := r.keep(name)
				c.ResponseDays[key] = int(r.json.Int64())
			})
		default:
			r.json.Unknown("region", "country", "hub_holidays", "report_every", "zone", "product", "tier", "add_ons", "response_days")
		}
	})
}

// said reads a text that is not empty.
func (r *TicketReader) said(why string) string {
	text := r.shared()
	if text == "" {
		r.json.Fail("is empty; " + why + ", or leave it out")
	}
	return text
}

// saidByName reads texts by name, none of them empty.
func (r *TicketReader) saidByName(why string) map[string]string {
	texts := map[string]string{}
	r.json.Map(func(name []byte) {
		key := string(name)
		texts[key] = r.said(why)
	})
	return texts
}
