package policy_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"pgregory.net/rapid"
)

func ExampleTicket_MarshalJSON() {
	var t policy.Ticket
	if err := json.Unmarshal([]byte(`{"events":[{"kind":"reported","severity":2,"at":"2026-03-02T09:00:00+01:00"}],"agreement":"purchased","id":"T-1"}`), &t); err != nil {
		fmt.Println(err)
		return
	}
	text, err := json.Marshal(t)
	fmt.Println(string(text), err)
	// Output: {"id":"T-1","agreement":"purchased","events":[{"at":"2026-03-02T09:00:00+01:00","kind":"reported","severity":"2"}]} <nil>
}

func ExampleTicketEvent_MarshalJSON() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	text, err := json.Marshal([]policy.TicketEvent{{At: policy.Stamp{Time: at}, Kind: policy.Responded, Channel: policy.Email}})
	fmt.Println(string(text), err)
	// Output: [{"at":"2026-03-02T09:00:00Z","kind":"responded","channel":"email"}] <nil>
}

func ExampleTicketEvent_UnmarshalJSON() {
	var events []policy.TicketEvent
	err := json.Unmarshal([]byte(`[{"at":"2026-03-02T09:00:00Z","kind":"responded","chanel":"email"}]`), &events)
	fmt.Println(err, errors.Is(err, policy.ErrTicket))
	// Output: policy: chanel: unknown field; did you mean "channel"? true
}

func ExampleCustomer_MarshalJSON() {
	text, err := json.Marshal(policy.Customer{Country: "DE", ResponseDays: map[string]int{"S2": 2, "S1": 1}})
	fmt.Println(string(text), err)
	// Output: {"country":"DE","response_days":{"S1":1,"S2":2}} <nil>
}

func ExampleCustomer_UnmarshalJSON() {
	var c policy.Customer
	err := json.Unmarshal([]byte(`{"country":"DE","response_days":{"S1":3},"add_ons":["call-in"]}`), &c)
	fmt.Println(c.Country, c.ResponseDays, c.AddOns, err)
	fmt.Println(json.Unmarshal([]byte(`{"Country":"DE","response_days":{"S1":1.5}}`), &c))
	// Output:
	// DE map[S1:3] [call-in] <nil>
	// policy: Country: unknown field; did you mean "country"?; response_days[S1]: 1.5 must be a whole number, without fraction and exponent
}

func ExampleEvent_MarshalJSON() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	text, err := json.Marshal([]policy.Event{{At: at, Kind: policy.Contacted, Channel: policy.Phone}, {At: at, Kind: policy.Closed}})
	fmt.Println(string(text), err)
	// Output: [{"at":"2026-03-02T09:00:00Z","kind":"contacted","channel":"phone"},{"at":"2026-03-02T09:00:00Z","kind":"closed"}] <nil>
}

func ExampleEvent_UnmarshalJSON() {
	var events []policy.Event
	fmt.Println(json.Unmarshal([]byte(`[{"at":"2026-03-02T09:00:00Z","kind":"closed"}]`), &events))
	// Output: policy: event: cannot be read without its agreement; read a Ticket and ask Policy.Events
}

