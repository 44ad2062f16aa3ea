package portx_test

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
		twin, err := json.Marshal(slowAnswer(line))
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
		delete(got, "escalation") // the twin has none
		for _, v := range []map[string]any{got, want} {
			v["clocks"] = judged(v["clocks"], nil)
			v["at"] = v["as_of"] // compared as an instant: without one in the ticket, the twin has no text to repeat
			delete(v, "as_of")
		}
		if diff := cmp.Diff(comparable("", want), comparable("", got)); diff != "" {
			t.Fatalf("(-twin +library):\n%s\n%s", diff, line)
		}
	})
}
