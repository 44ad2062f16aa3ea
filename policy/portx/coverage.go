package portx

import "github.com/slaclock/slaclock/policy"

// Coverage returns what support covers, as rules: the conditions of 7 (POR-6), which must be
// stated to be fulfilled and without which support is suspended; and what is not an error by
// 4 (POR-3) and the exclusions of 8 (POR-6), which must be stated to apply.
// [LateMinorReleases] determines whether minor_releases_installed is true. Whether amounts
// are paid is decided by [Payments], not by this coverage.
func Coverage() (*policy.Coverage, error) {
	return policy.NewCoverage(policy.CoverageRules(conditions, noErrors, exclusions), factLimits)
}

// conditions are the conditions of 7.
var conditions = policy.CoverageTable{
	Clause: "POR-6", Required: true, Outcome: policy.Suspended,
	Rules: []policy.CoverageRule{
		{Fact: "correction_attempted", Section: "7(a)", Rule: "the customer must make reasonable efforts to correct the error after asking PortX"},
		{Fact: "information_provided", Section: "7(b)", Rule: "the customer must provide the information and resources to correct the error"},
		{Fact: "access_provided", Section: "7(b)", Rule: "the customer must provide access to the people, hardware and software with which the error was found"},
		{Fact: "minor_releases_installed", Section: "7(c)", Rule: "the customer must promptly install every minor release"},
		{Fact: "equipment_maintained", Section: "7(d)", Rule: "the customer must install and maintain the equipment, lines and interfaces that the software needs"},
	},
}

// noErrors are what 4 leaves without a level, and so without a response and a resolution,
// which are promised for errors only.
var noErrors = policy.CoverageTable{
	Clause: "POR-3", Outcome: policy.NotCovered,
	Rules: []policy.CoverageRule{
		{Fact: "not_reproducible", Section: "4(a)", Rule: "an error that cannot be recreated with unmodified software is not verified"},
		{Fact: "not_an_error", Section: "4(b)", Rule: "what support determines to be no error of any level is not responded to as one"},
	},
}

// exclusions are the exclusions of 8.
var exclusions = policy.CoverageTable{
	Clause: "POR-6", Outcome: policy.NotCovered,
	Rules: []policy.CoverageRule{
		{Fact: "undocumented_environment", Section: "8(i)", Rule: "software used with hardware or software other than the documentation specifies is excluded"},
		{Fact: "modified", Unless: []string{"modified_by_supplier"}, Section: "8(ii)", Rule: "software that others than PortX have altered is excluded"},
		{Fact: "accident", Section: "8(iii)", Rule: "defects from an accident are excluded"},
		{Fact: "hardware_malfunction", Section: "8(iii)", Rule: "defects from a hardware malfunction are excluded"},
		{Fact: "improper_use", Section: "8(iii)", Rule: "defects from abuse or improper use are excluded"},
		{Fact: "discontinued_version", Section: "8(iv)", Rule: "versions whose support PortX has discontinued are excluded"},
		{Fact: "third_party_cause", Unless: []string{"licensed_through_supplier"}, Section: "8(v)", Rule: "errors that third-party software caused are excluded, unless it was licensed through PortX"},
		{Fact: "evaluation", Section: "8(vi)", Rule: "evaluation software is excluded"},
		{Fact: "free_of_charge", Unless: []string{"professional_connector"}, Section: "8(vi)", Rule: "software provided at no charge is excluded, the listed Professional connectors aside"},
		{Fact: "open_source_version", Section: "8(vii)", Rule: "open source versions of the products are excluded"},
		{Fact: "separately_sold", Section: "8(viii)", Rule: "software that PortX sells separately is excluded"},
		{Fact: "results", Section: "8(ix)", Rule: "what the main agreement defines as Results is excluded"},
		{Fact: "third_party_component", Section: "8(x)", Rule: "what the main agreement defines as Third Party Solutions Components is excluded"},
	},
}

// factLimits limits the facts of 8 that qualify others.
var factLimits = []policy.FactLimit{
	{Fact: "modified_by_supplier", Needs: []string{"modified"}},
	{Fact: "licensed_through_supplier", Needs: []string{"third_party_cause"}},
}
