package purchased_test

import (
	"testing"
)

// TestSlowTwinGenerator counts what the generator draws: each kind of row that
// a comparison needs must come up often enough to be compared at all.
func TestSlowTwinGenerator(t *testing.T) {
	const draws = 4000
	seen := map[string]int{}
	for seed := range draws {
		reply := slowAnswer(ticketGen().Example(seed).Line())
		for _, c := range reply.Clocks {
			ran := "ran"
			if c.Started == nil {
				ran = "never ran"
			}
			seen[c.Metric+" "+c.State+" "+ran]++
			if c.Due != nil && c.Stopped != nil && c.Stopped.Equal(*c.Due) {
				seen["stopped at due"]++
			}
			if c.Due != nil && c.Stopped != nil && c.Stopped.Equal(c.Due.Add(1)) {
				seen["stopped right after due"]++
			}
			if c.Due != nil && c.Stopped == nil && reply.asOf.Equal(*c.Due) {
				seen["asked at due"]++
			}
			if c.Metric == "resolution" && c.Stopped == nil && reply.Severity == "1" {
				seen["kept through a raise"]++
			}
			if c.Round > 2 {
				seen["third round"]++
			}
		}
	}
	for _, row := range []string{
		"response waiting never ran", "response running ran", "response met ran", "response met never ran", "response breached ran",
		"response cancelled ran", "response cancelled never ran", "resolution waiting never ran", "resolution running ran",
		"resolution met ran", "resolution met never ran", "resolution breached ran", "resolution cancelled ran",
		"resolution cancelled never ran", "stopped at due", "stopped right after due", "asked at due", "kept through a raise", "third round",
	} {
		t.Logf("%5d %s", seen[row], row)
		if seen[row] < draws/400 {
			t.Errorf("%s: %d in %d tickets", row, seen[row], draws)
		}
	}
}
