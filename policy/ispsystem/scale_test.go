package ispsystem_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/ispsystem"
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
	reported := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	pair := agreementtest.OneScale{
		First: made("Standard"), Second: made("Privilege"), Level: "High", With: []policy.Kind{policy.Registered},
		Reported: reported, Changed: reported.Add(3 * time.Hour), Moves: true,
		Want: [2]string{"2026-03-03T01:00:00Z", "2026-03-02T17:00:00Z"},
	}
	if err := pair.Check(); err != nil {
		t.Error(err)
	}
	if c, err := ispsystem.Lowering(nil); err != nil || c.Scale() != pair.First.Scale() {
		t.Errorf("the lowering is of another scale, or %v", err)
	}
}
