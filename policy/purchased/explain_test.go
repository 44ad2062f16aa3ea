package purchased_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/purchased"
	"pgregory.net/rapid"
)

// TestPropReasonsAddUp: what is counted adds up to the elapsed time, what is
// ahead to what remains, the stretches follow one another without a gap, and
// asking for reasons changes nothing else.
func TestPropReasonsAddUp(t *testing.T) {
	policies := map[string]*policy.Policy{} // fingerprints are kept with their calendars
	rapid.Check(t, func(t *rapid.T) {
		line := ticketGen().Draw(t, "ticket").Line()
		var ticket policy.Ticket
		if err := ticket.UnmarshalJSON(line); err != nil {
			t.Fatal(err)
		}
		key := fmt.Sprint(ticket.Customer.AddOns, ticket.Readings)
		p := policies[key]
		if p == nil {
			var err error
			if p, err = purchased.New(ticket.Customer, ticket.Readings); err != nil {
				t.Fatal(err)
			}
			policies[key] = p
		}
		events, err := p.Events(&ticket)
		if err != nil {
			t.Fatal(err)
		}
		asOf, _ := ticket.Instant()
		plain, err := p.Evaluate(events, asOf.Time)
		if err != nil {
			t.Fatal(err)
		}
		told, err := p.Explain(events, asOf.Time)
		if err != nil {
			t.Fatal(err)
		}
		for i := range told.Clocks {
			checkReasons(t, told.Clocks[i])
			told.Clocks[i].Why = nil
		}
		a, b := p.AppendAnswer(nil, "", policy.Stamp{}, &plain), p.AppendAnswer(nil, "", policy.Stamp{}, &told)
		if string(a) != string(b) {
			t.Fatalf("with reasons %s\nwithout %s", b, a)
		}
	})
}

func checkReasons(t *rapid.T, c policy.Clock) {
	var counted, ahead time.Duration
	var at time.Time
	for _, s := range c.Why {
		from, ok := s.At.Get()
		until, stretch := s.Until.Get()
		if !ok || !stretch {
			continue
		}
		if !at.IsZero() && !at.Equal(from) {
			t.Errorf("a stretch ends at %v, the next begins at %v", at, from)
		}
		at = until
		d, ok := s.Amount.Get()
		if ok == (s.Kind == policy.StepClosed) {
			t.Errorf("step %q of %v to %v has an amount: %v", s.Kind, from, until, ok)
		}
		switch s.Kind {
		case policy.StepCounted:
			counted += d
		case policy.StepAhead:
			ahead += d
		}
	}
	if elapsed, ok := c.Elapsed.Get(); ok && elapsed != counted {
		t.Errorf("%s %d: elapsed %v, counted %v", c.Metric, c.Round, elapsed, counted)
	}
	if remaining, ok := c.Remaining.Get(); ok && max(remaining, 0) != ahead {
		t.Errorf("%s %d: remaining %v, ahead %v", c.Metric, c.Round, remaining, ahead)
	}
}

// TestReasons tells one computation in full: Severity 2, on the Thursday before
// Independence Day 2026, a Saturday that is kept on the Friday.
func TestReasons(t *testing.T) {
	var ticket policy.Ticket
	line := `{"agreement":"purchased","as_of":"2026-07-06T10:00:00-05:00","events":[{"at":"2026-07-02T17:00:00-05:00","kind":"reported","severity":"2","channel":"email"}]}`
	if err := ticket.UnmarshalJSON([]byte(line)); err != nil {
		t.Fatal(err)
	}
	p := mustNew(t)
	events, err := p.Events(&ticket)
	if err != nil {
		t.Fatal(err)
	}
	a, err := p.Explain(events, ticket.AsOf.Time)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range a.Clocks[0].Why {
		if s.Kind == policy.StepHours {
			s.By = "" // the fingerprint is calendar's to test
		}
		words := []string{string(s.Kind)}
		for _, m := range []calendar.Moment{s.At, s.Until} {
			if at, ok := m.Get(); ok {
				words = append(words, at.In(p.Location()).Format("01-02T15:04"))
			}
		}
		if d, ok := s.Amount.Get(); ok {
			words = append(words, d.String())
		}
		got = append(got, strings.TrimSpace(strings.Join(append(words, s.Text, s.By), " ")))
	}
	want := []string{
		"reading -05:00 purchased.zone",
		"reading state-closings purchased.holidays",
		"reading fair purchased.severity_change",
		"start 07-02T17:00 reported as 2 by email PUR-4",
		"target 07-06T13:00 2: 8h0m0s on business-hours PUR-4",
		"hours business-hours",
		"counted 07-02T17:00 07-02T20:00 3h0m0s",
		"closed 07-02T20:00 07-06T08:00 Independence Day, weekend",
		"counted 07-06T08:00 07-06T10:00 2h0m0s",
		"ahead 07-06T10:00 07-06T13:00 3h0m0s",
	}
	if diff := strings.Join(got, "\n"); diff != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", diff, strings.Join(want, "\n"))
	}
}
