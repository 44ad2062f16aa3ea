// Package escalation has what happens while a ticket stays open: ladders of
// people who are told, which halt and resume, and the ownership of a ticket by
// regions that follow the sun.
//
// A [Ladder] is data: steps with a delay each, how often the last one repeats, and the
// hours in which notices are given, where there are such hours. A [Climb] is one ticket's
// way up: it is told what happened (start, halt, resume, a change of ladder) and knows
// when each step, a [Rung], is reached.
//
// [Regions] are data too. A [Rota] is made of them, which serves all tickets. A [Watch]
// follows the ownership of one ticket: it is told of the receipt and knows who
// owns the ticket from then on, as a list of changes ([Watch.Owners]) or as stretches of
// time ([Watch.Tenures]).
//
// A caller tells a Climb and a Watch of a ticket's events in their order; neither looks
// at a clock, and neither is for concurrent use.
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md
// says what each means, where it is computed and which tests check it.
package escalation
