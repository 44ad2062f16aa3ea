package portx_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/portx"
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
	coverage, err := portx.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	decision, err := coverage.Decide(facts)
	if err != nil {
		t.Fatal(err)
	}
	var reasons []coverageReason
	for _, r := range decision.Reasons {
		if r.Clause != "POR-6" {
			t.Errorf("%s: got clause %s, want POR-6", r.Fact, r.Clause)
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

// coverageConditions are those of 7, read from the text.
var coverageConditions = []coverageReason{
	{"correction_attempted", policy.Suspended, "7(a)"},
	{"information_provided", policy.Suspended, "7(b)"},
	{"access_provided", policy.Suspended, "7(b)"},
	{"minor_releases_installed", policy.Suspended, "7(c)"},
	{"equipment_maintained", policy.Suspended, "7(d)"},
}

// coverageExclusions are those of 8.
var coverageExclusions = []coverageReason{
	{"undocumented_environment", policy.NotCovered, "8(i)"},
	{"modified", policy.NotCovered, "8(ii)"},
	{"accident", policy.NotCovered, "8(iii)"},
	{"hardware_malfunction", policy.NotCovered, "8(iii)"},
	{"improper_use", policy.NotCovered, "8(iii)"},
	{"discontinued_version", policy.NotCovered, "8(iv)"},
	{"third_party_cause", policy.NotCovered, "8(v)"},
	{"evaluation", policy.NotCovered, "8(vi)"},
	{"free_of_charge", policy.NotCovered, "8(vi)"},
	{"open_source_version", policy.NotCovered, "8(vii)"},
	{"separately_sold", policy.NotCovered, "8(viii)"},
	{"results", policy.NotCovered, "8(ix)"},
	{"third_party_component", policy.NotCovered, "8(x)"},
}

// coverageExceptions are the facts that take exclusions back.
var coverageExceptions = []string{"modified_by_supplier", "licensed_through_supplier", "professional_connector"}

// fulfilling returns the facts that all conditions are fulfilled, and the named
// ones as well.
func fulfilling(names ...string) map[string]bool {
	facts := stating(names...)
	for _, c := range coverageConditions {
		facts[c.fact] = true
	}
	return facts
}

func TestPOR6_Fulfilled(t *testing.T) {
	outcome, reasons := decideCoverage(t, fulfilling())
	if outcome != policy.Covered || reasons != nil {
		t.Errorf("got %v %v, want covered without a reason", outcome, reasons)
	}
}

func TestPOR6_NothingStated(t *testing.T) {
	outcome, reasons := decideCoverage(t, nil)
	if outcome != policy.Suspended {
		t.Errorf("got %v, want suspended", outcome)
	}
	if diff := cmp.Diff(coverageConditions, reasons, cmp.AllowUnexported(coverageReason{})); diff != "" {
		t.Errorf("reasons (-want +got)\n%s", diff)
	}
}

func TestPOR6_EachAlone(t *testing.T) {
	for _, want := range slices.Concat(coverageConditions, coverageExclusions) {
		t.Run(want.fact, func(t *testing.T) {
			facts := fulfilling()
			facts[want.fact] = !facts[want.fact]
			outcome, reasons := decideCoverage(t, facts)
			if outcome != want.outcome {
				t.Errorf("got %v, want %v", outcome, want.outcome)
			}
			if diff := cmp.Diff([]coverageReason{want}, reasons, cmp.AllowUnexported(coverageReason{})); diff != "" {
				t.Errorf("reasons (-want +got)\n%s", diff)
			}
		})
	}
	coverage, err := portx.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(coverage.Facts()), len(coverageConditions)+len(coverageExclusions)+len(coverageExceptions); got != want {
		t.Errorf("%d facts, want the %d with a row here", got, want)
	}
}

func TestPOR6_Several(t *testing.T) {
	facts := map[string]bool{}
	for _, e := range coverageExclusions {
		facts[e.fact] = true
	}
	outcome, reasons := decideCoverage(t, facts)
	if outcome != policy.NotCovered {
		t.Errorf("got %v, want not covered", outcome)
	}
	if diff := cmp.Diff(slices.Concat(coverageConditions, coverageExclusions), reasons, cmp.AllowUnexported(coverageReason{})); diff != "" {
		t.Errorf("all reasons (-want +got)\n%s", diff)
	}
}

func TestPOR6_Exceptions(t *testing.T) {
	for _, facts := range [][]string{
		{"modified", "modified_by_supplier"},
		{"third_party_cause", "licensed_through_supplier"},
		{"free_of_charge", "professional_connector"},
		{"professional_connector"},
	} {
		if outcome, reasons := decideCoverage(t, fulfilling(facts...)); outcome != policy.Covered || reasons != nil {
			t.Errorf("%v: got %v %v, want covered without a reason", facts, outcome, reasons)
		}
	}
	// The exception of 8(vi) is one from "at no charge", not from evaluation.
	if outcome, _ := decideCoverage(t, fulfilling("evaluation", "professional_connector")); outcome != policy.NotCovered {
		t.Errorf("a connector for evaluation: got %v, want not covered", outcome)
	}
	coverage, err := portx.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	for _, fact := range []string{"modified_by_supplier", "licensed_through_supplier", "third_party"} {
		if _, err := coverage.Decide(stating(fact)); !errors.Is(err, policy.ErrFacts) {
			t.Errorf("%v: got error %v, want an ErrFacts", fact, err)
		}
	}
}
