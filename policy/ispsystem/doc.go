// Package ispsystem is ISPsystem's Infrastructure Terms and Conditions (revision
// 08/09/2025): response times by criticality and service level, in processing
// hours that depend on the product, a clock that runs once for each turn, and
// tickets that close by themselves.
//
// [New] makes a [policy.Policy] of the agreement for a customer and a choice of
// the open readings. [Clauses] is the registry of its clauses, [Readings] that
// of its open readings.
package ispsystem
