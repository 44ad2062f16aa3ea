// Package portx is the PortX Support Maintenance Terms: a response within a
// number of business days, by severity, on the customer's local business hours.
//
// [New] makes a [policy.Policy] of the agreement for a customer and a choice of the open
// readings. The numbers are in a service level that is not part of the text, so they come
// from the customer's [policy.Customer].ResponseDays.
//
// [Classifier] determines a severity from facts, by the severity table. [Lowering] says what
// a viable workaround makes of it, and [Authority] who may set it.
//
// [Coverage] decides what is covered. [LateMinorReleases] computes one of its facts from
// dates: whether every [MinorRelease] was installed promptly. [IsMinor] says which releases
// are minor.
//
// [Releases] says which releases are supported: the current one, and the latest one of the
// prior major release for 18 months.
//
// [Payments] says from when support may be suspended for an amount that is not paid.
//
// [Clauses] is the registry of its clauses, and [Readings] lists its open readings.
//
// Ids in brackets, such as POR-4 or G6, are rules and clauses: policy/CLAUSES.md
// says what each means, where it is computed and which tests check it.
package portx
