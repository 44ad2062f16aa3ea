package policytest_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/policytest"
	"pgregory.net/rapid"
)

// mustMake makes one of the agreements.
func mustMake(t testing.TB, name string) *policy.Policy {
	t.Helper()
	for _, a := range agreements() {
		if a.name != name {
			continue
		}
		p, err := a.make(a.customer, a.readings)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	t.Fatalf("no agreement %q", name)
	return nil
}

// TestPropLineIsATicket: what Line writes is read as the same ticket.
func TestPropLineIsATicket(t *testing.T) {
	p := mustMake(t, "purchased-new-york")
	rapid.Check(t, func(t *rapid.T) {
		want := policytest.Timelines(p).Draw(t, "ticket")
		var ticket policy.Ticket
		if err := ticket.UnmarshalJSON([]byte(policytest.Line(p, want))); err != nil {
			t.Fatal(err)
		}
		events, err := p.Events(&ticket)
		if err != nil {
			t.Fatal(err)
		}
		if asOf, _ := ticket.Instant(); !asOf.Time.Equal(want.AsOf) || len(events) != len(want.Events) {
			t.Fatalf("as_of %v, %d events", asOf, len(events))
		}
		for i, e := range want.Events {
			at := events[i].At
			if events[i].At = e.At; events[i] != e || !at.Equal(e.At) {
				t.Errorf("event %d is %v at %v, want %v at %v", i, events[i], at, e, e.At)
			}
		}
		if ticket.Agreement != p.Name() || ticket.Readings["purchased.severity_change"] != "from_change" || len(ticket.Readings) != 3 {
			t.Errorf("agreement %s, readings %v", ticket.Agreement, ticket.Readings)
		}
	})
}

// TestTimelinesCrowd: among a few hundred tickets there are many of each kind
// that goes wrong.
func TestTimelinesCrowd(t *testing.T) {
	p := mustMake(t, "cumulocity")
	const n = 200
	found := map[string]int{}
	timelines := policytest.Timelines(p)
	for seed := range n {
		l := timelines.Example(seed)
		has := map[string]bool{}
		for i, e := range l.Events {
			has["asked before an event"] = has["asked before an event"] || l.AsOf.Before(e.At)
			for _, other := range l.Events[:i] {
				has["equal instants"] = has["equal instants"] || e.At.Equal(other.At)
				has["out of order"] = has["out of order"] || e.At.Before(other.At)
				has["a nanosecond apart"] = has["a nanosecond apart"] || e.At.Sub(other.At).Abs() == 1
			}
		}
		a, err := p.Evaluate(l.Events, l.AsOf)
		if err != nil {
			t.Fatal(err)
		}
		for i := range a.Clocks {
			has[a.Clocks[i].State.String()] = true
			has["a second round"] = has["a second round"] || a.Clocks[i].Round > 1
			due, ok := a.Clocks[i].Due.Get()
			if !ok {
				continue
			}
			for _, at := range append([]policy.Event{{At: l.AsOf}}, l.Events...) {
				switch at.At.Sub(due) {
				case 0:
					has["at a due instant"] = true
				case -1, time.Nanosecond:
					has["beside a due instant"] = true
				}
			}
		}
		for what, yes := range has {
			if yes {
				found[what]++
			}
		}
	}
	for _, what := range []string{"asked before an event", "equal instants", "out of order", "a nanosecond apart", "at a due instant", "beside a due instant",
		"a second round", "waiting", "running", "met", "breached", "cancelled"} {
		if found[what] < n/40 {
			t.Errorf("%d tickets of %d have %s", found[what], n, what)
		}
	}
	t.Log(found)
}

func TestLawsAreNamed(t *testing.T) {
	seen := map[string]bool{}
	for _, law := range policytest.AllLaws() {
		if law.Name == "" || law.Says == "" || law.Check == nil || seen[law.Name] {
			t.Errorf("law %q: has no name, no words or no check, or is there twice", law.Name)
		}
		seen[law.Name] = true
	}
}
