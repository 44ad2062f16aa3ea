package purchased

import "github.com/slaclock/slaclock/policy"

// Clauses returns the registry of the agreement's clauses, in order.
func Clauses() []policy.Clause {
	return []policy.Clause{
		{ID: "PUR-1", Section: "3.1.1", How: policy.Computed,
			Rule: "Business hours are 08:00 to 20:00, Monday to Friday, at -05:00, without the holidays of the United States and of Maryland."},
		{ID: "PUR-2", Section: "3.1.2, 3.2.1", How: policy.Computed,
			Rule: "Severity 1 counts as reported by telephone only; Severity 2 by e-mail or portal only, unless the call-in add-on was bought."},
		{ID: "PUR-3", Section: "3.2.1", How: policy.Computed,
			Rule: "Severity 1: response by telephone within 1 hour, round the clock; no time for the resolution."},
		{ID: "PUR-4", Section: "3.2.2", How: policy.Computed,
			Rule: "Severity 2: response within 8 business hours, resolution within 5 business days."},
		{ID: "PUR-5", Section: "3.2.3", How: policy.ByConstruction,
			Rule: "Severity 3: no time is promised.",
			Why:  "the level has no target in any metric"},
		{ID: "PUR-6", Section: "3.2.1, 3.2.2", How: policy.Computed,
			Rule: "An acceptable workaround resolves the level it drops from, and drops Severity 1 to 2 and Severity 2 to 3."},
		{ID: "PUR-7", Section: "3.3", How: policy.Computed,
			Rule: "Prior releases are supported for one year from the first day on which a higher one was there."},
		{ID: "PUR-8", Section: "3.4, 2, 3.3, 4, 5, 6.2", How: policy.Computed,
			Rule: "Custom programming, on-site work, training, and software other than the Covered Software are not covered; what no error caused is charged, and the service rests without access."},
		{ID: "PUR-9", Section: "6.1", How: policy.Computed,
			Rule: "Support ends after the 15th day from the receipt of a notice of non-payment."},
		{ID: "PUR-10", Section: "8", How: policy.Computed,
			Rule: "The term ends on the last day of the twelfth month after the Effective Date, and renews on each anniversary."},
	}
}