// drawText draws any text that is UTF-8.
func drawText(t *rapid.T, name string) string {
	return rapid.OneOf(rapid.SampledFrom([]string{"", "S1", "DE", `a "b" \`, "<é>\u2028", "purchased.zone", "\x00"}), rapid.String()).Draw(t, name)
}

func drawTexts(t *rapid.T, name string, least int) map[string]string {
	switch rapid.IntRange(0, 2).Draw(t, name) {
	case 0:
		return nil
	case 1:
		return map[string]string{}
	}
	return rapid.MapOfN(rapid.String(), rapid.StringN(least, 8, -1), 1, 3).Draw(t, name)
}

// drawStamp draws an instant from a second on, of Unix time.
func drawStamp(t *rapid.T, name string, least int64) policy.Stamp {
	at := time.Unix(rapid.Int64Range(least, 253_402_300_799).Draw(t, name), rapid.Int64Range(0, 999_999_999).Draw(t, "nanos")).UTC()
	text := at.Format(time.RFC3339Nano)
	if at.Year() > 1 && at.Year() < 9999 && rapid.Bool().Draw(t, "offset") {
		text = at.In(time.FixedZone("", 60*rapid.IntRange(-1439, 1439).Draw(t, "minutes"))).Format("2006-01-02T15:04:05.000000000-07:00")
	}
	return policy.Stamp{Text: text, Time: at}
}

// drawWrittenTicket draws a ticket as a reader leaves it.
func drawWrittenTicket(t *rapid.T) policy.Ticket {
	ticket := policy.Ticket{
		ID: drawText(t, "id"), Agreement: drawText(t, "agreement"), Readings: drawTexts(t, "readings", 0), Attributes: drawTexts(t, "attributes", 0),
		Customer: policy.Customer{
			Region: drawText(t, "region"), Country: drawText(t, "country"), HubHolidays: drawTexts(t, "hub_holidays", 1), ReportEvery: drawTexts(t, "report_every", 1),
			Zone: drawText(t, "zone"), Product: drawText(t, "product"), Tier: drawText(t, "tier"),
		},
	}
	if rapid.Bool().Draw(t, "as of") {
		ticket.AsOf = drawStamp(t, "as_of", -62_135_596_800)
	}
	if rapid.Bool().Draw(t, "add-ons") {
		ticket.Customer.AddOns = rapid.SliceOfN(rapid.StringN(1, 5, -1), 0, 3).Draw(t, "add_ons")
	}
	if rapid.Bool().Draw(t, "days") {
		ticket.Customer.ResponseDays = rapid.MapOf(rapid.String(), rapid.Int()).Draw(t, "response_days")
	}
	for range rapid.IntRange(0, 4).Draw(t, "events") {
		e := policy.TicketEvent{At: drawStamp(t, "at", -62_135_596_799)} // the first instant stands for none
		if e.Kind = policy.Kind(rapid.IntRange(0, 18).Draw(t, "kind")); e.Kind == 0 {
			e.Name = rapid.SampledFrom([]string{"vendor_called", "Reported", "é \""}).Draw(t, "name")
		}
		if e.Kind == policy.Reported || e.Kind == policy.SeverityChanged || e.Name != "" && rapid.Bool().Draw(t, "severe") {
			level := drawText(t, "severity")
			e.Severity = &level
		}
		switch e.Kind {
		case 0, policy.Reported, policy.Contacted, policy.Responded, policy.Reopened:
			e.Channel = policy.Channel(rapid.IntRange(0, 3).Draw(t, "channel"))
		}
		ticket.Events = append(ticket.Events, e)
	}
	return ticket
}

// TestPropTicketRoundTrip: a ticket that is written is read back as the ticket that it
// was, and so are its customer and events by themselves.
func TestPropTicketRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := drawWrittenTicket(t)
		text, err := json.Marshal(want)
		if err != nil {
			t.Fatalf("%+v: %v", want, err)
		}
		var got policy.Ticket
		if err := json.Unmarshal(text, &got); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s (-want +got):\n%s", text, diff)
		}
		customer, err := json.Marshal(want.Customer)
		if err != nil {
			t.Fatal(err)
		}
		var c policy.Customer
		if err := json.Unmarshal(customer, &c); err != nil {
			t.Fatalf("%s: %v", customer, err)
		}
		if diff := cmp.Diff(want.Customer, c); diff != "" {
			t.Fatalf("%s (-want +got):\n%s", customer, diff)
		}
		all, err := json.Marshal(want.Events)
		if err != nil {
			t.Fatal(err)
		}
		var events []policy.TicketEvent
		if err := json.Unmarshal(all, &events); err != nil {
			t.Fatalf("%s: %v", all, err)
		}
		if diff := cmp.Diff(want.Events, events); diff != "" {
			t.Fatalf("%s (-want +got):\n%s", all, diff)
		}
	})
}

// TestTicketUnwritable: what could not be read back, or not as the same, is not written.
func TestTicketUnwritable(t *testing.T) {
	at := policy.Stamp{Time: time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)}
	own, _ := policy.Own(0)
	level := "1"
	bytes := "\xff"
	ticket := func(e policy.TicketEvent) policy.Ticket { return policy.Ticket{Events: []policy.TicketEvent{e}} }
	for _, row := range []struct {
		value any
		kind  error
		want  string
	}{
		{policy.Ticket{ID: bytes}, policy.ErrTicket, `id: "\xff" is not UTF-8, and cannot be written as JSON`},
		{policy.Ticket{Readings: map[string]string{"a": bytes}}, policy.ErrTicket, `readings[a]: "\xff" is not UTF-8, and cannot be written as JSON`},
		{policy.Ticket{Customer: policy.Customer{AddOns: []string{"x", ""}}}, policy.ErrTicket, `customer.add_ons[1]: "" is empty; write one that the agreement knows, or leave it out`},
		{ticket(policy.TicketEvent{At: at}), policy.ErrTicket, `events[0].kind: is neither a kind that every agreement has nor a name; write one of both`},
		{ticket(policy.TicketEvent{At: at, Kind: own}), policy.ErrTicket, `events[0].kind: "own event 1" is neither a kind that every agreement has nor a name; write one of both`},
		{ticket(policy.TicketEvent{At: at, Kind: policy.Closed, Name: "called"}), policy.ErrTicket, `events[0].kind: "closed" is neither a kind that every agreement has nor a name; write one of both`},
		{ticket(policy.TicketEvent{At: at, Kind: policy.Reported}), policy.ErrTicket, `events[0]: reported needs "severity"`},
		{ticket(policy.TicketEvent{At: at, Kind: policy.Closed, Severity: &level}), policy.ErrTicket, `events[0]: closed carries no "severity"`},
		{ticket(policy.TicketEvent{At: at, Kind: policy.Closed, Channel: policy.Phone}), policy.ErrTicket, `events[0]: closed carries no "channel"`},
		{ticket(policy.TicketEvent{At: at, Kind: policy.Responded, Channel: 9}), policy.ErrTicket, `events[0].channel: "Channel(9)" is not a channel; write phone, email or portal`},
		{ticket(policy.TicketEvent{At: policy.Stamp{Time: at.Time.AddDate(9000, 0, 0)}, Kind: policy.Closed}), policy.ErrTicket, `events[0].at: "11026-03-02T09:00:00Z" is not an instant; write it as 2006-01-02T15:04:05+01:00, with the offset`},
		{policy.TicketEvent{At: at}, policy.ErrTicket, `event.kind: is neither a kind that every agreement has nor a name; write one of both`},
		{policy.Customer{Zone: bytes}, policy.ErrCustomer, `zone: "\xff" is not UTF-8, and cannot be written as JSON`},
		{policy.Customer{HubHolidays: map[string]string{"a]: b": bytes}}, policy.ErrCustomer, `hub_holidays["a]: b"]: "\xff" is not UTF-8, and cannot be written as JSON`},
		{policy.Customer{ReportEvery: map[string]string{"Crisis": ""}}, policy.ErrCustomer,
			`report_every[Crisis]: "" is empty; write a duration such as 4h, or up to 100000 business days such as 2 business days, or leave it out`},
		{policy.Event{At: at.Time}, policy.ErrEvents, `event.kind: has no name that every agreement knows; write a TicketEvent with the agreement's`},
		{policy.Event{At: at.Time, Kind: own}, policy.ErrEvents, `event.kind: "own event 1" has no name that every agreement knows; write a TicketEvent with the agreement's`},
	} {
		text, err := json.Marshal(row.value)
		if !errors.Is(err, row.kind) || !strings.HasSuffix(err.Error(), "policy: "+row.want) {
			t.Errorf("%+v is written as %s, %v, want %s", row.value, text, err, row.want)
		}
	}
}

// TestNoTicket: a missing ticket or Policy is an error, and a missing answer is written as
// one in which nothing is owed.
func TestNoTicket(t *testing.T) {
	p, none := mustAcme(t, nil), (*policy.Policy)(nil)
	for _, row := range []struct {
		ask  func() error
		kind error
		want string
	}{
		{func() error { _, err := p.Events(nil); return err }, policy.ErrTicket, "policy: ticket: is nil"},
		{func() error { _, err := p.AppendEvents(nil, nil); return err }, policy.ErrTicket, "policy: ticket: is nil"},
		{func() error { _, err := p.AppendTicketAnswer(nil, nil); return err }, policy.ErrTicket, "policy: ticket: is nil"},
		{func() error { _, _, err := p.AnswerTicket(nil); return err }, policy.ErrTicket, "policy: ticket: is nil"},
		{func() error { _, err := none.Events(new(policy.Ticket)); return err }, policy.ErrAgreement, "policy: agreement: is missing; make the Policy with New"},
		{func() error { _, _, err := none.AnswerTicket(new(policy.Ticket)); return err }, policy.ErrAgreement, "policy: agreement: is missing; make the Policy with New"},
		{func() error { _, err := none.AppendTicketAnswer(nil, new(policy.Ticket)); return err }, policy.ErrAgreement, "policy: agreement: is missing; make the Policy with New"},
	} {
		if err := row.ask(); !errors.Is(err, row.kind) || err.Error() != row.want {
			t.Errorf("got %v, want %s", err, row.want)
		}
	}
	if at, ok := (*policy.Ticket)(nil).Instant(); ok || at != (policy.Stamp{}) {
		t.Errorf("no ticket is for %v", at)
	}
	next := policy.Change{At: time.Unix(0, 0), What: "response due"}
	for want, got := range map[string][]byte{
		`{"agreement":"acme","as_of":"0001-01-01T00:00:00Z","clocks":[],"escalation":[],"readings":{"acme.severity_change":"fair"}}`:                           p.AppendAnswer(nil, "", policy.Stamp{}, nil),
		`{"agreement":"","as_of":"0001-01-01T00:00:00Z","clocks":[],"escalation":[],"next":{"at":"1970-01-01T00:00:00Z","what":"response due"},"readings":{}}`: none.AppendAnswer(nil, "", policy.Stamp{}, &policy.Answer{Next: next}),
	} {
		if string(got) != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// TestCustomerJSONMistakes: nothing that is given is dropped.
func TestCustomerJSONMistakes(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		{`{"responseDays":{"S1":3}}`, `responseDays: unknown field; did you mean "response_days"?`},
		{`{"country":"DE","country":"AT"}`, `country: appears twice in one object, first at column 2`},
		{`{"region":"","add_ons":"call-in"}`, `region: "" is empty; write one that the agreement knows, or leave it out; add_ons: "call-in" must be an array`},
		{`null`, `null must be an object`},
		{`[]`, `must be an object, not an array`},
		{`{} {}`, `column 4: '{' must not follow the value`},
	} {
		c := policy.Customer{Country: "FR"}
		if err := c.UnmarshalJSON([]byte(row.text)); err == nil || err.Error() != "policy: "+row.want || !errors.Is(err, policy.ErrCustomer) || errors.Is(err, policy.ErrTicket) || c.Country != "FR" {
			t.Errorf("%s: %v, %v\nwant %s", row.text, c, err, row.want)
		}
	}
	e := policy.TicketEvent{Kind: policy.Closed}
	for _, text := range []string{`{}`, `null`, `{"at":"2026-03-02T09:00:00Z","kind":"closed","severity":"1"}`, `{"at":"2026-03-02T09:00:00Z","kind":"closed"} x`} {
		if err := e.UnmarshalJSON([]byte(text)); !errors.Is(err, policy.ErrTicket) || e.Kind != policy.Closed || e.Severity != nil {
			t.Errorf("%s is read as %v, %v", text, e, err)
		}
	}
}
