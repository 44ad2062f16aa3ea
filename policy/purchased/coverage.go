package purchased

import "github.com/slaclock/slaclock/policy"

// Coverage returns what the agreement covers, as rules (PUR-8): what 3.4, 2 and
// 3.3 leave out, what is done for time and materials, and what the service
// depends on. All are exclusions, so a request of which nothing is stated is
// covered.
//
// The sections numbered 4 and 5 are those between 3.4 and 6.1, whose headings
// the published text has lost.
func Coverage() (*policy.Coverage, error) {
	rules := make([]policy.CoverageRule, 0, len(exclusions))
	for _, e := range exclusions {
		rules = append(rules, policy.CoverageRule{Fact: e.fact, Unless: e.unless, Outcome: e.outcome, Clause: "PUR-8", Section: e.section, Rule: e.rule})
	}
	return policy.NewCoverage(rules, factLimits)
}

// exclusions are all rules of PUR-8.
var exclusions = []struct {
	fact    string
	unless  []string
	outcome policy.Outcome
	section string
	rule    string
}{
	{"custom_programming", nil, policy.NotCovered, "3.4", "programming to order is not part of the service"},
	// 3.4 leaves out work on site, installing included; 3.3 offers the
	// installation of updates there all the same, for time and materials.
	{"on_site_work", []string{"update_installation"}, policy.NotCovered, "3.4", "work on site, installing hardware or software included, is not part of the service"},
	{"training", nil, policy.NotCovered, "3.4", "training is not part of the service"},
	{"additional_service", nil, policy.NotCovered, "3.4", "what the agreement treats as an Additional Service has to be agreed in writing by itself"},
	{"other_software", []string{"supplied_platform"}, policy.NotCovered, "3.4, 2", "only the Covered Software is supported, with the hardware and platform software that the licensor supplied"},
	{"licensee_software", nil, policy.NotCovered, "2", "software that the licensee developed is not Covered Software"},
	{"third_party_software", []string{"embedded"}, policy.NotCovered, "2", "software of third parties is Covered Software only where it is embedded in it or in servers that the licensor hosts"},
	{"custom_software", nil, policy.NotCovered, "2, 3.3", "custom software is not Covered Software, whoever made it"},
	{"add_on_module", nil, policy.NotCovered, "3.3", "the licensor answers for no add-on module, whoever made it"},
	{"integrated_application", nil, policy.NotCovered, "3.3", "the licensor answers for no integrated application, whoever made it"},
	{"other_platform", nil, policy.NotCovered, "3.3", "an extension to another hardware, operating system or database platform is not an update"},
	{"separate_product", nil, policy.NotCovered, "3.3", "new applications and tools, and functions that are sold as modules of their own, are not updates"},
	{"beyond_level_of_use", nil, policy.NotCovered, "2", "the service goes as far as the level of use that was purchased"},
	{"access_withheld", nil, policy.Suspended, "5", "the service depends on access to the people and systems that run the software"},
	{"update_installation", nil, policy.Chargeable, "3.3", "help with installing updates, remote or on site, is charged by time and materials"},
	{"not_an_error", nil, policy.Chargeable, "4", "work on a problem that no error or defect of the Covered Software caused is charged by time and materials"},
	{"expenses", nil, policy.Chargeable, "3.4, 6.2", "expenses such as travel, freight and supplies are reimbursed"},
}

// factLimits are the facts of PUR-8 that qualify others.
var factLimits = []policy.FactLimit{
	{Fact: "supplied_platform", Needs: []string{"other_software"}, Bars: []string{"licensee_software"}},
	{Fact: "embedded", Needs: []string{"third_party_software"}},
}
