package purchased_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/purchased"
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
	reported := time.Date(2026, time.July, 6, 12, 0, 0, 0, time.UTC)
	pair := agreementtest.OneScale{
		First: made(nil), Second: made(map[string]string{"purchased.zone": "America/New_York"}), Level: "2",
		Reported: reported, Changed: reported.Add(time.Hour), Moves: true,
		Want: [2]string{"2026-07-06T21:00:00Z", "2026-07-06T20:00:00Z"},
	}
	if err := pair.Check(); err != nil {
		t.Error(err)
	}
	if c, err := purchased.Classifier(nil); err != nil || c.Scale() != pair.First.Scale() {
		t.Errorf("the classifier is of another scale, or %v", err)
	}
}
