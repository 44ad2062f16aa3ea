package ispsystem_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/ispsystem"
)

// editionNames are those of 1.5, each with the product of 2.6 and 3.1.
var editionNames = []ispsystem.Edition{
	{Name: "VMmanager 6 Infrastructure", Product: "VMmanager"},
	{Name: "DCImanager 6 Infrastructure", Product: "DCImanager"},
	{Name: "DCImanager 6 SE", Product: "DCImanager"},
	{Name: "BILLmanager 6 Hosting&Cloud", Product: "BILLmanager"},
	{Name: "BILLmanager 6 Enterprise", Product: "BILLmanager"},
	{Name: "DNSmanager 6 Infrastructure", Product: "DNSmanager"},
}

func TestISP13_Editions(t *testing.T) {
	if diff := cmp.Diff(editionNames, ispsystem.Editions()); diff != "" {
		t.Errorf("editions (-want +got)\n%s", diff)
	}
	ispsystem.Editions()[0].Name = "changed"
	if got := ispsystem.Editions()[0].Name; got != "VMmanager 6 Infrastructure" {
		t.Errorf("the table changed from outside: %s", got)
	}
}

func TestISP13_CoverEdition(t *testing.T) {
	for _, edition := range editionNames {
		for _, tier := range []string{"Standard", "Privilege"} {
			got, err := ispsystem.CoverEdition(edition.Name, tier)
			if diff := cmp.Diff(policy.Decision{Outcome: policy.Covered}, got); err != nil || diff != "" {
				t.Errorf("%s with %s: %v (-want +got)\n%s", edition.Name, tier, err, diff)
			}
		}
		got, err := ispsystem.CoverEdition(edition.Name, "")
		want := policy.Decision{Outcome: policy.NotCovered, Reasons: []policy.Reason{{Outcome: policy.NotCovered, Fact: "tier", Clause: "ISP-13", Section: "1.5",
			Rule: "the licence must name the level of service: Standard or Privilege"}}}
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%s without a level: %v (-want +got)\n%s", edition.Name, err, diff)
		}
	}
	for _, edition := range []string{"VMmanager", "VMmanager 5 Infrastructure", "vmmanager 6 infrastructure", "VMmanager 6 Hosting", "ISPmanager"} {
		got, err := ispsystem.CoverEdition(edition, "Standard")
		if err != nil || got.Outcome != policy.NotCovered || len(got.Reasons) != 1 || got.Reasons[0].Fact != "edition" || got.Reasons[0].Clause != "ISP-13" {
			t.Errorf("%s: got %v, %v, want not covered by ISP-13", edition, got, err)
		}
	}
	got, err := ispsystem.CoverEdition("ISPmanager", "")
	if err != nil || got.Outcome != policy.NotCovered || len(got.Reasons) != 2 {
		t.Errorf("neither edition nor level: got %v, %v, want both reasons", got, err)
	}
}

func TestISP13_Errors(t *testing.T) {
	for _, test := range []struct{ edition, tier, want string }{
		{"", "Standard", `policy: edition: is missing; write the name in the licence, such as VMmanager 6 Infrastructure`},
		{"VMmanager 6 Infrastructure", "Privileged", `policy: tier: "Privileged" is not a level of service; write Standard or Privilege, or nothing if the licence names none`},
		{"ISPmanager", "standard", `policy: tier: "standard" is not a level of service; write Standard or Privilege, or nothing if the licence names none`},
	} {
		_, err := ispsystem.CoverEdition(test.edition, test.tier)
		if !errors.Is(err, policy.ErrFacts) || err.Error() != test.want {
			t.Errorf("%q, %q: got error %v, want %s", test.edition, test.tier, err, test.want)
		}
	}
}

func ExampleEditions() {
	for _, edition := range ispsystem.Editions()[:3] {
		fmt.Printf("%s: %s\n", edition.Product, edition.Name)
	}
	// Output:
	// VMmanager: VMmanager 6 Infrastructure
	// DCImanager: DCImanager 6 Infrastructure
	// DCImanager: DCImanager 6 SE
}

func ExampleCoverEdition() {
	decision, err := ispsystem.CoverEdition("DCImanager 6 SE", "")
	fmt.Println(decision.Outcome, err)
	fmt.Println(decision.Reasons[0])
	// Output:
	// not_covered <nil>
	// not_covered by ISP-13 (1.5): the licence must name the level of service: Standard or Privilege [tier, not stated]
}

// A ticket's coverage is that of what it asks for and that of the product.
func ExampleCoverage() {
	coverage, err := ispsystem.Coverage()
	if err != nil {
		fmt.Println(err)
		return
	}
	decision, err := coverage.Decide(map[string]bool{"training": true})
	if err != nil {
		fmt.Println(err)
		return
	}
	edition, err := ispsystem.CoverEdition("DCImanager 6 SE", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	decision = decision.With(edition.Reasons...)
	fmt.Println(decision.Outcome)
	for _, reason := range decision.Reasons {
		fmt.Println(reason)
	}
	// Output:
	// not_covered
	// not_covered by ISP-12 (4.1.2): training, basics of systems and networks included, is not given [training]
	// not_covered by ISP-13 (1.5): the licence must name the level of service: Standard or Privilege [tier, not stated]
}
