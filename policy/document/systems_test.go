package document_test

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/policy/policytest"
)

// systems is the folder of what the tests of other systems ask; see its README.md.
var systems = filepath.Join("..", "..", "testdata", "systems")

// TestSystems answers the tickets of other systems' test suites, under documents that
// say what those systems were set to.
func TestSystems(t *testing.T) {
	documents, _ := filepath.Glob(filepath.Join(systems, "*.json"))
	agreements := map[string]*document.Document{}
	for _, file := range documents {
		d, err := document.Decode(read(t, file))
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		agreements[d.Name] = d
	}
	files, _ := filepath.Glob(filepath.Join(systems, "*-tickets.jsonl"))
	if len(files) == 0 || len(agreements) == 0 {
		t.Fatal("there are no cases")
	}
	answer := func(line []byte) ([]byte, error) {
		var ticket policy.Ticket
		if err := ticket.UnmarshalJSON(line); err != nil {
			return nil, err
		}
		d := agreements[ticket.Agreement]
		if d == nil {
			t.Fatalf("no document is of the agreement %q", ticket.Agreement)
		}
		p, err := d.Policy(&ticket)
		if err != nil {
			return nil, err
		}
		return p.AppendTicketAnswer(nil, &ticket)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), "-tickets.jsonl"), func(t *testing.T) {
			cases := read(t, file)
			policytest.Goldens(t, cases, answer)
			n, differ := 0, 0
			for line := range bytes.Lines(cases) {
				var c struct {
					From        string
					In          json.RawMessage
					Out, Theirs any
					Why         string
				}
				if err := json.Unmarshal(line, &c); err != nil {
					t.Fatal(err)
				}
				n++
				if c.Theirs != nil {
					differ++
				}
				if c.From == "" || c.Theirs != nil && c.Why == "" || cmp.Equal(c.Theirs, c.Out) {
					t.Errorf("a case has from, and where theirs is another answer it says why: %s", line)
				}
			}
			t.Logf("%d tickets, %d answered otherwise there", n, differ)
		})
	}
}
