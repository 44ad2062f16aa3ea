package policy_test

import (
	"errors"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// TestVersionsFor: the version is that of the report, wherever the report is in the list
// and whatever comes later; the error for wrong events is that of an answer.
func TestVersionsFor(t *testing.T) {
	begins := time.Date(2026, time.July, 1, 0, 0, 0, 0, time.UTC)
	a, err := acme()
	if err != nil {
		t.Fatal(err)
	}
	old, err1 := policy.New(a)
	renewed, err2 := policy.New(a)
	v, err3 := policy.NewVersions(policy.Version{From: begins, Policy: renewed}, policy.Version{From: begins.AddDate(-2, 0, 0), Policy: old})
	if err := errors.Join(err1, err2, err3); err != nil {
		t.Fatal(err)
	}
	mid, err := a.Scale.Parse("Mid")
	if err != nil {
		t.Fatal(err)
	}
	report := func(at time.Time) policy.Event {
		return policy.Event{At: at, Kind: policy.Reported, Severity: mid, Channel: policy.Email}
	}
	closed := func(at time.Time) policy.Event { return policy.Event{At: at, Kind: policy.Closed} }
	for _, row := range []struct {
		name   string
		events []policy.Event
		want   *policy.Policy
		err    string
	}{
		{"the first", []policy.Event{report(begins.AddDate(-2, 0, 0))}, old, ""},
		{"just before the second", []policy.Event{report(begins.Add(-1)), closed(begins)}, old, ""},
		{"at its beginning", []policy.Event{report(begins)}, renewed, ""},
		{"in any order", []policy.Event{closed(begins.AddDate(1, 0, 0)), report(begins.Add(-1))}, old, ""},
		{"before all", []policy.Event{report(begins.AddDate(-2, 0, 0).Add(-1))}, nil,
			`policy: reported: "2024-06-30T23:59:59.999999999Z" is before the first version, which is in force from 2024-07-01T00:00:00Z`},
		{"no event", nil, nil, "policy: events: a ticket has at least the event reported"},
		{"no report", []policy.Event{closed(begins)}, nil, "policy: events: none is reported; it opens a ticket"},
		{"two of them", []policy.Event{report(begins.Add(-1)), report(begins)}, nil,
			"policy: events[1].kind: \"reported\" is there already, events[0]; a later call or mail is contacted, a new start is reopened"},
		{"no instant", []policy.Event{closed(begins), report(time.Time{})}, nil, "policy: events[1].at: is missing; write the instant"},
		{"an instant without a date", []policy.Event{report(lastInstant.Add(1))}, nil, `policy: events[0].at: "10000-01-01T00:00:00Z" is outside the years 1 to 9999`},
		{"something before it", []policy.Event{report(begins), closed(begins.Add(-1))}, nil,
			`policy: events[1].at: "2026-06-30T23:59:59.999999999Z" comes before events[0], reported, which must be the first`},
		{"another kind", []policy.Event{report(begins), {At: begins, Kind: 63}}, nil, `policy: events[1].kind: "` + policy.Kind(63).String() + `" is not a kind of event`},
	} {
		got, err := v.For(row.events)
		if got != row.want || (err == nil) != (row.err == "") || err != nil && (err.Error() != row.err || !errors.Is(err, policy.ErrEvents)) {
			t.Errorf("%s: %p, %v; want %p, %s", row.name, got, err, row.want, row.err)
		}
	}
	for _, none := range []*policy.Versions{nil, new(policy.Versions)} {
		if _, err := none.For([]policy.Event{report(begins)}); !errors.Is(err, policy.ErrEvents) || err.Error() != `policy: reported: "2026-07-01T00:00:00Z" is before the agreement has any version` {
			t.Errorf("of none: %v", err)
		}
	}
}
