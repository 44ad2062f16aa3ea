package agreementtest_test

import (
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
)

// lendingRules are the rules of a library: a card is needed, and reference books
// are not lent, but to teachers.
func lendingRules() (*policy.Coverage, error) {
	return policy.NewCoverage([]policy.CoverageRule{
		{Fact: "card", Required: true, Outcome: policy.Suspended, Clause: "L-1", Section: "1", Rule: "a card is needed"},
		{Fact: "reference", Unless: []string{"teacher"}, Outcome: policy.NotCovered, Clause: "L-2", Section: "2 b", Rule: "stays in the house"},
		{Fact: "late", Outcome: policy.Chargeable, Clause: "L-3", Section: "3", Rule: "a fee is due"},
	}, []policy.FactLimit{{Fact: "teacher", Needs: []string{"reference"}}})
}

// TestCoverageFails: what is wrong in a table or in the rules is found, and a right
// table is not.
func TestCoverageFails(t *testing.T) {
	const card, reference, late = "card suspended L-1 1", "reference not_covered L-2 2 b", "late chargeable L-3"
	right := agreementtest.Coverage{Rules: lendingRules, Conditions: []string{card}, Exclusions: []string{reference, late}, Exceptions: []string{"teacher"}}
	alone := func(row string) func(agreementtest.Coverage, testing.TB) {
		return func(c agreementtest.Coverage, t testing.TB) { c.Alone(t, row) }
	}
	want := func(facts map[string]bool, outcome policy.Outcome, rows ...string) func(agreementtest.Coverage, testing.TB) {
		return func(c agreementtest.Coverage, t testing.TB) { c.Want(t, facts, outcome, rows...) }
	}
	for _, row := range []struct {
		name  string
		check func(agreementtest.Coverage, testing.TB)
		fails string // what is said; empty if nothing fails
	}{
		{"a condition", alone(card), ""},
		{"an exclusion", alone(reference), ""},
		{"an exclusion of which no section is judged", alone(late), ""},
		{"another outcome", alone("reference chargeable L-2 2 b"), "want chargeable"},
		{"another clause", alone("reference not_covered L-3 2 b"), "reference not_covered L-2 2 b"},
		{"another section", alone("reference not_covered L-2 2 a"), "reference not_covered L-2 2 b"},
		{"another fact", alone("atlas not_covered L-2 2 b"), "atlas"},
		{"no outcome", alone("reference lent L-2 2 b"), "a row is"},
		{"all, in their order", want(map[string]bool{"reference": true, "late": true}, policy.NotCovered, card, reference, late), ""},
		{"in another order", want(map[string]bool{"reference": true, "late": true}, policy.NotCovered, reference, card, late), "want"},
		{"one too many", want(map[string]bool{"reference": true}, policy.NotCovered, card, reference, late), "want"},
		{"one is lacking", want(map[string]bool{"reference": true}, policy.NotCovered, reference), "want"},
		{"another of them all", want(map[string]bool{"card": true, "late": true}, policy.NotCovered, late), "want not_covered"},
		{"complete", func(c agreementtest.Coverage, t testing.TB) { c.Complete(t) }, ""},
		{"a fact without a row", func(c agreementtest.Coverage, t testing.TB) { c.Exclusions = c.Exclusions[:1]; c.Complete(t) }, "late"},
		{"a row without a fact", func(c agreementtest.Coverage, t testing.TB) {
			c.Exceptions = append(c.Exceptions, "pupil")
			c.Complete(t)
		}, "pupil"},
		{"refused", func(c agreementtest.Coverage, t testing.TB) { c.Refused(t, "teacher") }, ""},
		{"not refused", func(c agreementtest.Coverage, t testing.TB) { c.Refused(t, "teacher", "reference") }, "want an ErrFacts"},
	} {
		var f failures
		row.check(right, &f)
		said := f.String()
		if (row.fails == "") != (said == "") || !strings.Contains(said, row.fails) {
			t.Errorf("%s: said %q, want %q", row.name, said, row.fails)
		}
	}
}
