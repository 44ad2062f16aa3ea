package cumulocity_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
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
	coverage, err := cumulocity.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	decision, err := coverage.Decide(facts)
	if err != nil {
		t.Fatal(err)
	}
	var reasons []coverageReason
	for _, r := range decision.Reasons {
		if r.Clause != "CUM-12" {
			t.Errorf("%s: got clause %s, want CUM-12", r.Fact, r.Clause)
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

// coverageConditions are the conditions of CUM-12, read from the text, with
// what becomes of a request where only that one is not fulfilled.
var coverageConditions = []coverageReason{
	{"support_agreement", policy.NotCovered, "7.1(1)"},
	{"support_fees_paid", policy.Suspended, "7.1(1)"},
	{"license_agreement", policy.NotCovered, "7.1(2)"},
	{"license_fees_paid", policy.Suspended, "7.1(2)"},
	{"authorized_site", policy.Suspended, "7.1(3)"},
	{"remote_access_allowed", policy.Suspended, "7.1(4)"},
	{"remote_tools_provided", policy.Suspended, "7.1(5)"},
	{"access_secured", policy.Suspended, "7.1(6)"},
	{"release_supported", policy.NotCovered, "7.1(7)"},
	{"platform_supported", policy.NotCovered, "7.1(8)"},
	{"contact_reported", policy.NotCovered, "2.2(7)"},
	{"contacts_reviewed", policy.Covered, "2.2(7)"},
	{"contact_qualified", policy.Covered, "2.2(7)"},
}

// coverageExclusions are its exclusions.
var coverageExclusions = []coverageReason{
	{"group_account", policy.NotCovered, "2.2(7)"},
	{"information_withheld", policy.Suspended, "7.1(9)"},
	{"expertise_withheld", policy.Suspended, "7.1(9)"},
	{"tool_information_withheld", policy.Suspended, "7.1(9)"},
	{"diagnostics_withheld", policy.Suspended, "7.1(9)"},
	{"undocumented_use", policy.NotCovered, "1.1 Error (i)"},
	{"modified", policy.NotCovered, "1.1 Error (ii)"},
	{"third_party_defect", policy.NotCovered, "1.1 Error (iii)"},
	{"accompanying_program_unsupported", policy.NotCovered, "5.2"},
	{"consultations_used_up", policy.NotCovered, "2.2(8)"},
	{"additional_service", policy.Chargeable, "5.1"},
}

// fulfilling returns the facts that all conditions are fulfilled, and the named
// ones as well.
func fulfilling(names ...string) map[string]bool {
	facts := stating(names...)
	for _, c := range coverageConditions {
		facts[c.fact] = true
	}
	return facts
}

func TestCUM12_Fulfilled(t *testing.T) {
	outcome, reasons := decideCoverage(t, fulfilling())
	if outcome != policy.Covered || reasons != nil {
		t.Errorf("got %v %v, want covered without a reason", outcome, reasons)
	}
}

func TestCUM12_NothingStated(t *testing.T) {
	outcome, reasons := decideCoverage(t, nil)
	if outcome != policy.NotCovered {
		t.Errorf("got %v, want not covered: nobody said that there is an agreement", outcome)
	}
	if diff := cmp.Diff(coverageConditions, reasons, cmp.AllowUnexported(coverageReason{})); diff != "" {
		t.Errorf("reasons (-want +got)\n%s", diff)
	}
}

func TestCUM12_EachAlone(t *testing.T) {
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
	coverage, err := cumulocity.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(coverage.Facts()), len(coverageConditions)+len(coverageExclusions)+len([]string{"modification_approved"}); got != want {
		t.Errorf("%d facts, want the %d with a row here", got, want)
	}
}

func TestCUM12_Several(t *testing.T) {
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
	facts = fulfilling("additional_service", "diagnostics_withheld")
	facts["contacts_reviewed"] = false
	outcome, reasons = decideCoverage(t, facts)
	if outcome != policy.Suspended {
		t.Errorf("got %v, want suspended", outcome)
	}
	want := []coverageReason{{"contacts_reviewed", policy.Covered, "2.2(7)"}, {"diagnostics_withheld", policy.Suspended, "7.1(9)"}, {"additional_service", policy.Chargeable, "5.1"}}
	if diff := cmp.Diff(want, reasons, cmp.AllowUnexported(coverageReason{})); diff != "" {
		t.Errorf("some reasons (-want +got)\n%s", diff)
	}
}

func TestCUM12_Exceptions(t *testing.T) {
	if outcome, reasons := decideCoverage(t, fulfilling("modified", "modification_approved")); outcome != policy.Covered || reasons != nil {
		t.Errorf("an approved modification: got %v %v, want covered without a reason", outcome, reasons)
	}
	coverage, err := cumulocity.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	for _, facts := range []map[string]bool{stating("modification_approved"), stating("fees_paid")} {
		if _, err := coverage.Decide(facts); !errors.Is(err, policy.ErrFacts) {
			t.Errorf("%v: got error %v, want an ErrFacts", facts, err)
		}
	}
}
