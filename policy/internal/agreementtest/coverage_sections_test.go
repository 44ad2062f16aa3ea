package agreementtest_test

import (
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
)

// TestCoverageSections: a rule's sections are held against those of its clause.
func TestCoverageSections(t *testing.T) {
	for _, row := range []struct{ of, rule, fails string }{ // fails: what is said; empty if nothing fails
		{"3.4", "3.4", ""},
		{"3.4", "3.4(a)", ""},
		{"3.4", "3.4.1", ""},
		{"1.1 Error", "1.1 Error (ii)", ""},
		{"required actions", "required actions: Designate Contacts", ""},
		{"3.4, 2", "2, 3.4", ""},
		{"a; b c", "b c", ""},
		{"4.1-4.3", "4.1", ""},
		{"4.1-4.3", "4.3.2", ""},
		{"4.1-4.3, 7", "4.4", "in section 4.4, and the registry has it in 4.1-4.3, 7"},
		{"4.1-4.3", "4.10", "section 4.10"},
		{"4.1-5.3", "4.2", "section 4.2"}, // no range: two chapters
		{"3.4", "3.41", "section 3.41"},
		{"3.4", "3", "section 3,"},
		{"3.4", "3.4, 5", "section 5"},
		{"pre-paid", "pre-paid", ""},
	} {
		c := agreementtest.Coverage{Rules: func() (*policy.Coverage, error) {
			return policy.NewCoverage([]policy.CoverageRule{{Fact: "card", Outcome: policy.Suspended, Clause: "L-1", Section: row.rule, Rule: "a card is needed"}}, nil)
		}}
		var f failures
		c.Sections(&f, []policy.Clause{{ID: "L-0", Section: "9"}, {ID: "L-1", Section: row.of}})
		if said := f.String(); (row.fails == "") != (said == "") || !strings.Contains(said, row.fails) {
			t.Errorf("%q of %q: said %q, want %q", row.rule, row.of, said, row.fails)
		}
	}
	var f failures
	agreementtest.Coverage{Rules: lendingRules}.Sections(&f, []policy.Clause{{ID: "L-1", Section: "1"}, {ID: "L-3", Section: "3"}})
	if want := "reference: the registry has no L-2"; !strings.Contains(f.String(), want) {
		t.Errorf("said %q, want %q", f.String(), want)
	}
}
