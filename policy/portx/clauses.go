package portx

import "github.com/slaclock/slaclock/policy"

// Clauses returns the registry of the agreement's clauses, in order.
func Clauses() []policy.Clause {
	return []policy.Clause{
		{ID: "POR-1", Section: "Business Day, Business Hour", How: policy.Computed,
			Rule: "Business hours are 08:00 to 17:00 local time, Monday to Friday, without local public holidays."},
		{ID: "POR-2", Section: "severity table", How: policy.Computed,
			Rule: "S1 to S4 by environment, milestone, usability, impact and workaround."},
		{ID: "POR-3", Section: "4", How: policy.Computed,
			Rule: "The supplier determines the severity, and what is no error, once it was reproduced on unmodified software; a viable workaround turns S1 and S2 into S3."},
		{ID: "POR-4", Section: "5", How: policy.Computed,
			Rule: "A response within a number of business days, by severity and service level; the numbers are the caller's."},
		{ID: "POR-5", Section: "6", How: policy.Computed,
			Rule: "The current release and, for 18 months, the prior major release are supported."},
		{ID: "POR-6", Section: "7, 8", How: policy.Computed,
			Rule: "Conditions and exclusions of support."},
		{ID: "POR-7", Section: "9", How: policy.Computed,
			Rule: "Support may be suspended when an amount is unpaid 30 days after it was due."},
		{ID: "POR-8", Section: "Major and Minor Releases", How: policy.Computed,
			Rule: "The number left of the decimal point makes a major release, the one right of it a minor one."},
	}
}
