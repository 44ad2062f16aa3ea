package portx_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/portx"
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
	reported := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	pair := agreementtest.OneScale{
		First: made(2), Second: made(1), Level: "S2",
		Reported: reported, Changed: reported.Add(3 * time.Hour), Moves: true,
		Want: [2]string{"2026-03-04T17:00:00Z", "2026-03-03T17:00:00Z"},
	}
	if err := pair.Check(); err != nil {
		t.Error(err)
	}
	if c, err := portx.Classifier(nil); err != nil || c.Scale() != pair.First.Scale() {
		t.Errorf("the classifier is of another scale, or %v", err)
	}
}
