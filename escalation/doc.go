// Package escalation has what happens while a ticket stays open: ladders of
// people who are told, which halt and resume, and the ownership of a ticket by
// regions that follow the sun.
//
// A [Ladder] is data: steps with a delay each, repeats of the last one, and hours
// of their own for the notices, if it has any. A [Climb] is one ticket's way up:
// it is told what happened (start, halt, resume, a change of ladder) and knows
// when each step is reached.
//
// [Regions] are data too, of which a [Rota] is made, one for all tickets. A [Watch]
// follows the ownership of one ticket: it is told of the receipt and knows who
// owns the ticket from then on, row by row or, with [Watch.Tenures], stretch by
// stretch.
//
// A Climb and a Watch are values that a caller goes through a ticket's events
// with; neither looks at a clock.
package escalation
