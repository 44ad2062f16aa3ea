package cumulocity_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
)

// coverage is what the text says (CUM-12): the conditions, with what becomes of a
// request where only that one is not fulfilled, the exclusions, and the fact that
// takes one back.
var coverage = agreementtest.Coverage{
	Rules: cumulocity.Coverage,
	Conditions: []string{
		"support_agreement not_covered CUM-12 7.1(1)",
		"support_fees_paid suspended CUM-12 7.1(1)",
		"license_agreement not_covered CUM-12 7.1(2)",
		"license_fees_paid suspended CUM-12 7.1(2)",
		"authorized_site suspended CUM-12 7.1(3)",
		"remote_access_allowed suspended CUM-12 7.1(4)",
		"remote_tools_provided suspended CUM-12 7.1(5)",
		"access_secured suspended CUM-12 7.1(6)",
		"release_supported not_covered CUM-12 7.1(7)",
		"platform_supported not_covered CUM-12 7.1(8)",
		"information_provided suspended CUM-12 7.1(9)",
		"expertise_provided suspended CUM-12 7.1(9)",
		"tool_information_provided suspended CUM-12 7.1(9)",
		"diagnostics_provided suspended CUM-12 7.1(9)",
		"contact_reported not_covered CUM-12 2.2(7)",
		"contacts_reviewed covered CUM-12 2.2(7)",
		"contact_qualified covered CUM-12 2.2(7)",
		"all_licenses_maintained covered CUM-12 2.1",
	},
	Exclusions: []string{
		"group_account not_covered CUM-12 2.2(7)",
		"not_reproducible not_covered CUM-12 1.1 Error",
		"undocumented_use not_covered CUM-12 1.1 Error (i)",
		"modified not_covered CUM-12 1.1 Error (ii)",
		"third_party_defect not_covered CUM-12 1.1 Error (iii)",
		"accompanying_program_unsupported not_covered CUM-12 5.2",
		"consultations_used_up not_covered CUM-12 2.2(8)",
		"additional_service chargeable CUM-12 5.1",
	},
	Exceptions: []string{"modification_approved"},
}

func TestCUM12_Fulfilled(t *testing.T) { coverage.Want(t, coverage.Facts(), policy.Covered) }

// Nobody said that there is an agreement.
func TestCUM12_NothingStated(t *testing.T) {
	coverage.Want(t, nil, policy.NotCovered, coverage.Conditions...)
}

func TestCUM12_EachAlone(t *testing.T) {
	for _, row := range slices.Concat(coverage.Conditions, coverage.Exclusions) {
		fact, _, _ := strings.Cut(row, " ")
		t.Run(fact, func(t *testing.T) { coverage.Alone(t, row) })
	}
	coverage.Complete(t)
}

func TestCUM12_Several(t *testing.T) {
	coverage.Want(t, coverage.Excluded(), policy.NotCovered, slices.Concat(coverage.Conditions, coverage.Exclusions)...)
	facts := coverage.Facts("additional_service")
	facts["contacts_reviewed"], facts["diagnostics_provided"] = false, false
	coverage.Want(t, facts, policy.Suspended,
		"diagnostics_provided suspended CUM-12 7.1(9)", "contacts_reviewed covered CUM-12 2.2(7)", "additional_service chargeable CUM-12 5.1")
}

// TestCUM12_SupportDependsOnAllOf7: 7.1 lists nine conditions, and what is not stated of
// any of them is no assurance that it is fulfilled, the last one included.
func TestCUM12_SupportDependsOnAllOf7(t *testing.T) {
	for _, row := range coverage.Conditions {
		if !strings.Contains(row, " 7.1(") {
			continue
		}
		fact, _, _ := strings.Cut(row, " ")
		facts := coverage.Facts()
		delete(facts, fact)
		outcome := policy.Suspended
		if strings.Contains(row, " not_covered ") {
			outcome = policy.NotCovered
		}
		coverage.Want(t, facts, outcome, row)
	}
}

func TestCUM12_Sections(t *testing.T) { coverage.Sections(t, cumulocity.Clauses()) }

func TestCUM12_Exceptions(t *testing.T) {
	coverage.Want(t, coverage.Facts("modified", "modification_approved"), policy.Covered)
	coverage.Refused(t, "modification_approved")
	coverage.Refused(t, "fees_paid")
}
