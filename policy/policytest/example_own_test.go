package policytest_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/policytest"
	"github.com/slaclock/slaclock/severity"
)

// newShop makes an agreement of your own: the repair shop answers within four of its opening
// hours, and repairs within three business days, not counting the time in which it waits for
// a spare part.
func newShop() (*policy.Policy, error) {
	scale, err := severity.NewScale("shop", "urgent", "normal")
	if err != nil {
		return nil, err
	}
	open, err := calendar.New(calendar.Config{Zone: "Europe/Lisbon", Week: calendar.Weekdays(9*time.Hour, 18*time.Hour)})
	if err != nil {
		return nil, err
	}
	ordered, _ := policy.Own(0) // the agreement's own events, below
	arrived, _ := policy.Own(1)
	return policy.New(policy.Agreement{
		Name: "shop", Scale: scale, Location: open.Location(),
		Calendars: map[string]*calendar.Calendar{"opening times": open},
		Events:    []string{"part_ordered", "part_arrived"},
		Metrics: []policy.Metric{
			{Name: "answer", Start: policy.Report, Stop: policy.On(policy.Responded), Targets: []policy.Target{
				{Level: "urgent", Measure: policy.Measure{Time: time.Hour}, Calendar: "opening times", Clause: "§1"},
				{Level: "normal", Measure: policy.Measure{Time: 4 * time.Hour}, Calendar: "opening times", Clause: "§1"},
			}},
			{Name: "repair", Start: policy.Report, Pause: policy.On(ordered), Resume: policy.On(arrived), Stop: policy.On(policy.Resolved), Targets: []policy.Target{
				{Level: "urgent", Measure: policy.Measure{Days: 1}, Calendar: "opening times", Clause: "§2"},
				{Level: "normal", Measure: policy.Measure{Days: 3, Convention: calendar.SameTime}, Calendar: "opening times", FromOpening: true, Clause: "§2"},
			}},
		},
	})
}

// TestOwnAgreement is all that a test of your own agreement needs for the laws that hold for
// every agreement: tickets are made from its own levels, events and hours, and one that
// breaks a law is shrunk and printed. What the agreement promises is for tests with tickets
// whose answers are worked out from its words.
func TestOwnAgreement(t *testing.T) {
	shop, err := newShop()
	if err != nil {
		t.Fatal(err)
	}
	policytest.Laws(t, shop)
}
