package policytest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
	"pgregory.net/rapid"
)

// fails returns what a check stops a test with, or nothing. It tries some cases.
func fails(t *testing.T, check func(*rapid.T)) (text string) {
	t.Helper()
	for seed := 0; seed < 200 && text == ""; seed++ {
		rapid.Custom(func(r *rapid.T) bool {
			defer func() {
				switch stopped := recover(); fmt.Sprintf("%T", stopped) {
				case "<nil>":
				case "rapid.stopTest": // the type of what FailNow stops with
					text = fmt.Sprint(stopped)
				default:
					t.Errorf("%v", stopped)
				}
			}()
			_ = rapid.Bool().Draw(r, "something") // which rapid asks for of every case
			check(r)
			return true
		}).Example(seed)
	}
	return text
}

// ticket is a small agreement's, of 9:00, as of noon.
func ticket(t *testing.T, p *policy.Policy, first policy.Kind) policy.Case {
	t.Helper()
	level, err := p.Scale().Parse("high")
	if err != nil {
		t.Fatal(err)
	}
	e := policy.Event{At: at(9).Time(), Kind: first}
	if first == policy.Reported {
		e.Severity, e.Channel = level, policy.Phone
	}
	return policy.Case{Events: []policy.Event{e}, AsOf: at(12).Time()}
}

// TestSmallAgreementKeepsTheLaws: whatever stops its clock, be it a change of severity,
// which is the event that SplitReplay takes for one that does nothing.
func TestSmallAgreementKeepsTheLaws(t *testing.T) {
	for _, stop := range []policy.Kind{policy.Responded, policy.SeverityChanged} {
		p := small(t, stop, false)
		l := ticket(t, p, policy.Reported)
		for _, law := range AllLaws() {
			if text := fails(t, func(t *rapid.T) { law.Check(t, p, l) }); text != "" {
				t.Errorf("stopped by %v: %s: %q", stop, law.Name, text)
			}
		}
	}
}

// TestBrokenLawTellsTheTicket: what is printed of a broken law is its reason and the ticket.
func TestBrokenLawTellsTheTicket(t *testing.T) {
	p := small(t, policy.Responded, false)
	l := ticket(t, p, policy.Reported)
	text := fails(t, func(t *rapid.T) { broken(t, p, l, "%d of %d", 1, 2) })
	if want := "1 of 2\n" + Line(p, l); text != want || !strings.Contains(text, `{"agreement":"small","as_of":"2026-03-02T12:00:00Z"`) {
		t.Errorf("%s\nwant\n%s", text, want)
	}
}

// TestTicketThatIsRefused: a law is broken by a ticket that the agreement does not
// take, since the generator makes none.
func TestTicketThatIsRefused(t *testing.T) {
	p := small(t, policy.Responded, false)
	l := ticket(t, p, policy.Registered) // without a report
	for name, check := range map[string]func(*rapid.T){
		"Evaluate":    func(t *rapid.T) { statesAreTrue(t, p, l) },
		"Occurrences": func(t *rapid.T) { occurrences(t, p, l.Events, l.AsOf, l.AsOf.Add(time.Hour)) },
	} {
		text := fails(t, check)
		if !strings.HasPrefix(text, "error: policy: events") || !strings.Contains(text, `"kind":"registered"`) {
			t.Errorf("%s: %q", name, text)
		}
	}
}

// TestSame: two answers that differ are both told.
func TestSame(t *testing.T) {
	p := small(t, policy.Responded, false)
	l := ticket(t, p, policy.Reported)
	now, err := p.Evaluate(l.Events, l.AsOf)
	if err != nil {
		t.Fatal(err)
	}
	before, err := p.Evaluate(l.Events, at(9).Time())
	if err != nil {
		t.Fatal(err)
	}
	if text := fails(t, func(t *rapid.T) { same(t, p, l, "twice the same", now, now) }); text != "" {
		t.Error(text)
	}
	text := fails(t, func(t *rapid.T) { same(t, p, l, "now and before", now, before) })
	for _, part := range []string{"now and before\n", `"state":"breached"`, `"state":"running"`, Line(p, l)} {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in\n%s", part, text)
		}
	}
}
