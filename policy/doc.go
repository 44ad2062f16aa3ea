// Package policy computes what a support agreement owes on a ticket: which
// clocks run, when each is due, whether it was met, and what happens next.
//
// An [Agreement] is data: levels, metrics, targets with their clauses, what
// starts and stops each clock, and which channel counts. [New] checks it and
// makes a [Policy] of it, which is immutable and can be shared by all goroutines.
// A ticket is its list of events, and [Policy.Evaluate] is a function of that
// list and an instant: nothing is stored that could go stale, so a late event, a
// correction or another reading of the agreement is just another call.
//
// The agreements that the library knows are in the folders below, one package
// each. Rule ids such as T4 and G8 are those of the agreements' reading, which
// the clause registries of these packages cite.
package policy
