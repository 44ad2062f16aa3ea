package cumulocity

import "github.com/slaclock/slaclock/policy"

// Coverage returns what the agreement covers, as rules (CUM-12): the conditions of 7.1, of
// the contacts in 2.2(7) and of 2.1, which must be stated to be fulfilled, and the exclusions
// of 1.1, 2.2(7), 2.2(8) and 5, which must be stated to apply.
//
// A condition that the customer can still fulfil suspends support. Conditions that the text
// ties to the moment of the request (release level, platform, who asks), and those without
// which there is no agreement, leave the request not covered. [ContactsReviewed] and
// [ConsultationsLeft] compute facts from dates and numbers.
func Coverage() (*policy.Coverage, error) {
	return policy.NewCoverage(policy.CoverageRules(conditions, exclusions), factLimits)
}

// conditions are the rules of CUM-12 that a request must fulfil. What 7.1(9) asks for where
// requested or applicable counts as provided where it is neither.
var conditions = policy.CoverageTable{
	Clause: "CUM-12", Required: true, Outcome: policy.Suspended,
	Rules: []policy.CoverageRule{
		{Fact: "support_agreement", Outcome: policy.NotCovered, Section: "7.1(1)", Rule: "there must be a valid support and maintenance agreement"},
		{Fact: "support_fees_paid", Section: "7.1(1)", Rule: "the support and maintenance fees must be paid in full"},
		{Fact: "license_agreement", Outcome: policy.NotCovered, Section: "7.1(2)", Rule: "there must be a valid license agreement for the software"},
		{Fact: "license_fees_paid", Section: "7.1(2)", Rule: "the license fees that are due must be paid in full"},
		{Fact: "authorized_site", Section: "7.1(3)", Rule: "the software must be installed at the customer's site or that of an authorized third party"},
		{Fact: "remote_access_allowed", Section: "7.1(4)", Rule: "the customer must allow remote access to the environment in question"},
		{Fact: "remote_tools_provided", Section: "7.1(5)", Rule: "the customer must provide tools for remote access"},
		{Fact: "access_secured", Section: "7.1(6)", Rule: "the customer must keep remote access to what may be accessed"},
		{Fact: "release_supported", Outcome: policy.NotCovered, Section: "7.1(7)", Rule: "the release level must be one that is supported at the time of the request"},
		{Fact: "platform_supported", Outcome: policy.NotCovered, Section: "7.1(8)", Rule: "hardware, operating system and database must meet the specifications of a supported release level"},
		{Fact: "information_provided", Section: "7.1(9)", Rule: "the customer must give the information and assistance that support asks for, and what it needs to know of the error"},
		{Fact: "expertise_provided", Section: "7.1(9)", Rule: "the customer must bring in the third-party expertise that its environment takes"},
		{Fact: "tool_information_provided", Section: "7.1(9)", Rule: "the customer must name the software tools in use when asked"},
		{Fact: "diagnostics_provided", Section: "7.1(9)", Rule: "the customer must give traces, dumps and the like when asked"},
		{Fact: "contact_reported", Outcome: policy.NotCovered, Section: "2.2(7)", Rule: "only authorized technical contacts that were reported before can ask for services"},
		// The text obliges the customer to review the list, to send qualified people and to
		// take maintenance for all its licences (a customer with one licence always does),
		// but does not say that support depends on this; 7.1, which lists what support
		// depends on, names none of these.
		{Fact: "contacts_reviewed", Outcome: policy.Covered, Section: "2.2(7)", Rule: "the customer must review the list of contacts once a year"},
		{Fact: "contact_qualified", Outcome: policy.Covered, Section: "2.2(7)", Rule: "contacts must be professionally and technically qualified"},
		{Fact: "all_licenses_maintained", Outcome: policy.Covered, Section: "2.1", Rule: "the customer must take maintenance for all of its licences of the software, not for some"},
	},
}

// exclusions are the rules of CUM-12 that exclude a request.
var exclusions = policy.CoverageTable{
	Clause: "CUM-12", Outcome: policy.NotCovered,
	Rules: []policy.CoverageRule{
		{Fact: "group_account", Section: "2.2(7)", Rule: "an account that several representatives share is not allowed"},
		{Fact: "not_reproducible", Section: "1.1 Error", Rule: "a failure that cannot be verified and reproduced is no Error"},
		{Fact: "undocumented_use", Section: "1.1 Error (i)", Rule: "a failure from use with other software, or in an environment, that the documentation does not intend is no Error"},
		{Fact: "modified", Unless: []string{"modification_approved"}, Section: "1.1 Error (ii)", Rule: "a failure from a modification that the supplier neither made nor approved in writing is no Error"},
		{Fact: "third_party_defect", Section: "1.1 Error (iii)", Rule: "a defect of third-party software is no Error"},
		{Fact: "accompanying_program_unsupported", Section: "5.2", Rule: "errors of an accompanying program that its manufacturer no longer supports need not be corrected or answered"},
		{Fact: "consultations_used_up", Section: "2.2(8)", Rule: "four consultations a year are included; further ones are held on request if there is time"},
		{Fact: "additional_service", Outcome: policy.Chargeable, Section: "5.1", Rule: "services beyond these terms take an agreement of their own and a fee"},
	},
}

// factLimits limits the facts of CUM-12 that qualify others.
var factLimits = []policy.FactLimit{
	{Fact: "modification_approved", Needs: []string{"modified"}},
}
