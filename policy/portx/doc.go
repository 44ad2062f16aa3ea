// Package portx is the PortX Support Maintenance Terms: a response within a
// number of business days, by severity, on the customer's local business hours.
//
// [New] makes a [policy.Policy] of the agreement for a customer and a choice of the
// open readings. The numbers stand in a service level that is not part of the text, so
// the customer's [policy.Customer].ResponseDays gives them.
//
// [Classifier] tells a severity from facts, by the severity table. [Lowering] is what
// a viable workaround makes of one, and [Authority] says who may set it.
//
// [Coverage] decides what is covered. [LateMinorReleases] gives one of its facts from
// dates: whether every [MinorRelease], as [IsMinor] tells them, was installed promptly.
//
// [Releases] says which releases are supported: the current one, and that of the prior
// major for 18 months.
//
// [Payments] says from when support may be suspended for an amount that is not paid.
//
// [Clauses] is the registry of its clauses, [Readings] that of its open readings.
//
// Ids in brackets, such as POR-4 or G6, are rules and clauses: policy/CLAUSES.md
// says what each means, where it is computed and which tests check it.
package portx
