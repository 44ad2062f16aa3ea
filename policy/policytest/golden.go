package policytest

import (
	"bytes"
	"encoding/json"
	"testing"
)

// A golden is a ticket with the answer that the clauses require.
type golden struct {
	In  json.RawMessage `json:"in"`
	Out map[string]any  `json:"out"`
	Why string          `json:"why"`
}

// Goldens answers the tickets of golden cases, one JSON object a line:
//
//	{"in": {…a ticket…}, "out": {…the answer…}, "why": "the reasoning"}
//
// A field that is not in out is not judged; null says that the answer has no such
// field; {"error": true} that the ticket must be refused. Lists are compared in
// full, instants as instants, and of clocks neither calendar nor why is judged,
// nor what a clock's own list "loose" names.
func Goldens(t *testing.T, cases []byte, answer func(line []byte) ([]byte, error)) {
	n := 0
	for line := range bytes.Lines(cases) {
		var g golden
		if err := json.Unmarshal(line, &g); err != nil {
			t.Fatalf("case %d: %v", n+1, err)
		}
		n++
		var in struct {
			ID string `json:"id"`
		}
		_ = json.Unmarshal(g.In, &in) // some tickets are not meant to be read
		t.Run(in.ID, func(t *testing.T) { g.judge(t, answer) })
	}
	if n == 0 {
		t.Fatal("there are no cases")
	}
}

func (g golden) judge(t *testing.T, answer func(line []byte) ([]byte, error)) {
	out, err := answer(g.In)
	if g.Out["error"] == true {
		if err == nil {
			t.Errorf("answered %s\n%s", out, g.Why)
		}
		return
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, g.Why)
	}
	got, err := Fields(out)
	if err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	loosen(g.Out["clocks"], got["clocks"])
	want := comparable("", g.Out).(map[string]any)
	for field := range want {
		if diff := Diff(want[field], got[field]); diff != "" {
			t.Errorf("%s:\n%s%s\n%s", field, diff, g.Why, g.In)
		}
	}
}

// loosen removes from the clocks of an answer, and from those wanted, what a case
// does not judge.
func loosen(want, got any) {
	wanted, _ := want.([]any)
	clocks, _ := got.([]any)
	for i, c := range wanted {
		clock, _ := c.(map[string]any)
		loose, _ := clock["loose"].([]any)
		delete(clock, "loose")
		for _, field := range loose {
			name, _ := field.(string)
			delete(clock, name)
			if i < len(clocks) {
				if other, ok := clocks[i].(map[string]any); ok {
					delete(other, name)
				}
			}
		}
	}
}
