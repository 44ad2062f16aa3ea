package sempre

import "github.com/slaclock/slaclock/policy"

// Coverage returns what the policy covers, as rules: the payment and the ten actions required
// of the licensee (SEM-6), each of which must be stated to be done and without which support
// is suspended; what there is no obligation to support (SEM-4); and a problem that was not an
// Error (SEM-7), for which [Charges] returns the time that is charged. Whether a component is
// covered is SEM-8, see [CoverComponent].
func Coverage() (*policy.Coverage, error) {
	return policy.NewCoverage(policy.CoverageRules(actions, exclusions, noErrors), factLimits)
}

// actions is the checklist of SEM-6, in the order of the text: the payment, upon which
// maintenance is provided, and the required actions. An action for which there was no
// occasion (no change was pending, no source was changed) counts as performed.
var actions = policy.CoverageTable{
	Clause: "SEM-6", Required: true, Outcome: policy.Suspended,
	Rules: []policy.CoverageRule{
		{Fact: "fees_paid", Section: "upon payment of the applicable fees", Rule: "maintenance is provided upon payment of the fees for the service level"},
		{Fact: "contacts_designated", Section: "required actions: Designate Customer Contacts", Rule: "the licensee must name its contacts"},
		{Fact: "staff_trained", Section: "required actions: Maintain trained support personnel", Rule: "the licensee must have trained staff who pass on real software Errors only"},
		{Fact: "changes_announced", Section: "required actions: Inform SEMPRE in writing", Rule: "the licensee must announce changes of the environment in writing, 30 days before at the latest"},
		{Fact: "fixes_in_sequence", Section: "required actions: Install Fixes and Updates", Rule: "the licensee must install fixes and updates in time, as instructed and in their sequence"},
		{Fact: "own_changes_reported", Section: "required actions: Inform SEMPRE of any changes to source code", Rule: "the licensee must report its own changes to source code and databases"},
		{Fact: "database_mirrored", Section: "required actions: Maintain a mirrored copy", Rule: "the licensee must keep a mirror of the production database for support"},
		{Fact: "access_provided", Section: "required actions: Provide connected access", Rule: "the licensee must give access to its servers, with the privileges and the connection that support needs"},
		{Fact: "client_software_maintained", Section: "required actions: Maintain required database", Rule: "the licensee must maintain the database, network and client software that the products need"},
		{Fact: "environments_identical", Section: "required actions: Maintain identical Operating Environments", Rule: "the licensee must keep the environments of all sites identical and build what runs there from identical source"},
		{Fact: "releases_installed", Section: "required actions: Install the new Releases", Rule: "the licensee must install new releases, updates and fixes in its environment"},
	},
}

// exclusions are what there is no obligation to support, what maintenance does not include
// (SEM-4), and the help with a required action that must be bought (SEM-6).
var exclusions = policy.CoverageTable{
	Clause: "SEM-4", Outcome: policy.NotCovered,
	Rules: []policy.CoverageRule{
		{Fact: "altered", Unless: []string{"alteration_approved"}, Section: "no obligation to support: altered or modified", Rule: "what the licensee or a third party altered without SEMPRE's prior written approval is not supported"},
		{Fact: "licensee_negligence", Section: "no obligation to support: caused by negligence", Rule: "problems from the licensee's negligence are not supported"},
		{Fact: "beyond_control", Section: "no obligation to support: beyond the control of SEMPRE", Rule: "problems from causes beyond SEMPRE's control are not supported"},
		{Fact: "unsupported_interface", Section: "no obligation to support: non-SEMPRE supported interfaces", Rule: "modifications for interfaces that SEMPRE does not support are the licensee's own affair"},
		{Fact: "unsupported_environment", Section: "no obligation to support: not supported Operating Environment", Rule: "products in an operating environment that SEMPRE does not support are not supported"},
		{Fact: "unsupported_hardware", Section: "no obligation to support: not supported hardware environment", Rule: "products in a hardware environment that SEMPRE does not support are not supported"},
		{Fact: "enhancement", Section: "Enhancements", Rule: "enhancements are bought by an order of their own"},
		{Fact: "separately_licensed", Section: "definition of Update", Rule: "versions that SEMPRE licenses separately are no updates"},
		{Fact: "data_repair", Outcome: policy.Chargeable, Section: "no obligation to support: repairing or restoring corrupt data", Rule: "corrupt data need not be repaired; where it is on request, time and materials can be charged"},
		{Fact: "additional_maintenance", Outcome: policy.Chargeable, Section: "additional maintenance", Rule: "maintenance beyond the policy is provided for time and materials, if available"},
		{Fact: "installation_assistance", Outcome: policy.Chargeable, Clause: "SEM-6", Section: "required actions: Install the new Releases", Rule: "help with installing and deploying a new release can be bought, for time and materials at current rates"},
	},
}

// noErrors are the rules for a problem that was not an Error.
var noErrors = policy.CoverageTable{
	Clause: "SEM-7", Section: "not due to an Error", Outcome: policy.NotCovered,
	Rules: []policy.CoverageRule{
		{Fact: "not_an_error", Unless: []string{"consent_given"}, Rule: "without the licensee's prior written consent no work on what is not an Error is charged, and none is owed"},
		{Fact: "consent_given", Outcome: policy.Chargeable, Rule: "work on what is not an Error is charged from the written consent until the stop notice is received or that is found"},
	},
}

// factLimits limits the facts that qualify others.
var factLimits = []policy.FactLimit{
	{Fact: "alteration_approved", Needs: []string{"altered"}},
	{Fact: "consent_given", Needs: []string{"not_an_error"}},
}
