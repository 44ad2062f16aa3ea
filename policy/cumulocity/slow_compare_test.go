package cumulocity_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"pgregory.net/rapid"
)

// twin is the slow twin, in slow_test.go and the files beside it.
var twin = agreementtest.Twin{
	Specs:  ticketGen(),
	Answer: func(line []byte) any { return slowAnswer(line) },
	Unsettled: func(line []byte) []string {
		reply, fields := slowAnswer(line), []string(nil)
		if reply.stepsUnclear {
			fields = append(fields, "escalation", "next") // a step or a hand-over
		}
		return fields
	},
	// Steps and hand-overs happen at their instant, what is due is breached after it.
	Around: func(string) (before, after time.Duration) { return 1, 1 },
	Also: func(t *rapid.T, s agreementtest.Spec) {
		reply := slowAnswer(s.Line())
		checkLadders(t, reply)
		checkOwners(t, reply)
	},
	Knows: func(line []byte) bool { // some countries are the library's alone
		var in struct{ Customer struct{ Country string } }
		return json.Unmarshal(line, &in) == nil && slices.Contains(slowCountries, in.Customer.Country)
	},
}

// TestPropSlowTwinAgrees compares the library with the slow twin on random
// tickets.
func TestPropSlowTwinAgrees(t *testing.T) { twin.Agrees(t, answer) }

// TestPropSlowTwinSane checks of the twin what any right answer has.
func TestPropSlowTwinSane(t *testing.T) { twin.Sane(t) }

// TestSlowTwinCases holds the twin against answers that were worked out by hand:
// cases that come with the agreements' texts.
func TestSlowTwinCases(t *testing.T) {
	twin.Cases(t, agreementtest.ReadCases(t, os.ReadFile, os.Getenv("SLACLOCK_CASES"), "cumulocity.jsonl"), true)
}

// TestSlowTwinGoldens holds it against the golden cases, as those are judged.
func TestSlowTwinGoldens(t *testing.T) {
	twin.Cases(t, agreementtest.ReadCases(t, os.ReadFile, "..", "..", "testdata", "cumulocity.jsonl"), false)
}
