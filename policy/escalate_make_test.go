package policy_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
)

// An ev is an event of a test's ticket: an instant as instantOf reads it, a kind
// and, where it carries one, a severity or a channel.
type ev struct{ at, kind, what string }

// instantOf reads an instant: RFC 3339, or a wall-clock time in Berlin such as
// "2026-03-02 09:00".
func instantOf(t testing.TB, s string) time.Time {
	t.Helper()
	if at, err := time.Parse(time.RFC3339Nano, s); err == nil {
		return at
	}
	at, err := time.ParseInLocation("2006-01-02 15:04:05.999999999", s, inBerlin(t))
	if err != nil {
		if at, err = time.ParseInLocation("2006-01-02 15:04", s, inBerlin(t)); err != nil {
			t.Fatal(err)
		}
	}
	return at
}

func inBerlin(t testing.TB) *time.Location {
	t.Helper()
	loc, err := calendar.Zone("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// cumulocityFor makes the agreement for a customer and readings given as pairs.
func cumulocityFor(t testing.TB, region, country string, readings ...string) *policy.Policy {
	t.Helper()
	picked := map[string]string{}
	for i := 0; i < len(readings); i += 2 {
		picked[readings[i]] = readings[i+1]
	}
	p, err := cumulocity.New(policy.Customer{Region: region, Country: country}, picked)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// escalationEvents makes events of an agreement.
func escalationEvents(t testing.TB, p *policy.Policy, list []ev) []policy.Event {
	t.Helper()
	var out []policy.Event
	for _, e := range list {
		kind, err := policy.ParseKind(e.kind)
		if err != nil {
			t.Fatal(err)
		}
		event := policy.Event{At: instantOf(t, e.at), Kind: kind}
		switch kind {
		case policy.Reported:
			event.Channel = policy.Phone
			if severity, ok := cutPortal(e.what); ok {
				event.Channel, e.what = policy.Portal, severity
			}
			fallthrough
		case policy.SeverityChanged:
			if event.Severity, err = p.Scale().Parse(e.what); err != nil {
				t.Fatal(err)
			}
		}
		out = append(out, event)
	}
	return out
}

// cutPortal reads "Crisis by portal"; a report is by telephone otherwise.
func cutPortal(s string) (string, bool) {
	const suffix = " by portal"
	if len(s) > len(suffix) && s[len(s)-len(suffix):] == suffix {
		return s[:len(s)-len(suffix)], true
	}
	return s, false
}

// evaluateAt answers for an instant.
func evaluateAt(t testing.TB, p *policy.Policy, list []ev, asOf string) policy.Answer {
	t.Helper()
	a, err := p.Evaluate(escalationEvents(t, p, list), instantOf(t, asOf))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// stepTexts lists the steps of an answer in a few words each: "reached 03-03 09:00".
func stepTexts(t testing.TB, a policy.Answer) []string {
	t.Helper()
	var out []string
	for _, r := range a.Escalation {
		text := r.State.String()
		switch at, ok := r.At.Get(); {
		case ok:
			layout := "01-02 15:04"
			if at.Second() != 0 || at.Nanosecond() != 0 {
				layout = "01-02 15:04:05.999999999"
			}
			text += " " + at.In(inBerlin(t)).Format(layout)
		case r.At.Unknown() != nil:
			text += " unknown"
		}
		out = append(out, text)
	}
	return out
}

// ownerTexts lists the owners of an answer, in UTC: "01-14 07:00 EMEA".
func ownerTexts(rows []escalation.Owner) []string {
	var out []string
	for _, o := range rows {
		out = append(out, o.From.UTC().Format("01-02 15:04 ")+o.Region)
	}
	return out
}
