package purchased_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/purchased"
)

// coverage is what the text says (PUR-8): the condition of 5, the exclusions, and the
// facts that take these back.
var coverage = agreementtest.Coverage{
	Rules:      purchased.Coverage,
	Conditions: []string{"access_provided suspended PUR-8 5"},
	Exclusions: []string{
		"custom_programming not_covered PUR-8 3.4",
		"on_site_work not_covered PUR-8 3.4",
		"training not_covered PUR-8 3.4",
		"additional_service not_covered PUR-8 3.4",
		"other_software not_covered PUR-8 3.4, 2",
		"licensee_software not_covered PUR-8 2",
		"third_party_software not_covered PUR-8 2",
		"custom_software not_covered PUR-8 2, 3.3",
		"add_on_module not_covered PUR-8 3.3",
		"integrated_application not_covered PUR-8 3.3",
		"other_platform not_covered PUR-8 3.3",
		"separate_product not_covered PUR-8 3.3",
		"beyond_level_of_use not_covered PUR-8 2",
		"update_installation chargeable PUR-8 3.3",
		"not_an_error chargeable PUR-8 4",
		"expenses chargeable PUR-8 3.4, 6.2",
	},
	Exceptions: []string{"supplied_platform", "embedded"},
}

func TestPUR8_Fulfilled(t *testing.T) { coverage.Want(t, coverage.Facts(), policy.Covered) }

// TestPUR8_NothingStated: the service is conditioned upon access (5), and nobody has said
// that there is any.
func TestPUR8_NothingStated(t *testing.T) {
	coverage.Want(t, nil, policy.Suspended, coverage.Conditions...)
}

func TestPUR8_Sections(t *testing.T) { coverage.Sections(t, purchased.Clauses()) }

func TestPUR8_EachAlone(t *testing.T) {
	for _, row := range slices.Concat(coverage.Conditions, coverage.Exclusions) {
		fact, _, _ := strings.Cut(row, " ")
		t.Run(fact, func(t *testing.T) { coverage.Alone(t, row) })
	}
	coverage.Complete(t)
}

func TestPUR8_Several(t *testing.T) {
	// Installing updates on site is done for a fee (3.3), so of all only the
	// exclusion of work on site falls away.
	want := slices.DeleteFunc(slices.Clone(coverage.Exclusions), func(row string) bool { return strings.HasPrefix(row, "on_site_work ") })
	coverage.Want(t, coverage.Excluded(), policy.NotCovered, slices.Concat(coverage.Conditions, want)...)
	for _, test := range []struct {
		facts  []string
		access bool
		want   policy.Outcome
	}{
		{[]string{"not_an_error", "expenses"}, true, policy.Chargeable},
		{[]string{"not_an_error"}, false, policy.Suspended},
		{[]string{"training"}, false, policy.NotCovered},
		{[]string{"training", "expenses"}, true, policy.NotCovered},
	} {
		facts, want := coverage.Facts(test.facts...), coverage.Rows(test.facts...)
		if facts["access_provided"] = test.access; !test.access {
			want = slices.Concat(coverage.Conditions, want)
		}
		coverage.Want(t, facts, test.want, want...)
	}
}

func TestPUR8_Exceptions(t *testing.T) {
	for _, test := range []struct {
		facts   []string
		want    policy.Outcome
		reasons []string
	}{
		{[]string{"other_software", "supplied_platform"}, policy.Covered, nil},
		{[]string{"third_party_software", "embedded"}, policy.Covered, nil},
		// 2 has the platform software that the licensor supplied, whoever made it.
		{[]string{"third_party_software", "other_software", "supplied_platform"}, policy.Covered, nil},
		{[]string{"third_party_software", "other_software"}, policy.NotCovered, coverage.Rows("third_party_software", "other_software")},
		{[]string{"on_site_work", "update_installation"}, policy.Chargeable, coverage.Rows("update_installation")},
		{[]string{"third_party_software", "embedded", "training"}, policy.NotCovered, coverage.Rows("training")},
	} {
		coverage.Want(t, coverage.Facts(test.facts...), test.want, test.reasons...)
	}
}

func TestPUR8_Contradictions(t *testing.T) {
	for _, facts := range [][]string{
		{"onsite_work"}, // unknown
		{"supplied_platform"},
		{"supplied_platform", "other_software", "licensee_software"},
		{"embedded"},
		// What is embedded in the Covered Software is Covered Software (2), and no other.
		{"embedded", "third_party_software", "other_software"},
	} {
		coverage.Refused(t, facts...)
	}
}
