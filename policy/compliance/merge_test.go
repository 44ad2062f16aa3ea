package compliance_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy/compliance"
)

// TestMergeKeepsTheWorst: of two reports the worst of both are kept, for each metric
// as many, whichever takes the other; what is taken stays as it is.
func TestMergeKeepsTheWorst(t *testing.T) {
	p := mustDesk(t, "UTC", false)
	tickets := mustJudge(t, p,
		"a: Mid email 03-02T09:00 responded 03-02T14:00 as of 03-10T09:00", // due 13:00: 1 h
		"b: Mid email 03-02T09:00 responded 03-02T15:00 as of 03-10T09:00", // 2 h
		"c: Mid email 03-02T09:00 responded 03-02T16:00 as of 03-10T09:00", // 3 h
		"d: Mid email 03-02T09:00 responded 03-02T14:00 as of 03-10T09:00") // 1 h, and of another metric
	tickets[3].Answer.Clocks[0].Metric = "plan"
	want := []string{"plan d 1h0m0s", "response c 3h0m0s", "response b 2h0m0s"}
	for _, split := range []int{0, 1, 2, 3, 4} {
		o := compliance.Options{Worst: 2}
		first, second := count(t, o, tickets[:split]), count(t, o, tickets[split:])
		before := lines(second)
		if err := first.Merge(second); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range first.Worst() {
			overdue, _ := l.Overdue.Get()
			got = append(got, l.Metric+" "+l.ID+" "+overdue.String())
		}
		if diff := cmp.Diff(want, got); diff != "" || first.Tickets() != 4 {
			t.Errorf("split at %d: %d tickets (-want +got):\n%s", split, first.Tickets(), diff)
		}
		if diff := cmp.Diff(before, lines(second)); diff != "" {
			t.Errorf("split at %d, what was taken (-before +after):\n%s", split, diff)
		}
	}
}
