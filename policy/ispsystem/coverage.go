package ispsystem

import "github.com/slaclock/slaclock/policy"

// Coverage returns what the service covers, as rules (ISP-12): the contractor's
// reasons for rejecting a ticket (3.2), what tickets are not processed for
// (4.1), and what is not provided (4.4), with the limits that stand between
// them (4.2, 4.3) and those of 5.8, 5.9 and 7.11; and the outdated versions that
// are not supported (ISP-8, 8.4). All are exclusions, so a ticket of which
// nothing is stated is covered. Whether the service exists for the product is
// ISP-13, see [CoverEdition].
//
// The fact separate_contract takes back what 5.8 makes depend on a contract, and
// nothing else: what 4.1 and 4.4 leave out is no part of this service, whatever
// another contract provides (1.3).
func Coverage() (*policy.Coverage, error) {
	rules := make([]policy.CoverageRule, 0, len(exclusions)+1)
	for _, e := range exclusions {
		rules = append(rules, policy.CoverageRule{Fact: e.fact, Unless: e.unless, Outcome: e.outcome, Clause: "ISP-12", Section: e.section, Rule: e.rule})
	}
	return policy.NewCoverage(append(rules, outdatedAlternative()), factLimits)
}

// outdatedAlternative is the rule of 8.4 (ISP-8). It is one fact and not two, since
// neither is in the way without the other: an outdated version in a supported
// configuration has the services of 8.3, see [Releases].
func outdatedAlternative() policy.CoverageRule {
	return policy.CoverageRule{Fact: "outdated_in_alternative_configuration", Outcome: policy.NotCovered, Clause: "ISP-8", Section: "8.4",
		Rule: "a version that is outdated is not supported in a configuration that the documentation does not describe"}
}

// exclusions are all rules of ISP-12.
var exclusions = []struct {
	fact    string
	unless  []string
	outcome policy.Outcome
	section string
	rule    string
}{
	{"level_mismatch", nil, policy.NotCovered, "3.2", "a ticket that the purchased level of support does not allow can be rejected"},
	{"information_refused", nil, policy.NotCovered, "3.2", "a ticket can be rejected when the user cannot or will not give what is needed to work on it"},
	{"not_reproducible", nil, policy.NotCovered, "3.2", "a ticket on an incident that cannot be reproduced can be rejected"},
	{"product_changed", []string{"change_provided_for"}, policy.NotCovered, "3.2", "a ticket can be rejected when the product was changed in a way for which it does not provide"},
	{"beyond_service", nil, policy.NotCovered, "3.2", "a ticket beyond the scope of the service can be rejected"},
	{"misworded", nil, policy.NotCovered, "3.2", "a ticket that is not worded correctly can be rejected"},
	{"disrespectful", nil, policy.NotCovered, "3.2", "a ticket can be rejected when it is pursued without constructiveness or respect"},
	{"answered_before", nil, policy.NotCovered, "3.2", "a ticket can be rejected with the number of an earlier one in which this user has the answer"},
	{"improper_use", nil, policy.NotCovered, "3.2", "a ticket can be rejected when the product is used against documentation, requirements or standards"},
	{"priority_abuse", nil, policy.NotCovered, "3.2", "a ticket can be rejected when its priority is pushed on purpose, for example by duplicates"},

	{"user_scripts", nil, policy.NotCovered, "4.1.1", "faults in the user's scripts, plugins and queries are not looked for or corrected"},
	{"training", nil, policy.NotCovered, "4.1.2", "training, basics of systems and networks included, is not given"},
	{"service_tuning", nil, policy.NotCovered, "4.1.3", "services are not configured or optimized, nor is advice on it given"},
	{"infrastructure_setup", nil, policy.NotCovered, "4.1.4", "servers, network equipment and network architecture are the user's to set up"},
	{"routine_maintenance", nil, policy.NotCovered, "4.1.4", "updates, reboots, logs and backups of the user's equipment are the user's"},
	{"additional_software", nil, policy.NotCovered, "4.1.4", "software that the product does not need is not installed or configured"},
	{"interfering_software", nil, policy.NotCovered, "4.1.4", "nothing is done where software that the product does not need disturbs it"},
	{"hardware_fault", nil, policy.NotCovered, "4.1.5", "errors from broken, worn or incompatible hardware are not fixed"},
	{"modified_scripts", []string{"documented_modification"}, policy.NotCovered, "4.1.6", "script errors from modifications that the documentation does not describe are not corrected"},

	{"hands_on_configuration", nil, policy.NotCovered, "4.2", "the service says how; the user carries it out"},
	{"repeated_operation", nil, policy.NotCovered, "4.3", "of several like operations one is shown as an example"},

	{"communication_channel", nil, policy.NotCovered, "4.4.1", "communication channels are not configured; advice can follow from what the test bench shows"},
	{"third_party_actions", nil, policy.NotCovered, "4.4.2", "what third parties did is not clarified or assessed"},
	{"security_incident", nil, policy.NotCovered, "4.4.3", "security incidents are not diagnosed"},
	{"third_party_software", nil, policy.NotCovered, "4.4.4", "no help is given with software and services of third parties"},
	{"modified_package", nil, policy.NotCovered, "4.4.5", "no advice is given on modified packages"},
	{"user_equipment", nil, policy.NotCovered, "4.4.5", "no advice is given on the user's equipment"},
	{"undocumented_matter", nil, policy.NotCovered, "4.4.5", "no advice is given on what the documentation does not describe"},
	{"automation_advice", nil, policy.NotCovered, "4.4.5", "no advice is given on automating with scripts and scenarios; a way with what the product has built in can be looked at"},
	{"heterogeneous_network", nil, policy.NotCovered, "4.4.5", "no advice is given on mixed networks and the software of technology partners"},

	{"programming_help", []string{"separate_contract"}, policy.NotCovered, "5.8.1", "help with programming takes a contract of its own"},
	{"automation_development", []string{"separate_contract"}, policy.NotCovered, "5.8.2", "developing scripts and scenarios for automation takes a contract of its own"},
	{"infrastructure_consulting", []string{"separate_contract"}, policy.NotCovered, "5.8.3, 5.8.4", "configuring infrastructure, and consulting on it and its design, takes a contract of its own"},
	{"on_site_visit", nil, policy.NotCovered, "5.9", "the contractor does not visit the user"},
	{"terms_violated", nil, policy.Suspended, "7.11", "the contractor can refuse the service to a user who violates the terms or acts unfairly"},
}

// factLimits are the facts of ISP-12 that qualify others.
var factLimits = []policy.FactLimit{
	{Fact: "change_provided_for", Needs: []string{"product_changed"}},
	{Fact: "documented_modification", Needs: []string{"modified_scripts"}},
}
