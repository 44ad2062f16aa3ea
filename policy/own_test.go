package policy_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/policy"
)

// vendor is an agreement whose clock stands still while a vendor is asked, with
// two events of its own, and stops with a third.
func vendor(a *policy.Agreement) {
	asked, _ := policy.Own(0)
	answered, _ := policy.Own(1)
	fixed, _ := policy.Own(2)
	pausing()(a)
	a.Events = []string{"vendor_asked", "vendor_answered", "fixed"}
	m := &a.Metrics[0]
	m.Pause, m.Resume, m.Stop = policy.On(asked), policy.On(answered), policy.On(fixed)
}

// An agreement's own events do what it says, and nothing else: neither is a
// response, nor is a question to the vendor one to the customer.
func TestOwnEvents(t *testing.T) {
	p := mustAcme(t, vendor)
	const mid = "02 09:00 reported Mid email"
	for _, c := range []struct {
		name   string
		events []string // after the report: an instant and a name
		asOf   string
		want   []string
	}{
		{"none", nil, "02 12:00", []string{
			"turn 1 Mid running from 02 09:00 due 02 17:00 3h0m0s gone 5h0m0s left ACM-7", "next 02 17:00 turn due"}},
		{"pause and resume", []string{"02 10:00", "vendor_asked", "02 12:00", "vendor_answered"}, "02 12:00", []string{
			"turn 1 Mid running from 02 09:00 due 03 11:00 1h0m0s gone 7h0m0s left ACM-7", "next 03 11:00 turn due"}},
		{"those of all agreements do nothing here", []string{"02 10:00", "info_requested", "02 11:00", "responded"}, "02 12:00", []string{
			"turn 1 Mid running from 02 09:00 due 02 17:00 3h0m0s gone 5h0m0s left ACM-7", "next 02 17:00 turn due"}},
		{"stop", []string{"02 10:00", "vendor_asked", "02 12:00", "vendor_answered", "02 13:00", "fixed"}, "02 14:00", []string{
			"turn 1 Mid met from 02 09:00 due 03 11:00 stopped 02 13:00 2h0m0s gone 6h0m0s left ACM-7"}},
		{"at one instant in the order given", []string{"02 10:00", "vendor_asked", "02 12:00", "vendor_answered", "02 12:00", "vendor_asked", "02 12:00", "vendor_answered"}, "02 12:00", []string{
			"turn 1 Mid running from 02 09:00 due 03 11:00 1h0m0s gone 7h0m0s left ACM-7", "next 03 11:00 turn due"}},
		{"after the end they mean nothing", []string{"02 10:00", "closed", "02 12:00", "fixed"}, "02 14:00", []string{
			"turn 1 Mid cancelled from 02 09:00 due 02 17:00 stopped 02 10:00 1h0m0s gone 7h0m0s left ACM-7"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			// As a backend hands them in: by name.
			ticket := &policy.Ticket{}
			for i := 0; i < len(c.events); i += 2 {
				e := policy.TicketEvent{At: policy.Stamp{Text: c.events[i], Time: parseAt(t, c.events[i])}}
				if kind, err := policy.ParseKind(c.events[i+1]); err == nil {
					e.Kind = kind
				} else {
					e.Name = c.events[i+1]
				}
				ticket.Events = append(ticket.Events, e)
			}
			events, err := p.AppendEvents(parseEvents(t, p, mid), ticket)
			if err != nil {
				t.Fatal(err)
			}
			a, err := p.Evaluate(events, parseAt(t, c.asOf))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, lines(&a)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestOwnIsBounded: an agreement cannot have more kinds than a set has room for.
func TestOwnIsBounded(t *testing.T) {
	if k, ok := policy.Own(-1); ok || k != 0 {
		t.Errorf("the event before the first is %v", k)
	}
	seen := map[policy.Kind]bool{}
	n := 0
	for ; ; n++ {
		k, ok := policy.Own(n)
		if !ok {
			break
		}
		if k <= policy.Reopened || seen[k] || !policy.On(k).Has(k) {
			t.Fatalf("the event at place %d is %d, which is another's or in no set", n, k)
		}
		seen[k] = true
	}
	a, err := acme()
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		a.Events = append(a.Events, "event_"+string(rune('a'+i/26))+string(rune('a'+i%26)))
	}
	if _, err := policy.New(a); err != nil {
		t.Errorf("%d events: %v", n, err)
	}
	a.Events = append(a.Events, "one_more")
	if _, err := policy.New(a); err == nil {
		t.Errorf("%d events are not too many", n+1)
	}
}

// An event that ticket and agreement do not share is a mistake, wherever it
// stands: one that is not declared must not silently do nothing.
func TestOwnEventsUndeclared(t *testing.T) {
	p := mustAcme(t, vendor)
	fourth, _ := policy.Own(3)
	third, _ := policy.Own(2)
	report := parseEvents(t, p, "02 09:00 reported Mid email")
	for kind, good := range map[policy.Kind]bool{third: true, fourth: false} {
		_, err := p.Evaluate(append(report[:1:1], policy.Event{At: parseAt(t, "02 10:00"), Kind: kind}), parseAt(t, "02 11:00"))
		if (err == nil) != good {
			t.Errorf("%v: %v", kind, err)
		}
	}
	a, err := acme()
	if err != nil {
		t.Fatal(err)
	}
	vendor(&a)
	a.Metrics[0].Stop |= policy.On(fourth)
	if _, err := policy.New(a); err == nil {
		t.Error("a metric is stopped by an event that nobody declared")
	}
}

// TestParseKind: an agreement reads the names that it writes: those that all agreements
// have, and those that it declares, as many as there is room for.
func TestParseKind(t *testing.T) {
	var most []string
	for i := range 45 {
		most = append(most, fmt.Sprint("own_", i))
	}
	for _, events := range [][]string{nil, {"vendor_asked", "Fixed"}, most} {
		p := mustAcme(t, func(a *policy.Agreement) { a.Events = events })
		for k := policy.Kind(1); int(k) <= len(policy.KindNames())+len(events); k++ {
			if got, err := p.ParseKind(p.KindName(k)); got != k || err != nil {
				t.Errorf("%q is %v, %v, want %v", p.KindName(k), got, err, k)
			}
		}
		for _, name := range []string{"", "Reported", "fixed", "own event 1", "vendor_asked ", "Kind(64)"} {
			got, err := p.ParseKind(name)
			var text *enum.Error
			if got != 0 || !errors.Is(err, policy.ErrKind) || !errors.As(err, &text) {
				t.Errorf("%q is %v, %v, want an ErrKind", name, got, err)
				continue
			}
			if diff := cmp.Diff(append(policy.KindNames(), events...), text.Known); diff != "" || text.Text != name {
				t.Errorf("%q: the names that there are (-want +got):\n%s", name, diff)
			}
		}
	}
	for name, want := range map[string]policy.Kind{"closed": policy.Closed, "vendor_asked": 0} {
		if got, _ := (&policy.Policy{}).ParseKind(name); got != want {
			t.Errorf("the zero Policy reads %q as %v", name, got)
		}
	}
}
