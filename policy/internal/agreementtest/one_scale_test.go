package agreementtest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/severity"
)

// owing is an agreement with a scale that owes a response within some hours.
func owing(scale *severity.Scale, hours int) (*policy.Policy, error) {
	always, err := calendar.New(calendar.Config{Location: time.UTC, Week: calendar.Daily(0, 24*time.Hour)})
	if err != nil {
		return nil, err
	}
	return policy.New(policy.Agreement{
		Name: "owing", Scale: scale, Location: time.UTC, Calendars: map[string]*calendar.Calendar{"always": always},
		Metrics: []policy.Metric{{Name: "response", Start: policy.Report, Stop: policy.Response, Targets: []policy.Target{
			{Level: "high", Measure: policy.Measure{Time: time.Duration(hours) * time.Hour}, Calendar: "always", Clause: "O-1"}}}},
	})
}

// pairOf returns two policies of one agreement, the second of which has a scale of its own if
// own is set.
func pairOf(own bool) (agreementtest.OneScale, error) {
	scale, err := severity.NewScale("owing", "high", "low")
	if err != nil {
		return agreementtest.OneScale{}, err
	}
	nine := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	o := agreementtest.OneScale{Level: "high", Reported: nine, Changed: nine.Add(time.Hour), Moves: true, Want: [2]string{"2026-03-02T17:00:00Z", "2026-03-02T11:00:00Z"}}
	if o.First, err = owing(scale, 8); err != nil {
		return o, err
	}
	if own {
		if scale, err = severity.NewScale("owing", "high", "low"); err != nil {
			return o, err
		}
	}
	o.Second, err = owing(scale, 2)
	return o, err
}

func ExampleOneScale_Check() {
	pair, err := pairOf(false)
	fmt.Println(err, pair.Check())
	// Output: <nil> <nil>
}

// TestOneScaleFails: two scales of the same names are two, and what is due is looked at.
func TestOneScaleFails(t *testing.T) {
	for _, c := range []struct {
		own    bool
		change func(*agreementtest.OneScale)
		want   string
	}{
		{true, func(*agreementtest.OneScale) {}, "high is another level of the second policy, or <nil>"},
		{false, func(o *agreementtest.OneScale) { o.Want[0] = o.Want[1] }, "the first: response is due 2026-03-02T17:00:00Z, want 2026-03-02T11:00:00Z"},
		{false, func(o *agreementtest.OneScale) { o.Second = o.First }, "the second: response is due 2026-03-02T17:00:00Z, want 2026-03-02T11:00:00Z"},
		{false, func(o *agreementtest.OneScale) { o.Level = "P1" }, "P1"},
	} {
		pair, err := pairOf(c.own)
		if err != nil {
			t.Fatal(err)
		}
		c.change(&pair)
		if err := pair.Check(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}
