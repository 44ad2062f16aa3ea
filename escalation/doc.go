// Package escalation computes what happens while a ticket stays open: who is told as it
// climbs a ladder, which can halt and resume, and which region owns it as ownership
// follows the sun.
//
// A [Ladder] is data: steps with a delay each, how often the last one repeats, and, if
// there are such hours, the hours in which notices are given. A [Climb] is one ticket's
// way up a ladder: a caller reports what happened (start, halt, resume, a change of
// ladder), and the climb knows when each step, a [Rung], is reached.
//
// [Regions] are data too. A [Rota] is made from them and serves all tickets. A [Watch]
// follows the ownership of one ticket: a caller reports the receipt, and the watch knows
// who owns the ticket from then on, as a list of changes ([Watch.Owners]) or as stretches
// of time ([Watch.Tenures]).
//
// A caller reports a ticket's events to a Climb and a Watch in their order; neither reads
// a clock, and neither is safe for concurrent use.
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md says
// what each means, where it is computed and which tests check it.
package escalation
