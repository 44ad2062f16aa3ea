package policy_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// FuzzTicketJSON reads any text as a ticket. A reader that is used again and one
// that is not read the same, whatever the former has read before; a ticket that is
// written with its fields in another order is the same ticket; and what is read is
// answered with JSON or refused with an error of a known kind.
func FuzzTicketJSON(f *testing.F) {
	for _, text := range []string{
		`{"id":"T-1","agreement":"acme","as_of":"2026-03-02T12:00:00Z","events":[{"at":"2026-03-02T09:00:00+01:00","kind":"reported","severity":"Mid","channel":"portal"}]}`,
		`{"agreement":"acme","readings":{"acme.severity_change":"fair"},"attributes":{"tier":"gold"},"events":[{"kind":"reported","at":"2026-03-02T09:00:00.000000001Z","severity":"High","channel":"email"},` +
			`{"at":"2026-03-02T09:00:00.000000001Z","kind":"contacted","channel":"phone"},{"at":"2026-03-03T09:00:00Z","kind":"severity_changed","severity":"Low"},{"at":"2026-03-04T09:00:00Z","kind":"info_requested"},` +
			`{"at":"2026-03-05T09:00:00Z","kind":"workaround_accepted"},{"at":"2026-03-06T09:00:00Z","kind":"resolved"},{"at":"2026-03-07T09:00:00Z","kind":"reopened"}]}`,
		`{"id":"\u00e9\ud83d\ude00","agreement":"a","customer":{"region":"EMEA","country":"DE","hub_holidays":{"US":"US"},"report_every":{"Crisis":"4h"},"zone":"UTC","product":"p","tier":"t","add_ons":["call-in"],"response_days":{"S1":1}},"events":[]}`,
		`{"agreement":"acme","events":[{"at":"9999-12-31T23:59:59Z","kind":"reported","severity":1},{"at":"0001-01-01T00:00:00Z","kind":"own"}]}`,
		`{"agreement":"acme","agreement":"b","events":[{"at":"2026-03-02","kind":"","severity":null}],"more":{}}`,
	} {
		f.Add([]byte(text))
	}
	p := mustAcme(f, nil)
	var used policy.TicketReader // by all inputs, one after the other
	f.Fuzz(func(t *testing.T, text []byte) {
		var one, other policy.Ticket
		err := one.UnmarshalJSON(text)
		if again := used.Read(&other, text); message(err) != message(again) {
			t.Fatalf("%s: %v, and by a reader %v", text, err, again)
		}
		if diff := cmp.Diff(one, other); diff != "" {
			t.Fatalf("%s is read otherwise by a reader:\n%s", text, diff)
		}
		if err != nil {
			var mistakes *policy.TicketError
			if !errors.Is(err, policy.ErrTicket) || !errors.As(err, &mistakes) || message(err) == "" {
				t.Fatalf("%s: %#v", text, err)
			}
			return
		}
		if err := other.UnmarshalJSON(reordered(t, text)); err != nil {
			t.Fatalf("%s is read once only: %v", text, err)
		}
		if diff := cmp.Diff(one, other); diff != "" {
			t.Fatalf("%s is read otherwise in another order:\n%s", text, diff)
		}
		events, err := p.Events(&one)
		if err != nil {
			if !errors.Is(err, policy.ErrEvents) {
				t.Fatalf("%s: %v", text, err)
			}
			return
		}
		asOf, ok := one.Instant()
		if !ok {
			return
		}
		a, err := p.Evaluate(events, asOf.Time)
		switch {
		case err == nil:
			if out := p.AppendAnswer(nil, one.ID, asOf, &a); !json.Valid(out) {
				t.Fatalf("%s is answered with %s", text, out)
			}
		case !errors.Is(err, policy.ErrEvents) && !errors.Is(err, calendar.ErrRange) && !errors.Is(err, calendar.ErrNeverOpen) && !errors.Is(err, calendar.ErrDate):
			t.Fatalf("%s: %v", text, err)
		}
	})
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
