// Package ispsystem is ISPsystem's Infrastructure Terms and Conditions (revision
// 08/09/2025): response times by criticality and service level, in processing
// hours that depend on the product, a clock that runs once for each turn, and
// tickets that close by themselves.
//
// [New] makes a [policy.Policy] of the agreement for a customer and a choice of
// the open readings.
//
// [Classify] tells a criticality from the scenario of a product, by the catalogue:
// [Scenarios] has all of it, [ScenariosOf] what holds for one product. [Lowering] says
// that an accepted workaround lowers none by itself, and [Authority] who may set one.
//
// [Coverage] decides what is covered, and [CoverEdition] whether the service exists for
// an edition, of those that [Editions] lists.
//
// [Releases] says which versions of each product are supported, and with what.
//
// [License] says what is owed in a term of service, after it and after a break. [CoTerm]
// and [StandardTerm] say how many months an extension of a licence is to be, and
// [Liability] how much the contractor is liable for.
//
// [Clauses] is the registry of its clauses, [Readings] that of its open readings.
//
// Ids in brackets, such as ISP-3 or G5, are rules and clauses: policy/CLAUSES.md
// says what each means, where it is computed and which tests check it.
package ispsystem
