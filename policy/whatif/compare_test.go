package whatif_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/whatif"
)

// TestCompare: what is different, and why, worked out by hand. 2 March 2026 is a
// Monday, and 3 March a holiday in B.
func TestCompare(t *testing.T) {
	const unknown = "holidays are known through 2026-03-02 only"
	for _, c := range []struct {
		name, ticket, from, to string
		want                   []string
	}{
		{"nothing", "Mid email 02T16:00 as of 03T13:00", "", "", nil},
		{"the same in other words", "Mid email 02T16:00 as of 03T13:00", "customer.country=A", "shop.zone=UTC", nil},
		{"a reading that does not matter", "Mid phone 02T16:00 as of 03T13:00", "", "shop.mail=waits", nil},
		{"a holiday", "Mid email 02T16:00 as of 03T13:00", "", "customer.country=B", []string{
			"response old breached 4h0m0s 03T12:00 new running 4h0m0s 04T12:00 moved 24h0m0s saved",
			"hours hours | … | … | none",
			"closed Foundation Day | counts | closed: Foundation Day | 03T09:00",
			"resolution old running 2 business days 04T17:00 new running 2 business days 05T17:00 moved 24h0m0s",
			"hours hours | … | … | none",
			"closed Foundation Day | counts | closed: Foundation Day | 03T09:00",
			"step old pending 03T16:00 new pending 04T16:00",
			"next old escalation step 1 03T16:00 new response due 04T12:00"}},
		{"a holiday less", "Mid email 02T16:00 as of 03T13:00", "customer.country=B", "customer.country=A", []string{
			"response old running 4h0m0s 04T12:00 new breached 4h0m0s 03T12:00 moved -24h0m0s breached",
			"hours hours | … | … | none",
			"closed Foundation Day | closed: Foundation Day | counts | 03T09:00",
			"resolution old running 2 business days 05T17:00 new running 2 business days 04T17:00 moved -24h0m0s",
			"hours hours | … | … | none",
			"closed Foundation Day | closed: Foundation Day | counts | 03T09:00",
			"step old pending 04T16:00 new pending 03T16:00",
			"next old response due 04T12:00 new escalation step 1 03T16:00"}},
		// In UTC half an hour of that day counts; in +01:00 it closed half an hour ago.
		{"a zone", "Mid email 02T16:30 as of 02T16:45", "", "shop.zone=+01:00", []string{
			"response old running 4h0m0s 03T12:30 new running 4h0m0s 03T12:00 moved -30m0s",
			"reading shop.zone | UTC | +01:00 | none",
			"hours hours | … | … | none",
			"closed shifted hours | counts | closed: night | 02T16:30",
			"resolution old running 2 business days 04T17:00 new running 2 business days 04T16:00 moved -1h0m0s",
			"reading shop.zone | UTC | +01:00 | none",
			"hours hours | … | … | none",
			"closed shifted hours | counts | closed: night | 02T16:30",
			"step old pending 03T16:30 new pending 03T16:00",
			"owner old Day 02T16:30 new on-call 02T16:30",
			"next old response due 03T12:30 new hand-over to Day 03T08:00"}},
		{"a target and its clause", "Mid phone 02T09:00 as of 02T10:00", "", "shop.resolution=3 days", []string{
			"resolution old running 2 business days 04T17:00 new running 3 business days 05T17:00 moved 24h0m0s",
			"reading shop.resolution | 2 days | 3 days | none",
			"clause SHP-4 | SHP-3 | SHP-4 | none",
			"event SHP-4 | target: Mid: 2 business days on hours | target: Mid: 3 business days on hours | 02T09:00"}},
		{"a clock that goes", "Mid phone 02T09:00 as of 05T10:00", "", "shop.resolution=none", []string{
			"resolution old breached 2 business days 04T17:00 new none saved",
			"reading shop.resolution | 2 days | none | none",
			"clause SHP-3 | SHP-3 |  | none"}},
		{"a clock that comes", "Mid phone 02T09:00 as of 05T10:00", "shop.resolution=none", "", []string{
			"resolution old none new breached 2 business days 04T17:00 breached",
			"reading shop.resolution | none | 2 days | none",
			"clause SHP-3 |  | SHP-3 | none"}},
		{"a clock that waits", "Mid email 02T09:00 as of 02T10:00", "", "shop.mail=waits", []string{
			"response old running 4h0m0s 02T13:00 new waiting 4h0m0s none",
			"reading shop.mail | counts | waits | none",
			"event SHP-2 | start: reported as Mid by email | wait: reported as Mid by email: the clock waits for phone | 02T09:00",
			"next old response due 02T13:00 new escalation step 1 02T17:00"}},
		{"a clock that waits for something else", "Mid email 02T09:00 as of 02T10:00", "shop.mail=waits", "shop.mail=portal", []string{
			"response old waiting 4h0m0s none new waiting 4h0m0s none",
			"reading shop.mail | waits | portal | none",
			"event SHP-2 | wait: reported as Mid by email: the clock waits for phone | wait: reported as Mid by email: the clock waits for portal | 02T09:00"}},
		{"the same change at another time", "Mid email 02T16:00 responded 02T16:10 as of 02T16:30", "shop.resolution=none", "shop.resolution=none,customer.country=B", []string{
			"response old met 4h0m0s 03T12:00 new met 4h0m0s 04T12:00 moved 24h0m0s",
			"hours hours | … | … | none",
			"closed Foundation Day | counts | closed: Foundation Day | 03T09:00",
			"step old pending 03T16:00 new pending 04T16:00",
			"next old escalation step 1 03T16:00 new escalation step 1 04T16:00"}},
		{"a holiday not known", "Mid email 02T16:00 as of 02T16:30", "", "customer.country=C", []string{
			"response old running 4h0m0s 03T12:00 new running 4h0m0s unknown",
			"unknown G9 |  | " + unknown + " | none",
			"hours hours | … | … | none",
			"resolution old running 2 business days 04T17:00 new running 2 business days unknown",
			"unknown G9 |  | " + unknown + " | none",
			"hours hours | … | … | none",
			"step old pending 03T16:00 new pending unknown",
			"next old response due 03T12:00 new none"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, tell(mustCompare(t, mustTicket(t, "T", c.ticket), c.from, c.to))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestSamePolicy: where both makers give the same Policy, the ticket is judged
// once, and its mistakes are told.
func TestSamePolicy(t *testing.T) {
	ticket := mustTicket(t, "T", "Mid email 02T16:00 as of 03T13:00")
	p, err := shop(ticket)
	if err != nil {
		t.Fatal(err)
	}
	same := func(*policy.Ticket) (*policy.Policy, error) { return p, nil }
	d, err := whatif.Compare(ticket, same, same)
	if err != nil || d.Differs() || len(d.New.Answer.Clocks) != 2 {
		t.Errorf("%v, %v", tell(&d), err)
	}
	severity := "Top"
	ticket.Events[0].Severity = &severity
	if _, err := whatif.Compare(ticket, same, same); !errors.Is(err, policy.ErrEvents) {
		t.Errorf("a severity that is none: %v", err)
	}
}

// TestErrors: an error says of which side it is.
func TestErrors(t *testing.T) {
	ticket := mustTicket(t, "T", "Mid email 02T16:00 as of 03T13:00")
	for _, c := range []struct{ from, to, want string }{
		{"customer.country=X", "", `old side: policy: customer.country: "X" is not a country; write A, B or C`},
		{"", "customer.country=X", `new side: policy: customer.country: "X" is not a country; write A, B or C`},
		{"", "shop.zone=Mars", `new side: policy: readings[shop.zone]: "Mars" is not a value of this reading; write UTC or +01:00`},
	} {
		if _, err := whatif.Compare(ticket, with(t, c.from), with(t, c.to)); err == nil || err.Error() != c.want {
			t.Errorf("got  %v\nwant %s", err, c.want)
		}
	}
	if _, err := whatif.Compare(new(policy.Ticket), shop, shop); !errors.Is(err, policy.ErrTicket) {
		t.Errorf("no events: %v", err)
	}
	var zero whatif.Diff
	if zero.Differs() || zero.Explain(ticket) != nil || string(zero.AppendJSON(nil)) != "{}" {
		t.Error("the zero Diff differs")
	}
}

// TestNil: what is nil is an error of its side, or of none, and nothing to count.
func TestNil(t *testing.T) {
	ticket := mustTicket(t, "T", "Mid email 02T16:00 as of 03T13:00")
	nothing := func(*policy.Ticket) (*policy.Policy, error) { return nil, nil }
	for _, c := range []struct {
		ticket   *policy.Ticket
		from, to whatif.Maker
		kind     error
		want     string
	}{
		{ticket, nil, nil, policy.ErrAgreement, "old side: policy: maker: is nil"},
		{ticket, shop, nil, policy.ErrAgreement, "new side: policy: maker: is nil"},
		{ticket, nothing, shop, policy.ErrAgreement, "old side: policy: maker: made no Policy, and gave no error"},
		{ticket, shop, nothing, policy.ErrAgreement, "new side: policy: maker: made no Policy, and gave no error"},
		{ticket, whatif.Overrides{}.Maker(nil), shop, policy.ErrAgreement, "old side: policy: maker: is nil"},
		{nil, shop, shop, policy.ErrTicket, "policy: ticket: is nil"},
	} {
		if _, err := whatif.Compare(c.ticket, c.from, c.to); !errors.Is(err, c.kind) || err.Error() != c.want {
			t.Errorf("got  %v\nwant %s", err, c.want)
		}
	}
	o, err := whatif.ParseOverrides("customer.country=DE")
	if err != nil || o.Apply(nil) != nil {
		t.Errorf("of no ticket it makes %v, %v", o.Apply(nil), err)
	}
	d := mustCompare(t, ticket, "", "customer.country=B")
	d.Clocks = append(d.Clocks, whatif.Clock{})
	if err := d.Explain(nil); !errors.Is(err, policy.ErrTicket) {
		t.Errorf("explained without a ticket: %v", err)
	}
	s := whatif.NewSummary(1)
	s.Add(nil)
	if err := s.Merge(nil); err != nil || s.Tickets() != 1 {
		t.Errorf("%d tickets, %v", s.Tickets(), err)
	}
}

// TestErrorsOfTickets: a ticket that one side does not take, when it is compared and
// when it is explained.
func TestErrorsOfTickets(t *testing.T) {
	strict := edited(func(a *policy.Agreement) error {
		a.ReportNeedsChannel = true
		return nil
	})
	for _, c := range []struct {
		from, to whatif.Maker
		want     string
	}{
		{strict, shop, "old side: "},
		{shop, strict, "new side: "},
	} {
		ticket := mustTicket(t, "T", "Mid email 02T16:00 as of 03T13:00")
		d, err := whatif.Compare(ticket, c.from, with(t, "shop.resolution=none"))
		if c.want == "new side: " {
			d, err = whatif.Compare(ticket, with(t, "shop.resolution=none"), c.to)
		}
		if err != nil {
			t.Fatal(err)
		}
		ticket.Events[0].Channel = 0 // for which one side asks
		if _, err := whatif.Compare(ticket, c.from, c.to); !errors.Is(err, policy.ErrEvents) || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("Compare: %v, want that of the %s", err, c.want)
		}
		if err := d.Explain(ticket); !errors.Is(err, policy.ErrEvents) || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("Explain: %v, want that of the %s", err, c.want)
		}
	}
}

// TestLongTicket: of thousands of clocks those that one side alone has are found, and
// nothing else, though all others stand in other places. (TestMatches says at what
// cost.)
func TestLongTicket(t *testing.T) {
	ticket := mustTicket(t, "T", "Mid phone 02T09:00 as of 20T10:00")
	at := ticket.Events[0].At.Time
	for i := range 4000 {
		kind := policy.Closed
		if i%2 == 1 {
			kind = policy.Reopened
		}
		at = at.Add(time.Minute)
		ticket.Events = append(ticket.Events, policy.TicketEvent{Kind: kind, At: policy.Stamp{Text: "x", Time: at}})
	}
	d, err := whatif.Compare(ticket, with(t, ""), with(t, "shop.resolution=none"))
	if err != nil || len(d.Clocks) != 2001 {
		t.Errorf("%d clocks differ, %v; want 2001, the resolutions", len(d.Clocks), err)
	}
}
