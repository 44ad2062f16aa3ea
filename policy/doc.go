// Package policy computes what a support agreement owes on a ticket: which
// clocks run, when each is due, whether it was met, and what happens next.
//
// An [Agreement] is data: levels, metrics, targets with their clauses, what
// starts and stops each clock, and which channels count. [New] checks it and
// makes a [Policy] of it, which is immutable and safe for concurrent use. A
// ticket is its list of events, and [Policy.Evaluate] is a function of that list
// and an instant: nothing is stored that could go stale, so a late event, a
// correction or another reading of the agreement is just another call.
//
// [Policy.EvaluateInto] does the same in the memory of an earlier answer, for
// callers that go through many tickets. [Policy.Explain] adds the reasons, step
// by step. [Policy.Occurrences] lists what happens by itself in a span of time,
// each occurrence with a lasting identity, so that a backend sends each notice
// once; ask again at the [Change.After] of an answer's Next. [Versions] hold an
// agreement as it changes over the years.
//
// The agreements that the library knows are in the folders below, one package
// each; package document reads agreements written as JSON. Rule ids such as T4
// and G8 are those of [Rules], by which the library reads every agreement; the
// clause registries of these packages cite them.
package policy
