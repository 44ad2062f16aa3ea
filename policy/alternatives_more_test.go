package policy_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
)

// differing names the readings of Cumulocity that matter to a ticket, and the clocks whose
// due times depend on them.
func differing(t *testing.T, line string) (readings, clocks []string) {
	t.Helper()
	ticket := readTicket(t, line)
	all, err := policy.Alternatives(cumulocity.Readings(), ticket, cumulocity.New)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all[0].Choices {
		readings = append(readings, c.Name)
	}
	for _, d := range policy.Deadlines(all) {
		clocks = append(clocks, d.Metric)
	}
	return readings, clocks
}

// TestAlternativesOfOwners: at Christmas the hubs that keep the customer's holidays are
// closed under one reading and open under the other, so that the owners differ, and
// nothing else does.
func TestAlternativesOfOwners(t *testing.T) {
	readings, clocks := differing(t, `{"agreement":"cumulocity","as_of":"2026-12-25T18:00:00+01:00","customer":{"region":"EMEA","country":"DE"},"events":[`+
		`{"at":"2026-12-25T10:00:00+01:00","kind":"reported","severity":"Crisis","channel":"phone"}]}`)
	if !slices.Contains(readings, "cumulocity.other_hubs") || clocks != nil {
		t.Errorf("%v matter, and %v differ", readings, clocks)
	}
}

// TestAlternativesOfZones: the same due time in another zone is the same due time. A
// target round the clock has one whatever zone the region is in.
func TestAlternativesOfZones(t *testing.T) {
	_, clocks := differing(t, `{"agreement":"cumulocity","as_of":"2026-07-01T12:00:00+02:00","customer":{"region":"EMEA","country":"DE"},"events":[`+
		`{"at":"2026-07-01T12:00:00+02:00","kind":"reported","severity":"Crisis","channel":"phone"}]}`)
	if clocks != nil {
		t.Errorf("%v differ", clocks)
	}
}

// TestStampWithoutText: a ticket that a program has made from instants alone is answered
// for its own instant, or else for its latest event, which need not be listed last.
func TestStampWithoutText(t *testing.T) {
	p := mustAcme(t, nil)
	nine := parseAt(t, "02 09:00")
	mid := "Mid"
	ticket := policy.Ticket{Agreement: "acme", Events: []policy.TicketEvent{
		{At: policy.Stamp{Time: nine.Add(2 * time.Hour)}, Kind: policy.Updated},
		{At: policy.Stamp{Time: nine}, Kind: policy.Reported, Severity: &mid, Channel: policy.Email},
	}}
	for _, row := range []struct {
		asOf policy.Stamp
		want string
	}{
		{policy.Stamp{}, "2026-03-02T11:00:00Z"},
		{policy.Stamp{Time: nine.Add(time.Hour)}, "2026-03-02T10:00:00Z"},
		{policy.Stamp{Text: "2026-03-02T11:00:00+01:00", Time: nine.Add(time.Hour)}, "2026-03-02T11:00:00+01:00"},
	} {
		ticket.AsOf = row.asOf
		at, ok := ticket.Instant()
		if !ok || at.String() != row.want {
			t.Errorf("%v: %v, %v, want %s", row.asOf, at, ok, row.want)
		}
		a, as, err := p.AnswerTicket(&ticket)
		if err != nil || as != at || len(a.Clocks) == 0 || a.Clocks[0].State == policy.Waiting {
			t.Errorf("as of %v, want %v: %+v, %v", as, at, a, err)
		}
	}
	ticket.AsOf, ticket.Events = policy.Stamp{}, nil
	if at, ok := ticket.Instant(); ok {
		t.Errorf("a ticket without events has the instant %v", at)
	}
}

// TestErrorsOfOtherPackages: what package escalation finds wrong with an agreement can
// be told apart by its own kinds of error, and its place is one in the agreement.
func TestErrorsOfOtherPackages(t *testing.T) {
	for _, row := range []struct {
		edit func(*policy.Agreement)
		kind error
		want string
	}{
		{func(a *policy.Agreement) {
			a.Ladders = []policy.LevelLadder{{Level: "Mid", Ladder: escalation.Ladder{Calendar: a.Calendars["hours"], Steps: []escalation.Step{{To: "Anna", Clause: "ACM-8", After: escalation.Delay{Time: -1}}}}}}
		}, escalation.ErrLadder, `policy: ladders[0].ladder.steps[0].after: "-1ns" is negative; a step comes at the start or later`},
		{func(a *policy.Agreement) {
			a.Regions = &escalation.Regions{List: []escalation.Region{{Calendar: a.Calendars["hours"]}}}
		}, escalation.ErrRegions, "policy: regions[0].name: is missing"},
		{func(a *policy.Agreement) {
			a.Regions = &escalation.Regions{List: []escalation.Region{{Name: "EU", Calendar: a.Calendars["hours"]}}, Default: 1}
		}, escalation.ErrRegions, `policy: regions.default: "1" is not the index of one of 1 regions`},
	} {
		a, err := acme()
		if err != nil {
			t.Fatal(err)
		}
		row.edit(&a)
		_, err = policy.New(a)
		if !errors.Is(err, row.kind) || !errors.Is(err, policy.ErrAgreement) {
			t.Errorf("%v is of another kind", err)
			continue
		}
		if diff := cmp.Diff(row.want, err.Error()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
