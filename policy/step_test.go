package policy_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

func ExampleStep_In() {
	at := calendar.At(time.Date(2026, time.March, 6, 15, 0, 0, 0, time.UTC))
	step := policy.Step{Kind: policy.StepStop, At: at, Text: "responded", By: "FD-1"}
	fmt.Println(step.In(time.FixedZone("", 3600)))
	// Output: stop     Fri 2026-03-06 16:00:00 +01:00  responded  [FD-1]
}

func ExampleStep_MarshalJSON() {
	at := calendar.At(time.Date(2026, time.March, 6, 15, 0, 0, 0, time.UTC))
	text, err := json.Marshal(policy.Step{Kind: policy.StepStop, At: at, Text: "responded", By: "FD-1"})
	fmt.Println(string(text), err)
	// Output: {"Kind":"stop","At":"2026-03-06T15:00:00Z","Until":null,"Amount":null,"Text":"responded","By":"FD-1"} <nil>
}

// TestStepLevel: each step that names the target of a clock has its level, whatever gave
// the clock that target, and no other step has one; in JSON only the text has it.
func TestStepLevel(t *testing.T) {
	p := mustAcme(t, func(a *policy.Agreement) {
		m := &a.Metrics[0]
		m.Stop, m.Pause, m.Resume, m.Once = policy.On(policy.Closed), policy.On(policy.InfoRequested), policy.On(policy.InfoReceived), false
		a.Switch, a.SwitchClause = policy.On(policy.DevelopmentRequired), "ACM-8"
		m.Targets[2].Level, m.Targets[2].After = "low", "late" // one of the names of Low
	})
	events := parseEvents(t, p, "02 09:00 reported Mid email", "02 10:00 info_requested", "02 11:00 info_received", "02 12:00 severity_changed Low", "02 13:00 development_required")
	a, err := p.Explain(events, parseAt(t, "02 14:00"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range a.Clocks[0].Why {
		if (s.Kind == policy.StepTarget) == s.Level.IsZero() {
			t.Errorf("%v has the level %q", s, s.Level)
		}
		if s.Kind == policy.StepTarget {
			got = append(got, s.Level.String()+" of "+s.Text)
		}
		if text, err := json.Marshal(s); err != nil || bytes.Contains(text, []byte(`"Level"`)) {
			t.Errorf("%s, %v", text, err)
		}
	}
	want := []string{
		"Mid of Mid: 4h0m0s on hours", // reported
		"Mid of Mid: 4h0m0s on hours", // resumed
		"Low of Low: 8h0m0s on hours, counted from the start of the clock and not earlier than before", // lowered
		"Low of Low: 8h0m0s on hours and then on late",                                                 // switched
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestStepString(t *testing.T) {
	at := time.Date(2026, time.March, 6, 15, 0, 0, 500_000_000, time.FixedZone("", -5*3600))
	unknown, err := calendar.MomentOf(time.Time{}, &calendar.CoverageError{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		step policy.Step
		want string
	}{
		{policy.Step{}, ""},
		{policy.Step{Kind: policy.StepReading, By: "acme.severity_change", Text: "fair"}, "reading   fair  [acme.severity_change]"},
		{policy.Step{Kind: policy.StepPaused, At: calendar.At(at), Until: calendar.At(at.Add(time.Hour)), By: "G7"}, "paused   Fri 2026-03-06 15:00:00.5 -05:00 to Fri 2026-03-06 16:00:00.5 -05:00  [G7]"},
		{policy.Step{Kind: policy.StepAhead, At: calendar.At(at), Until: calendar.At(at.Add(time.Hour)), Amount: policy.LengthOf(time.Hour), Text: "all windows in between", Whole: true},
			"ahead    Fri 2026-03-06 15:00:00.5 -05:00 to Fri 2026-03-06 16:00:00.5 -05:00  1h0m0s  all windows in between"},
		{policy.Step{Kind: policy.StepTarget, At: unknown, Text: "4h0m0s", By: "ACM-2"}, "target   unknown: holidays are known through 0001-01-01 only  4h0m0s  [ACM-2]"},
		{policy.Step{Kind: policy.StepClosed}, "closed"},
	} {
		if got := fmt.Sprint(row.step); got != row.want {
			t.Errorf("got  %q\nwant %q", got, row.want)
		}
	}
	step := policy.Step{At: calendar.At(at), Until: unknown}
	if diff := cmp.Diff(step.String(), step.In(nil).String()); diff != "" {
		t.Errorf("in no zone (-want +got):\n%s", diff)
	}
}

// TestStepSourceOfNoCalendar: the zero Calendar has no fingerprint to cut.
func TestStepSourceOfNoCalendar(t *testing.T) {
	for _, s := range []policy.Step{{By: "ACM-1"}, {By: "ACM-1", Hours: new(calendar.Calendar)}} {
		if got := s.Source(); got != "ACM-1" {
			t.Errorf("%q, want ACM-1", got)
		}
	}
}
