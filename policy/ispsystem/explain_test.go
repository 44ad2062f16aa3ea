package ispsystem_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
)

// TestISP3_Reasons: that a turn waits for the registration, and with what it starts, is
// the footnote's (ISP-3); how long it may take is the table's (ISP-2).
func TestISP3_Reasons(t *testing.T) {
	var ticket policy.Ticket
	line := `{"agreement":"ispsystem","as_of":"2026-03-02T12:00:00Z","events":[` +
		`{"at":"2026-03-02T08:00:00Z","kind":"reported","severity":"High"},{"at":"2026-03-02T08:30:00Z","kind":"registered"},` +
		`{"at":"2026-03-02T09:00:00Z","kind":"info_requested"},{"at":"2026-03-02T10:00:00Z","kind":"info_received"}]}`
	if err := ticket.UnmarshalJSON([]byte(line)); err != nil {
		t.Fatal(err)
	}
	p := mustNew(t)
	events, err := p.Events(&ticket)
	if err != nil {
		t.Fatal(err)
	}
	a, err := p.Explain(events, ticket.AsOf.Time)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range a.Clocks {
		for _, s := range c.Why {
			if at, ok := s.At.Get(); ok && c.Metric == "response" && (s.Kind == policy.StepWait || s.Kind == policy.StepStart || s.Kind == policy.StepTarget) {
				got = append(got, strings.Join([]string{string(s.Kind), at.In(p.Location()).Format("02T15:04"), s.Text, s.By}, " "))
			}
		}
	}
	want := []string{
		"wait 02T08:00 reported as High: the clock waits for registered ISP-3",
		"start 02T08:30 registered ISP-3",
		"target 03T00:30 High: 16h0m0s on 24x7 ISP-2",
		"start 02T10:00 info_received ISP-3",
		"target 03T02:00 High: 16h0m0s on 24x7 ISP-2",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
