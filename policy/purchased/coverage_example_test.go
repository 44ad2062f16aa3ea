package purchased_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy/purchased"
)

func ExampleCoverage() {
	coverage, err := purchased.Coverage()
	if err != nil {
		fmt.Println(err)
		return
	}
	decision, err := coverage.Decide(map[string]bool{"access_provided": true, "add_on_module": true, "expenses": true})
	fmt.Println(decision.Outcome, err)
	for _, reason := range decision.Reasons {
		fmt.Println(reason)
	}
	// Output:
	// not_covered <nil>
	// not_covered by PUR-8 (3.3): the licensor answers for no add-on module, whoever made it [add_on_module]
	// chargeable by PUR-8 (3.4, 6.2): expenses such as travel, freight and supplies are reimbursed [expenses]
}
