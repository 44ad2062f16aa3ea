package portx_test

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
// hand: cases that come with the agreements' texts.
func TestSlowTwinCases(t *testing.T) {
	folder := os.Getenv("SLACLOCK_CASES")
	if folder == "" {
		t.Skip("SLACLOCK_CASES does not name the folder of the worked cases")
	}
	testTwinCases(t, filepath.Join(folder, "portx.jsonl"))
}

// TestSlowTwinGoldens holds the twin against the golden cases, but for errors,
// which it does not look for, and countries that it does not know.
func TestSlowTwinGoldens(t *testing.T) {
	testTwinCases(t, filepath.Join("..", "..", "testdata", "portx.jsonl"))
}

// testTwinCases is stricter than the cases ask: what they leave out, the twin
// must leave out as well, but for the few fields that a case never writes.
func testTwinCases(t *testing.T, file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		var row struct {
			In  json.RawMessage `json:"in"`
			Out map[string]any  `json:"out"`
			Why string          `json:"why"`
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		if row.Out["error"] == true {
			continue
		}
		var in struct {
			Customer struct{ Country string }
		}
		if err := json.Unmarshal(row.In, &in); err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(slowCountries, in.Customer.Country) {
			continue
		}
		rows++
		text, err := json.Marshal(slowAnswer(row.In))
		if err != nil {
			t.Fatal(err)
		}
		var got map[string]any
		if err := json.Unmarshal(text, &got); err != nil {
			t.Fatal(err)
		}
		for _, field := range []string{"id", "agreement", "as_of", "readings"} {
			if _, judged := row.Out[field]; !judged {
				delete(got, field)
			}
		}
		for field, want := range row.Out {
			if _, given := got[field]; want == nil && !given {
				delete(row.Out, field) // null: the answer has no such field
			}
		}
		gotClocks, wantClocks := got["clocks"].([]any), row.Out["clocks"].([]any)
		for i := range min(len(gotClocks), len(wantClocks)) {
			g, w := gotClocks[i].(map[string]any), wantClocks[i].(map[string]any)
			loose, _ := w["loose"].([]any)
			delete(w, "loose")
			for _, field := range loose {
				delete(g, field.(string))
				delete(w, field.(string))
			}
			delete(w, "calendar")
		}
		if diff := cmp.Diff(instants(row.Out), instants(got)); diff != "" {
			t.Errorf("%s\nwhy: %s\n(-case +twin)\n%s", row.In, row.Why, diff)
		}
	}
	if rows == 0 {
		t.Errorf("%s holds no case", filepath.Base(file))
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
