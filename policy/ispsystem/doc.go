// Package ispsystem is ISPsystem's Infrastructure Terms and Conditions (revision
// 08/09/2025): response times by criticality and service level, in processing
// hours that depend on the product, a clock that runs once for each turn, and
// tickets that close by themselves.
//
// [New] makes a [policy.Policy] of the agreement for a customer and a choice of
// the open readings.
//
// [Classify] determines a criticality from the scenario of a product, by the catalogue:
// [Scenarios] returns all of it, [ScenariosOf] what holds for one product. [Lowering] says
// that an accepted workaround does not lower a criticality by itself, and [Authority] says
// who may set it.
//
// [Coverage] decides what is covered, and [CoverEdition] whether the service exists for an
// edition; [Editions] lists them.
//
// [Releases] says which versions of each product are supported, and with what.
//
// [License] says what is owed during a term of service, after it and after a break. [CoTerm]
// and [StandardTerm] say how many months a licence extension must have, and [Liability] how
// much the contractor is liable for.
//
// [Clauses] is the registry of its clauses, and [Readings] lists its open readings.
//
// Ids in brackets, such as ISP-3 or G5, are rules and clauses: policy/CLAUSES.md
// says what each means, where it is computed and which tests check it.
package ispsystem
