package agreementtest

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy"
)

// Coverage holds rules of coverage against what a text says, read by hand: a row
// for each fact, with what the fact makes of a request where it is the only one in
// the way, the clause and the section, as in
//
//	training not_covered PUR-8 3.4
//
// Of a row without a section none is judged. The zero Coverage has no rules.
type Coverage struct {
	Rules func() (*policy.Coverage, error)
	// Conditions are the facts that must be stated to be so, in the order of the
	// rules; Exclusions those that are in the way where they are so, behind them.
	Conditions, Exclusions []string
	// Exceptions are the names of the facts that take others back.
	Exceptions []string
}

// factOf is the first word of a row.
func factOf(row string) string {
	fact, _, _ := strings.Cut(row, " ")
	return fact
}

// Rows returns the rows of some facts, in the order of the table; a fact that has
// none is left out.
func (c Coverage) Rows(facts ...string) []string {
	return slices.DeleteFunc(slices.Concat(c.Conditions, c.Exclusions), func(row string) bool { return !slices.Contains(facts, factOf(row)) })
}

// Facts returns the facts that all conditions are fulfilled, and that the named
// ones are so as well.
func (c Coverage) Facts(names ...string) map[string]bool {
	facts := map[string]bool{}
	for _, row := range c.Conditions {
		facts[factOf(row)] = true
	}
	for _, name := range names {
		facts[name] = true
	}
	return facts
}

// Excluded returns the facts that all exclusions apply, and no others.
func (c Coverage) Excluded() map[string]bool {
	facts := map[string]bool{}
	for _, row := range c.Exclusions {
		facts[factOf(row)] = true
	}
	return facts
}

// Want decides on facts and fails t unless the outcome is the one wanted and the
// reasons are those of the rows, in their order. It checks of each reason that it
// says rightly whether its fact was stated.
func (c Coverage) Want(t testing.TB, facts map[string]bool, outcome policy.Outcome, rows ...string) {
	t.Helper()
	decision, err := c.rules(t).Decide(facts)
	if err != nil {
		t.Fatal(err)
	}
	if decision.Outcome != outcome {
		t.Errorf("%v: got %v, want %v", facts, decision.Outcome, outcome)
	}
	var got []string
	for i, r := range decision.Reasons {
		if _, stated := facts[r.Fact]; stated != r.Stated {
			t.Errorf("%s: got stated %v, want %v", r.Fact, r.Stated, stated)
		}
		said := []string{r.Fact, r.Outcome.String(), r.Clause, r.Section}
		if i < len(rows) && strings.Count(rows[i], " ") == 2 {
			said = said[:3] // the row names no section
		}
		got = append(got, strings.Join(said, " "))
	}
	if !slices.Equal(rows, got) {
		t.Errorf("%v: want\n\t%s\ngot\n\t%s", facts, strings.Join(rows, "\n\t"), strings.Join(got, "\n\t"))
	}
}

// Alone fails t unless the fact of a row is a reason, and the only one, where it
// alone is in the way, and none where it is stated not to be.
func (c Coverage) Alone(t testing.TB, row string) {
	t.Helper()
	words := strings.Fields(row)
	var outcome policy.Outcome
	if len(words) < 3 || outcome.UnmarshalText([]byte(words[1])) != nil {
		t.Fatalf("%q: a row is a fact, an outcome, a clause and perhaps a section", row)
	}
	fact, condition := words[0], slices.Contains(c.Conditions, row)
	facts := c.Facts()
	facts[fact] = !condition
	c.Want(t, facts, outcome, row)
	facts[fact] = condition
	c.Want(t, facts, policy.Covered)
}

// Complete fails t unless each fact that the rules know has a row or is an
// exception, and each of these is known.
func (c Coverage) Complete(t testing.TB) {
	t.Helper()
	want := slices.Clone(c.Exceptions)
	for _, row := range slices.Concat(c.Conditions, c.Exclusions) {
		want = append(want, factOf(row))
	}
	got := slices.Clone(c.rules(t).Facts())
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Errorf("the rules know\n\t%s\nand the rows have\n\t%s", strings.Join(got, " "), strings.Join(want, " "))
	}
}

// Refused fails t unless facts that are so, and no others stated, are refused with
// [policy.ErrFacts]: they contradict each other, or one is unknown.
func (c Coverage) Refused(t testing.TB, names ...string) {
	t.Helper()
	facts := Coverage{}.Facts(names...)
	if _, err := c.rules(t).Decide(facts); !errors.Is(err, policy.ErrFacts) {
		t.Errorf("%v: got error %v, want an ErrFacts", names, err)
	}
}

func (c Coverage) rules(t testing.TB) *policy.Coverage {
	t.Helper()
	rules, err := c.Rules()
	if err != nil {
		t.Fatal(err)
	}
	return rules
}
