package purchased_test

import (
	"os"
	"testing"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
)

// twin is the slow twin, in slow_test.go and the files beside it.
var twin = agreementtest.Twin{
	Specs:  ticketGen(),
	Answer: func(line []byte) any { return slowAnswer(line) },
}

// TestPropSlowTwinAgrees compares the library with the slow twin on random
// tickets.
func TestPropSlowTwinAgrees(t *testing.T) { twin.Agrees(t, answer) }

// TestPropSlowTwinSane checks of the twin what any right answer has.
func TestPropSlowTwinSane(t *testing.T) { twin.Sane(t) }

// TestSlowTwinCases holds the twin against answers that were worked out by hand:
// cases that come with the agreements' texts.
func TestSlowTwinCases(t *testing.T) {
	twin.Cases(t, agreementtest.ReadCases(t, os.ReadFile, os.Getenv("SLACLOCK_CASES"), "purchased.jsonl"), true)
}
