package ispsystem

import "github.com/slaclock/slaclock/policy"

// Clauses returns the registry of the agreement's clauses, in order.
func Clauses() []policy.Clause {
	return []policy.Clause{
		{ID: "ISP-1", Section: "3.1", How: policy.Computed,
			Rule: "VMmanager and DCImanager round the clock, BILLmanager and DNSmanager 06:00 to 18:00 UTC, developers 06:00 to 15:00 UTC on business days; Emergency and Privilege always round the clock."},
		{ID: "ISP-2", Section: "2.6", How: policy.Computed,
			Rule: "Response within 8, 16, 24 or 32 working hours by criticality; with Privilege 4, 8, 12 or 16."},
		{ID: "ISP-3", Section: "2.6, footnote", How: policy.Computed,
			Rule: "The response clock starts with the notice of registration, ends with a response or a question, and runs anew for each turn."},
		{ID: "ISP-4", Section: "2.6", How: policy.Computed,
			Rule: "The user sets the criticality; the contractor may change it."},
		{ID: "ISP-5", Section: "3.4", How: policy.Computed,
			Rule: "A ticket that is forwarded to the relevant team has no deadline from then on."},
		{ID: "ISP-6", Section: "3.6", How: policy.Computed,
			Rule: "A ticket closes by itself when the user has not answered for 7 calendar days from the date of the last response."},
		{ID: "ISP-7", Section: "2.6, scenarios", How: policy.Data,
			Rule: "A catalogue of scenarios by product and criticality."},
		{ID: "ISP-8", Section: "8.1-8.4", How: policy.Computed,
			Rule: "The latest two stable minor versions are supported; of DNSmanager the latest one. Outdated ones get known solutions, existing fixes and updates, and help with migration, but nothing in a configuration that the documentation does not describe."},
		{ID: "ISP-9", Section: "3.8, 9.5-9.7", How: policy.Computed,
			Rule: "What stays after the service term, and after a break in it."},
		{ID: "ISP-10", Section: "10.2.1, 10.2.2", How: policy.Computed,
			Rule: "Licence extensions are bought in months until a common end; a rest of more than 5 days counts as a month. Or a standard term of 12, 24 or 36 months is bought, no shorter than what remains, and cut to the common end."},
		{ID: "ISP-11", Section: "7.8", How: policy.Computed,
			Rule: "Liability is capped at half the cost of the services, in proportion to the rest of their term."},
		{ID: "ISP-12", Section: "3.2, 4.1-4.4, 5.5, 5.8, 5.9, 7.11", How: policy.Computed,
			Rule: "Tickets that can be rejected, and what the service does not include."},
		{ID: "ISP-13", Section: "1.5, 1.4", How: policy.Computed,
			Rule: "The service exists for four products and at two levels, and for a partner on one of three conditions."},
		{ID: "ISP-14", Section: "3.5, 3.7", How: policy.NotComputed,
			Rule: "Periods may be extended where access is missing or another connection is agreed.",
			Why:  "the text gives no measure for the extension"},
	}
}
