package compliance_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/compliance"
)

// TestWorstUnknown: a clock whose working time since due hangs on unknown holidays
// stands where its time on the wall puts it, so that it is not cut off by clocks that
// are surely less late. The hours are known through Thursday, 30 April.
func TestWorstUnknown(t *testing.T) {
	tickets := mustJudge(t, mustDesk(t, "UTC", false),
		"known: Mid email 03-02T09:00 as of 03-10T09:00", // due 13:00: 4 h, four days of 8 h, and 8 h on Monday; 188 h on the wall
		"longer: Mid email 04-30T09:00 as of 05-02T09:01",
		"as_long: Mid email 04-30T09:00 as of 05-02T09:00", // due 13:00: 44 h on the wall
		"shorter: Mid email 04-30T09:00 as of 05-02T08:59",
		"small: Mid email 03-02T09:00 responded 03-02T14:00 as of 03-10T09:00") // 1 h
	want := []string{"longer unknown 44h1m0s", "known 44h0m0s 188h0m0s", "as_long unknown 44h0m0s", "shorter unknown 43h59m0s", "small 1h0m0s 1h0m0s"}
	for range 2 {
		for n := range 6 {
			var got []string
			for _, l := range count(t, compliance.Options{Worst: n}, tickets).Worst() {
				overdue := "unknown"
				if d, ok := l.Overdue.Get(); ok {
					overdue = d.String()
				}
				got = append(got, l.ID+" "+overdue+" "+l.Wall.String())
			}
			if diff := cmp.Diff(want[:n], append([]string{}, got...)); diff != "" {
				t.Errorf("the worst %d (-want +got):\n%s", n, diff)
			}
		}
		slices.Reverse(tickets)
	}
}

// TestWorstKnownFirst: of two that differ only in that one is known, it is the first,
// whichever is counted first.
func TestWorstKnownFirst(t *testing.T) {
	tickets := mustJudge(t, mustDesk(t, "UTC", false), "a: Mid email 04-30T09:00 as of 05-02T09:00", "a: Mid email 04-30T09:00 as of 05-02T09:00")
	tickets[1].Answer.Clocks[0].Remaining = policy.LengthOf(-44 * time.Hour)
	for range 2 {
		var got []bool
		for _, l := range count(t, compliance.Options{Worst: 2}, tickets).Worst() {
			got = append(got, l.Overdue.IsKnown())
		}
		if diff := cmp.Diff([]bool{true, false}, got); diff != "" {
			t.Errorf("known (-want +got):\n%s", diff)
		}
		slices.Reverse(tickets)
	}
}
