package cumulocity_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestPropSlowTwinAgrees compares the library with the slow twin on random
// tickets.
func TestPropSlowTwinAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := ticketGen().Draw(t, "ticket").line()
		out, err := answer(line)
		if err != nil {
			t.Fatalf("%v\n%s", err, line)
		}
		reply := slowAnswer(line)
		reply.Next = reply.nextOf(judgeEscalation, judgeOwnership)
		twin, err := json.Marshal(reply)
		if err != nil {
			t.Fatal(err)
		}
		var got, want map[string]any
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(twin, &want); err != nil {
			t.Fatal(err)
		}
		for _, v := range []map[string]any{got, want} {
			if !judgeEscalation || reply.stepsUnclear {
				delete(v, "escalation")
			}
			if !judgeOwnership || reply.ownerUnknown {
				delete(v, "ownership")
			}
			if judgeEscalation && reply.stepsUnclear || judgeOwnership && reply.ownerUnknown {
				delete(v, "next") // a step or a hand-over that no rule settles could come first
			}
			v["clocks"] = judged(v["clocks"], nil)
			v["at"] = v["as_of"] // compared as an instant: without one in the ticket, the twin has no text to repeat
			delete(v, "as_of")
		}
		if diff := cmp.Diff(comparable("", want), comparable("", got)); diff != "" {
			t.Fatalf("(-twin +library):\n%s\n%s", diff, line)
		}
	})
}
