package document_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
)

// TestTie has rows that contradict each other for a ticket, in a document that was
// not checked.
func TestTie(t *testing.T) {
	d := mustDecode(t, small)
	targets := &d.Metrics[0].Targets
	*targets = append(*targets,
		document.Target{Level: "high", When: document.When{"tier": {"gold"}}, Measure: document.Measure{Text: "2h"}, Calendar: "office", Clause: "A-1"},
		document.Target{Level: "high", When: document.When{"vip": {"yes"}}, Measure: document.Measure{Text: "3h"}, Calendar: "office", Clause: "A-1"})
	for _, test := range []struct{ tier, vip, want string }{
		{"silver", "", "1h0m0s"},
		{"gold", "", "2h0m0s"},
		{"silver", "no,yes", "3h0m0s"},
		{"gold", "yes", "policy: metrics[0].targets[2]: and metrics[0].targets[3] both hold for this ticket (tier gold; vip yes), and none has more conditions"},
	} {
		versions, err := d.For(policy.Customer{Tier: test.tier}, map[string]string{"vip": test.vip}, nil)
		var got string
		if err != nil {
			got = err.Error()
			if !errors.Is(err, policy.ErrAgreement) {
				t.Errorf("%v is of another kind", err)
			}
		} else if p, err := versions.InForce(policyTime); err != nil {
			got = err.Error()
		} else {
			got = p.Agreement().Metrics[0].Targets[0].Measure.String()
		}
		if got != test.want {
			t.Error(cmp.Diff(test.want, got))
		}
	}
	if err := d.Check(); err == nil || !strings.Contains(err.Error(), "metrics[0].targets[3]: holds beside metrics[0].targets[2] where tier gold, vip yes, and neither has more conditions") {
		t.Errorf("%v", err)
	}
	both := document.Target{Level: "high", When: document.When{"tier": {"gold"}, "vip": {"yes"}}, Measure: document.Measure{Text: "4h"}, Calendar: "office", Clause: "A-1"}
	*targets = append(*targets, both)
	if err := d.Check(); err != nil {
		t.Errorf("a row for both settles it: %v", err)
	}
}

