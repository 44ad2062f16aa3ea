package policy_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

func TestChoose(t *testing.T) {
	for _, c := range []struct {
		given  map[string]string
		change string // the value of acme.severity_change
		term   string // that of acme.term
		err    string
	}{
		{nil, "fair", "year", ""},
		{map[string]string{"acme.severity_change": "from_start"}, "from_start", "year", ""},
		{map[string]string{"acme.term": "month", "acme.severity_change": "fair"}, "fair", "month", ""},
		{map[string]string{"acme.zone": "UTC"}, "", "", `policy: readings[acme.zone]: is not a reading of this agreement; write acme.severity_change or acme.term`},
		{map[string]string{"acme.term": "week"}, "", "", `policy: readings[acme.term]: "week" is not a value of this reading; write year or month`},
		{map[string]string{"acme.term": ""}, "", "", `policy: readings[acme.term]: is empty; write year or month`},
		{map[string]string{"b": "1", "a": "2"}, "", "", "policy: readings[a]: is not a reading of this agreement; write acme.severity_change or acme.term\n" +
			"policy: readings[b]: is not a reading of this agreement; write acme.severity_change or acme.term"},
		{map[string]string{"a b": "2", "acme.term": "week", "acme.severity_change": "Fair"}, "", "", "policy: readings[\"a b\"]: is not a reading of this agreement; write acme.severity_change or acme.term\n" +
			"policy: readings[acme.severity_change]: \"Fair\" is not a value of this reading; write fair, from_start or from_change\n" +
			"policy: readings[acme.term]: \"week\" is not a value of this reading; write year or month"},
	} {
		choices, err := policy.Choose(acmeReadings(), c.given)
		if c.err != "" {
			if err == nil || err.Error() != c.err || !errors.Is(err, policy.ErrReading) || choices != nil {
				t.Errorf("got  %v\nwant %s", err, c.err)
			}
			continue
		}
		if err != nil || choices.Value("acme.severity_change") != c.change || choices.Value("acme.term") != c.term || choices.Value("acme.zone") != "" {
			t.Errorf("%v gives %v, %v", c.given, choices, err)
		}
		if tickets := choices.ForTickets(); len(choices) != 2 || len(tickets) != 1 || tickets[0].Name != "acme.severity_change" {
			t.Errorf("of %v the tickets' are %v", choices, tickets)
		}
	}
}

// withReadings makes acme under a choice of its readings.
func withReadings(_ policy.Customer, given map[string]string) (*policy.Policy, error) {
	a, err := acme()
	if err != nil {
		return nil, err
	}
	if a.Choices, err = policy.Choose(acmeReadings(), given); err != nil {
		return nil, err
	}
	if a.SeverityChange, err = severity.ParseMode(a.Choices.Value("acme.severity_change")); err != nil {
		return nil, err
	}
	return policy.New(a)
}

// TestAlternatives: Low at 09:00, Mid at 16:00: due at 17:00, at 13:00, or on
// Tuesday at noon.
func TestAlternatives(t *testing.T) {
	ticket := readTicket(t, `{"agreement":"acme","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"Low","channel":"email"},
		{"at":"2026-03-02T16:00:00Z","kind":"severity_changed","severity":"Mid"}]}`)
	all, err := policy.Alternatives(acmeReadings(), ticket, withReadings)
	if err != nil {
		t.Fatal(err)
	}
	var got [][]string
	for _, a := range all {
		got = append(got, append([]string{a.Choices.Value("acme.severity_change")}, lines(&a.Answer)[0]))
	}
	want := [][]string{
		{"fair", "response 1 Mid running from 02 09:00 due 02 17:00 7h0m0s gone 1h0m0s left ACM-2"},
		{"from_start", "response 1 Mid breached from 02 09:00 due 02 13:00 7h0m0s gone -3h0m0s left ACM-2"},
		{"from_change", "response 1 Mid running from 02 09:00 due 03 12:00 7h0m0s gone 4h0m0s left ACM-2"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var deadlines []string
	for _, d := range policy.Deadlines(all) {
		text := d.Metric
		for _, m := range d.Due {
			text += " " + short(m.Time())
		}
		deadlines = append(deadlines, text)
	}
	if diff := cmp.Diff([]string{"response 02 17:00 02 13:00 03 12:00"}, deadlines); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// Without the change no reading matters, and no deadline differs.
	ticket.Events = ticket.Events[:1]
	all, err = policy.Alternatives(acmeReadings(), ticket, withReadings)
	if err != nil || len(all) != 1 || len(all[0].Choices) != 0 || len(policy.Deadlines(all)) != 0 {
		t.Errorf("without a change: %v, %v", all, err)
	}
	none := "policy: readings[x]: is not a reading of this agreement, which has none"
	if _, err := policy.Choose(nil, map[string]string{"x": ""}); !errors.Is(err, policy.ErrReading) || err.Error() != none {
		t.Errorf("got %v, want %s", err, none)
	}
	many := make([]policy.Reading, 13)
	for i := range many {
		many[i] = policy.Reading{Name: string(rune('a' + i)), Values: []string{"1", "2"}, Tickets: true}
	}
	if _, err := policy.Alternatives(many, ticket, withReadings); !errors.Is(err, policy.ErrReading) || err.Error() != "policy: readings: have too many combinations; ask with readings that have at most 4096" {
		t.Errorf("of 8192 combinations: %v", err)
	}
}
