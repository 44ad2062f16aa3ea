package cumulocity

import "github.com/slaclock/slaclock/policy"

// Clauses returns the registry of the agreement's clauses, in order.
func Clauses() []policy.Clause {
	return []policy.Clause{
		{ID: "CUM-1", Section: "1.1 Business Day, Business Hour", How: policy.Computed,
			Rule: "Hubs in EMEA, APJ and US, each 08:00 to 17:00, Monday to Friday; the default region's closes on the holidays of the customer's country."},
		{ID: "CUM-2", Section: "2.2(2), 4.2", How: policy.Computed,
			Rule: "Reaction round the clock: Crisis 30 minutes, Critical 2 hours, Standard 1 day."},
		{ID: "CUM-3", Section: "4.1(1)", How: policy.Computed,
			Rule: "A Crisis must be reported by telephone; otherwise its clocks wait for the call."},
		{ID: "CUM-4", Section: "4.1(5)", How: policy.Computed,
			Rule: "On a non-business day the reaction clock starts with the call, or without one at the next opening of the default region."},
		{ID: "CUM-5", Section: "2.2(4), 4.2", How: policy.Computed,
			Rule: "Crisis: a resolution plan within 4 hours of receipt, round the clock."},
		{ID: "CUM-6", Section: "4.2 Reporting", How: policy.Computed,
			Rule: "Critical: a status report at least daily, by close of the next business day after the last one; others as agreed."},
		{ID: "CUM-7", Section: "4.2 Management Assistance", How: policy.Computed,
			Rule: "A ladder of four steps: in a Crisis after 1, 2, 3 and 5 days, in a Critical incident after 5, 7, 9 and 11 business days."},
		{ID: "CUM-8", Section: "4.1(9)", How: policy.Computed,
			Rule: "The ladder halts while the customer tests a potential resolution."},
		{ID: "CUM-9", Section: "4.1(2), (3), (4)", How: policy.Computed,
			Rule: "Which region owns an incident, and when it is handed over."},
		{ID: "CUM-10", Section: "6.1-6.4", How: policy.Computed,
			Rule: "Maintenance until the published date, then sustained support."},
		{ID: "CUM-11", Section: "definitions of versions", How: policy.Computed,
			Rule: "Major, minor and service releases by version number."},
		{ID: "CUM-12", Section: "2.2(7), 2.2(8), 7.1, 1.1 Error, 2.1, 5.1, 5.2", How: policy.Computed,
			Rule: "The contacts are reviewed once a year, four consultations a year are included, and support depends on the licence, its payment and a supported release, for Errors that can be reproduced."},
		{ID: "CUM-13", Section: "4.2 Reaction Measure, Effort; 4.1(6), 4.4", How: policy.NotComputed,
			Rule: "What a plan contains, timelines, publication dates, language after hours, remote sessions.",
			Why:  "no time is promised"},
	}
}
