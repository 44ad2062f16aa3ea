package policy_test

import (
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
