package agreementtest_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/severity"
	"pgregory.net/rapid"
)

// The desk answers within an hour, by day and by night. Nothing else is promised.
func newDesk(policy.Customer, map[string]string) (*policy.Policy, error) {
	scale, err := severity.NewScale("desk", "high", "low")
	if err != nil {
		return nil, err
	}
	always, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Daily(0, 24*time.Hour)})
	if err != nil {
		return nil, err
	}
	anHour := policy.Measure{Time: time.Hour}
	return policy.New(policy.Agreement{
		Name: "desk", Scale: scale, Location: time.UTC, Calendars: map[string]*calendar.Calendar{"always": always},
		Metrics: []policy.Metric{{Name: "answer", Start: policy.Report, Stop: policy.On(policy.Responded), Targets: []policy.Target{
			{Level: "high", Measure: anHour, Calendar: "always", Clause: "§1"},
			{Level: "low", Measure: anHour, Calendar: "always", Clause: "§1"},
		}}},
	})
}

// deskWords are what happens at the desk: its twin knows no other events.
var deskWords = agreementtest.Words{
	Agreement: "desk",
	Customer:  func(*rapid.T) map[string]any { return nil },
	Readings:  func(*rapid.T) map[string]string { return nil },
	Severity:  func(t *rapid.T) any { return rapid.SampledFrom([]string{"high", "low"}).Draw(t, "severity") },
	Channels:  []string{"email"},
	Kinds:     []string{"responded", "registered"},
	Offsets:   []int{0, 2},
	Whiles:    []time.Duration{1, time.Minute, time.Hour},
	Hours:     []int{0, 12, -1},
	Days:      func(agreementtest.Spec) ([]string, string, int) { return []string{"2028-02-29"}, "2026-01-01", 1000 },
	Zone:      func(*rapid.T, agreementtest.Spec) *time.Location { return time.UTC },
	Home:      func(agreementtest.Spec) *time.Location { return time.UTC },
	Edges:     func(s agreementtest.Spec) []time.Time { return deskTwin(s.Line()).Dues() },
}

// deskTwin answers a valid ticket of the desk a second time, from its one promise.
func deskTwin(line []byte) agreementtest.Reply {
	var s agreementtest.Spec
	if json.Unmarshal(line, &s) != nil {
		return agreementtest.Reply{}
	}
	reported := s.Reported()
	asOf := s.AsOf
	if asOf.IsZero() {
		for _, e := range s.Events {
			if e.At.After(asOf) {
				asOf = e.At
			}
		}
	}
	out := agreementtest.Reply{
		ID: s.ID, Agreement: "desk", AsOf: asOf.Format(time.RFC3339Nano),
		Clocks: []agreementtest.ReplyClock{}, Readings: map[string]string{},
	}
	if asOf.Before(reported) {
		return out
	}
	due := reported.Add(time.Hour)
	clock := agreementtest.ReplyClock{Metric: "answer", Round: 1, Target: "1h0m0s", Clause: "§1", Started: &reported, Due: &due, State: "running"}
	until := asOf
	for _, e := range s.Events {
		if e.Kind == "reported" {
			out.Severity = e.Severity.(string)
			clock.Severity = out.Severity
		}
		if e.Kind == "responded" && !e.At.After(until) { // the first one
			until = e.At
			clock.Stopped, clock.State = &until, "met"
		}
	}
	elapsed := agreementtest.ReplySpan(until.Sub(reported))
	remaining := agreementtest.ReplySpan(time.Hour) - elapsed
	clock.Elapsed, clock.Remaining = &elapsed, &remaining
	if until.After(due) {
		clock.State = "breached"
	}
	if clock.State == "running" {
		out.Next = &agreementtest.ReplyNext{At: due, What: "answer due"}
	}
	out.Clocks = append(out.Clocks, clock)
	return out
}

// failures is a test that notes what fails, and goes on.
type failures struct {
	testing.TB
	said []string
}

func (f *failures) Helper()             {}
func (f *failures) Name() string        { return "failures" }
func (f *failures) Log(...any)          {}
func (f *failures) Logf(string, ...any) {}
func (f *failures) Error(args ...any)   { f.said = append(f.said, fmt.Sprint(args...)) }
func (f *failures) Fatal(args ...any)   { f.said = append(f.said, fmt.Sprint(args...)) }
func (f *failures) Skipf(form string, args ...any) {
	f.said = append(f.said, "skip: "+fmt.Sprintf(form, args...))
}
func (f *failures) Errorf(form string, args ...any) {
	f.said = append(f.said, fmt.Sprintf(form, args...))
}
func (f *failures) Fatalf(form string, args ...any) {
	f.said = append(f.said, fmt.Sprintf(form, args...))
}
func (f *failures) Failed() bool { return len(f.said) > 0 }
func (f *failures) FailNow()     {}

// String tells all that failed, a line for each; "" if nothing did.
func (f *failures) String() string { return strings.Join(f.said, "\n") }
