package ispsystem

import "github.com/slaclock/slaclock/policy"

// Coverage returns what the service covers, as rules (ISP-12): the contractor's reasons for
// rejecting a ticket (3.2), what tickets are not processed for (4.1), and what is not
// provided (4.4), with the limits that lie between them (4.2, 4.3) and those of 5.5, 5.8, 5.9
// and 7.11; the partners who receive the service (ISP-13, 1.4); and the outdated versions
// that are not supported (ISP-8, 8.4). All of these are exclusions, so a ticket without
// stated facts is covered. Whether the service exists for the product is ISP-13 too, see
// [CoverEdition]; whether its term runs is ISP-9, see [License].
//
// The fact separate_contract takes back what 5.8 makes depend on a contract, and nothing
// else: what 4.1 and 4.4 leave out is not part of this service, whatever another contract
// provides (1.3).
func Coverage() (*policy.Coverage, error) {
	return policy.NewCoverage(policy.CoverageRules(recipients, rejections, exclusions, outdated), factLimits)
}

// recipients is the rule of 1.4 (ISP-13), of whose three conditions any one is enough.
var recipients = policy.CoverageTable{
	Clause: "ISP-13", Section: "1.4", Outcome: policy.NotCovered,
	Rules: []policy.CoverageRule{
		{Fact: "partner", Unless: []string{"partnership_agreement", "authorized_by_user", "named_as_implementer"},
			Rule: "a partner receives the service with a partnership agreement, by the user's authorization, or where the licence names it as the one who implements"},
	},
}

// rejections are the reasons for which a ticket can be rejected (ISP-12).
var rejections = policy.CoverageTable{
	Clause: "ISP-12", Section: "3.2", Outcome: policy.NotCovered,
	Rules: []policy.CoverageRule{
		{Fact: "level_mismatch", Rule: "a ticket that the purchased level of support does not allow can be rejected"},
		{Fact: "information_refused", Rule: "a ticket can be rejected when the user cannot or will not give what is needed to work on it"},
		{Fact: "not_reproducible", Rule: "a ticket on an incident that cannot be reproduced can be rejected"},
		{Fact: "product_changed", Unless: []string{"change_provided_for"}, Rule: "a ticket can be rejected when the product was changed in a way for which it does not provide"},
		{Fact: "beyond_service", Rule: "a ticket beyond the scope of the service can be rejected"},
		{Fact: "misworded", Rule: "a ticket that is not worded correctly can be rejected"},
		{Fact: "disrespectful", Rule: "a ticket can be rejected when it is pursued without constructiveness or respect"},
		{Fact: "answered_before", Rule: "a ticket can be rejected with the number of an earlier one in which this user has the answer"},
		{Fact: "improper_use", Rule: "a ticket can be rejected when the product is used against documentation, requirements or standards"},
		{Fact: "priority_abuse", Rule: "a ticket can be rejected when its priority is pushed on purpose, for example by duplicates"},
	},
}

// exclusions are the other rules of ISP-12.
var exclusions = policy.CoverageTable{
	Clause: "ISP-12", Outcome: policy.NotCovered,
	Rules: []policy.CoverageRule{
		{Fact: "user_scripts", Section: "4.1.1", Rule: "faults in the user's scripts, plugins and queries are not looked for or corrected"},
		{Fact: "training", Section: "4.1.2", Rule: "training, basics of systems and networks included, is not given"},
		{Fact: "service_tuning", Section: "4.1.3", Rule: "services are not configured or optimized, nor is advice on it given"},
		{Fact: "infrastructure_setup", Section: "4.1.4", Rule: "servers, network equipment and network architecture are the user's to set up"},
		{Fact: "routine_maintenance", Section: "4.1.4", Rule: "updates, reboots, logs and backups of the user's equipment are the user's"},
		{Fact: "additional_software", Section: "4.1.4", Rule: "software that the product does not need is not installed or configured"},
		{Fact: "interfering_software", Section: "4.1.4", Rule: "nothing is done where software that the product does not need disturbs it"},
		{Fact: "hardware_fault", Section: "4.1.5", Rule: "errors from broken, worn or incompatible hardware are not fixed"},
		{Fact: "modified_scripts", Unless: []string{"documented_modification"}, Section: "4.1.6", Rule: "script errors from modifications that the documentation does not describe are not corrected"},

		{Fact: "hands_on_configuration", Section: "4.2", Rule: "the service says how; the user carries it out"},
		{Fact: "repeated_operation", Section: "4.3", Rule: "of several like operations one is shown as an example"},

		{Fact: "communication_channel", Section: "4.4.1", Rule: "communication channels are not configured; advice can follow from what the test bench shows"},
		{Fact: "third_party_actions", Section: "4.4.2", Rule: "what third parties did is not clarified or assessed"},
		{Fact: "security_incident", Section: "4.4.3", Rule: "security incidents are not diagnosed"},
		{Fact: "third_party_software", Section: "4.4.4", Rule: "no help is given with software and services of third parties"},
		{Fact: "modified_package", Section: "4.4.5", Rule: "no advice is given on modified packages"},
		{Fact: "user_equipment", Section: "4.4.5", Rule: "no advice is given on the user's equipment"},
		{Fact: "undocumented_matter", Section: "4.4.5", Rule: "no advice is given on what the documentation does not describe"},
		{Fact: "automation_advice", Section: "4.4.5", Rule: "no advice is given on automating with scripts and scenarios; a way with what the product has built in can be looked at"},
		{Fact: "heterogeneous_network", Section: "4.4.5", Rule: "no advice is given on mixed networks and the software of technology partners"},

		{Fact: "database_internals", Unless: []string{"manual_edit_needed"}, Section: "5.5", Rule: "no advice is given on the inner structure of the databases, unless an issue of the product takes editing them by hand"},
		{Fact: "programming_help", Unless: []string{"separate_contract"}, Section: "5.8.1", Rule: "help with programming takes a contract of its own"},
		{Fact: "automation_development", Unless: []string{"separate_contract"}, Section: "5.8.2", Rule: "developing scripts and scenarios for automation takes a contract of its own"},
		{Fact: "infrastructure_consulting", Unless: []string{"separate_contract"}, Section: "5.8.3, 5.8.4", Rule: "configuring infrastructure, and consulting on it and its design, takes a contract of its own"},
		{Fact: "on_site_visit", Section: "5.9", Rule: "the contractor does not visit the user"},
		{Fact: "terms_violated", Outcome: policy.Suspended, Section: "7.11", Rule: "the contractor can refuse the service to a user who violates the terms or acts unfairly"},
	},
}

// outdated is the rule of 8.4 (ISP-8). It is a single fact, since neither half excludes a
// ticket without the other: an outdated version in a supported configuration has the services
// of 8.3, see [Releases].
var outdated = policy.CoverageTable{
	Clause: "ISP-8", Section: "8.4", Outcome: policy.NotCovered,
	Rules: []policy.CoverageRule{
		{Fact: "outdated_in_alternative_configuration", Rule: "a version that is outdated is not supported in a configuration that the documentation does not describe"},
	},
}

// factLimits limits the facts that qualify others.
var factLimits = []policy.FactLimit{
	{Fact: "partnership_agreement", Needs: []string{"partner"}},
	{Fact: "authorized_by_user", Needs: []string{"partner"}},
	{Fact: "named_as_implementer", Needs: []string{"partner"}},
	{Fact: "change_provided_for", Needs: []string{"product_changed"}},
	{Fact: "documented_modification", Needs: []string{"modified_scripts"}},
	{Fact: "manual_edit_needed", Needs: []string{"database_internals"}},
}
