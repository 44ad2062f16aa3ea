package cumulocity

import "github.com/slaclock/slaclock/policy"

// Coverage returns what the agreement covers, as rules (CUM-12): the conditions
// of 7.1 and of the contacts in 2.2(7), which must be stated to be fulfilled,
// and the exclusions of 1.1, 2.2(8) and 5, which must be stated to apply.
//
// A condition that the customer can still fulfil suspends the support. Those
// that the text ties to the moment of the request (release level, platform, who
// asks) and those without which there is no agreement leave the request
// uncovered. [ContactsReviewed] and [ConsultationsLeft] give facts from dates and
// numbers.
func Coverage() (*policy.Coverage, error) {
	rules := make([]policy.CoverageRule, 0, len(conditions)+len(exclusions))
	for _, r := range conditions {
		rules = append(rules, policy.CoverageRule{Fact: r.fact, Required: true, Outcome: r.outcome, Clause: "CUM-12", Section: r.section, Rule: r.rule})
	}
	for _, r := range exclusions {
		rules = append(rules, policy.CoverageRule{Fact: r.fact, Unless: r.unless, Outcome: r.outcome, Clause: "CUM-12", Section: r.section, Rule: r.rule})
	}
	return policy.NewCoverage(rules, factLimits)
}

// conditions are the rules of CUM-12 that a request must fulfil.
var conditions = []struct {
	fact    string
	outcome policy.Outcome
	section string
	rule    string
}{
	{"support_agreement", policy.NotCovered, "7.1(1)", "there must be a valid support and maintenance agreement"},
	{"support_fees_paid", policy.Suspended, "7.1(1)", "the support and maintenance fees must be paid in full"},
	{"license_agreement", policy.NotCovered, "7.1(2)", "there must be a valid license agreement for the software"},
	{"license_fees_paid", policy.Suspended, "7.1(2)", "the license fees that are due must be paid in full"},
	{"authorized_site", policy.Suspended, "7.1(3)", "the software must be installed at the customer's site or that of an authorized third party"},
	{"remote_access_allowed", policy.Suspended, "7.1(4)", "the customer must allow remote access to the environment in question"},
	{"remote_tools_provided", policy.Suspended, "7.1(5)", "the customer must provide tools for remote access"},
	{"access_secured", policy.Suspended, "7.1(6)", "the customer must keep remote access to what may be accessed"},
	{"release_supported", policy.NotCovered, "7.1(7)", "the release level must be one that is supported at the time of the request"},
	{"platform_supported", policy.NotCovered, "7.1(8)", "hardware, operating system and database must meet the specifications of a supported release level"},
	{"contact_reported", policy.NotCovered, "2.2(7)", "only authorized technical contacts that were reported before can ask for services"},
	// The text obliges the customer to review the list and to send qualified
	// people, and does not say that support depends on it; 7.1, which lists what
	// it depends on, names neither.
	{"contacts_reviewed", policy.Covered, "2.2(7)", "the customer must review the list of contacts once a year"},
	{"contact_qualified", policy.Covered, "2.2(7)", "contacts must be professionally and technically qualified"},
}

// exclusions are the rules of CUM-12 that take a request out.
var exclusions = []struct {
	fact    string
	unless  []string
	outcome policy.Outcome
	section string
	rule    string
}{
	{"group_account", nil, policy.NotCovered, "2.2(7)", "an account that several representatives share is not allowed"},
	{"information_withheld", nil, policy.Suspended, "7.1(9)", "the customer must give the information and assistance that support asks for"},
	{"expertise_withheld", nil, policy.Suspended, "7.1(9)", "the customer must bring in the third-party expertise that its environment takes"},
	{"tool_information_withheld", nil, policy.Suspended, "7.1(9)", "the customer must name the software tools in use when asked"},
	{"diagnostics_withheld", nil, policy.Suspended, "7.1(9)", "the customer must give traces, dumps and the like when asked"},
	{"undocumented_use", nil, policy.NotCovered, "1.1 Error (i)", "a failure from use with other software, or in an environment, that the documentation does not intend is no Error"},
	{"modified", []string{"modification_approved"}, policy.NotCovered, "1.1 Error (ii)", "a failure from a modification that the supplier neither made nor approved in writing is no Error"},
	{"third_party_defect", nil, policy.NotCovered, "1.1 Error (iii)", "a defect of third-party software is no Error"},
	{"accompanying_program_unsupported", nil, policy.NotCovered, "5.2", "errors of an accompanying program that its manufacturer no longer supports need not be corrected or answered"},
	{"consultations_used_up", nil, policy.NotCovered, "2.2(8)", "four consultations a year are included; further ones are held on request if there is time"},
	{"additional_service", nil, policy.Chargeable, "5.1", "services beyond these terms take an agreement of their own and a fee"},
}

// factLimits are the facts of CUM-12 that qualify others.
var factLimits = []policy.FactLimit{
	{Fact: "modification_approved", Needs: []string{"modified"}},
}
