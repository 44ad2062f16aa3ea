package cumulocity_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
)

// TestScale_IsOne: all policies of the agreement have the same levels, so that a ticket can be
// judged under two readings: 24 hours from 09:00 on Monday in Berlin are over at 09:00 on Tuesday, and one
// business day at 17:00. Owners cannot change under a ticket, so it goes over to no other version.
func TestScale_IsOne(t *testing.T) {
	made := func(readings map[string]string) *policy.Policy {
		t.Helper()
		p, err := cumulocity.New(policy.Customer{Region: "EMEA", Country: "NONE"}, readings)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	first, second := made(nil), made(map[string]string{"cumulocity.reaction_standard": "business_day"})
	level, err := first.Scale().Parse("Standard")
	if err != nil {
		t.Fatal(err)
	}
	if other, err := second.Scale().Parse("Standard"); err != nil || other != level {
		t.Errorf("another level, or %v", err)
	}
	if c, err := cumulocity.Classifier(nil); err != nil || c.Scale() != first.Scale() {
		t.Errorf("the classifier is of another scale, or %v", err)
	}
	reported := time.Date(2026, time.March, 2, 8, 0, 0, 0, time.UTC)
	events := []policy.Event{{At: reported, Kind: policy.Reported, Severity: level, Channel: policy.Portal}}
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
	got := []string{due(first, reported), due(second, reported), due(at, changed)}
	if diff := cmp.Diff([]string{"2026-03-03T08:00:00Z", "2026-03-03T16:00:00Z", "2026-03-03T08:00:00Z"}, got); diff != "" {
		t.Error(diff)
	}
	for i := range events {
		events[i].At = changed
	}
	if at, err := versions.For(events); err != nil || at != second {
		t.Errorf("a ticket of the second version: %v, %v", at, err)
	}
}
