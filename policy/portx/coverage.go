package portx

import "github.com/slaclock/slaclock/policy"

// Coverage returns what support covers, as rules (POR-6): the conditions of 7,
// which must be stated to be fulfilled and without which the support rests, and
// the exclusions of 8, which must be stated to apply. [LateMinorReleases] tells
// whether minor_releases_installed is a fact.
func Coverage() (*policy.Coverage, error) {
	rules := make([]policy.CoverageRule, 0, len(conditions)+len(exclusions))
	for _, c := range conditions {
		rules = append(rules, policy.CoverageRule{Fact: c.fact, Required: true, Outcome: policy.Suspended, Clause: "POR-6", Section: c.section, Rule: c.rule})
	}
	for _, e := range exclusions {
		rules = append(rules, policy.CoverageRule{Fact: e.fact, Unless: e.unless, Outcome: policy.NotCovered, Clause: "POR-6", Section: e.section, Rule: e.rule})
	}
	return policy.NewCoverage(rules, factLimits)
}

// conditions are those of 7.
var conditions = []struct{ fact, section, rule string }{
	{"correction_attempted", "7(a)", "the customer must make reasonable efforts to correct the error after asking PortX"},
	{"information_provided", "7(b)", "the customer must provide the information and resources to correct the error"},
	{"access_provided", "7(b)", "the customer must provide access to the people, hardware and software with which the error was found"},
	{"minor_releases_installed", "7(c)", "the customer must promptly install every minor release"},
	{"equipment_maintained", "7(d)", "the customer must install and maintain the equipment, lines and interfaces that the software needs"},
}

// exclusions are those of 8.
var exclusions = []struct {
	fact    string
	unless  []string
	section string
	rule    string
}{
	{"undocumented_environment", nil, "8(i)", "software used with hardware or software other than the documentation specifies is excluded"},
	{"modified", []string{"modified_by_supplier"}, "8(ii)", "software that others than PortX have altered is excluded"},
	{"accident", nil, "8(iii)", "defects from an accident are excluded"},
	{"hardware_malfunction", nil, "8(iii)", "defects from a hardware malfunction are excluded"},
	{"improper_use", nil, "8(iii)", "defects from abuse or improper use are excluded"},
	{"discontinued_version", nil, "8(iv)", "versions whose support PortX has discontinued are excluded"},
	{"third_party_cause", []string{"licensed_through_supplier"}, "8(v)", "errors that third-party software caused are excluded, unless it was licensed through PortX"},
	{"evaluation", nil, "8(vi)", "evaluation software is excluded"},
	{"free_of_charge", []string{"professional_connector"}, "8(vi)", "software provided at no charge is excluded, the listed Professional connectors aside"},
	{"open_source_version", nil, "8(vii)", "open source versions of the products are excluded"},
	{"separately_sold", nil, "8(viii)", "software that PortX sells separately is excluded"},
	{"results", nil, "8(ix)", "what the main agreement defines as Results is excluded"},
	{"third_party_component", nil, "8(x)", "what the main agreement defines as Third Party Solutions Components is excluded"},
}

// factLimits are the facts of 8 that qualify others.
var factLimits = []policy.FactLimit{
	{Fact: "modified_by_supplier", Needs: []string{"modified"}},
	{Fact: "licensed_through_supplier", Needs: []string{"third_party_cause"}},
}
