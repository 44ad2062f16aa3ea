package portx_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
)

// twin is the slow twin, in slow_test.go and the files beside it.
var twin = agreementtest.Twin{
	Specs:  ticketGen(),
	Answer: func(line []byte) any { return slowAnswer(line) },
	Knows: func(line []byte) bool { // some countries are the library's alone
		var in struct{ Customer struct{ Country string } }
		return json.Unmarshal(line, &in) == nil && slices.Contains(slowCountries, in.Customer.Country)
	},
	Also: checkOneAtATime,
}

// TestPropSlowTwinAgrees compares the library with the slow twin on random
// tickets.
func TestPropSlowTwinAgrees(t *testing.T) { twin.Agrees(t, answer) }

// TestPropSlowTwinSane checks of the twin what any right answer has.
func TestPropSlowTwinSane(t *testing.T) { twin.Sane(t) }

// TestSlowTwinCases holds the twin against answers that were worked out by hand:
// cases that come with the agreements' texts.
func TestSlowTwinCases(t *testing.T) {
	twin.Cases(t, agreementtest.ReadCases(t, os.ReadFile, os.Getenv("SLACLOCK_CASES"), "portx.jsonl"), true)
}

// TestSlowTwinGoldens holds it against the golden cases, as strictly.
func TestSlowTwinGoldens(t *testing.T) {
	twin.Cases(t, agreementtest.ReadCases(t, os.ReadFile, "..", "..", "testdata", "portx.jsonl"), true)
}
