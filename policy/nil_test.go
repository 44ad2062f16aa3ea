package policy_test

import (
	"errors"
	"testing"

	"github.com/slaclock/slaclock/policy"
)

// TestNil: what is given as nil is an error of the package, and no panic.
func TestNil(t *testing.T) {
	var p *policy.Policy
	nine := parseAt(t, "02 09:00")
	ticket := readTicket(t, `{"agreement":"acme","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"Low","channel":"email"}]}`)
	const none = "policy: agreement: is none; make the Policy with New"
	for _, c := range []struct {
		name string
		do   func() error
		kind error
		want string
	}{
		{"Evaluate", func() error { _, err := p.Evaluate(nil, nine); return err }, policy.ErrAgreement, none},
		{"Explain", func() error { _, err := p.Explain(nil, nine); return err }, policy.ErrAgreement, none},
		{"Progress", func() error { _, err := p.Progress(nil, nine, nine); return err }, policy.ErrAgreement, none},
		{"Due", func() error { _, err := p.Due("response", "Mid", nine); return err }, policy.ErrMetric, none},
		{"EvaluateAll", func() (err error) {
			for _, err = range p.EvaluateAll(func(yield func(policy.Case) bool) { yield(policy.Case{}) }, 1) {
			}
			return err
		}, policy.ErrAgreement, none},
		{"AppendTicketAnswer of the zero Policy", func() error { _, err := new(policy.Policy).AppendTicketAnswer(nil, ticket); return err }, policy.ErrAgreement, none},
		{"Alternatives, nobody makes one", func() error { _, err := policy.Alternatives(acmeReadings(), ticket, nil); return err },
			policy.ErrAgreement, "policy: with: is nil; give the function that makes the agreement"},
		{"Alternatives, none is made", func() error {
			_, err := policy.Alternatives(acmeReadings(), ticket, func(policy.Customer, map[string]string) (*policy.Policy, error) { return nil, nil })
			return err
		}, policy.ErrAgreement, "policy: with: made no Policy, and gave no error"},
		{"Alternatives, no ticket", func() error { _, err := policy.Alternatives(acmeReadings(), nil, withReadings); return err },
			policy.ErrTicket, "policy: ticket: is nil"},
		{"ReleasePolicy.Answer", func() error { _, err := (*policy.ReleasePolicy)(nil).Answer(nil); return err },
			policy.ErrAgreement, "policy: rule: is missing; an agreement says how long its releases are supported"},
		{"ReleasePolicy.Answer, no list", func() error { _, err := releasePolicies()[0].Answer(nil); return err },
			policy.ErrReleaseList, "policy: list: is nil; read one with ReadReleases"},
		{"Versions.InForce", func() error { _, err := (*policy.Versions)(nil).InForce(nine); return err },
			policy.ErrEvents, `policy: reported: "2026-03-02T09:00:00Z" is before the agreement has any version`},
	} {
		if err := c.do(); !errors.Is(err, c.kind) || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
	if reasons := policy.ClosedReasons(nil, nine, nine.Add(hour)); reasons != nil {
		t.Errorf("no calendar is closed for %v", reasons)
	}
}

// TestReadReleases_Nil: an agreement that is nil is none of those that a list can name.
func TestReadReleases_Nil(t *testing.T) {
	const list = `{"agreement":"portx","on":"2026-01-01","releases":[{"version":"1.0","released":"2025-01-01"}]}`
	of := append([]*policy.ReleasePolicy{nil}, releasePolicies()...)
	read, p, err := policy.ReadReleases([]byte(list), of)
	if err != nil || p == nil || p.Agreement != "portx" || len(read.Releases) != 1 || of[0] != nil {
		t.Errorf("%v, %v, %v", read, p, err)
	}
	if _, p, err := policy.ReadReleases([]byte(list), []*policy.ReleasePolicy{nil}); !errors.Is(err, policy.ErrReleaseList) || p != nil {
		t.Errorf("%v, %v", p, err)
	}
}
