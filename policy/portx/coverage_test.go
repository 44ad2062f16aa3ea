package portx_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/portx"
)

// coverage is what the text says: the conditions of 7 and the exclusions of 8 (POR-6),
// what is no error by 4 (POR-3), and the facts that take exclusions back.
var coverage = agreementtest.Coverage{
	Rules: portx.Coverage,
	Conditions: []string{
		"correction_attempted suspended POR-6 7(a)",
		"information_provided suspended POR-6 7(b)",
		"access_provided suspended POR-6 7(b)",
		"minor_releases_installed suspended POR-6 7(c)",
		"equipment_maintained suspended POR-6 7(d)",
	},
	Exclusions: []string{
		"not_reproducible not_covered POR-3 4(a)",
		"not_an_error not_covered POR-3 4(b)",
		"undocumented_environment not_covered POR-6 8(i)",
		"modified not_covered POR-6 8(ii)",
		"accident not_covered POR-6 8(iii)",
		"hardware_malfunction not_covered POR-6 8(iii)",
		"improper_use not_covered POR-6 8(iii)",
		"discontinued_version not_covered POR-6 8(iv)",
		"third_party_cause not_covered POR-6 8(v)",
		"evaluation not_covered POR-6 8(vi)",
		"free_of_charge not_covered POR-6 8(vi)",
		"open_source_version not_covered POR-6 8(vii)",
		"separately_sold not_covered POR-6 8(viii)",
		"results not_covered POR-6 8(ix)",
		"third_party_component not_covered POR-6 8(x)",
	},
	Exceptions: []string{"modified_by_supplier", "licensed_through_supplier", "professional_connector"},
}

func TestPOR6_Fulfilled(t *testing.T) { coverage.Want(t, coverage.Facts(), policy.Covered) }

func TestPOR6_NothingStated(t *testing.T) {
	coverage.Want(t, nil, policy.Suspended, coverage.Conditions...)
}

func TestPOR6_EachAlone(t *testing.T) {
	for _, row := range slices.Concat(coverage.Conditions, coverage.Exclusions) {
		fact, _, _ := strings.Cut(row, " ")
		t.Run(fact, func(t *testing.T) { coverage.Alone(t, row) })
	}
	coverage.Complete(t)
}

// TestPOR3_NoError: an error is verified if it can be recreated with unmodified software,
// and support determines what is none; either alone takes the request out, and that the
// supplier itself modified the software does not recreate it.
func TestPOR3_NoError(t *testing.T) {
	for _, fact := range []string{"not_reproducible", "not_an_error"} {
		coverage.Want(t, coverage.Facts(fact), policy.NotCovered, coverage.Rows(fact)...)
		coverage.Want(t, coverage.Facts(fact, "modified", "modified_by_supplier"), policy.NotCovered, coverage.Rows(fact)...)
	}
}

func TestPOR6_Sections(t *testing.T) { coverage.Sections(t, portx.Clauses()) }

func TestPOR6_Several(t *testing.T) {
	coverage.Want(t, coverage.Excluded(), policy.NotCovered, slices.Concat(coverage.Conditions, coverage.Exclusions)...)
}

func TestPOR6_Exceptions(t *testing.T) {
	for _, facts := range [][]string{
		{"modified", "modified_by_supplier"},
		{"third_party_cause", "licensed_through_supplier"},
		{"free_of_charge", "professional_connector"},
		{"professional_connector"},
	} {
		coverage.Want(t, coverage.Facts(facts...), policy.Covered)
	}
	// The exception of 8(vi) is one from "at no charge", not from evaluation.
	coverage.Want(t, coverage.Facts("evaluation", "professional_connector"), policy.NotCovered, coverage.Rows("evaluation")...)
	for _, fact := range []string{"modified_by_supplier", "licensed_through_supplier", "third_party"} {
		coverage.Refused(t, fact)
	}
}
