package cumulocity_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
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
	reported := time.Date(2026, time.March, 2, 8, 0, 0, 0, time.UTC)
	pair := agreementtest.OneScale{
		First: made(nil), Second: made(map[string]string{"cumulocity.reaction_standard": "business_day"}), Level: "Standard",
		Reported: reported, Changed: reported.Add(3 * time.Hour),
		Want: [2]string{"2026-03-03T08:00:00Z", "2026-03-03T16:00:00Z"},
	}
	if err := pair.Check(); err != nil {
		t.Error(err)
	}
	if c, err := cumulocity.Classifier(nil); err != nil || c.Scale() != pair.First.Scale() {
		t.Errorf("the classifier is of another scale, or %v", err)
	}
}
