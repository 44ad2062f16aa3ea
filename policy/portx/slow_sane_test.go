package portx_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"pgregory.net/rapid"
)

// checkOneAtATime checks that there is always a clock, that it runs from its start,
// and that each begins when the one before has stopped.
func checkOneAtATime(t *rapid.T, s agreementtest.Spec) {
	reply := slowAnswer(s.Line())
	if early := reply.asOf.Before(s.Reported()); early != (len(reply.Clocks) == 0) {
		t.Fatalf("%d clocks, asked before the report: %v", len(reply.Clocks), early)
	}
	for i, c := range reply.Clocks {
		if c.Started == nil || c.Round != i+1 {
			t.Fatalf("row %d is %+v", i, c)
		}
		if i == 0 {
			continue
		}
		if before := reply.Clocks[i-1]; before.Stopped == nil || before.Stopped.After(*c.Started) {
			t.Fatalf("row %d starts before the one above has stopped", i)
		}
	}
}

// TestSlowTwinGenerator counts what the generator draws: each kind of row that
// a comparison needs must come up often enough to be compared at all.
func TestSlowTwinGenerator(t *testing.T) {
	if testing.Short() {
		t.Skip("thousands of tickets without a goroutine; skipped with -short")
	}
	const draws = 3000
	seen := map[string]int{}
	for seed := range draws {
		spec := ticketGen().Example(seed)
		reply := slowAnswer(spec.Line())
		for _, c := range reply.Clocks {
			seen[c.State]++
			seen["severity "+c.Severity]++
			if c.Round > 2 {
				seen["third round"]++
			}
			if c.Severity != reply.Severity {
				seen["the label moved on"]++
			}
			switch {
			case c.Due == nil && c.Elapsed == nil:
				seen["due and elapsed unknown"]++
			case c.Due == nil && c.Stopped != nil:
				seen["due unknown, stopped"]++
			case c.Due == nil:
				seen["due unknown"]++
			case c.Elapsed == nil:
				seen["elapsed unknown"]++
			}
			if c.Due == nil {
				continue
			}
			for _, when := range []struct {
				text  string
				after time.Duration
			}{{"right before due", -1}, {"at due", 0}, {"right after due", 1}} {
				if at := c.Due.Add(when.after); c.Stopped != nil && c.Stopped.Equal(at) {
					seen["stopped "+when.text]++
				} else if c.Stopped == nil && reply.asOf.Equal(at) {
					seen["asked "+when.text]++
				}
			}
		}
		other := map[string]bool{}
		for _, reading := range []string{"fair", "from_start", "from_change"} {
			spec.Readings = map[string]string{"portx.severity_change": reading}
			text := ""
			for _, c := range slowAnswer(spec.Line()).Clocks {
				if c.Due != nil {
					text += c.Due.String() + " "
				}
			}
			other[text] = true
		}
		if len(other) > 1 {
			seen["the reading matters"]++
		}
	}
	for _, row := range []string{
		"running", "met", "breached", "cancelled", "severity S1", "severity S2", "severity S3", "severity S4", "third round",
		"the label moved on", "due unknown", "due unknown, stopped", "due and elapsed unknown", "elapsed unknown",
		"stopped right before due", "stopped at due", "stopped right after due",
		"asked right before due", "asked at due", "asked right after due", "the reading matters",
	} {
		t.Logf("%5d %s", seen[row], row)
		if seen[row] < draws/400 {
			t.Errorf("%s: %d in %d tickets", row, seen[row], draws)
		}
	}
}
