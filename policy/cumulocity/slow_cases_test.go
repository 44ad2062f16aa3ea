package cumulocity_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestSlowTwinCases holds the twin against answers that were worked out by
// hand. It is stricter than the cases ask: what they leave out, the twin must
// leave out as well, but for the few fields that a case never writes.
func TestSlowTwinCases(t *testing.T) {
	folder := os.Getenv("SLACLOCK_CASES")
	if folder == "" {
		t.Skip("SLACLOCK_CASES does not name the folder of the worked cases")
	}
	twinCases(t, filepath.Join(folder, "cumulocity.jsonl"), true)
}

// TestSlowTwinGoldens holds it against the golden cases, as those are judged.
func TestSlowTwinGoldens(t *testing.T) {
	twinCases(t, filepath.Join("..", "..", "testdata", "cumulocity.jsonl"), false)
}

func twinCases(t *testing.T, file string, strict bool) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	for ; lines.Scan(); rows++ {
		var row struct {
			In  json.RawMessage `json:"in"`
			Out map[string]any  `json:"out"`
			Why string          `json:"why"`
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		var in slowInput
		if err := json.Unmarshal(row.In, &in); err != nil && row.Out["error"] != true {
			t.Fatal(err)
		}
		if row.Out["error"] == true || !slices.Contains(slowCountries, in.Customer.Country) {
			continue // the twin answers valid tickets only, of countries that it knows
		}
		text, err := json.Marshal(slowAnswer(row.In))
		if err != nil {
			t.Fatal(err)
		}
		var got map[string]any
		if err := json.Unmarshal(text, &got); err != nil {
			t.Fatal(err)
		}
		for field := range got {
			_, judged := row.Out[field]
			if !judged && (!strict || slices.Contains([]string{"id", "agreement", "as_of", "readings"}, field)) {
				delete(got, field)
			}
		}
		for field, want := range row.Out {
			if want == nil && got[field] == nil {
				delete(row.Out, field) // null: the answer has no such field
			}
		}
		gotClocks, _ := got["clocks"].([]any)
		for i, c := range gotClocks {
			delete(c.(map[string]any), "calendar")
			if wantClocks := row.Out["clocks"].([]any); i < len(wantClocks) {
				g, w := c.(map[string]any), wantClocks[i].(map[string]any)
				loose, _ := w["loose"].([]any)
				delete(w, "loose")
				for _, field := range loose {
					delete(g, field.(string))
					delete(w, field.(string))
				}
			}
		}
		if diff := cmp.Diff(instants(row.Out), instants(got)); diff != "" {
			t.Errorf("%s\nwhy: %s\n(-case +twin)\n%s", row.In, row.Why, diff)
		}
	}
	if lines.Err() != nil || rows == 0 {
		t.Errorf("%s: %d cases: %v", filepath.Base(file), rows, lines.Err())
	}
}

// instants turns every text that is an instant into one way of writing it.
func instants(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for name := range v {
			v[name] = instants(v[name])
		}
	case []any:
		for i := range v {
			v[i] = instants(v[i])
		}
	case string:
		if t, err := time.Parse(time.RFC3339, v); err == nil {
			return t.UTC().Format(time.RFC3339Nano)
		}
	}
	return v
}
