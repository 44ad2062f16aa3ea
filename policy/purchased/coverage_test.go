package purchased_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/purchased"
)

// coverageReason is a reason as the text has it: what a fact makes of a request, and by
// which section.
type coverageReason struct {
	fact    string
	outcome policy.Outcome
	section string
}

// decideCoverage decides on facts and returns the outcome and the reasons. Each must
// cite a clause of the registry.
func decideCoverage(t *testing.T, facts map[string]bool) (policy.Outcome, []coverageReason) {
	t.Helper()
	coverage, err := purchased.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	decision, err := coverage.Decide(facts)
	if err != nil {
		t.Fatal(err)
	}
	var reasons []coverageReason
	for _, r := range decision.Reasons {
		if r.Clause != "PUR-8" {
			t.Errorf("%s: got clause %s, want PUR-8", r.Fact, r.Clause)
		}
		if _, stated := facts[r.Fact]; stated != r.Stated {
			t.Errorf("%s: got stated %v, want %v", r.Fact, r.Stated, stated)
		}
		reasons = append(reasons, coverageReason{r.Fact, r.Outcome, r.Section})
	}
	return decision.Outcome, reasons
}

// stating returns facts that are so.
func stating(names ...string) map[string]bool {
	facts := map[string]bool{}
	for _, name := range names {
		facts[name] = true
	}
	return facts
}

// coverageReasons are the reasons of PUR-8, read from the text.
var coverageReasons = []coverageReason{
	{"custom_programming", policy.NotCovered, "3.4"},
	{"on_site_work", policy.NotCovered, "3.4"},
	{"training", policy.NotCovered, "3.4"},
	{"additional_service", policy.NotCovered, "3.4"},
	{"other_software", policy.NotCovered, "3.4, 2"},
	{"licensee_software", policy.NotCovered, "2"},
	{"third_party_software", policy.NotCovered, "2"},
	{"custom_software", policy.NotCovered, "2, 3.3"},
	{"add_on_module", policy.NotCovered, "3.3"},
	{"integrated_application", policy.NotCovered, "3.3"},
	{"other_platform", policy.NotCovered, "3.3"},
	{"separate_product", policy.NotCovered, "3.3"},
	{"beyond_level_of_use", policy.NotCovered, "2"},
	{"access_withheld", policy.Suspended, "5"},
	{"update_installation", policy.Chargeable, "3.3"},
	{"not_an_error", policy.Chargeable, "4"},
	{"expenses", policy.Chargeable, "3.4, 6.2"},
}

func TestPUR8_NothingStated(t *testing.T) {
	outcome, reasons := decideCoverage(t, nil)
	if outcome != policy.Covered || reasons != nil {
		t.Errorf("got %v %v, want covered without a reason", outcome, reasons)
	}
}

func TestPUR8_EachAlone(t *testing.T) {
	for _, want := range coverageReasons {
		t.Run(want.fact, func(t *testing.T) {
			outcome, reasons := decideCoverage(t, map[string]bool{want.fact: true})
			if outcome != want.outcome {
				t.Errorf("got %v, want %v", outcome, want.outcome)
			}
			if diff := cmp.Diff([]coverageReason{want}, reasons, cmp.AllowUnexported(coverageReason{})); diff != "" {
				t.Errorf("reasons (-want +got)\n%s", diff)
			}
			if outcome, reasons := decideCoverage(t, map[string]bool{want.fact: false}); outcome != policy.Covered || reasons != nil {
				t.Errorf("stated not to be so: got %v %v, want covered without a reason", outcome, reasons)
			}
		})
	}
	coverage, err := purchased.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	for _, fact := range coverage.Facts() {
		if fact != "supplied_platform" && fact != "embedded" && !slices.ContainsFunc(coverageReasons, func(r coverageReason) bool { return r.fact == fact }) {
			t.Errorf("%s has no row here", fact)
		}
	}
}

func TestPUR8_Several(t *testing.T) {
	facts := map[string]bool{}
	for _, e := range coverageReasons {
		facts[e.fact] = true
	}
	outcome, reasons := decideCoverage(t, facts)
	// Installing updates on site is done for a fee (3.3), so of all only the
	// exclusion of work on site falls away.
	want := slices.DeleteFunc(slices.Clone(coverageReasons), func(r coverageReason) bool { return r.fact == "on_site_work" })
	if outcome != policy.NotCovered {
		t.Errorf("got %v, want not covered", outcome)
	}
	if diff := cmp.Diff(want, reasons, cmp.AllowUnexported(coverageReason{})); diff != "" {
		t.Errorf("all reasons (-want +got)\n%s", diff)
	}
	for _, test := range []struct {
		facts []string
		want  policy.Outcome
	}{
		{[]string{"not_an_error", "expenses"}, policy.Chargeable},
		{[]string{"not_an_error", "access_withheld"}, policy.Suspended},
		{[]string{"training", "access_withheld"}, policy.NotCovered},
		{[]string{"training", "expenses"}, policy.NotCovered},
	} {
		if outcome, reasons := decideCoverage(t, stating(test.facts...)); outcome != test.want || len(reasons) != len(test.facts) {
			t.Errorf("%v: got %v with %d reasons, want %v with %d", test.facts, outcome, len(reasons), test.want, len(test.facts))
		}
	}
}

func TestPUR8_Exceptions(t *testing.T) {
	for _, test := range []struct {
		facts []string
		want  policy.Outcome
	}{
		{[]string{"other_software", "supplied_platform"}, policy.Covered},
		{[]string{"third_party_software", "embedded"}, policy.Covered},
		{[]string{"on_site_work", "update_installation"}, policy.Chargeable},
		{[]string{"third_party_software", "embedded", "training"}, policy.NotCovered},
	} {
		if outcome, _ := decideCoverage(t, stating(test.facts...)); outcome != test.want {
			t.Errorf("%v: got %v, want %v", test.facts, outcome, test.want)
		}
	}
}

func TestPUR8_Contradictions(t *testing.T) {
	coverage, err := purchased.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	for _, facts := range [][]string{
		{"onsite_work"}, // unknown
		{"supplied_platform"},
		{"supplied_platform", "other_software", "licensee_software"},
		{"embedded"},
	} {
		if _, err := coverage.Decide(stating(facts...)); !errors.Is(err, policy.ErrFacts) {
			t.Errorf("%v: got error %v, want an ErrFacts", facts, err)
		}
	}
}
