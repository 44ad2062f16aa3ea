// Package cumulocity is Cumulocity's Enterprise Active Maintenance and Support
// Services: reactions round the clock, a resolution plan for a Crisis, daily
// reports for a Critical incident, on the business hours of three hubs.
//
// [New] makes a [policy.Policy] of the agreement for a customer and a choice of
// the open readings.
//
// [Classifier] determines a severity from facts, by the definitions. [Lowering] says that an
// accepted workaround does not lower it by itself, and [Authority] says who may set it.
//
// [Coverage] decides what is covered. [ContactsReviewed] and [ConsultationsLeft] compute
// facts for it from dates and numbers.
//
// [Releases] says how long a version is in maintenance and in sustained support, what
// follows, and what a paid extension gives. [ParseVersion] reads a version number and returns
// its [VersionKind].
//
// [Clauses] is the registry of its clauses, and [Readings] lists its open readings.
//
// Ids in brackets, such as CUM-9 or G9, are rules and clauses: policy/CLAUSES.md
// says what each means, where it is computed and which tests check it.
package cumulocity
