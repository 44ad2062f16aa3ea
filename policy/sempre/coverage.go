package sempre

import "github.com/slaclock/slaclock/policy"

// Coverage returns what the policy covers, as rules: the ten actions that the
// licensee must have performed (SEM-6), each of which must be stated to be done
// and without which the support rests; what there is no obligation to support
// (SEM-4); and a problem that was no Error (SEM-7), for which [Charges] gives
// the time that is charged. Whether a component is covered is SEM-8, see
// [CoverComponent].
func Coverage() (*policy.Coverage, error) {
	rules := make([]policy.CoverageRule, 0, len(actions)+len(exclusions))
	for _, a := range actions {
		rules = append(rules, policy.CoverageRule{Fact: a.fact, Required: true, Outcome: policy.Suspended, Clause: "SEM-6", Section: "required actions: " + a.section, Rule: a.rule})
	}
	for _, e := range exclusions {
		rules = append(rules, policy.CoverageRule{Fact: e.fact, Unless: e.unless, Outcome: e.outcome, Clause: e.clause, Section: e.section, Rule: e.rule})
	}
	return policy.NewCoverage(rules, factLimits)
}

// actions is the checklist of SEM-6, in the order of the text. An action that
// there was no occasion for (no change was pending, no source was changed)
// counts as performed.
var actions = []struct{ fact, section, rule string }{
	{"contacts_designated", "Designate Customer Contacts", "the licensee must name its contacts"},
	{"staff_trained", "Maintain trained support personnel", "the licensee must have trained staff who pass on real software Errors only"},
	{"changes_announced", "Inform SEMPRE in writing", "the licensee must announce changes of the environment in writing, 30 days before at the latest"},
	{"fixes_in_sequence", "Install Fixes and Updates", "the licensee must install fixes and updates in time, as instructed and in their sequence"},
	{"own_changes_reported", "Inform SEMPRE of any changes to source code", "the licensee must report its own changes to source code and databases"},
	{"database_mirrored", "Maintain a mirrored copy", "the licensee must keep a mirror of the production database for support"},
	{"access_provided", "Provide connected access", "the licensee must give access to its servers, with the privileges and the connection that support needs"},
	{"client_software_maintained", "Maintain required database, network and client software", "the licensee must maintain the database, network and client software that the products need"},
	{"environments_identical", "Maintain identical Operating Environments", "the licensee must keep the environments of all sites identical and build what runs there from identical source"},
	{"releases_installed", "Install the new Releases", "the licensee must install new releases, updates and fixes in its environment"},
}

// exclusions are the other rules.
var exclusions = []struct {
	fact    string
	unless  []string
	outcome policy.Outcome
	clause  string
	section string
	rule    string
}{
	{"fees_unpaid", nil, policy.Suspended, "SEM-6", "upon payment of the applicable fees", "maintenance is provided against payment of the fees for the service level"},
	{"altered", []string{"alteration_approved"}, policy.NotCovered, "SEM-4", "altered or modified", "what the licensee or a third party altered without SEMPRE's prior written approval is not supported"},
	{"licensee_negligence", nil, policy.NotCovered, "SEM-4", "caused by negligence", "problems from the licensee's negligence are not supported"},
	{"beyond_control", nil, policy.NotCovered, "SEM-4", "beyond the control of SEMPRE", "problems from causes beyond SEMPRE's control are not supported"},
	{"unsupported_interface", nil, policy.NotCovered, "SEM-4", "non-SEMPRE supported interfaces", "modifications for interfaces that SEMPRE does not support are the licensee's own affair"},
	{"unsupported_environment", nil, policy.NotCovered, "SEM-4", "not supported Operating Environment", "products in an operating environment that SEMPRE does not support are not supported"},
	{"unsupported_hardware", nil, policy.NotCovered, "SEM-4", "not supported hardware environment", "products in a hardware environment that SEMPRE does not support are not supported"},
	{"enhancement", nil, policy.NotCovered, "SEM-4", "Enhancements", "enhancements are bought by an order of their own"},
	{"data_repair", nil, policy.Chargeable, "SEM-4", "repairing or restoring corrupt data", "corrupt data need not be repaired; where it is on request, time and materials can be charged"},
	{"additional_maintenance", nil, policy.Chargeable, "SEM-4", "additional maintenance", "maintenance beyond the policy is provided for time and materials, if available"},
	{"not_an_error", []string{"consent_given"}, policy.NotCovered, "SEM-7", "not due to an Error", "without the licensee's prior written consent no work on what is not an Error is charged, and none is owed"},
	{"consent_given", nil, policy.Chargeable, "SEM-7", "not due to an Error", "work on what is not an Error is charged from the written consent until the stop notice is received"},
}

// factLimits are the facts that qualify others.
var factLimits = []policy.FactLimit{
	{Fact: "alteration_approved", Needs: []string{"altered"}},
	{Fact: "consent_given", Needs: []string{"not_an_error"}},
}
