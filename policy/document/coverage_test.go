package document_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/policy/purchased"
	"github.com/slaclock/slaclock/policy/sempre"
)

// covering are the agreements with what they cover.
func covering() map[string]func() (*policy.Coverage, error) {
	return map[string]func() (*policy.Coverage, error){
		"purchased": purchased.Coverage, "cumulocity": cumulocity.Coverage, "ispsystem": ispsystem.Coverage, "portx": portx.Coverage, "sempre": sempre.Coverage,
	}
}

// written returns a coverage as a document has it.
func written(c *policy.Coverage) *document.Coverage {
	d := new(document.Coverage)
	for _, r := range c.Rules() {
		d.Rules = append(d.Rules, document.CoverageRule{Fact: r.Fact, Required: r.Required, Unless: r.Unless, Outcome: r.Outcome.String(), Clause: r.Clause, Section: r.Section, Rule: r.Rule})
	}
	for _, l := range c.Limits() {
		d.Limits = append(d.Limits, document.FactLimit(l))
	}
	return d
}

// coverages returns what an agreement covers, by its package and by its document.
func coverages(t *testing.T, name string) (inGo, inDocument *policy.Coverage) {
	t.Helper()
	inGo, err := covering()[name]()
	if err != nil {
		t.Fatal(err)
	}
	inDocument, err = mustRead(t, name).CoveragePolicy()
	if err != nil {
		t.Fatal(err)
	}
	return inGo, inDocument
}

// TestCoverage_Documents: the documents of the five agreements cover what their packages
// do. -update writes it into them.
func TestCoverage_Documents(t *testing.T) {
	for name, of := range covering() {
		t.Run(name, func(t *testing.T) {
			inGo, err := of()
			if err != nil {
				t.Fatal(err)
			}
			d := mustRead(t, name)
			if *update {
				d.Coverage = written(inGo)
				text, err := d.Encode()
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join("testdata", name+".json"), text, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(written(inGo), d.Coverage); diff != "" {
				t.Errorf("run go test -update (-package +document):\n%s", diff)
			}
		})
	}
}

// TestCoverage_OneFact decides on each fact alone, and on none, by the packages and by the
// documents.
func TestCoverage_OneFact(t *testing.T) {
	for name := range covering() {
		inGo, inDocument := coverages(t, name)
		same(t, inGo, inDocument, nil)
		for _, fact := range inGo.Facts() {
			same(t, inGo, inDocument, map[string]bool{fact: true})
			same(t, inGo, inDocument, map[string]bool{fact: false})
		}
	}
}

// TestPropCoverage_Facts is TestCoverage_OneFact for any facts.
func TestPropCoverage_Facts(t *testing.T) {
	for name := range covering() {
		t.Run(name, func(t *testing.T) {
			inGo, inDocument := coverages(t, name)
			drawn, decided := 0, 0
			rapid.Check(t, func(t *rapid.T) {
				drawn++
				facts := map[string]bool{}
				often := rapid.IntRange(1, 12).Draw(t, "one in")
				for _, fact := range inGo.Facts() {
					if rapid.IntRange(1, often).Draw(t, fact) == 1 {
						facts[fact] = rapid.IntRange(0, 3).Draw(t, "true") > 0
					}
				}
				// What a fact needs is mostly there, so that most are decided.
				for _, l := range inGo.Limits() {
					for _, need := range l.Needs {
						if facts[l.Fact] && rapid.IntRange(0, 7).Draw(t, "needed") > 0 {
							facts[need] = true
						}
					}
				}
				if same(t, inGo, inDocument, facts) {
					decided++
				}
			})
			if drawn >= 50 && decided < drawn/5 { // of a few it may be none
				t.Errorf("%d of %d were decided; there should be more", decided, drawn)
			}
		})
	}
}

// same compares two decisions on facts, or the errors. It reports whether there was one.
func same(t interface {
	Helper()
	Errorf(string, ...any)
}, inGo, inDocument *policy.Coverage, facts map[string]bool) bool {
	t.Helper()
	want, wantErr := inGo.Decide(facts)
	got, gotErr := inDocument.Decide(facts)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%v (-package +document):\n%s", facts, diff)
	}
	switch {
	case wantErr == nil && gotErr == nil:
		return true
	case wantErr == nil || gotErr == nil || wantErr.Error() != gotErr.Error():
		t.Errorf("%v\npackage: %v\ndocument: %v", facts, wantErr, gotErr)
	}
	return false
}

// lending is what a library covers: a card is needed, reference books are not lent but
// to teachers, and late books cost a fee.
const lending = `"coverage": {
  "rules": [
    {"fact": "card", "required": true, "outcome": "suspended", "clause": "L-1", "section": "1", "rule": "a card is needed"},
    {"fact": "reference", "unless": ["teacher"], "outcome": "not_covered", "clause": "L-2", "section": "2 b", "rule": "stays in the house"},
    {"fact": "late", "outcome": "chargeable", "clause": "L-3", "section": "3", "rule": "a fee is due"}
  ],
  "limits": [{"fact": "teacher", "needs": ["reference"], "bars": ["late"]}]
}`

