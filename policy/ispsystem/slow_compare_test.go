package ispsystem_test

import (
	"os"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
)

// twin is the slow twin, in slow_test.go and the files beside it.
var twin = agreementtest.Twin{
	Specs:  ticketGen(),
	Answer: func(line []byte) any { return slowAnswer(line) },
	Around: func(what string) (before, after time.Duration) {
		if what == "auto_close due" { // the closing happens at its instant
			return 1, 0
		}
		return 0, 1
	},
	Also:     checkOneSide,
	Unjudged: []string{"clocks"},
}

// TestPropSlowTwinAgrees compares the library with the slow twin on random
// tickets.
func TestPropSlowTwinAgrees(t *testing.T) { twin.Agrees(t, answer) }

// TestPropSlowTwinSane checks of the twin what any right answer has.
func TestPropSlowTwinSane(t *testing.T) { twin.Sane(t) }

// TestSlowTwinCases holds the twin against answers that were worked out by hand:
// cases that come with the agreements' texts.
func TestSlowTwinCases(t *testing.T) {
	twin.Cases(t, agreementtest.ReadCases(t, os.ReadFile, os.Getenv("SLACLOCK_CASES"), "ispsystem.jsonl"), true)
}

// TestSlowTwinGoldens holds it against our own, which are as independent of it.
func TestSlowTwinGoldens(t *testing.T) {
	twin.Cases(t, agreementtest.ReadCases(t, os.ReadFile, "..", "..", "testdata", "ispsystem.jsonl"), true)
}
