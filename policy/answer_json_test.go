package policy_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
)

// TestAppendAnswer compares answers byte for byte, with the order of their fields.
func TestAppendAnswer(t *testing.T) {
	plain := mustAcme(t, nil)
	full := mustAcme(t, func(a *policy.Agreement) {
		a.Metrics = a.Metrics[:1]
		a.Ladders = []policy.LevelLadder{{Level: "Mid", Ladder: escalation.Ladder{Calendar: a.Calendars["always"],
			Steps: []escalation.Step{{To: "Anna \"A\"", After: escalation.Delay{Time: 2 * hour}, Clause: "ACM-8"}}}}}
		a.Regions = &escalation.Regions{List: []escalation.Region{{Name: "Here", Calendar: a.Calendars["hours"]}}}
	})
	const readings = `"readings":{"acme.severity_change":"fair"}}`
	for _, c := range []struct {
		policy *policy.Policy
		id     string
		asOf   string
		at     string
		events []string
		want   string
	}{
		{plain, "", "2026-03-02T08:00:00Z", "02 08:00", []string{"02 09:00 reported Mid email"},
			`{"agreement":"acme","as_of":"2026-03-02T08:00:00Z","clocks":[],"escalation":[],` + readings},
		{plain, "T\n1", "2026-03-02T11:00:00+01:00", "02 10:00", []string{"02 09:00 reported High email"},
			`{"id":"T\n1","agreement":"acme","as_of":"2026-03-02T11:00:00+01:00","severity":"High","clocks":[` +
				`{"metric":"response","round":1,"severity":"High","target":"2h0m0s","calendar":"always","clause":"ACM-1","state":"waiting","waiting_for":"phone"},` +
				`{"metric":"plan","round":1,"severity":"High","target":"4h0m0s","calendar":"always","clause":"ACM-4","state":"waiting","waiting_for":"phone"}],` +
				`"escalation":[],` + readings},
		{full, "T", "2026-03-02T10:00:00Z", "02 10:00", []string{"02 09:00 reported Mid email", "02 09:30:00.5 responded"},
			`{"id":"T","agreement":"acme","as_of":"2026-03-02T10:00:00Z","severity":"Mid","clocks":[` +
				`{"metric":"response","round":1,"severity":"Mid","target":"4h0m0s","calendar":"hours","clause":"ACM-2",` +
				`"started":"2026-03-02T09:00:00Z","due":"2026-03-02T13:00:00Z","stopped":"2026-03-02T09:30:00.5Z","state":"met","elapsed":"30m0.5s","remaining":"3h29m59.5s","elapsed_wall":"30m0.5s"}],` +
				`"escalation":[{"step":1,"to":"Anna \"A\"","clause":"ACM-8","round":1,"at":"2026-03-02T11:00:00Z","state":"pending"}],` +
				`"ownership":[{"from":"2026-03-02T09:00:00Z","region":"Here"}],` +
				`"next":{"at":"2026-03-02T11:00:00Z","what":"escalation step 1"},` + readings},
	} {
		a, err := c.policy.Evaluate(parseEvents(t, c.policy, c.events...), parseAt(t, c.at))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff("before "+c.want, string(c.policy.AppendAnswer([]byte("before "), c.id, policy.Stamp{Text: c.asOf, Time: parseAt(t, c.at)}, &a))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// TestAppendAnswerAsOf: the instant is written as it was read, but a text that spells
// another instant, or none, is not written.
func TestAppendAnswerAsOf(t *testing.T) {
	p := mustAcme(t, nil)
	ten := parseAt(t, "02 10:00")
	for _, c := range []struct {
		asOf policy.Stamp
		want string
	}{
		{policy.Stamp{Text: "2026-03-02T11:00:00.0+01:00", Time: ten}, "2026-03-02T11:00:00.0+01:00"},
		{policy.Stamp{Text: "2026-03-02T10:00:00-00:00", Time: ten.In(time.FixedZone("", 3600))}, "2026-03-02T10:00:00-00:00"},
		{policy.Stamp{Time: ten}, "2026-03-02T10:00:00Z"},
		{policy.Stamp{Time: ten.In(time.FixedZone("", 3600))}, "2026-03-02T11:00:00+01:00"},
		{policy.Stamp{Text: "just before", Time: ten}, "2026-03-02T10:00:00Z"},
		{policy.Stamp{Text: `x","state":"met`, Time: ten}, "2026-03-02T10:00:00Z"},
		{policy.Stamp{Text: "2026-03-02T10:00:00", Time: ten}, "2026-03-02T10:00:00Z"},
		{policy.Stamp{Text: "2026-03-02T10:00:00.000000001Z", Time: ten}, "2026-03-02T10:00:00Z"},
		{policy.Stamp{}, "0001-01-01T00:00:00Z"},
	} {
		got := string(p.AppendAnswer(nil, "", c.asOf, new(policy.Answer)))
		want := `{"agreement":"acme","as_of":"` + c.want + `","clocks":[],"escalation":[],"readings":{"acme.severity_change":"fair"}}`
		if got != want {
			t.Errorf("%+v:\ngot  %s\nwant %s", c.asOf, got, want)
		}
	}
}

func TestAnswerTicket(t *testing.T) {
	p := mustAcme(t, nil)
	const line = `{"id":"T","agreement":"acme","events":[{"at":"2026-03-02T10:00:00+01:00","kind":"reported","severity":"low"}]}`
	const want = `{"id":"T","agreement":"acme","as_of":"2026-03-02T10:00:00+01:00","severity":"Low","clocks":[` +
		`{"metric":"response","round":1,"severity":"Low","target":"8h0m0s","calendar":"hours","clause":"ACM-3",` +
		`"started":"2026-03-02T09:00:00Z","due":"2026-03-02T17:00:00Z","state":"running","elapsed":"0s","remaining":"8h0m0s","elapsed_wall":"0s"}],` +
		`"escalation":[],"next":{"at":"2026-03-02T17:00:00Z","what":"response due"},"readings":{"acme.severity_change":"fair"}}`
	ticket := readTicket(t, line)
	got, err := p.AppendTicketAnswer(nil, ticket)
	if diff := cmp.Diff(want, string(got)); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	ticket.Agreement = "other"
	const other = `policy: agreement: "other" is not this agreement, acme`
	if got, err := p.AppendTicketAnswer([]byte("kept"), ticket); err == nil || err.Error() != other || !errors.Is(err, policy.ErrTicket) || string(got) != "kept" {
		t.Errorf("%s, %v", got, err)
	}
	late := readTicket(t, line)
	late.Events[0].At.Time = time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, wrong := range []*policy.Ticket{ticket, {Agreement: "acme"}, readTicket(t, strings.Replace(line, `"low"`, `"x"`, 1)), late} {
		if a, at, err := p.AnswerTicket(wrong); err == nil || at != (policy.Stamp{}) || a.Clocks != nil {
			t.Errorf("%v, %v, %v", a, at, err)
		}
	}
	none := &policy.Ticket{Agreement: "acme"}
	if got, err := p.AppendTicketAnswer([]byte("kept"), none); !errors.Is(err, policy.ErrEvents) || string(got) != "kept" {
		t.Errorf("%s, %v", got, err)
	}
}
