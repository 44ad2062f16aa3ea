package purchased_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/purchased"
	"github.com/slaclock/slaclock/severity"
)

// TestScale_IsOne: all policies of the agreement have the same levels, so that a ticket can be
// judged under two readings, and go over from one to the other. On Monday, 2026-07-06, at 07:00-05:00 the
// desk of the default reading opens in an hour, and the one of New York, where it is 08:00, has opened: 8
// hours are over at 16:00-05:00 and at 16:00-04:00.
func TestScale_IsOne(t *testing.T) {
	made := func(readings map[string]string) *policy.Policy {
		t.Helper()
		p, err := purchased.New(policy.Customer{}, readings)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	first, second := made(nil), made(map[string]string{"purchased.zone": "America/New_York"})
	level, err := first.Scale().Parse("2")
	if err != nil {
		t.Fatal(err)
	}
	if other, err := second.Scale().Parse("2"); err != nil || other != level {
		t.Errorf("another level, or %v", err)
	}
	if c, err := purchased.Classifier(nil); err != nil || c.Scale() != first.Scale() {
		t.Errorf("the classifier is of another scale, or %v", err)
	}
	reported := time.Date(2026, time.July, 6, 12, 0, 0, 0, time.UTC)
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
	changed := reported.Add(time.Hour)
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
	if diff := cmp.Diff([]string{"2026-07-06T21:00:00Z", "2026-07-06T20:00:00Z", "2026-07-06T21:00:00Z", "2026-07-06T20:00:00Z"}, got); diff != "" {
		t.Error(diff)
	}
	for i := range events {
		events[i].At = changed
	}
	if at, err := versions.For(events); err != nil || at != second {
		t.Errorf("a ticket of the second version: %v, %v", at, err)
	}
}
