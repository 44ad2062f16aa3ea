package sempre_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/sempre"
)

// coverage is what the text says: the payment and the checklist of SEM-6, one row for
// each bullet of the required actions, the reasons that must be stated to apply, and the facts
// that take some of them back.
var coverage = agreementtest.Coverage{
	Rules: sempre.Coverage,
	Conditions: []string{
		"fees_paid suspended SEM-6 upon payment of the applicable fees",
		"contacts_designated suspended SEM-6",
		"staff_trained suspended SEM-6",
		"changes_announced suspended SEM-6",
		"fixes_in_sequence suspended SEM-6",
		"own_changes_reported suspended SEM-6",
		"database_mirrored suspended SEM-6",
		"access_provided suspended SEM-6",
		"client_software_maintained suspended SEM-6",
		"environments_identical suspended SEM-6",
		"releases_installed suspended SEM-6",
	},
	Exclusions: []string{
		"altered not_covered SEM-4",
		"licensee_negligence not_covered SEM-4",
		"beyond_control not_covered SEM-4",
		"unsupported_interface not_covered SEM-4",
		"unsupported_environment not_covered SEM-4",
		"unsupported_hardware not_covered SEM-4",
		"enhancement not_covered SEM-4",
		"separately_licensed not_covered SEM-4 definition of Update",
		"data_repair chargeable SEM-4",
		"additional_maintenance chargeable SEM-4",
		"installation_assistance chargeable SEM-6 required actions: Install the new Releases",
		"not_an_error not_covered SEM-7",
	},
	Exceptions: []string{"alteration_approved", "consent_given"},
}

func TestSEM6_EachActionAlone(t *testing.T) {
	for _, row := range coverage.Conditions {
		coverage.Alone(t, row)
	}
	coverage.Want(t, coverage.Facts(), policy.Covered)
}

func TestSEM6_EveryMissingActionIsNamed(t *testing.T) {
	coverage.Want(t, nil, policy.Suspended, coverage.Conditions...)
	// Every second one.
	facts, want := coverage.Facts(), []string(nil)
	for i, row := range coverage.Conditions {
		if i%2 == 1 {
			fact, _, _ := strings.Cut(row, " ")
			facts[fact] = false
			want = append(want, row)
		}
	}
	coverage.Want(t, facts, policy.Suspended, want...)
}

func TestSEM4_EachAlone(t *testing.T) {
	for _, row := range coverage.Exclusions {
		coverage.Alone(t, row)
	}
	coverage.Complete(t)
}

func TestSEM4_Several(t *testing.T) {
	coverage.Want(t, coverage.Excluded(), policy.NotCovered, slices.Concat(coverage.Conditions, coverage.Exclusions)...)
	for _, test := range []struct {
		facts []string
		want  policy.Outcome
	}{
		{[]string{"data_repair", "additional_maintenance"}, policy.Chargeable},
		{[]string{"installation_assistance"}, policy.Chargeable},
		{[]string{"data_repair", "beyond_control"}, policy.NotCovered},
	} {
		coverage.Want(t, coverage.Facts(test.facts...), test.want, coverage.Rows(test.facts...)...)
	}
}

// TestSEM6_Payment: maintenance is provided upon payment, so that nobody spoke of it is
// no assurance that it was made; what is charged besides waits for it too.
func TestSEM6_Payment(t *testing.T) {
	facts := coverage.Facts("data_repair")
	delete(facts, "fees_paid")
	coverage.Want(t, facts, policy.Suspended, coverage.Rows("fees_paid", "data_repair")...)
	coverage.Refused(t, "fees_unpaid")
}

func TestSEM6_Sections(t *testing.T) { coverage.Sections(t, sempre.Clauses()) }

func TestSEM4_ApprovedAlteration(t *testing.T) {
	coverage.Want(t, coverage.Facts("altered", "alteration_approved"), policy.Covered)
	for _, fact := range []string{"alteration_approved", "consent_given", "modified"} {
		coverage.Refused(t, fact)
	}
}

func TestSEM7_Consent(t *testing.T) {
	coverage.Want(t, coverage.Facts("not_an_error", "consent_given"), policy.Chargeable, "consent_given chargeable SEM-7")
}
