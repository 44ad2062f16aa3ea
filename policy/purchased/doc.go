// Package purchased is the Purchased Software Maintenance and Support Agreement
// (last updated August 7, 2023): telephone response within the hour for Severity
// 1, eight business hours and five business days for Severity 2, workarounds
// that lower the severity.
//
// [New] makes a [policy.Policy] of the agreement for a customer and a choice of the open
// readings.
//
// [Classifier] determines a severity from facts, by the definitions. [Lowering] says what an
// acceptable workaround makes of it, and [Authority] that the text names nobody who may set
// it.
//
// [Coverage] decides what is covered, and what is done for time and materials.
//
// [Releases] says which releases are supported: the current one, and a prior one for
// a year.
//
// [Terms] says how terms renew and end, and when a fee is in time.
//
// [Clauses] is the registry of its clauses, and [Readings] lists its open readings.
//
// Ids in brackets, such as PUR-3 or G6, are rules and clauses: policy/CLAUSES.md
// says what each means, where it is computed and which tests check it.
package purchased
