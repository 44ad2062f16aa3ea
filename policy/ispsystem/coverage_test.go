package ispsystem_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/ispsystem"
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
	coverage, err := ispsystem.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	decision, err := coverage.Decide(facts)
	if err != nil {
		t.Fatal(err)
	}
	var reasons []coverageReason
	for _, r := range decision.Reasons {
		if r.Clause != "ISP-12" {
			t.Errorf("%s: got clause %s, want ISP-12", r.Fact, r.Clause)
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

// coverageReasons are the reasons of ISP-12, read from the text.
var coverageReasons = []coverageReason{
	{"level_mismatch", policy.NotCovered, "3.2"},
	{"information_refused", policy.NotCovered, "3.2"},
	{"not_reproducible", policy.NotCovered, "3.2"},
	{"product_changed", policy.NotCovered, "3.2"},
	{"beyond_service", policy.NotCovered, "3.2"},
	{"misworded", policy.NotCovered, "3.2"},
	{"disrespectful", policy.NotCovered, "3.2"},
	{"answered_before", policy.NotCovered, "3.2"},
	{"improper_use", policy.NotCovered, "3.2"},
	{"priority_abuse", policy.NotCovered, "3.2"},
	{"user_scripts", policy.NotCovered, "4.1.1"},
	{"training", policy.NotCovered, "4.1.2"},
	{"service_tuning", policy.NotCovered, "4.1.3"},
	{"infrastructure_setup", policy.NotCovered, "4.1.4"},
	{"routine_maintenance", policy.NotCovered, "4.1.4"},
	{"additional_software", policy.NotCovered, "4.1.4"},
	{"interfering_software", policy.NotCovered, "4.1.4"},
	{"hardware_fault", policy.NotCovered, "4.1.5"},
	{"modified_scripts", policy.NotCovered, "4.1.6"},
	{"hands_on_configuration", policy.NotCovered, "4.2"},
	{"repeated_operation", policy.NotCovered, "4.3"},
	{"communication_channel", policy.NotCovered, "4.4.1"},
	{"third_party_actions", policy.NotCovered, "4.4.2"},
	{"security_incident", policy.NotCovered, "4.4.3"},
	{"third_party_software", policy.NotCovered, "4.4.4"},
	{"modified_package", policy.NotCovered, "4.4.5"},
	{"user_equipment", policy.NotCovered, "4.4.5"},
	{"undocumented_matter", policy.NotCovered, "4.4.5"},
	{"automation", policy.NotCovered, "4.4.5, 5.8.2"},
	{"heterogeneous_network", policy.NotCovered, "4.4.5"},
	{"programming_help", policy.NotCovered, "5.8.1"},
	{"infrastructure_consulting", policy.NotCovered, "5.8.3, 5.8.4"},
	{"on_site_visit", policy.NotCovered, "5.9"},
	{"terms_violated", policy.Suspended, "7.11"},
}

// coverageExceptions are the facts that take reasons back.
var coverageExceptions = []string{"change_provided_for", "documented_modification", "separate_contract"}

func TestISP12_NothingStated(t *testing.T) {
	outcome, reasons := decideCoverage(t, nil)
	if outcome != policy.Covered || reasons != nil {
		t.Errorf("got %v %v, want covered without a reason", outcome, reasons)
	}
}

func TestISP12_EachAlone(t *testing.T) {
	for _, want := range coverageReasons {
		t.Run(want.fact, func(t *testing.T) {
			outcome, reasons := decideCoverage(t, stating(want.fact))
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
	coverage, err := ispsystem.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(coverage.Facts()), len(coverageReasons)+len(coverageExceptions); got != want {
		t.Errorf("%d facts, want the %d with a row here", got, want)
	}
}

func TestISP12_Several(t *testing.T) {
	facts := map[string]bool{}
	for _, r := range coverageReasons {
		facts[r.fact] = true
	}
	outcome, reasons := decideCoverage(t, facts)
	if outcome != policy.NotCovered {
		t.Errorf("got %v, want not covered", outcome)
	}
	if diff := cmp.Diff(coverageReasons, reasons, cmp.AllowUnexported(coverageReason{})); diff != "" {
		t.Errorf("all reasons (-want +got)\n%s", diff)
	}
	if outcome, reasons := decideCoverage(t, stating("terms_violated", "training")); outcome != policy.NotCovered || len(reasons) != 2 {
		t.Errorf("got %v %v, want not covered with two reasons", outcome, reasons)
	}
}

func TestISP12_Exceptions(t *testing.T) {
	for _, facts := range [][]string{
		{"product_changed", "change_provided_for"},
		{"modified_scripts", "documented_modification"},
		{"programming_help", "separate_contract"},
		{"infrastructure_consulting", "separate_contract"},
		{"separate_contract"},
	} {
		if outcome, reasons := decideCoverage(t, stating(facts...)); outcome != policy.Covered || reasons != nil {
			t.Errorf("%v: got %v %v, want covered without a reason", facts, outcome, reasons)
		}
	}
	coverage, err := ispsystem.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	for _, fact := range []string{"change_provided_for", "documented_modification", "trainings"} {
		if _, err := coverage.Decide(stating(fact)); !errors.Is(err, policy.ErrFacts) {
			t.Errorf("%v: got error %v, want an ErrFacts", fact, err)
		}
	}
}
