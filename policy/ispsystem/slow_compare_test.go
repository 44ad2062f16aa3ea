package ispsystem_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy/policytest"
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
		got, err := policytest.Fields(out)
		if err != nil {
			t.Fatal(err)
		}
		want, err := policytest.Fields(twin)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range []map[string]any{got, want} {
			delete(v, "escalation") // the twin has none
			// Without an as_of in the ticket the twin has no text to repeat.
			text, _ := v["as_of"].(string)
			at, err := time.Parse(time.RFC3339Nano, text)
			if err != nil {
				t.Fatal(err)
			}
			v["as_of"] = at.UTC()
		}
		if diff := policytest.Diff(want, got); diff != "" {
			t.Fatalf("twin wanted, library got:\n%s\n%s", diff, line)
		}
	})
}
