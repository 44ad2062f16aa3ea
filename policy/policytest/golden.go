package policytest

import (
	"bytes"
	"encoding/json"
	"iter"
	"path"
	"testing"

	"github.com/slaclock/slaclock/policy"
)

// A golden is a ticket with the answer that the clauses require.
type golden struct {
	In  json.RawMessage `json:"in"`
	Out map[string]any  `json:"out"`
	Why string          `json:"why"`
}

// ReadCases reads a file of golden cases with read, which is os.ReadFile: this
// package opens nothing. The elements of the path are joined with slashes, which
// every system reads. An empty first one skips the test: an environment variable
// names the folder of cases that are not everywhere, and here it does not.
func ReadCases(t testing.TB, read func(name string) ([]byte, error), elements ...string) []byte {
	t.Helper()
	name := path.Join(elements...)
	if len(elements) == 0 || elements[0] == "" {
		t.Skipf("nothing names the folder of %q", name)
	}
	cases, err := read(name)
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

// Answers returns a function that answers a ticket in JSON, as the command does,
// under the agreement that make makes for the ticket's customer and readings. An
// error of reading, of making or of answering is returned as it is.
func Answers(make func(policy.Customer, map[string]string) (*policy.Policy, error)) func(line []byte) ([]byte, error) {
	return func(line []byte) ([]byte, error) {
		var t policy.Ticket
		if err := t.UnmarshalJSON(line); err != nil {
			return nil, err
		}
		p, err := make(t.Customer, t.Readings)
		if err != nil {
			return nil, err
		}
		return p.AppendTicketAnswer(nil, &t)
	}
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
	for g := range goldens(t, cases) {
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

// goldens reads the cases one by one.
func goldens(t *testing.T, cases []byte) iter.Seq[golden] {
	return func(yield func(golden) bool) {
		n := 0
		for line := range bytes.Lines(cases) {
			n++
			var g golden
			if err := json.Unmarshal(line, &g); err != nil {
				t.Fatalf("case %d: %v", n, err)
			}
			if !yield(g) {
				return
			}
		}
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
