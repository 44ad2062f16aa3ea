package policy_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/portx"
)

// allKinds is the end of the error for an unknown kind of event, without the last of the
// kinds.
const allKinds = "write reported, registered, contacted, responded, updated, plan_provided, info_requested, info_received, customer_replied, workaround_accepted, " +
	"development_required, forwarded, resolution_proposed, resolution_rejected, resolved, severity_changed, closed"

// readTicket reads a ticket.
func readTicket(t testing.TB, text string) *policy.Ticket {
	t.Helper()
	var ticket policy.Ticket
	if err := ticket.UnmarshalJSON([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return &ticket
}

func TestTicketJSON(t *testing.T) {
	got := readTicket(t, `{"id":"T-1","agreement":"acme","as_of":"2026-03-02T12:00:00+01:00",
		"customer":{"region":"EMEA","country":"DE","hub_holidays":{"APJ":"MY-14"},"report_every":{"Crisis":"4h"},"zone":"+08:00","product":"VMmanager",
			"tier":"Standard","add_ons":["call-in"],"response_days":{"S1":1}},
		"readings":{"acme.severity_change":"from_start"},"attributes":{"tier":"gold","a \"b\"":""},
		"events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"Mid","channel":"portal"},{"kind":"severity_changed","at":"2026-03-02T09:30:00.000000001Z","severity":2},
			{"at":"2026-03-02T10:00:00Z","kind":"vendor_called"},{"channel":"phone","kind":"Re\u0070orted","severity":"Low","at":"2026-03-02T1\u0030:00:00Z"}]}`)
	mid, two, low := "Mid", "2", "Low"
	want := &policy.Ticket{
		ID: "T-1", Agreement: "acme",
		AsOf: policy.Stamp{Text: "2026-03-02T12:00:00+01:00", Time: time.Date(2026, time.March, 2, 11, 0, 0, 0, time.UTC)},
		Customer: policy.Customer{Region: "EMEA", Country: "DE", HubHolidays: map[string]string{"APJ": "MY-14"}, ReportEvery: map[string]string{"Crisis": "4h"},
			Zone: "+08:00", Product: "VMmanager", Tier: "Standard", AddOns: []string{"call-in"}, ResponseDays: map[string]int{"S1": 1}},
		Readings: map[string]string{"acme.severity_change": "from_start"}, Attributes: map[string]string{"tier": "gold", `a "b"`: ""},
		Events: []policy.TicketEvent{
			{At: policy.Stamp{Text: "2026-03-02T09:00:00Z", Time: time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)}, Kind: policy.Reported, Severity: &mid, Channel: policy.Portal},
			{At: policy.Stamp{Text: "2026-03-02T09:30:00.000000001Z", Time: time.Date(2026, time.March, 2, 9, 30, 0, 1, time.UTC)}, Kind: policy.SeverityChanged, Severity: &two},
			{At: policy.Stamp{Text: "2026-03-02T10:00:00Z", Time: time.Date(2026, time.March, 2, 10, 0, 0, 0, time.UTC)}, Name: "vendor_called"},
			{At: policy.Stamp{Text: "2026-03-02T10:00:00Z", Time: time.Date(2026, time.March, 2, 10, 0, 0, 0, time.UTC)}, Name: "Reported", Severity: &low, Channel: policy.Phone},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// What is read replaces all that was there.
	if err := got.UnmarshalJSON([]byte(`{"agreement":"acme","events":[]}`)); err != nil || got.ID != "" || got.Events != nil || got.Readings != nil || got.Attributes != nil || got.Customer.Region != "" {
		t.Errorf("something is left: %v, %v", got, err)
	}
}

func TestTicketJSONMistakes(t *testing.T) {
	const report = `{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"1"}`
	const instant = `write it as 2006-01-02T15:04:05+01:00, with the offset`
	const word = `is empty; write one that the agreement knows, or leave it out`
	const country = `is empty; write a region code such as DE or US-MD, or NONE for no public holidays, or leave it out`
	const whole = `must be a whole number, without fraction and exponent`
	event := func(fields string) string { return `{"agreement":"a","events":[{` + fields + `}]}` }
	for _, c := range []struct{ text, want string }{
		{``, `the text is empty; a JSON value must stand here`},
		{`[]`, `must be an object, not an array`},
		{`{}`, `needs "agreement"; needs "events"`},
		{`{"agreement":"a","events":[` + report + `]} x`, `column 93: x must not follow the value`},
		{"{\n \"agreement\":\"a\",\n \"events\":[]\n}\n{", `line 5, column 1: '{' must not follow the value`},
		{`{"agreement":"a"`, `column 17: the text ends within an object`},
		{`{"agreement":"a","events":[` + report + `],"event":[]}`, `event: unknown field; did you mean "events"?`},
		{`{"agreement":"a","events":[` + report + `],"agreement":"b"}`, `agreement: appears twice in one object, first at column 2`},
		{`{"agreement":7,"events":{}}`, `agreement: 7 must be a string; events: must be an array, not an object`},
		{`{"agreement":"a","as_of":"2026-03-02","events":[]}`, `as_of: "2026-03-02" is not an instant; ` + instant},
		{`{"agreement":"a","as_of":"2026-03-02T09:00:00","events":[]}`, `as_of: "2026-03-02T09:00:00" is not an instant; ` + instant},
		{`{"agreement":"a","as_of":"2026-02-30T10:00:00Z","events":[]}`, `as_of: "2026-02-30T10:00:00Z" is not an instant; February 2026 has the days 1 to 28`},
		{`{"agreement":"a","events":[{"at":"2026-03-02T24:00:00Z","kind":"closed"}]}`, `events[0].at: "2026-03-02T24:00:00Z" is not an instant; the hour must be 00 to 23`},
		{event(`"at":"0001-01-01T01:00:00+01:00","kind":"closed"`), `events[0].at: "0001-01-01T01:00:00+01:00" is the first instant there is, which stands for none; write a later one`},
		{event(`"at":"0001-01-01","kind":"closed"`), `events[0].at: "0001-01-01" is not an instant; ` + instant},
		{event(``), `events[0]: needs "at"`},
		{event(`"at":"2026-03-02T09:00:00Z"`), `events[0]: needs "kind"`},
		{event(`"at":"2026-03-02T09:00:00Z","kind":"reported"`), `events[0]: reported needs "severity"`},
		{event(`"at":"2026-03-02T09:00:00Z","kind":"severity_changed"`), `events[0]: severity_changed needs "severity"`},
		{event(`"at":"2026-03-02T09:00:00Z","kind":""`), `events[0].kind: "" is not a kind of event; ` + allKinds + ` or reopened`},
		{event(`"at":"2026-03-02T09:00:00Z","kind":7`), `events[0].kind: 7 must be a string`},
		{event(`"at":"2026-03-02T09:00:00Z","kind":"Reported","severty":"1"`), `events[0].severty: unknown field; did you mean "severity"?`},
		{event(`"at":"2026-03-02T09:00:00Z","kind":"closed","severity":"1"`), `events[0]: closed carries no "severity"`},
		{event(`"at":"2026-03-02T09:00:00Z","kind":"closed","channel":"phone"`), `events[0]: closed carries no "channel"`},
		{event(`"at":"2026-03-02T09:00:00Z","kind":"responded","channel":"fax"`), `events[0].channel: "fax" is not a channel; write phone, email or portal`},
		{event(`"at":"2026-03-02T09:00:00Z","kind":"responded","note":"x"`), `events[0].note: unknown field; known are at, kind, severity, channel`},
		{event(`"at":"2026-03-02T09:00:00Z","kind":"responded","kind":"closed"`), `events[0].kind: appears twice in one object, first at column 57`},
		{event(`"at":"2026-03-02T09:00:00Z","kind":"reported","severity":true`), `events[0].severity: true must be a string or a number`},
		{event(`"at":"2026-03-02T09:00:00Z","kind":"reported","severity":null`), `events[0].severity: null must be a string or a number`},
		{event(`"at":"2026-03-02T09:00:00Z","kind":"reported","severity":["1"]`), `events[0].severity: must be a string or a number, not an array`},
		{event(`"at":"2026-03-02T09:00:00Z","kind":"reported","severity":{}`), `events[0].severity: must be a string or a number, not an object`},
		{event(`"at":"2026-03-02T09:00:00Z","kind":"reported","severity":tru`), `events[0].severity: tru is not a JSON value`},
		{event(`"at":"2026-03-02T09:00:00Z","kind":"reported","severity":x`), `events[0].severity: x is not a JSON value`},
		{`{"agreement":"a","events":[],"customer":{"regio":"EMEA"}}`, `customer.regio: unknown field; did you mean "region"?`},
		{`{"agreement":"a","events":[],"customer":{"add_ons":["x",1]}}`, `customer.add_ons[1]: 1 must be a string`},
		{`{"agreement":"a","events":[],"customer":{"response_days":{"S1":1.5}}}`, `customer.response_days[S1]: 1.5 ` + whole},
		{`{"agreement":"a","events":[],"customer":{"response_days":{"S1":2.0}}}`, `customer.response_days[S1]: 2.0 ` + whole},
		{`{"agreement":"a","events":[],"customer":{"response_days":{"S1":1e3000}}}`, `customer.response_days[S1]: 1e3000 ` + whole},
		{`{"agreement":"a","events":[],"customer":{"response_days":{"S1":"1"}}}`, `customer.response_days[S1]: "1" must be a number`},
		{`{"agreement":"a","events":[],"customer":{"region":"","country":"","zone":"","product":"","tier":"","add_ons":["x",""]}}`,
			`customer.region: "" ` + word + `; customer.country: "" ` + country + `; customer.zone: "" is empty; write a name such as Europe/Berlin, or an offset such as +08:00, or leave it out; ` +
				`customer.product: "" ` + word + `; customer.tier: "" ` + word + `; customer.add_ons[1]: "" ` + word},
		{`{"agreement":"a","events":[],"customer":{"hub_holidays":{"APJ":"","US":"US"},"report_every":{"Crisis":""}}}`,
			`customer.hub_holidays[APJ]: "" ` + country + `; customer.report_every[Crisis]: "" is empty; write a duration such as 4h, or up to 100000 business days such as 2 business days, or leave it out`},
		{`{"agreement":"a","events":[],"customer":{"region":null,"country":7}}`, `customer.region: null must be a string; customer.country: 7 must be a string`},
		{`{"agreement":"a","events":[],"readings":{"x":1}}`, `readings[x]: 1 must be a string`},
		{`{"agreement":"a","events":[],"readings":{"purchased.zone":1}}`, `readings[purchased.zone]: 1 must be a string`},
		{`{"agreement":"a","events":[],"readings":{"x":"1","x":"2"}}`, `readings[x]: appears twice in one object, first at column 42`},
		{`{"agreement":"a","as_of":"noon","events":[{"at":"","kind":"reported","severity":"1"},{"at":"2026-03-02T09:00:00Z","kind":"hm","channel":"x"}]}`,
			`as_of: "noon" is not an instant; ` + instant + `; events[0].at: "" is not an instant; ` + instant + `; events[1].channel: "x" is not a channel; write phone, email or portal`},
		{`{"agreement":"a","events":[],"attributes":{"tier":1}}`, `attributes[tier]: 1 must be a string`},
		{`{"agreement":"a","events":[],"attributes":{"agreed":{"critical":"8h","urgent":"2h"},"tier":"gold"}}`, `attributes[agreed]: must be a string, not an object; write "agreed.critical" and so on, a string each`},
		{`{"agreement":"a","events":[],"attributes":{"agreed":{}}}`, `attributes[agreed]: must be a string, not an object; write "agreed.…" and so on, a string each`},
		{`{"agreement":"a","events":[],"attributes":{"a":{"\"":{"b":1}},"c":[["d"]]}}`, `attributes[a]: must be a string, not an object; write "a.\"" and so on, a string each; ` +
			`attributes[c]: must be a string, not an array; write a list as one string, with commas in it`},
		{`{"agreement":"a","events":[],"attributes":{"add_ons":["x","y"]}}`, `attributes[add_ons]: must be a string, not an array; write a list as one string, with commas in it`},
		{`{"agreement":"a","events":[],"attributes":{"a":{"b":"1","b":"2"}}}`, `attributes[a].b: appears twice in one object, first at column 49; attributes[a]: must be a string, not an object; write "a.b" and so on, a string each`},
		{`{"agreement":"a","events":[],"attributes":{"a":{"b":tru}}}`, `attributes[a].b: tru is not a JSON value`},
		{`{"agreement":"a","events":[],"attributes":["tier"]}`, `attributes: must be an object, not an array`},
		{`{"agreement":"a","events":[],"attributes":{"x":"1","\u0078":"2"}}`, `attributes[x]: appears twice in one object, first at column 44`},
		{`{"agreement":"a","events":[],"attribute":{}}`, `attribute: unknown field; did you mean "attributes"?`},
	} {
		var ticket policy.Ticket
		err := ticket.UnmarshalJSON([]byte(c.text))
		var mistakes *strictjson.Error
		if err == nil || err.Error() != "policy: "+c.want || !errors.Is(err, policy.ErrTicket) || !errors.As(err, &mistakes) {
			t.Errorf("%s\ngot  %v\nwant policy: %s", c.text, err, c.want)
		}
	}
}

// TestReleaseListPlace: what is wrong with a list has a path or a column, too.
func TestReleaseListPlace(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`{"agreement":"portx","on":"2026-11-21","releases":[]} {}`, `column 55: '{' must not follow the value`},
		{`{"agreement":"portx","on":"2026-11-21","releases":[]`, `column 53: the text ends within an object`},
		{`{"agreement":"portx","on":"2026-11-21","releases":[7]}`, `releases[0]: 7 must be an object`},
		{`{"agreement":"portx","on":"2026-11-21","releases":[],"readings":{"portx.x":1}}`, `readings[portx.x]: 1 must be a string`},
	} {
		_, _, err := policy.ReadReleases([]byte(c.text), []*policy.ReleasePolicy{portx.Releases()})
		if err == nil || !strings.HasPrefix(err.Error(), "policy: "+c.want) || !errors.Is(err, policy.ErrReleaseList) {
			t.Errorf("%s\ngot  %v\nwant policy: %s", c.text, err, c.want)
		}
	}
}

// TestTicketSeverityAsNumber: a level whose name is a number can be written as one,
// as it is named.
func TestTicketSeverityAsNumber(t *testing.T) {
	p := mustAcme(t, nil)
	for text, want := range map[string]string{
		`2`: `2`, `"2"`: `2`, `2.0`: `2.0`, `2e0`: `2e0`, `-2`: `-2`,
	} {
		ticket := readTicket(t, `{"agreement":"acme","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":`+text+`}]}`)
		if got := *ticket.Events[0].Severity; got != want {
			t.Errorf("%s is read as %s, want %s", text, got, want)
		}
		if _, err := p.Events(ticket); err == nil || err.Error() != `policy: events[0].severity: "`+want+`" is not a severity of acme; write High, Mid or Low` {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestTicketSeverityEmpty: the error for an empty text does not quote it.
func TestTicketSeverityEmpty(t *testing.T) {
	ticket := readTicket(t, `{"agreement":"acme","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":""}]}`)
	if _, err := mustAcme(t, nil).Events(ticket); err == nil || err.Error() != `policy: events[0].severity: is empty; write High, Mid or Low` {
		t.Error(err)
	}
}

func TestTicketEvents(t *testing.T) {
	p := mustAcme(t, nil)
	ticket := readTicket(t, `{"agreement":"acme","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"mid","channel":"email"},{"at":"2026-03-02T10:00:00Z","kind":"closed"}]}`)
	got, err := p.Events(ticket)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range parseEvents(t, p, "02 09:00 reported Mid email", "02 10:00 closed") {
		if got[i] != want {
			t.Errorf("event %d is %v, want %v", i, got[i], want)
		}
	}
	level := "Mid"
	ticket.Events[1].Severity = &level
	if _, err := p.Events(ticket); err == nil || err.Error() != `policy: events[1].severity: "Mid" must not be there: closed carries no severity` {
		t.Error(err)
	}
}

// TestTicketOwnEvents: a name that an agreement declares is one of its own kinds,
// any other is a mistake, as is what such an event does not carry.
func TestTicketOwnEvents(t *testing.T) {
	p := mustAcme(t, func(a *policy.Agreement) { a.Events = []string{"vendor_called", "vendor_answered"} })
	own, _ := policy.Own(1)
	level, at := "Mid", policy.Stamp{Text: "2026-03-02T09:00:00Z", Time: parseAt(t, "02 09:00")}
	for _, c := range []struct {
		event policy.TicketEvent
		want  policy.Event
		err   string
	}{
		{event: policy.TicketEvent{At: at, Name: "vendor_answered"}, want: policy.Event{At: at.Time, Kind: own}},
		{event: policy.TicketEvent{At: at, Name: "Vendor_answered", Severity: &level}, err: `events[0].kind: "Vendor_answered" is not a kind of event; did you mean "vendor_answered"? W` + allKinds[1:] + `, reopened, vendor_called or vendor_answered`},
		{event: policy.TicketEvent{At: at, Name: strings.Repeat("é", 41)}, err: `events[0].kind: "` + strings.Repeat("é", 40) + `…" is not a kind of event; ` + allKinds + `, reopened, vendor_called or vendor_answered`},
		{event: policy.TicketEvent{At: at, Name: "vendor_called", Severity: &level}, err: `events[0].severity: "Mid" must not be there: vendor_called carries no severity`},
		{event: policy.TicketEvent{At: at, Name: "vendor_called", Channel: policy.Email}, err: `events[0].channel: "email" must not be there: vendor_called carries no channel`},
		{event: policy.TicketEvent{At: at, Name: "vendor_called", Kind: policy.Closed}, err: `events[0].name: "vendor_called" stands beside a kind, closed; an event has one of both`},
	} {
		got, err := p.Events(&policy.Ticket{Events: []policy.TicketEvent{c.event}})
		if c.err != "" {
			if err == nil || err.Error() != "policy: "+c.err || !errors.Is(err, policy.ErrEvents) {
				t.Errorf("got  %v\nwant policy: %s", err, c.err)
			}
		} else if err != nil || len(got) != 1 || got[0] != c.want {
			t.Errorf("got %v, %v, want %v", got, err, c.want)
		}
	}
}

// TestTicketReported: the earliest report, and of several at that instant the one listed
// first.
func TestTicketReported(t *testing.T) {
	ticket := readTicket(t, `{"agreement":"acme","events":[{"at":"2026-03-02T08:00:00Z","kind":"closed"},{"at":"2026-03-02T10:00:00Z","kind":"reported","severity":"High"},
		{"at":"2026-03-02T10:00:00+01:00","kind":"reported","severity":"High"},{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"Low"},{"at":"2026-03-02T07:00:00Z","kind":"reopened"}]}`)
	if at, ok := ticket.Reported(); !ok || at.Text != "2026-03-02T10:00:00+01:00" || !at.Time.Equal(parseAt(t, "02 09:00")) {
		t.Errorf("%v, %v", at, ok)
	}
	ticket.Events = ticket.Events[:1]
	for _, none := range []*policy.Ticket{ticket, {}, nil} {
		if at, ok := none.Reported(); ok || at != (policy.Stamp{}) {
			t.Errorf("%v: reported %v", none, at)
		}
	}
}

// TestTicketInstant: the latest event, and of several at that instant the one listed last.
func TestTicketInstant(t *testing.T) {
	ticket := readTicket(t, `{"agreement":"acme","events":[{"at":"2026-03-02T10:00:00Z","kind":"closed"},{"at":"2026-03-02T11:00:00+01:00","kind":"closed"},{"at":"2026-03-02T09:00:00Z","kind":"closed"}]}`)
	if at, ok := ticket.Instant(); !ok || at.Text != "2026-03-02T11:00:00+01:00" {
		t.Errorf("%v, %v", at, ok)
	}
	ticket.AsOf = policy.Stamp{Text: "2026-03-02T08:00:00Z", Time: parseAt(t, "02 08:00")}
	if at, ok := ticket.Instant(); !ok || at.Text != "2026-03-02T08:00:00Z" {
		t.Errorf("%v, %v", at, ok)
	}
	if at, ok := new(policy.Ticket).Instant(); ok {
		t.Errorf("a ticket without events is for %v", at)
	}
}
