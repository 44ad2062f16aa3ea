package document_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/policy/purchased"
	"github.com/slaclock/slaclock/policy/sempre"
)

// agreements are the agreements of which documents stand in testdata; of one that
// promises nothing for tickets, new is nil.
func agreements() []agreement {
	return []agreement{
		{"purchased", purchased.New, purchased.Releases()},
		{"cumulocity", cumulocity.New, cumulocity.Releases()},
		{"ispsystem", ispsystem.New, ispsystem.Releases()},
		{"portx", portx.New, portx.Releases()},
		{"sempre", nil, sempre.Releases()},
	}
}

type agreement struct {
	name     string
	new      func(policy.Customer, map[string]string) (*policy.Policy, error)
	releases *policy.ReleasePolicy
}

// read reads a file of testdata.
func read(t testing.TB, elem ...string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(elem...))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// mustRead reads the document of an agreement.
func mustRead(t testing.TB, name string) *document.Document {
	t.Helper()
	d, err := document.Decode(read(t, "testdata", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// inputs returns the inputs of a file of golden cases.
func inputs(t *testing.T, file string) (all [][]byte) {
	for line := range bytes.Lines(read(t, "..", "..", "testdata", file)) {
		var c struct {
			In json.RawMessage `json:"in"`
		}
		if err := json.Unmarshal(line, &c); err != nil {
			t.Fatal(err)
		}
		all = append(all, c.In)
	}
	return all
}

// TestGoldens answers the golden tickets from the documents, and some with reasons: the
// same bytes as from the packages, or an error where they have one.
func TestGoldens(t *testing.T) {
	for _, a := range agreements() {
		if a.new == nil {
			continue
		}
		d := mustRead(t, a.name)
		answered, refused := 0, 0
		for i, in := range inputs(t, a.name+".jsonl") {
			// Reasons have the fingerprints of calendars, which take milliseconds.
			explain := i%16 == 0 && !testing.Short()
			var ticket policy.Ticket
			if err := ticket.UnmarshalJSON(in); err != nil {
				continue // of neither
			}
			want, wantErr := answerBy(&ticket, explain, func() (*policy.Policy, error) { return a.new(ticket.Customer, ticket.Readings) })
			got, gotErr := answerBy(&ticket, explain, func() (*policy.Policy, error) { return d.Policy(&ticket) })
			switch {
			case wantErr != nil && gotErr != nil:
				refused++
			case wantErr != nil || gotErr != nil:
				t.Errorf("%s\npackage: %v\ndocument: %v", in, wantErr, gotErr)
			case !bytes.Equal(want, got):
				t.Errorf("%s\n%s", in, cmp.Diff(string(want), string(got)))
			default:
				answered++
			}
		}
		if answered < 250 || refused < 10 {
			t.Errorf("%s: %d cases answered, %d refused; there should be more", a.name, answered, refused)
		}
	}
}

func answerBy(t *policy.Ticket, explain bool, by func() (*policy.Policy, error)) ([]byte, error) {
	p, err := by()
	if err != nil {
		return nil, err
	}
	b, err := p.AppendTicketAnswer(nil, t)
	if err != nil || !explain {
		return b, err
	}
	events, err := p.Events(t)
	if err != nil {
		return nil, err
	}
	asOf, _ := t.Instant()
	a, err := p.Explain(events, asOf.Time)
	a.Escalation = nil // of a calendar with two names a ladder tells the first, and the document has other names
	return p.AppendAnswer(append(b, '\n'), t.ID, asOf, &a), err
}

// TestGoldens_Releases is TestGoldens for releases.
func TestGoldens_Releases(t *testing.T) {
	var packages, documents []*policy.ReleasePolicy
	for _, a := range agreements() {
		p, err := mustRead(t, a.name).ReleasePolicy()
		if err != nil {
			t.Fatal(err)
		}
		packages, documents = append(packages, a.releases), append(documents, p)
	}
	answered := 0
	for _, in := range inputs(t, "releases.jsonl") {
		want, wantErr := answerReleases(in, packages)
		got, gotErr := answerReleases(in, documents)
		switch {
		case (wantErr == nil) != (gotErr == nil):
			t.Errorf("%s\npackage: %v\ndocument: %v", in, wantErr, gotErr)
		case !bytes.Equal(want, got):
			t.Errorf("%s\n%s", in, cmp.Diff(string(want), string(got)))
		case wantErr == nil:
			answered++
		}
	}
	if answered < 100 {
		t.Errorf("%d cases answered; there should be more", answered)
	}
}

func answerReleases(in []byte, of []*policy.ReleasePolicy) ([]byte, error) {
	list, p, err := policy.ReadReleases(in, of)
	if err != nil {
		return nil, err
	}
	a, err := p.Answer(list)
	if err != nil {
		return nil, err
	}
	return p.AppendAnswer(nil, list, &a), nil
}
