package picture_test

import (
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/picture"
	"github.com/slaclock/slaclock/severity"
)

// A ticket has an owner until it ends, whether an event ends it or it closes by itself,
// and from a reopening on again. 644 pixels are 16 hours and the edges of a 40th and a
// 20th of that: an hour has 37.44. With a second clock that is due after 20 hours it has 29.95.
func TestOwnerUntilTheEnd(t *testing.T) {
	levels, err := severity.NewScale("acme", "Low")
	if err != nil {
		t.Fatal(err)
	}
	always, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Daily(0, 24*time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	p, err := policy.New(policy.Agreement{
		Name: "acme", Scale: levels, Location: time.UTC, Calendars: map[string]*calendar.Calendar{"always": always},
		Metrics: []policy.Metric{{
			Name: "auto_close", Start: policy.Report, Stop: policy.On(policy.Responded), Cancel: policy.On(policy.CustomerReplied), Ends: true,
			Targets: []policy.Target{{Level: "Low", Measure: policy.Measure{Time: 8 * time.Hour}, Calendar: "always", Clause: "ACM-1"}},
		}},
		Regions: &escalation.Regions{List: []escalation.Region{{Name: "Here", Calendar: always}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	nine := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	low, _ := levels.Parse("Low")
	reported := policy.Event{At: nine, Kind: policy.Reported, Severity: low}
	after := func(d time.Duration, kind policy.Kind) policy.Event { return policy.Event{At: nine.Add(d), Kind: kind} }
	for _, tt := range []struct {
		name string
		more []policy.Event
		want string
	}{
		{"it closes by itself", nil, "h299.6v10h-299.6z"},
		{"it is closed", []policy.Event{after(4*time.Hour, policy.Closed)}, "h149.8v10h-149.8z"},
		{"it is open", []policy.Event{after(4*time.Hour, policy.CustomerReplied)}, "h599.1v10h-599.1z"},
		{"it closes by itself, then it is closed", []policy.Event{after(12*time.Hour, policy.Closed)}, "h299.6v10h-299.6z"},
		// Nobody has it in between. It is four hours to the instant of the answer.
		{"it closes by itself, then it is reopened", []policy.Event{after(12*time.Hour, policy.Reopened)},
			"M196.9 320h239.7v10h-239.7zM556.4 320h119.8v10h-119.8z"},
		{"it is closed, then it is reopened", []policy.Event{after(4*time.Hour, policy.Closed), after(12*time.Hour, policy.Reopened)},
			"M196.9 320h119.8v10h-119.8zM556.4 320h119.8v10h-119.8z"},
		{"it closes by itself, is closed once more, and reopened", []policy.Event{after(10*time.Hour, policy.Closed), after(12*time.Hour, policy.Reopened)},
			"M196.9 320h239.7v10h-239.7zM556.4 320h119.8v10h-119.8z"},
		{"reopened where it is open, closed at that instant, and reopened", []policy.Event{after(4*time.Hour, policy.Reopened), after(4*time.Hour, policy.Closed), after(12*time.Hour, policy.Reopened)},
			"M196.9 333h119.8v10h-119.8zM556.4 333h119.8v10h-119.8z"},
		{"it closes by itself and is reopened at one instant", []policy.Event{after(8*time.Hour, policy.Reopened), after(12*time.Hour, policy.CustomerReplied)}, "h599.1v10h-599.1z"},
		{"its last clock is met before it is out", []policy.Event{after(4*time.Hour, policy.Responded), after(12*time.Hour, policy.CustomerReplied)}, "h599.1v10h-599.1z"},
	} {
		svg, err := picture.Ticket(p, append([]policy.Event{reported}, tt.more...), nine.Add(16*time.Hour), picture.Options{})
		if err != nil {
			t.Fatal(err)
		}
		_, row, _ := strings.Cut(string(svg), ">Owner</text>")
		if !strings.Contains(row, tt.want) {
			t.Errorf("%s: no %s in the owner's row:\n%s", tt.name, tt.want, row)
		}
	}
}
