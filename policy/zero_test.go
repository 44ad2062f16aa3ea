package policy_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
)

// TestZeroValues: a value that a caller has not filled in gives an error that says so, and
// never a panic.
func TestZeroValues(t *testing.T) {
	version, err := lifecycle.Scheme{}.Parse("1.0")
	if err != nil {
		t.Fatal(err)
	}
	var today calendar.Date
	list := &policy.ReleaseList{On: today, Releases: []policy.ListedRelease{{Release: lifecycle.Release{Version: version, Released: today}}}}
	ticket := readTicket(t, `{"agreement":"acme","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"Low","channel":"email"}]}`)
	p := mustAcme(t, nil)
	for _, tt := range []struct {
		name string
		do   func() error
		kind error
		want string
	}{
		{"Agreement", func() error { _, err := policy.New(policy.Agreement{}); return err },
			policy.ErrAgreement, "policy: name: is missing\npolicy: scale: is missing; an agreement has at least one level\npolicy: location: is missing; answers are printed in it"},
		{"Policy", func() error { _, err := new(policy.Policy).Evaluate(nil, ticket.Events[0].At.Time); return err },
			policy.ErrAgreement, "policy: agreement: is missing; make the Policy with New"},
		{"Ticket", func() error { _, err := p.AppendTicketAnswer(nil, &policy.Ticket{Agreement: "acme"}); return err },
			policy.ErrEvents, "policy: events: a ticket has at least the event reported"},
		{"Case", func() error { _, err := p.Evaluate(policy.Case{}.Events, policy.Case{}.AsOf); return err },
			policy.ErrEvents, "policy: events: a ticket has at least the event reported"},
		{"Event", func() error { _, err := p.Evaluate([]policy.Event{{}}, policy.Case{}.AsOf); return err },
			policy.ErrEvents, "policy: events[0].kind: is missing; write the kind of event"},
		{"Reading", func() error { _, err := policy.Choose([]policy.Reading{{Name: "acme.x"}}, nil); return err },
			policy.ErrReading, `policy: readings[acme.x].values: are missing; write them, the default first`},
		{"Reading of Alternatives", func() error {
			_, err := policy.Alternatives([]policy.Reading{{Name: "acme.x", Tickets: true}}, ticket, withReadings)
			return err
		}, policy.ErrReading, `policy: readings[acme.x].values: are missing; write them, the default first`},
		{"ReleasePolicy", func() error { _, err := new(policy.ReleasePolicy).Answer(list); return err },
			policy.ErrAgreement, "policy: rule: is missing; an agreement says how long its releases are supported"},
		{"ListedRelease", func() error {
			p := policy.ReleasePolicy{Rule: func(string, policy.Choices) lifecycle.Rule { return lifecycle.Rule{Support: lifecycle.Own{}} }}
			_, err := p.Answer(&policy.ReleaseList{Releases: make([]policy.ListedRelease, 1)})
			return err
		}, lifecycle.ErrReleases, `lifecycle: releases[0]: "" has no version; parse one by a scheme`},
		{"Version", func() error { _, err := policy.NewVersions(policy.Version{}); return err },
			policy.ErrAgreement, `policy: versions: "0001-01-01T00:00:00Z" has no policy; make it with New`},
		{"Versions", func() error { _, err := new(policy.Versions).InForce(ticket.Events[0].At.Time); return err },
			policy.ErrEvents, `policy: reported: "2026-03-02T09:00:00Z" is before the agreement has any version`},
		{"TicketError", func() error { return new(policy.TicketError) }, policy.ErrTicket, "policy: invalid ticket"},
		{"ReleaseListError", func() error { return new(policy.ReleaseListError) }, policy.ErrReleaseList, "policy: invalid list of releases"},
	} {
		err := tt.do()
		if err == nil || !errors.Is(err, tt.kind) {
			t.Errorf("%s: %v, want an error of kind %v", tt.name, err, tt.kind)
			continue
		}
		if diff := cmp.Diff(tt.want, err.Error()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}
