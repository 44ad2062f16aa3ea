package whatif_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/whatif"
)

// telling makes shop with a threshold at a part of the response's time, and one person for
// it and for the ladder's step.
func telling(to string, percents ...int) whatif.Maker {
	return edited(func(a *policy.Agreement) error {
		a.Ladders = append([]policy.LevelLadder(nil), a.Ladders...)
		a.Ladders[0].Ladder.Steps = append([]escalation.Step(nil), a.Ladders[0].Ladder.Steps...)
		a.Ladders[0].Ladder.Steps[0].To = to
		a.Metrics = append([]policy.Metric(nil), a.Metrics...)
		for _, n := range percents {
			a.Metrics[0].Thresholds = append(a.Metrics[0].Thresholds, policy.Threshold{Percent: n, To: to, Clause: "SHP-6"})
		}
		return nil
	})
}

// TestSteps: what becomes of steps is counted by ladder and metric. The ticket is of
// Monday, 09:00; the step comes at 17:00, and the four hours of the response are used at
// 13:00.
func TestSteps(t *testing.T) {
	const open, answered = "Mid email 02T09:00 as of 02T12:30", "Mid email 02T09:00 responded 02T09:30 as of 02T12:30"
	for _, c := range []struct {
		name, ticket string
		from, to     whatif.Maker
		want         []whatif.StepRow
	}{
		{"the same", open, telling("Bea", 50), telling("Bea", 50), nil},
		{"somebody else", open, telling("Bea", 50), telling("Carl", 50), []whatif.StepRow{
			{Agreement: "shop", Differ: 1, Recipient: 1}, {Agreement: "shop", Metric: "response", Differ: 1, Recipient: 1}}},
		{"somebody else, who was not told", answered, telling("Bea", 50), telling("Carl", 50), []whatif.StepRow{
			{Agreement: "shop", Differ: 1, Recipient: 1}}},
		{"later", open, telling("Bea", 50), telling("Bea", 75), []whatif.StepRow{{Agreement: "shop", Metric: "response", Differ: 1, Later: 1}}},
		{"earlier, to somebody else", open, telling("Bea", 75), telling("Carl", 50), []whatif.StepRow{
			{Agreement: "shop", Differ: 1, Recipient: 1}, {Agreement: "shop", Metric: "response", Differ: 1, Earlier: 1, Recipient: 1}}},
		{"one more", open, telling("Bea", 50), telling("Bea", 50, 75), []whatif.StepRow{{Agreement: "shop", Metric: "response", Differ: 1, Appeared: 1}}},
		{"one less", open, telling("Bea", 50, 75), telling("Bea", 50), []whatif.StepRow{{Agreement: "shop", Metric: "response", Differ: 1, Vanished: 1}}},
		{"one more that does not come", answered, telling("Bea", 50), telling("Bea", 50, 75), nil},
	} {
		d, err := whatif.Compare(mustTicket(t, "T", c.ticket), c.from, c.to)
		if err != nil {
			t.Fatal(err)
		}
		once, twice := whatif.NewSummary(1), whatif.NewSummary(1)
		once.Add(&d)
		if diff := cmp.Diff(c.want, once.Steps()); diff != "" && len(c.want)+len(once.Steps()) > 0 {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		twice.Add(&d)
		if err := once.Merge(twice); err != nil {
			t.Fatal(err)
		}
		twice.Add(&d)
		if diff := cmp.Diff(twice.Steps(), once.Steps()); diff != "" {
			t.Errorf("%s: (-added +merged):\n%s", c.name, diff)
		}
	}
}

// TestStepsJSON: the summary's JSON has the rows of steps where there are any.
func TestStepsJSON(t *testing.T) {
	d, err := whatif.Compare(mustTicket(t, "T", "Mid email 02T09:00 as of 02T12:30"), telling("Bea", 75), telling("Carl", 50))
	if err != nil {
		t.Fatal(err)
	}
	var s whatif.Summary
	s.Add(&d)
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(s.AppendJSON(nil), &fields); err != nil {
		t.Fatal(err)
	}
	const want = `[{"agreement":"shop","differ":1,"earlier":0,"later":0,"appeared":0,"vanished":0,"recipient":1},` +
		`{"agreement":"shop","metric":"response","differ":1,"earlier":1,"later":0,"appeared":0,"vanished":0,"recipient":1}]`
	if diff := cmp.Diff(want, string(fields["steps"])); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if alone, err := json.Marshal(s.Steps()); err != nil || string(alone) != want {
		t.Errorf("alone %s, %v", alone, err)
	}
	if got := (*whatif.Summary)(nil).Steps(); len(got) != 0 {
		t.Errorf("nil has %v", got)
	}
}
