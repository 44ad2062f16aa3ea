package documents

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/policy/policytest"
)

// read reads the document of a name.
func read(t *testing.T, name string) *document.Document {
	t.Helper()
	text, err := os.ReadFile(name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	d, err := document.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// tell answers the tickets of a document, as the command does: by the ticket's id
// its clocks, "metric due state", and its steps, "→ who at state".
func tell(t *testing.T, name string) map[string][]string {
	t.Helper()
	d := read(t, name)
	lines, err := os.ReadFile(name + ".jsonl")
	if err != nil {
		t.Fatal(err)
	}
	told := map[string][]string{}
	for line := range bytes.Lines(lines) {
		var ticket policy.Ticket
		if err := ticket.UnmarshalJSON(line); err != nil {
			t.Fatal(err)
		}
		p, err := d.Policy(&ticket)
		if err != nil {
			t.Fatalf("%s: %v", ticket.ID, err)
		}
		events, err := p.Events(&ticket)
		if err != nil {
			t.Fatalf("%s: %v", ticket.ID, err)
		}
		asOf, _ := ticket.Instant()
		answer, err := p.Evaluate(events, asOf.Time)
		if err != nil {
			t.Fatalf("%s: %v", ticket.ID, err)
		}
		told[ticket.ID] = words(t, p.AppendAnswer(nil, ticket.ID, asOf, &answer))
	}
	return told
}

// words tells an answer.
func words(t *testing.T, answer []byte) (all []string) {
	var a struct {
		Clocks     []struct{ Metric, Due, State, Clause string }
		Escalation []struct{ To, At, State string }
	}
	if err := json.Unmarshal(answer, &a); err != nil {
		t.Fatal(err)
	}
	line := func(words ...string) {
		all = append(all, strings.Join(slices.DeleteFunc(words, func(s string) bool { return s == "" }), " "))
	}
	for _, c := range a.Clocks {
		line(c.Clause, c.Metric, c.Due, c.State)
	}
	for _, e := range a.Escalation {
		line("→", e.To, e.At, e.State)
	}
	return all
}

// TestReadme: what README.md shows are the files, and it lists all documents.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := regexp.MustCompile("(?s)<!-- (?:document|tickets): (\\S+) -->\n```json\n(.*?)```").FindAllSubmatch(readme, -1)
	if len(shown) != 2 || bytes.Count(readme, []byte("```json")) != 2 {
		t.Errorf("%d files are shown, want 2", len(shown))
	}
	for _, s := range shown {
		file, err := os.ReadFile(string(s[1]))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(file), string(s[2])); diff != "" {
			t.Errorf("%s (-file +README):\n%s", s[1], diff)
		}
	}
	paths, err := filepath.Glob("*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if row := "| `" + strings.TrimSuffix(path, ".json") + "` |"; !bytes.Contains(readme, []byte(row)) {
			t.Errorf("README.md has no row %s", row)
		}
	}
}

// TestLaws: what holds for every agreement holds for these, for a customer each, by
// the version that is in force in August 2026: the last one.
func TestLaws(t *testing.T) {
	for name, attributes := range map[string]map[string]string{
		"support-desk":    nil,
		"enterprise-desk": {"region": "APAC", "tier": "gold"},
		"boston-311":      {"type": "Graffiti Removal"},
	} {
		t.Run(name, func(t *testing.T) {
			versions, err := read(t, name).For(policy.Customer{}, attributes, nil)
			if err != nil {
				t.Fatal(err)
			}
			p, err := versions.InForce(time.Date(2026, time.August, 3, 9, 0, 0, 0, time.UTC))
			if err != nil {
				t.Fatal(err)
			}
			policytest.Laws(t, p)
		})
	}
}

// TestDocumentsAreTidy: each document is as Encode writes it, but for the one that is
// wrapped by hand to fit more on a line; and each has its own name.
func TestDocumentsAreTidy(t *testing.T) {
	paths, err := filepath.Glob("*.json")
	if err != nil || len(paths) < 4 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(path, ".json")
		d := read(t, name)
		if d.Name != name {
			t.Errorf("%s is called %s", path, d.Name)
		}
		if name == "boston-311" {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		again, err := d.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(again), string(text)); diff != "" {
			t.Errorf("%s (-Encode +file):\n%s", path, diff)
		}
	}
}
