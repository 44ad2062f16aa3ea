package policy_test

import (
	"errors"
	"testing"

	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// TestNilClock: of a nil Clock nothing is unknown.
func TestNilClock(t *testing.T) {
	if err := (*policy.Clock)(nil).Unknown(); err != nil {
		t.Error(err)
	}
}

// TestNil: a nil argument is an error of the package, not a panic.
func TestNil(t *testing.T) {
	var p *policy.Policy
	nine := parseAt(t, "02 09:00")
	ticket := readTicket(t, `{"agreement":"acme","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"Low","channel":"email"}]}`)
	const none = "policy: agreement: is missing; make the Policy with New"
	for _, c := range []struct {
		name string
		do   func() error
		kind error
		want string
	}{
		{"Evaluate", func() error { _, err := p.Evaluate(nil, nine); return err }, policy.ErrAgreement, none},
		{"EvaluateInto", func() error { return p.EvaluateInto(new(policy.Answer), nil, nine) }, policy.ErrAgreement, none},
		{"EvaluateInto, no answer", func() error { return p.EvaluateInto(nil, nil, nine) }, policy.ErrTicket, "policy: answer: is nil; give the Answer to write"},
		{"TicketReader.Read, no ticket", func() error { return new(policy.TicketReader).Read(nil, []byte("{}")) }, policy.ErrTicket, "policy: ticket: is nil; give the Ticket to read into"},
		{"TicketReader.Read, no reader", func() error { return (*policy.TicketReader)(nil).Read(new(policy.Ticket), []byte("{}")) },
			policy.ErrTicket, "policy: reader: is nil; a TicketReader needs nothing else: new(policy.TicketReader)"},
		{"Explain", func() error { _, err := p.Explain(nil, nine); return err }, policy.ErrAgreement, none},
		{"Progress", func() error { _, err := p.Progress(nil, nine, nine); return err }, policy.ErrAgreement, none},
		{"Due", func() error { _, err := p.Due("response", "Mid", nine); return err }, policy.ErrAgreement, none},
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
		{"Coverage.Decide", func() error { _, err := (*policy.Coverage)(nil).Decide(nil); return err },
			policy.ErrCoverage, "policy: coverage: must be made with NewCoverage"},
		{"Versions.Moving", func() error { _, err := (*policy.Versions)(nil).Moving(9); return err },
			policy.ErrAgreement, `policy: mode: "Mode(9)" is not a mode; use Fair, FromStart or FromChange`},
		{"Versions.Moving.InForce", func() error {
			moving, err := (*policy.Versions)(nil).Moving(severity.Fair)
			if err != nil {
				return err
			}
			_, err = moving.InForce(nine)
			return err
		}, policy.ErrEvents, `policy: reported: "2026-03-02T09:00:00Z" is before the agreement has any version`},
		{"ParseKind", func() error { _, err := p.ParseKind("x"); return err }, policy.ErrKind,
			`policy: kind: "x" is not a kind; write reported, registered, contacted, responded, updated, plan_provided, info_requested, ` +
				`info_received, customer_replied, workaround_accepted, development_required, forwarded, ` +
				`resolution_proposed, resolution_rejected, resolved, severity_changed, closed or reopened`},
		{"Events", func() error { _, err := p.Events(ticket); return err }, policy.ErrAgreement, none},
		{"History", func() error { _, err := p.History(nil, nine); return err }, policy.ErrAgreement, none},
		{"Occurrences", func() error { _, err := p.Occurrences(nil, nine, nine); return err }, policy.ErrAgreement, none},
		{"Versions.InForce", func() error { _, err := (*policy.Versions)(nil).InForce(nine); return err },
			policy.ErrEvents, `policy: reported: "2026-03-02T09:00:00Z" is before the agreement has any version`},
	} {
		if err := c.do(); !errors.Is(err, c.kind) || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
	var coverage *policy.Coverage
	if facts, rules := coverage.Facts(), coverage.Rules(); facts != nil || rules != nil {
		t.Errorf("a nil Coverage has facts %v, rules %v", facts, rules)
	}
	if moving, err := (*policy.Versions)(nil).Moving(severity.Fair); err != nil || moving == nil {
		t.Errorf("nil Versions: %v, %v", moving, err)
	}
	if reasons := policy.ClosedReasons(nil, nine, nine.Add(hour)); reasons != nil {
		t.Errorf("no calendar is closed for %v", reasons)
	}
}

// TestNilPolicy: a nil Policy says about itself what the zero Policy says.
func TestNilPolicy(t *testing.T) {
	for name, p := range map[string]*policy.Policy{"nil": nil, "zero": new(policy.Policy)} {
		kind, err := p.ParseKind("closed")
		a := p.Agreement()
		owner := &escalation.Owner{Region: "EMEA", Cause: "reported"}
		switch {
		case p.Name() != "" || p.String() != "" || p.Scale() != nil || p.Scale().Len() != 0:
			t.Errorf("%s: %q, %q, %v", name, p.Name(), p, p.Scale())
		case p.Location().String() != "UTC":
			t.Errorf("%s: in %v", name, p.Location())
		case p.Choices() != nil || p.Owned() || p.Moves() != nil:
			t.Errorf("%s: %v, %v, %v", name, p.Choices(), p.Owned(), p.Moves())
		case a.Name != "" || a.Scale != nil || a.Metrics != nil:
			t.Errorf("%s: made of %v", name, a)
		case p.KindName(policy.Closed) != "closed" || kind != policy.Closed || err != nil:
			t.Errorf("%s: %q, %v, %v", name, p.KindName(policy.Closed), kind, err)
		case p.WhyOwner(nil) != nil || p.WhyOwner(owner) != nil:
			t.Errorf("%s: %v owns a ticket because %v", name, owner, p.WhyOwner(owner))
		}
	}
	p := mustAcme(t, nil)
	if why := p.WhyOwner(nil); why != nil {
		t.Errorf("nobody owns a ticket because %v", why)
	}
	if why := p.WhyOwner(&escalation.Owner{Region: "EMEA", Cause: "reported"}); why != nil {
		t.Errorf("without ownership: %v", why)
	}
}

// TestReleasePolicy_AppendAnswerNil: what is nil is written as its zero value.
func TestReleasePolicy_AppendAnswerNil(t *testing.T) {
	const zero = `{"agreement":"","on":"0001-01-01","releases":[]}`
	list, answer := new(policy.ReleaseList), new(policy.ReleaseAnswer)
	for name, got := range map[string][]byte{
		"nothing": new(policy.ReleasePolicy).AppendAnswer(nil, list, answer),
		"policy":  (*policy.ReleasePolicy)(nil).AppendAnswer(nil, list, answer),
		"list":    new(policy.ReleasePolicy).AppendAnswer(nil, nil, answer),
		"answer":  new(policy.ReleasePolicy).AppendAnswer(nil, list, nil),
	} {
		if string(got) != zero {
			t.Errorf("nil %s: %s, want %s", name, got, zero)
		}
	}
}

// TestReadReleases_Nil: a nil agreement is not one of those that a list can name.
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
