// Package whatif computes what a change of an agreement would do to tickets: whose due times
// move and by how much, which clocks it breaches and which it saves, and which reading,
// clause or day is responsible.
//
// A ticket is judged twice, by the policies that two makers make for it. They can differ in
// whatever a maker can change: a reading, the customer's country and with it the holidays, or
// the whole agreement. What to call, in this order:
//
//  1. Write a [Maker] that makes the agreement of a ticket as it is: the old side. The maker
//     of the new side is another one of your own, or [Overrides.Maker] for the result of
//     [ParseOverrides], which changes readings and the customer.
//  2. [Compare] finds what is different for a ticket, and which readings and clauses are the
//     cause. [Diff.Explain], which costs far more, adds the events, hours and days.
//  3. [Summary.Add] counts the [Diff] in a [Summary] made by [NewSummary], one for each
//     goroutine, and [Summary.Merge] joins summaries that list the same number of clocks.
//  4. [Summary.Rows], [Summary.Steps], [Summary.Causes], [Summary.Breached] and
//     [Summary.Saved] return the result, or [Summary.AppendJSON] and, for one ticket,
//     [Diff.AppendJSON]; encoding/json writes the same.
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md says
// what each means, where it is computed and which tests check it.
//
// # What is a difference
//
// Clocks are matched by metric and round. A clock differs if only one side has it, or if the
// sides disagree on its severity, target, calendar's name, clause, state, the channel or
// event it waits for, or one of its instants. Elapsed and remaining time alone are no
// difference: they can change with the calendar while every deadline stays. Two due times
// that are both unknown (G9) are the same, and so are those of a clock that pauses on both
// sides, which has none until it resumes.
//
// Steps of ladders are matched by round, step and repeat, thresholds of clocks by metric,
// round and their place in the metric's list. They differ if only one side has them, or if
// the sides disagree on who is told, the clause, the state, when a threshold is reached, or
// one of their instants. A step that is cancelled on both sides, or that only one side has
// and cancels, is no difference: it tells nobody. Changes of owner are matched by their
// instant. The answers' next changes are compared too.
//
// A clock is newly breached, or saved, only if it is known on both sides whether it was kept.
// If a due time is unknown, package compliance counts the clock as unknown, and there is no
// verdict here.
//
// # What is responsible
//
// The causes of a clock's difference come in the order of a computation:
//
//  1. the open readings whose values differ
//  2. the clause
//  3. an unknown due time
//  4. the first event that did something different to the clock, or came on one side only: a
//     start, a target, a change, a pause
//  5. the hours
//  6. the first instant at which one side counts and the other does not, with the holiday or
//     whatever else closes that one
//
// All of them are named, since they are links of one chain: the hours differ because of the
// reading, and the day does not count because of the hours.
//
// Hours are a cause only if they differ between the clock's start and the later of its two
// due times. For a clock of four hours, two calendars that are open round the clock in
// different zones are the same, and so are two that differ in a holiday of the next month.
// The hours need not be those in which the clock is counted: they can be the hours at whose
// opening it starts by itself, or the hours of a target that a change of severity has
// replaced and whose due time still counts.
//
// If several readings differ between the sides, all of them are named; to tell them apart,
// change one at a time. A clock has no cause if no step of the computation shows what
// changed, or if it was compared and not explained.
package whatif
