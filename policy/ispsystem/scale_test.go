package ispsystem_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/severity"
)

// TestScale_IsOne: all policies of the agreement have the same levels, so that a ticket goes over
// from the Standard level to Privilege: 16 hours from 09:00 are over at 01:00, 8 at 17:00.
func TestScale_IsOne(t *testing.T) {
	made := func(tier string) *policy.Policy {
		t.Helper()
		p, err := ispsystem.New(policy.Customer{Product: "VMmanager", Tier: tier, Country: "NONE"}, nil)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	first, second := made("Standard"), made("Privilege")
	level, err := first.Scale().Parse("High")
	if err != nil {
		t.Fatal(err)
	}
	if other, err := second.Scale().Parse("High"); err != nil || other != level {
		t.Errorf("another level, or %v", err)
	}
	if l, err := ispsystem.Lowering(nil); err != nil || l.Scale() != first.Scale() {
		t.Errorf("the lowering is of another scale, or %v", err)
	}
	reported := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	events := []policy.Event{{At: reported, Kind: policy.Reported, Severity: level, Channel: policy.Portal}, {At: reported, Kind: policy.Registered}}
	due := func(p *policy.Policy, asOf time.Time) string {
		t.Helper()
		a, err := p.Evaluate(events, asOf)
		if err != nil {
			t.Fatal(err)
		}
		at, ok := a.Clocks[0].Due.Get()
		if !ok {
			t.Fatalf("%s is not due", a.Clocks[0].Metric)
		}
		return at.UTC().Format(time.RFC3339)
	}
	changed := reported.Add(3 * time.Hour)
	versions, err := policy.NewVersions(policy.Version{Policy: first}, policy.Version{From: changed, Policy: second})
	if err != nil {
		t.Fatal(err)
	}
	at, err := versions.For(events)
	if err != nil {
		t.Fatal(err)
	}
	moving, err := versions.Moving(severity.FromStart)
	if err != nil {
		t.Fatal(err)
	}
	goes, err := moving.For(events)
	if err != nil {
		t.Fatal(err)
	}
	got := []string{due(first, reported), due(second, reported), due(at, changed), due(goes, changed)}
	if diff := cmp.Diff([]string{"2026-03-03T01:00:00Z", "2026-03-02T17:00:00Z", "2026-03-03T01:00:00Z", "2026-03-02T17:00:00Z"}, got); diff != "" {
		t.Error(diff)
	}
	for i := range events {
		events[i].At = changed
	}
	if at, err := versions.For(events); err != nil || at != second {
		t.Errorf("a ticket of the second version: %v, %v", at, err)
	}
}
