package cumulocity_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// Whether to judge what an answer says of the ladder (CUM-7, CUM-8) and of the
// owners (CUM-9), here and in the comparison with the slow twin. Where one is
// not judged, the answer's next is expected to name no step or no hand-over.
const (
	judgeEscalation = true
	judgeOwnership  = true
)

// A golden is a ticket with the answer that the clauses require, worked out by
// hand. How it is judged is said in testdata/README.md.
type golden struct {
	In  json.RawMessage `json:"in"`
	Out map[string]any  `json:"out"`
	Why string          `json:"why"`
}

func TestGoldens(t *testing.T) {
	testGoldens(t, filepath.Join("..", "..", "testdata", "cumulocity.jsonl"))
}

// TestWorkedCases answers cases that come with the agreements' texts.
func TestWorkedCases(t *testing.T) {
	dir := os.Getenv("SLACLOCK_CASES")
	if dir == "" {
		t.Skip("SLACLOCK_CASES does not name the folder of the worked cases")
	}
	testGoldens(t, filepath.Join(dir, "cumulocity.jsonl"))
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
		if !settled(field, want) {
			continue
		}
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

// settled says whether a field is judged yet.
func settled(field string, want any) bool {
	switch field {
	case "escalation":
		return judgeEscalation
	case "ownership":
		return judgeOwnership
	case "next":
		next, _ := want.(map[string]any)
		what, _ := next["what"].(string)
		return (judgeEscalation || !strings.HasPrefix(what, "escalation step")) &&
			(judgeOwnership || !strings.HasPrefix(what, "hand-over"))
	}
	return true
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
		case "started", "due", "stopped", "at", "from":
			at, err := time.Parse(time.RFC3339Nano, v)
			if err == nil {
				return at.UTC()
			}
		}
	}
	return v
}

// TestGoldenBytes holds one answer to the byte, with the order of its fields.
func TestGoldenBytes(t *testing.T) {
	if !judgeEscalation || !judgeOwnership {
		t.Skip("the answer is not complete yet")
	}
	in := `{"id":"b","agreement":"cumulocity","customer":{"region":"US","country":"NONE"},"events":[` +
		`{"at":"2026-06-09T15:00:00Z","kind":"reported","severity":"crisis","channel":"phone"},{"at":"2026-06-09T15:10:00Z","kind":"plan_provided"}]}`
	step := func(n, to, day string) string {
		return `{"step":` + n + `,"to":"` + to + `","clause":"CUM-7","round":1,"at":"2026-06-` + day + `T09:00:00-06:00","state":"pending"}`
	}
	want := `{"id":"b","agreement":"cumulocity","as_of":"2026-06-09T15:10:00Z","severity":"Crisis","clocks":[` +
		`{"metric":"response","round":1,"severity":"Crisis","target":"30m0s","calendar":"24x7","clause":"CUM-2",` +
		`"started":"2026-06-09T09:00:00-06:00","due":"2026-06-09T09:30:00-06:00","stopped":"2026-06-09T09:10:00-06:00","state":"met","elapsed":"10m0s","remaining":"20m0s"},` +
		`{"metric":"plan","round":1,"severity":"Crisis","target":"4h0m0s","calendar":"24x7","clause":"CUM-5",` +
		`"started":"2026-06-09T09:00:00-06:00","due":"2026-06-09T13:00:00-06:00","stopped":"2026-06-09T09:10:00-06:00","state":"met","elapsed":"10m0s","remaining":"3h50m0s"}],` +
		`"escalation":[` + step("1", "Regional Director", "10") + `,` + step("2", "Global Vice President", "11") + `,` +
		step("3", "Global Senior Vice President", "12") + `,` + step("4", "Chief Operating Officer", "14") + `],` +
		`"ownership":[{"from":"2026-06-09T09:00:00-06:00","region":"US"}],` +
		`"next":{"at":"2026-06-09T17:00:00-06:00","what":"hand-over to on-call"},` +
		`"readings":{"cumulocity.zone":"local","cumulocity.other_hubs":"weekdays","cumulocity.reaction_standard":"24h","cumulocity.no_call":"opening","cumulocity.severity_change":"fair"}}`
	got, err := answer([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, []byte(want)) {
		t.Error(cmp.Diff(want, string(got)))
	}
}