// TestCoverage_Decides: each word of a coverage does what it says.
func TestCoverage_Decides(t *testing.T) {
	c, err := mustDecode(t, `{"schema": 1, "name": "library", `+lending+`}`).CoveragePolicy()
	if err != nil {
		t.Fatal(err)
	}
	const facts = "card, reference, teacher or late"
	for _, test := range []struct {
		name  string
		facts map[string]bool
		want  []string // the outcome and the reasons, or the error
	}{
		{"nothing stated", nil, []string{"suspended", "suspended by L-1 (1): a card is needed [card, not stated]"}},
		{"the condition", map[string]bool{"card": true}, []string{"covered"}},
		{"an exclusion", map[string]bool{"card": true, "reference": true}, []string{"not_covered", "not_covered by L-2 (2 b): stays in the house [reference]"}},
		{"its exception", map[string]bool{"card": true, "reference": true, "teacher": true}, []string{"covered"}},
		{"a fee, and no card", map[string]bool{"card": false, "late": true}, []string{"suspended", "suspended by L-1 (1): a card is needed [card]", "chargeable by L-3 (3): a fee is due [late]"}},
		{"what the exception needs", map[string]bool{"teacher": true}, []string{`policy: facts[teacher]: "true" is possible only with reference; write that as true too, or leave teacher out`}},
		{"what it bars", map[string]bool{"reference": true, "teacher": true, "late": true}, []string{`policy: facts[teacher]: "true" is not possible together with late; write one of them as false`}},
		{"an unknown fact", map[string]bool{"pupil": true}, []string{`policy: facts[pupil]: is not a fact of this coverage; write ` + facts}},
	} {
		t.Run(test.name, func(t *testing.T) {
			decision, err := c.Decide(test.facts)
			got := []string{decision.Outcome.String()}
			for _, r := range decision.Reasons {
				got = append(got, r.String())
			}
			if err != nil {
				got = []string{err.Error()}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestCoverage_Outcomes: a rule can have each of the outcomes that there are, and the
// schema knows no other.
func TestCoverage_Outcomes(t *testing.T) {
	for _, name := range policy.OutcomeNames() {
		c, err := mustDecode(t, `{"schema": 1, "name": "library", "coverage": {"rules": [{"fact": "late", "outcome": "`+name+`", "clause": "L-3", "section": "3", "rule": "x"}]}}`).CoveragePolicy()
		if err != nil || c.Rules()[0].Outcome.String() != name {
			t.Errorf("%s: %v", name, err)
		}
	}
	rule := schema(t).root["$defs"].(map[string]any)["CoverageRule"].(map[string]any)["properties"].(map[string]any)
	var known []string
	for _, name := range rule["outcome"].(map[string]any)["enum"].([]any) {
		known = append(known, name.(string))
	}
	if diff := cmp.Diff(policy.OutcomeNames(), known); diff != "" {
		t.Errorf("(-outcomes +schema):\n%s", diff)
	}
}

// TestCoverage_Alone: an agreement that promises nothing for tickets can say what it
// covers, in each of its versions, and a version without is an error.
func TestCoverage_Alone(t *testing.T) {
	later := `"versions": [{` + lending + `}, {"from": "2026-07-01T00:00:00Z", "coverage": {"rules": [{"fact": "late", "outcome": "chargeable", "clause": "L-3", "section": "3", "rule": "a fee is due"}]}}]`
	d := mustDecode(t, `{"schema": 1, "name": "library", `+later+`}`)
	roundTrip(t, d)
	first, err := d.Versions[0].CoveragePolicy()
	if err != nil || !cmp.Equal(first.Facts(), []string{"card", "reference", "teacher", "late"}) {
		t.Errorf("%v, %v", first.Facts(), err)
	}
	second, err := d.Versions[1].CoveragePolicy()
	if err != nil || !cmp.Equal(second.Facts(), []string{"late"}) {
		t.Errorf("%v, %v", second.Facts(), err)
	}
	const missing = "policy: coverage: is missing; the document does not say what is covered"
	for _, v := range []*document.Version{nil, {}, &d.Version} {
		if c, err := v.CoveragePolicy(); c != nil || !errors.Is(err, policy.ErrCoverage) || err.Error() != missing {
			t.Errorf("%v, %v; want %s", c, err, missing)
		}
	}
	const none = "policy: versions[0].levels: are missing; the document says nothing of tickets"
	if _, err := d.For(policy.Customer{}, nil, nil); !errors.Is(err, policy.ErrAgreement) || err.Error() != none {
		t.Errorf("For: %v; want %s", err, none)
	}
	ticket := policy.Ticket{Agreement: "library", Events: []policy.TicketEvent{{At: policy.Stamp{Text: "x", Time: policyTime}, Kind: policy.Reported}}}
	if _, err := d.Policy(&ticket); !errors.Is(err, policy.ErrAgreement) || err.Error() != none {
		t.Errorf("Policy: %v; want %s", err, none)
	}
}
