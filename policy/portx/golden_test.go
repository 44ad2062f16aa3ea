package portx_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A golden is a ticket with the answer that the clauses require, worked out by
// hand. How it is judged is said in testdata/README.md.
type golden struct {
	In  json.RawMessage `json:"in"`
	Out map[string]any  `json:"out"`
	Why string          `json:"why"`
}

func TestGoldens(t *testing.T) {
	testGoldens(t, filepath.Join("..", "..", "testdata", "portx.jsonl"))
}

// TestWorkedCases answers cases that come with the agreements' texts.
func TestWorkedCases(t *testing.T) {
	dir := os.Getenv("SLACLOCK_CASES")
	if dir == "" {
		t.Skip("SLACLOCK_CASES does not name the folder of the worked cases")
	}
	testGoldens(t, filepath.Join(dir, "portx.jsonl"))
}

func testGoldens(t *testing.T, file string) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	n := 0
	for lines.Scan() {
		var g golden
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		n++
		var id struct {
			ID string `json:"id"`
		}
		_ = json.Unmarshal(g.In, &id) // some inputs are not meant to be read
		t.Run(id.ID, func(t *testing.T) { judge(t, g) })
	}
	if lines.Err() != nil || n == 0 {
		t.Fatalf("read %d cases: %v", n, lines.Err())
	}
}

func judge(t *testing.T, g golden) {
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
	var got map[string]any
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	for field, want := range g.Out {
		have := got[field]
		if field == "clocks" {
			have = judged(have, loose(want))
			want = judged(want, nil)
		}
		if diff := cmp.Diff(comparable(field, want), comparable(field, have)); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%s\n%s", field, diff, g.Why, g.In)
		}
	}
}

// loose returns, for each clock, the fields that its case does not judge.
func loose(clocks any) [][]any {
	var fields [][]any
	for _, c := range clocks.([]any) {
		list, _ := c.(map[string]any)["loose"].([]any)
		fields = append(fields, list)
	}
	return fields
}

// judged returns clocks without the fields that are not judged.
func judged(clocks any, loose [][]any) any {
	list, _ := clocks.([]any)
	for i, c := range list {
		clock := c.(map[string]any)
		drop := []any{"calendar", "why", "loose"}
		if l, ok := clock["loose"].([]any); ok {
			drop = append(drop, l...)
		}
		if i < len(loose) {
			drop = append(drop, loose[i]...)
		}
		for _, field := range drop {
			delete(clock, field.(string))
		}
	}
	return list
}

// comparable turns the texts of instants into instants, wherever they stand.
func comparable(field string, v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for k, e := range v {
			out[k] = comparable(k, e)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = comparable("", e)
		}
		return out
	case string:
		switch field {
		case "started", "due", "stopped", "at":
			at, err := time.Parse(time.RFC3339Nano, v)
			if err == nil {
				return at.UTC()
			}
		}
	}
	return v
}

// TestGoldenBytes holds one answer to the byte, with the order of its fields and
// the instants in the customer's zone. The calendar's name is the library's own.
func TestGoldenBytes(t *testing.T) {
	in := `{"id":"b","agreement":"portx","customer":{"zone":"Europe/Berlin","country":"DE","response_days":{"S1":1,"S2":2,"S3":3,"S4":5}},` +
		`"events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"s2"}]}`
	want := `{"id":"b","agreement":"portx","as_of":"2026-03-02T09:00:00Z","severity":"S2","clocks":[` +
		`{"metric":"response","round":1,"severity":"S2","target":"2 business days","clause":"POR-4",` +
		`"started":"2026-03-02T10:00:00+01:00","due":"2026-03-04T17:00:00+01:00","state":"running","elapsed":"0s","remaining":"25h0m0s"}],` +
		`"escalation":[],"next":{"at":"2026-03-04T17:00:00+01:00","what":"response due"},` +
		`"readings":{"portx.severity_change":"fair"}}`
	out, err := answer([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	got := regexp.MustCompile(`"calendar":"[^"]+",`).ReplaceAll(out, nil)
	if !bytes.Equal(got, []byte(want)) {
		t.Error(cmp.Diff(want, string(got)))
	}
}
