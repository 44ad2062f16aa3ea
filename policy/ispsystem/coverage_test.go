package ispsystem_test

import (
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/ispsystem"
)

// coverage is what the text says (ISP-12, 1.4 of ISP-13 and 8.4 of ISP-8), and the facts
// that take reasons back.
var coverage = agreementtest.Coverage{
	Rules: ispsystem.Coverage,
	Exclusions: []string{
		"partner not_covered ISP-13 1.4",
		"level_mismatch not_covered ISP-12 3.2",
		"information_refused not_covered ISP-12 3.2",
		"not_reproducible not_covered ISP-12 3.2",
		"product_changed not_covered ISP-12 3.2",
		"beyond_service not_covered ISP-12 3.2",
		"misworded not_covered ISP-12 3.2",
		"disrespectful not_covered ISP-12 3.2",
		"answered_before not_covered ISP-12 3.2",
		"improper_use not_covered ISP-12 3.2",
		"priority_abuse not_covered ISP-12 3.2",
		"user_scripts not_covered ISP-12 4.1.1",
		"training not_covered ISP-12 4.1.2",
		"service_tuning not_covered ISP-12 4.1.3",
		"infrastructure_setup not_covered ISP-12 4.1.4",
		"routine_maintenance not_covered ISP-12 4.1.4",
		"additional_software not_covered ISP-12 4.1.4",
		"interfering_software not_covered ISP-12 4.1.4",
		"hardware_fault not_covered ISP-12 4.1.5",
		"modified_scripts not_covered ISP-12 4.1.6",
		"hands_on_configuration not_covered ISP-12 4.2",
		"repeated_operation not_covered ISP-12 4.3",
		"communication_channel not_covered ISP-12 4.4.1",
		"third_party_actions not_covered ISP-12 4.4.2",
		"security_incident not_covered ISP-12 4.4.3",
		"third_party_software not_covered ISP-12 4.4.4",
		"modified_package not_covered ISP-12 4.4.5",
		"user_equipment not_covered ISP-12 4.4.5",
		"undocumented_matter not_covered ISP-12 4.4.5",
		"automation_advice not_covered ISP-12 4.4.5",
		"heterogeneous_network not_covered ISP-12 4.4.5",
		"database_internals not_covered ISP-12 5.5",
		"programming_help not_covered ISP-12 5.8.1",
		"automation_development not_covered ISP-12 5.8.2",
		"infrastructure_consulting not_covered ISP-12 5.8.3, 5.8.4",
		"on_site_visit not_covered ISP-12 5.9",
		"terms_violated suspended ISP-12 7.11",
		"outdated_in_alternative_configuration not_covered ISP-8 8.4",
	},
	Exceptions: []string{"partnership_agreement", "authorized_by_user", "named_as_implementer",
		"change_provided_for", "documented_modification", "manual_edit_needed", "separate_contract"},
}

func TestISP12_NothingStated(t *testing.T) { coverage.Want(t, nil, policy.Covered) }

func TestISP12_EachAlone(t *testing.T) {
	for _, row := range coverage.Exclusions {
		fact, _, _ := strings.Cut(row, " ")
		t.Run(fact, func(t *testing.T) { coverage.Alone(t, row) })
	}
	coverage.Complete(t)
}

func TestISP12_Several(t *testing.T) {
	coverage.Want(t, coverage.Excluded(), policy.NotCovered, coverage.Exclusions...)
	coverage.Want(t, coverage.Facts("terms_violated", "training"), policy.NotCovered, coverage.Rows("training", "terms_violated")...)
}

func TestISP12_Exceptions(t *testing.T) {
	for _, facts := range [][]string{
		{"product_changed", "change_provided_for"},
		{"modified_scripts", "documented_modification"},
		{"programming_help", "separate_contract"},
		{"automation_development", "separate_contract"},
		{"infrastructure_consulting", "separate_contract"},
		{"separate_contract"},
		{"database_internals", "manual_edit_needed"},
	} {
		coverage.Want(t, coverage.Facts(facts...), policy.Covered)
	}
	for _, fact := range []string{"change_provided_for", "documented_modification", "manual_edit_needed", "trainings", "automation"} {
		coverage.Refused(t, fact)
	}
}

func TestISP12_Sections(t *testing.T) { coverage.Sections(t, ispsystem.Clauses()) }

// A partner receives the service on any one of three conditions (1.4), each of which says
// something of a partner alone. A user needs none of them.
func TestISP13_Partner(t *testing.T) {
	coverage.Want(t, coverage.Facts("partner"), policy.NotCovered, coverage.Rows("partner")...)
	for _, fact := range []string{"partnership_agreement", "authorized_by_user", "named_as_implementer"} {
		coverage.Want(t, coverage.Facts("partner", fact), policy.Covered)
		coverage.Want(t, coverage.Facts("partner", fact, "training"), policy.NotCovered, coverage.Rows("training")...)
		coverage.Refused(t, fact)
	}
	coverage.Want(t, coverage.Facts("partner", "partnership_agreement", "authorized_by_user", "named_as_implementer"), policy.Covered)
}

// Without a contract of its own nothing of 5.8 is done; with one, all of it, but what
// 4.1 and 4.4 leave out has no such condition: advice on automation (4.4.5) is not the
// developing of it (5.8.2).
func TestISP12_SeparateContract(t *testing.T) {
	coverage.Want(t, coverage.Facts("automation_advice", "automation_development"), policy.NotCovered, coverage.Rows("automation_advice", "automation_development")...)
	for _, fact := range []string{"automation_advice", "third_party_software", "infrastructure_setup", "user_scripts"} {
		coverage.Want(t, coverage.Facts(fact, "automation_development", "programming_help", "infrastructure_consulting", "separate_contract"),
			policy.NotCovered, coverage.Rows(fact)...)
	}
}

// An outdated version in an alternative configuration is not supported (8.4), and
// releases do not know of configurations: what they list for an outdated version
// (8.3) is that of a supported one.
func TestISP8_OutdatedInAlternativeConfiguration(t *testing.T) {
	row := "outdated_in_alternative_configuration not_covered ISP-8 8.4"
	coverage.Alone(t, row)
	coverage.Want(t, coverage.Facts("outdated_in_alternative_configuration", "separate_contract"), policy.NotCovered, row)
}
