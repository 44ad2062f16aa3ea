package portx_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/severity"
)

// TestScale_IsOne: all policies of the agreement have the same levels, so that a ticket goes over
// from one number of days to another: 2 business days after Monday are over at Wednesday's close, 1 at Tuesday's.
func TestScale_IsOne(t *testing.T) {
	made := func(days int) *policy.Policy {
		t.Helper()
		p, err := portx.New(policy.Customer{Zone: "UTC", Country: "NONE", ResponseDays: map[string]int{"S1": 1, "S2": days, "S3": 3, "S4": 5}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	first, second := made(2), made(1)
	level, err := first.Scale().Parse("S2")
	if err != nil {
		t.Fatal(err)
	}
	if other, err := second.Scale().Parse("S2"); err != nil || other != level {
		t.Errorf("another level, or %v", err)
	}
	if c, err := portx.Classifier(nil); err != nil || c.Scale() != first.Scale() {
		t.Errorf("the classifier is of another scale, or %v", err)
	}
	reported := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
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
	moving, err := versions.Moving(severity.FromStart)
	if err != nil {
		t.Fatal(err)
	}
	goes, err := moving.For(events)
	if err != nil {
		t.Fatal(err)
	}
	got := []string{due(first, reported), due(second, reported), due(at, changed), due(goes, changed)}
	if diff := cmp.Diff([]string{"2026-03-04T17:00:00Z", "2026-03-03T17:00:00Z", "2026-03-04T17:00:00Z", "2026-03-03T17:00:00Z"}, got); diff != "" {
		t.Error(diff)
	}
	for i := range events {
		events[i].At = changed
	}
	if at, err := versions.For(events); err != nil || at != second {
		t.Errorf("a ticket of the second version: %v, %v", at, err)
	}
}
