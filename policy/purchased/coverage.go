package purchased

import "github.com/slaclock/slaclock/policy"

// Coverage returns what the agreement covers, as rules (PUR-8): the access on which the
// service is conditioned, which must be stated to be provided and without which the service
// is suspended; what 3.4, 2 and 3.3 leave out, and what is done for time and materials, which
// must be stated to apply. Whether the fee is paid is decided by [Terms], not by this
// coverage.
//
// The sections numbered 4 and 5 are those between 3.4 and 6.1, whose headings are missing
// from the published text.
func Coverage() (*policy.Coverage, error) {
	return policy.NewCoverage(policy.CoverageRules(conditions, exclusions), factLimits)
}

// conditions is the condition of 5. Access that was not needed counts as provided.
var conditions = policy.CoverageTable{
	Clause: "PUR-8", Required: true, Outcome: policy.Suspended,
	Rules: []policy.CoverageRule{
		{Fact: "access_provided", Section: "5", Rule: "the licensee must give the necessary access to the people and systems that run the software"},
	},
}

// exclusions are the other rules of PUR-8.
var exclusions = policy.CoverageTable{
	Clause: "PUR-8", Outcome: policy.NotCovered,
	Rules: []policy.CoverageRule{
		{Fact: "custom_programming", Section: "3.4", Rule: "programming to order is not part of the service"},
		// 3.4 leaves out work on site, including installation; 3.3 nevertheless offers to
		// install updates there, for time and materials.
		{Fact: "on_site_work", Unless: []string{"update_installation"}, Section: "3.4", Rule: "work on site, installing hardware or software included, is not part of the service"},
		{Fact: "training", Section: "3.4", Rule: "training is not part of the service"},
		{Fact: "additional_service", Section: "3.4", Rule: "what the agreement treats as an Additional Service has to be agreed in writing by itself"},
		{Fact: "other_software", Unless: []string{"supplied_platform"}, Section: "3.4, 2", Rule: "only the Covered Software is supported, with the hardware and platform software that the licensor supplied"},
		{Fact: "licensee_software", Section: "2", Rule: "software that the licensee developed is not Covered Software"},
		{Fact: "third_party_software", Unless: []string{"embedded", "supplied_platform"}, Section: "2", Rule: "software of third parties is supported only where it is embedded in the Covered Software or in servers that the licensor hosts, or is platform software that the licensor supplied"},
		{Fact: "custom_software", Section: "2, 3.3", Rule: "custom software is not Covered Software, whoever made it"},
		{Fact: "add_on_module", Section: "3.3", Rule: "the licensor answers for no add-on module, whoever made it"},
		{Fact: "integrated_application", Section: "3.3", Rule: "the licensor answers for no integrated application, whoever made it"},
		{Fact: "other_platform", Section: "3.3", Rule: "an extension to another hardware, operating system or database platform is not an update"},
		{Fact: "separate_product", Section: "3.3", Rule: "new applications and tools, and functions that are sold as modules of their own, are not updates"},
		{Fact: "beyond_level_of_use", Section: "2", Rule: "the service goes as far as the level of use that was purchased"},
		{Fact: "update_installation", Outcome: policy.Chargeable, Section: "3.3", Rule: "help with installing updates, remote or on site, is charged by time and materials"},
		{Fact: "not_an_error", Outcome: policy.Chargeable, Section: "4", Rule: "work on a problem that no error or defect of the Covered Software caused is charged by time and materials"},
		{Fact: "expenses", Outcome: policy.Chargeable, Section: "3.4, 6.2", Rule: "expenses such as travel, freight and supplies are reimbursed"},
	},
}

// factLimits limits the facts of PUR-8 that qualify others.
var factLimits = []policy.FactLimit{
	{Fact: "supplied_platform", Needs: []string{"other_software"}, Bars: []string{"licensee_software"}},
	// Embedded software is Covered Software itself, and not other software.
	{Fact: "embedded", Needs: []string{"third_party_software"}, Bars: []string{"other_software"}},
}
