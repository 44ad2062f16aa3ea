package golden

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
)

// A Case is a ticket with the answer that the clauses require. A field that is not in
// Out is not judged; null says that the answer has no such field. Lists are compared in
// full, instants as instants, and of clocks neither calendar nor why is judged, nor
// what a clock's own list "loose" names. The zero Case has no ticket and judges nothing.
type Case struct {
	In  json.RawMessage `json:"in"`
	Out map[string]any  `json:"out"`
	Why string          `json:"why"` // the reasoning, for who reads a failure
}

// Cases reads cases, a JSON object a line. A line that is none is an error with its
// number, the first being 1, and the last thing that is told; no lines are no cases.
func Cases(lines []byte) iter.Seq2[Case, error] {
	return func(yield func(Case, error) bool) {
		n := 0
		for line := range bytes.Lines(lines) {
			n++
			var c Case
			if err := json.Unmarshal(line, &c); err != nil {
				yield(Case{}, fmt.Errorf("case %d: %w", n, err))
				return
			}
			if !yield(c, nil) {
				return
			}
		}
	}
}

// ID returns the ticket's id; "" if it has none, or is not meant to be read.
func (c Case) ID() string {
	var in struct {
		ID string `json:"id"`
	}
	if json.Unmarshal(c.In, &in) != nil {
		return ""
	}
	return in.ID
}

// Refused reports whether the case wants the ticket refused: {"error": true}.
func (c Case) Refused() bool { return c.Out["error"] == true }

// Judge says where an answer differs from what the case wants, as [Diff] does; ""
// if nowhere. The error is that of [Fields].
func (c Case) Judge(answer []byte) (string, error) {
	got, err := Fields(answer)
	if err != nil {
		return "", err
	}
	out := comparable("", c.Out).(map[string]any) // a copy: c is not changed
	Loosen(out["clocks"], got["clocks"])
	maps.DeleteFunc(got, func(field string, _ any) bool { _, judged := out[field]; return !judged })
	return Diff(out, got), nil
}

// Loosen removes from the clocks of an answer, and from those wanted, what the lists
// "loose" of the latter name, and these lists. What is no list of clocks stays.
func Loosen(want, got any) {
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
