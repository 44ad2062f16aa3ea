package policy_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/internal/golden"
	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/policy/purchased"
	"github.com/slaclock/slaclock/policy/sempre"
)

// releasePolicies are what the five agreements say of releases.
func releasePolicies() []*policy.ReleasePolicy {
	return []*policy.ReleasePolicy{
		sempre.Releases(), purchased.Releases(), cumulocity.Releases(), ispsystem.Releases(), portx.Releases(),
	}
}

// answerReleases answers a line as the command does.
func answerReleases(line []byte) ([]byte, error) {
	list, p, err := policy.ReadReleases(line, releasePolicies())
	if err != nil {
		return nil, err
	}
	a, err := p.Answer(list)
	if err != nil {
		return nil, err
	}
	return p.AppendAnswer(nil, list, &a), nil
}

// goldens answers those of the project's own cases that a test is named after;
// testdata/README.md says how they are judged.
func goldens(t *testing.T) {
	t.Helper()
	testReleases(t, agreementtest.CasesOf(t, agreementtest.ReadCases(t, os.ReadFile, "..", "testdata", "releases.jsonl")))
}

// Those of a clause, and, as INT, those of the command's input and output. TestClauses
// knows whether one is missing.

func TestSEM1_Goldens(t *testing.T)  { goldens(t) }
func TestSEM2_Goldens(t *testing.T)  { goldens(t) }
func TestPUR7_Goldens(t *testing.T)  { goldens(t) }
func TestCUM10_Goldens(t *testing.T) { goldens(t) }
func TestCUM11_Goldens(t *testing.T) { goldens(t) }
func TestISP8_Goldens(t *testing.T)  { goldens(t) }
func TestPOR5_Goldens(t *testing.T)  { goldens(t) }
func TestPOR8_Goldens(t *testing.T)  { goldens(t) }
func TestINT_Goldens(t *testing.T)   { goldens(t) }

// TestReleases_WorkedCases answers cases that come with the agreements' texts.
func TestReleases_WorkedCases(t *testing.T) {
	testReleases(t, agreementtest.ReadCases(t, os.ReadFile, os.Getenv("SLACLOCK_CASES"), "releases.jsonl"))
}

func testReleases(t *testing.T, cases []byte) {
	ids := map[string]bool{}
	for c, err := range golden.Cases(cases) {
		if err != nil {
			t.Fatal(err)
		}
		id := c.ID()
		if id == "" || ids[id] || c.Why == "" {
			t.Errorf("%s: a case has an id of its own and a why", c.In)
		}
		ids[id] = true
		t.Run(id, func(t *testing.T) {
			out, err := answerReleases(c.In)
			switch {
			case c.Refused() && err == nil:
				t.Errorf("answered %s\n%s", out, c.Why)
			case c.Refused():
			case err != nil:
				t.Errorf("%v\n%s", err, c.Why)
			default:
				judgeReleases(t, c.Out, out, c.Why)
			}
		})
	}
	if len(ids) == 0 {
		t.Fatal("there are no cases")
	}
}

// judgeReleases compares the fields that a case fixes. from and through are
// always fixed: where a row does not have them, there must be none.
func judgeReleases(t *testing.T, want map[string]any, out []byte, why string) {
	var got map[string]any
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	for field := range got {
		if _, ok := want[field]; !ok {
			delete(got, field)
		}
	}
	wantRows, _ := want["releases"].([]any)
	gotRows, _ := got["releases"].([]any)
	for i, row := range gotRows {
		if i >= len(wantRows) {
			break
		}
		fixed := wantRows[i].(map[string]any)
		for field := range row.(map[string]any) {
			if _, ok := fixed[field]; !ok && field != "from" && field != "through" {
				delete(row.(map[string]any), field)
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s\n%s", diff, why)
	}
}