// TestLacking has a calendar that cannot be made without an attribute: only a
// ticket that needs it is refused.
func TestLacking(t *testing.T) {
	text := strings.Replace(small, `"attributes": [`, `"attributes": [{"name": "country", "type": "region", "why": "holidays do not count"}, `, 1)
	text = strings.Replace(text, `"metrics"`, `"switch": ["held"], "metrics"`, 1)
	text = strings.Replace(text, `{"name": "both", "union": ["office", "office"]}`,
		`{"name": "local", "zone": "UTC", "region": {"attribute": "country"}, "week": {"mon": [["09:00", "17:00"]]}}, {"name": "both", "union": ["office", "local"]}`, 1)
	const why = "customer.country: is missing; holidays do not count"
	d := mustDecode(t, text)
	if _, err := d.For(policy.Customer{}, nil, nil); err != nil {
		t.Errorf("a calendar that no row needs: %v", err)
	}
	for _, name := range []string{"local", "both"} {
		needs := mustDecode(t, strings.Replace(text, `"measure": "1h", "calendar": "office"`, `"measure": "1h", "calendar": "`+name+`"`, 1))
		for country, want := range map[string]string{"": "policy: reported at 2026-01-01T00:00:00Z: " + why, "DE": ""} {
			versions, err := needs.For(policy.Customer{Country: country}, nil, nil)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			p, err := versions.InForce(policyTime)
			if err != nil {
				t.Fatal(err)
			}
			high, err := p.Scale().Parse("high")
			if err != nil {
				t.Fatal(err)
			}
			_, err = p.Evaluate([]policy.Event{{At: policyTime, Kind: policy.Reported, Severity: high}}, policyTime)
			if got := fmt.Sprint(err); want == "" && err != nil || want != "" && (got != want || !errors.Is(err, policy.ErrCustomer)) {
				t.Errorf("%s, country %q: %v, want %s", name, country, err, want)
			}
		}
	}
	after := mustDecode(t, strings.Replace(text, `"measure": "1h", "calendar": "office"`, `"measure": "1h", "calendar": "office", "after": "both"`, 1))
	versions, err := after.For(policy.Customer{}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	p, err := versions.InForce(policyTime)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Agreement().Lacking["both"]; err == nil || err.Error() != "policy: "+why {
		t.Errorf("%v", err)
	}
}

// TestPolicy_Refuses has tickets for which there is no policy.
func TestPolicy_Refuses(t *testing.T) {
	from := strings.Replace(small, `"levels"`, `"from": "2026-01-01T00:00:00Z", "levels"`, 1)
	reported := []policy.TicketEvent{{At: policy.Stamp{Text: "x", Time: policyTime.AddDate(0, 0, -1)}, Kind: policy.Reported}}
	for _, test := range []struct {
		text   string
		ticket policy.Ticket
		kind   error
		want   string
	}{
		{small, policy.Ticket{Agreement: "other"}, policy.ErrTicket, `policy: agreement: "other" is not this agreement, acme`},
		{from, policy.Ticket{Agreement: "acme", Events: reported}, policy.ErrEvents, `policy: reported: "2025-12-31T00:00:00Z" is before the first version, which is in force from 2026-01-01T00:00:00Z`},
		{`{"schema": 1, "name": "acme", "releases": {"ordered": "R", "rules": [{"rule": {"support": "own"}}]}}`, policy.Ticket{Agreement: "acme"}, policy.ErrAgreement,
			`policy: levels: are missing; the document says nothing of tickets`},
	} {
		_, err := mustDecode(t, test.text).Policy(&test.ticket)
		if err == nil || err.Error() != test.want || !errors.Is(err, test.kind) {
			t.Error(cmp.Diff(test.want, err.Error()))
		}
	}
	if _, err := mustDecode(t, from).Policy(&policy.Ticket{Agreement: "acme", Events: []policy.TicketEvent{{At: policy.Stamp{Text: "x", Time: policyTime}, Kind: policy.Reported}}}); err != nil {
		t.Errorf("at the first instant: %v", err)
	}
	if _, err := mustDecode(t, small).ReleasePolicy(); !errors.Is(err, policy.ErrAgreement) {
		t.Errorf("%v", err)
	}
}

// TestInForce: which version judges a ticket, on either side of each beginning, whatever
// the order in which the document and the ticket list them; and that what is said of a
// ticket before all of them does not hang on what becomes of open tickets.
func TestInForce(t *testing.T) {
	const version = `{"from": "FROM", "levels": [{"name": "P1"}], "calendars": [{"name": "always", "zone": "UTC", "week": {"mon": [["00:00", "24:00"]]}}],
		"metrics": [{"name": "response", "start": ["reported"], "stop": ["responded"], "targets": [{"measure": "1h", "calendar": "always", "clause": "FROM"}]}]}`
	const text = `{"schema": 1, "name": "acme", OPEN"versions": [LATER, FIRST, LAST]}`
	from := func(at string) string { return strings.ReplaceAll(version, "FROM", at) }
	replace := strings.NewReplacer("LATER", from("2026-03-01T00:00:00+01:00"), "FIRST", from("2026-02-01T00:00:00Z"), "LAST", from("2026-04-01T00:00:00Z"))
	kept := mustDecode(t, replace.Replace(strings.Replace(text, "OPEN", "", 1)))
	moving := mustDecode(t, replace.Replace(strings.Replace(text, "OPEN", `"open": "fair", `, 1)))
	level := "P1"
	at := func(kind policy.Kind, text string) policy.TicketEvent {
		time, err := calendar.ParseTime(text)
		if err != nil {
			t.Fatal(err)
		}
		e := policy.TicketEvent{At: policy.Stamp{Text: text, Time: time}, Kind: kind}
		if kind == policy.Reported {
			e.Severity = &level
		}
		return e
	}
	for _, c := range []struct {
		events []policy.TicketEvent
		i      int
		ok     bool
	}{
		{nil, 0, false},
		{[]policy.TicketEvent{at(policy.Responded, "2026-03-15T00:00:00Z")}, 0, false},
		{[]policy.TicketEvent{at(policy.Reported, "2026-01-31T23:59:59.999999999Z")}, 0, false},
		{[]policy.TicketEvent{at(policy.Reported, "2026-02-01T00:00:00Z")}, 1, true},
		{[]policy.TicketEvent{at(policy.Reported, "2026-02-28T22:59:59Z")}, 1, true},
		{[]policy.TicketEvent{at(policy.Responded, "2026-05-01T00:00:00Z"), at(policy.Reported, "2026-02-28T23:00:00Z")}, 0, true},
		{[]policy.TicketEvent{at(policy.Reported, "2026-03-31T23:59:59Z")}, 0, true},
		{[]policy.TicketEvent{at(policy.Reported, "2026-04-01T00:00:00Z")}, 2, true},
		{[]policy.TicketEvent{at(policy.Reported, "2026-04-01T00:00:00Z"), at(policy.Reported, "2026-03-31T23:59:59Z")}, 0, true},
	} {
		for _, d := range []*document.Document{kept, moving} {
			ticket := &policy.Ticket{Agreement: "acme", Events: c.events}
			if i, ok := d.InForce(ticket); i != c.i || ok != c.ok {
				t.Errorf("%v: %d, %v, want %d, %v", c.events, i, ok, c.i, c.ok)
			}
			p, err := d.Policy(ticket)
			switch {
			case c.ok && err != nil:
				t.Errorf("%v: %v", c.events, err)
			case c.ok && p.Agreement().Metrics[0].Targets[0].Clause != string(d.Versions[c.i].From):
				t.Errorf("%v: judged by that from %s, want %s", c.events, p.Agreement().Metrics[0].Targets[0].Clause, d.Versions[c.i].From)
			}
		}
	}
	early := &policy.Ticket{Agreement: "acme", Events: []policy.TicketEvent{at(policy.Reported, "2026-01-31T23:00:00Z")}}
	const want = `policy: reported: "2026-01-31T23:00:00Z" is before the first version, which is in force from 2026-02-01T00:00:00Z`
	for _, d := range []*document.Document{kept, moving} {
		if _, err := d.Policy(early); err == nil || err.Error() != want || !errors.Is(err, policy.ErrEvents) {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
	one := mustDecode(t, small)
	if i, ok := one.InForce(early); i != 0 || !ok {
		t.Errorf("of a document that is one version: %d, %v", i, ok)
	}
	for _, i := range []func() (int, bool){func() (int, bool) { return kept.InForce(nil) }, func() (int, bool) { return (*document.Document)(nil).InForce(early) }} {
		if i, ok := i(); i != 0 || ok {
			t.Errorf("of nil: %d, %v", i, ok)
		}
	}
}
