package sempre_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/sempre"
)

// coverageReason is a reason as the text has it: what a fact makes of a request, and by
// which clause.
type coverageReason struct {
	fact    string
	outcome policy.Outcome
	clause  string
}

// decideCoverage decides on facts and returns the outcome and the reasons.
func decideCoverage(t *testing.T, facts map[string]bool) (policy.Outcome, []coverageReason) {
	t.Helper()
	coverage, err := sempre.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	decision, err := coverage.Decide(facts)
	if err != nil {
		t.Fatal(err)
	}
	var reasons []coverageReason
	for _, r := range decision.Reasons {
		if _, stated := facts[r.Fact]; stated != r.Stated {
			t.Errorf("%s: got stated %v, want %v", r.Fact, r.Stated, stated)
		}
		reasons = append(reasons, coverageReason{r.Fact, r.Outcome, r.Clause})
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

// coverageActions is the checklist of SEM-6, one row for each bullet of the
// text's required actions.
var coverageActions = []coverageReason{
	{"contacts_designated", policy.Suspended, "SEM-6"},
	{"staff_trained", policy.Suspended, "SEM-6"},
	{"changes_announced", policy.Suspended, "SEM-6"},
	{"fixes_in_sequence", policy.Suspended, "SEM-6"},
	{"own_changes_reported", policy.Suspended, "SEM-6"},
	{"database_mirrored", policy.Suspended, "SEM-6"},
	{"access_provided", policy.Suspended, "SEM-6"},
	{"client_software_maintained", policy.Suspended, "SEM-6"},
	{"environments_identical", policy.Suspended, "SEM-6"},
	{"releases_installed", policy.Suspended, "SEM-6"},
}

// coverageExclusions are the reasons that must be stated to apply.
var coverageExclusions = []coverageReason{
	{"fees_unpaid", policy.Suspended, "SEM-6"},
	{"altered", policy.NotCovered, "SEM-4"},
	{"licensee_negligence", policy.NotCovered, "SEM-4"},
	{"beyond_control", policy.NotCovered, "SEM-4"},
	{"unsupported_interface", policy.NotCovered, "SEM-4"},
	{"unsupported_environment", policy.NotCovered, "SEM-4"},
	{"unsupported_hardware", policy.NotCovered, "SEM-4"},
	{"enhancement", policy.NotCovered, "SEM-4"},
	{"data_repair", policy.Chargeable, "SEM-4"},
	{"additional_maintenance", policy.Chargeable, "SEM-4"},
	{"not_an_error", policy.NotCovered, "SEM-7"},
}

// performing returns the facts that all required actions were performed, and
// the named ones as well.
func performing(names ...string) map[string]bool {
	facts := stating(names...)
	for _, a := range coverageActions {
		facts[a.fact] = true
	}
	return facts
}

// checkAlone demands that a fact that differs makes its reason and no other.
func checkAlone(t *testing.T, want coverageReason) {
	t.Helper()
	facts := performing()
	facts[want.fact] = !facts[want.fact]
	outcome, reasons := decideCoverage(t, facts)
	if outcome != want.outcome {
		t.Errorf("%s: got %v, want %v", want.fact, outcome, want.outcome)
	}
	if diff := cmp.Diff([]coverageReason{want}, reasons, cmp.AllowUnexported(coverageReason{})); diff != "" {
		t.Errorf("%s: reasons (-want +got)\n%s", want.fact, diff)
	}
}

func TestSEM6_EachActionAlone(t *testing.T) {
	for _, want := range coverageActions {
		checkAlone(t, want)
	}
	if outcome, reasons := decideCoverage(t, performing()); outcome != policy.Covered || reasons != nil {
		t.Errorf("all performed: got %v %v, want covered without a reason", outcome, reasons)
	}
}

func TestSEM6_EveryMissingActionIsNamed(t *testing.T) {
	outcome, reasons := decideCoverage(t, nil)
	if outcome != policy.Suspended {
		t.Errorf("none performed: got %v, want suspended", outcome)
	}
	if diff := cmp.Diff(coverageActions, reasons, cmp.AllowUnexported(coverageReason{})); diff != "" {
		t.Errorf("none performed (-want +got)\n%s", diff)
	}
	// Every second one.
	facts, want := map[string]bool{}, []coverageReason(nil)
	for i, a := range coverageActions {
		facts[a.fact] = i%2 == 0
		if i%2 == 1 {
			want = append(want, a)
		}
	}
	outcome, reasons = decideCoverage(t, facts)
	if diff := cmp.Diff(want, reasons, cmp.AllowUnexported(coverageReason{})); outcome != policy.Suspended || diff != "" {
		t.Errorf("half of them: %v (-want +got)\n%s", outcome, diff)
	}
}

func TestSEM4_EachAlone(t *testing.T) {
	for _, want := range coverageExclusions {
		checkAlone(t, want)
	}
	coverage, err := sempre.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(coverage.Facts()), len(coverageActions)+len(coverageExclusions)+len([]string{"alteration_approved", "consent_given"}); got != want {
		t.Errorf("%d facts, want the %d with a row here", got, want)
	}
}

func TestSEM4_Several(t *testing.T) {
	facts := map[string]bool{}
	for _, e := range coverageExclusions {
		facts[e.fact] = true
	}
	outcome, reasons := decideCoverage(t, facts)
	if diff := cmp.Diff(slices.Concat(coverageActions, coverageExclusions), reasons, cmp.AllowUnexported(coverageReason{})); outcome != policy.NotCovered || diff != "" {
		t.Errorf("all: %v (-want +got)\n%s", outcome, diff)
	}
	for _, test := range []struct {
		facts []string
		want  policy.Outcome
	}{
		{[]string{"data_repair", "additional_maintenance"}, policy.Chargeable},
		{[]string{"data_repair", "fees_unpaid"}, policy.Suspended},
		{[]string{"data_repair", "beyond_control"}, policy.NotCovered},
	} {
		if outcome, reasons := decideCoverage(t, performing(test.facts...)); outcome != test.want || len(reasons) != len(test.facts) {
			t.Errorf("%v: got %v with %d reasons, want %v with %d", test.facts, outcome, len(reasons), test.want, len(test.facts))
		}
	}
}

func TestSEM4_ApprovedAlteration(t *testing.T) {
	if outcome, reasons := decideCoverage(t, performing("altered", "alteration_approved")); outcome != policy.Covered || reasons != nil {
		t.Errorf("got %v %v, want covered without a reason", outcome, reasons)
	}
	coverage, err := sempre.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	for _, fact := range []string{"alteration_approved", "consent_given", "modified"} {
		if _, err := coverage.Decide(stating(fact)); !errors.Is(err, policy.ErrFacts) {
			t.Errorf("%v: got error %v, want an ErrFacts", fact, err)
		}
	}
}

func TestSEM7_Consent(t *testing.T) {
	outcome, reasons := decideCoverage(t, performing("not_an_error", "consent_given"))
	want := []coverageReason{{"consent_given", policy.Chargeable, "SEM-7"}}
	if diff := cmp.Diff(want, reasons, cmp.AllowUnexported(coverageReason{})); outcome != policy.Chargeable || diff != "" {
		t.Errorf("%v (-want +got)\n%s", outcome, diff)
	}
}
