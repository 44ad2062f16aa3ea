package policy

import (
	"errors"
	"strings"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// UnmarshalJSON reads a ticket:
//
//	{"id":"T-1","agreement":"cumulocity","as_of":"2026-03-02T12:00:00Z",
//	 "customer":{"region":"EMEA","country":"DE"},
//	 "readings":{"cumulocity.zone":"fixed"},
//	 "events":[{"at":"2026-03-02T09:00:00+01:00","kind":"reported","severity":"Critical","channel":"portal"}]}
//
// Unknown and repeated fields are mistakes, as are fields that a kind of event
// does not carry. All mistakes are reported at once, each with its place; the
// error is an [ErrTicket] and a [strictjson.Error].
func (t *Ticket) UnmarshalJSON(data []byte) error {
	*t = Ticket{}
	r := strictjson.NewReader(data)
	t.read(r)
	if err := r.End(); err != nil {
		return &TicketError{err}
	}
	return nil
}

// A TicketError has the mistakes of a ticket's JSON. It is an [ErrTicket].
type TicketError struct {
	Err error // a [*strictjson.Error]
}

// Error lists the mistakes, each with its place, separated by semicolons: a
// ticket is a line, and so is what is said of it.
func (e *TicketError) Error() string {
	var list *strictjson.Error
	if !errors.As(e.Err, &list) {
		return e.Err.Error()
	}
	mistakes := make([]string, len(list.Mistakes))
	for i, m := range list.Mistakes {
		mistakes[i] = m.String()
	}
	if list.More {
		mistakes = append(mistakes, "and more")
	}
	return "policy: " + strings.Join(mistakes, "; ")
}

// Is reports whether target is [ErrTicket].
func (e *TicketError) Is(target error) bool { return target == ErrTicket }

// Unwrap returns the list of mistakes.
func (e *TicketError) Unwrap() error { return e.Err }

func (t *Ticket) read(r *strictjson.Reader) {
	var agreement, events bool
	r.Object(func(name []byte) {
		switch string(name) {
		case "id":
			t.ID = r.Text()
		case "agreement":
			t.Agreement, agreement = r.Text(), true
		case "as_of":
			t.AsOf = readStamp(r)
		case "customer":
			t.Customer.read(r)
		case "readings":
			t.Readings = readTexts(r)
		case "events":
			events = true
			r.Array(func(int) { t.Events = append(t.Events, readEvent(r)) })
		default:
			r.Unknown("id", "agreement", "as_of", "customer", "readings", "events")
		}
	})
	if !agreement {
		r.Fail(`needs "agreement"`)
	}
	if !events {
		r.Fail(`needs "events"`)
	}
}

func readEvent(r *strictjson.Reader) (e TicketEvent) {
	var at, hasKind bool
	r.Object(func(name []byte) {
		switch string(name) {
		case "at":
			e.At, at = readStamp(r), true
		case "kind":
			hasKind = true
			kind, err := ParseKind(r.Text())
			if err != nil {
				r.Fail("is not a kind of event; write one of " + strings.Join(kindNames[1:], ", "))
			}
			e.Kind = kind
		case "severity":
			text := readSeverity(r)
			e.Severity = &text
		case "channel":
			channel, err := ParseChannel(r.Text())
			if err != nil {
				r.Fail("is not a channel; write phone, email or portal")
			}
			e.Channel = channel
		default:
			r.Unknown("at", "kind", "severity", "channel")
		}
	})
	switch {
	case !at:
		r.Fail(`needs "at"`)
	case !hasKind:
		r.Fail(`needs "kind"`)
	case e.Kind == 0: // which has been said
	case e.Kind.carriesSeverity() && e.Severity == nil:
		r.Fail(e.Kind.String() + ` needs "severity"`)
	case !e.Kind.carriesSeverity() && e.Severity != nil:
		r.Fail(e.Kind.String() + ` carries no "severity"`)
	case !e.Kind.carriesChannel() && e.Channel != 0:
		r.Fail(e.Kind.String() + ` carries no "channel"`)
	}
	return e
}

// readSeverity reads a level's name; one that is a number can be written as one.
func readSeverity(r *strictjson.Reader) string {
	if r.Kind() == strictjson.Number {
		return r.Number()
	}
	return r.Text()
}

func readStamp(r *strictjson.Reader) Stamp {
	text := r.Text()
	at, err := calendar.ParseTime(text)
	if err != nil {
		r.Fail("is not an instant; write it as 2006-01-02T15:04:05+01:00, with the offset")
	}
	return Stamp{text, at}
}

func readTexts(r *strictjson.Reader) map[string]string {
	texts := map[string]string{}
	r.Object(func(name []byte) {
		key := string(name)
		texts[key] = r.Text()
	})
	return texts
}

func (c *Customer) read(r *strictjson.Reader) {
	r.Object(func(name []byte) {
		switch string(name) {
		case "region":
			c.Region = r.Text()
		case "country":
			c.Country = r.Text()
		case "hub_holidays":
			c.HubHolidays = readTexts(r)
		case "report_every":
			c.ReportEvery = readTexts(r)
		case "zone":
			c.Zone = r.Text()
		case "product":
			c.Product = r.Text()
		case "tier":
			c.Tier = r.Text()
		case "add_ons":
			r.Array(func(int) { c.AddOns = append(c.AddOns, r.Text()) })
		case "response_days":
			c.ResponseDays = map[string]int{}
			r.Object(func(name []byte) {
				key := string(name)
				c.ResponseDays[key] = int(r.Int64())
			})
		default:
			r.Unknown("region", "country", "hub_holidays", "report_every", "zone", "product", "tier", "add_ons", "response_days")
		}
	})
}
