// Package whatif tells what a change of an agreement would do to tickets: whose
// due times move, by how much, which clocks it breaches and which it saves, and
// which reading, clause, or day is responsible.
//
// A ticket is judged twice, by two policies that two makers make for it, which
// can differ in whatever a maker can change: a reading, the customer's country
// and with it the holidays, or the whole agreement. What to call, in this order:
//
//  1. Write a [Maker] that makes the agreement of a ticket as it is: the old side. The
//     maker of the new side is another one of your own, or [Overrides.Maker] of what
//     [ParseOverrides] has read, which changes readings and the customer.
//  2. [Compare] tells what is different on a ticket, and which readings and clauses are
//     the cause. [Diff.Explain], which costs far more, adds the events, hours and days.
//  3. [Summary.Add] counts the [Diff], in one [Summary] of [NewSummary] for each
//     goroutine, and [Summary.Merge] joins summaries that list equally many clocks.
//  4. [Summary.Rows], [Summary.Steps], [Summary.Causes], [Summary.Breached] and [Summary.Saved] are
//     the result, or [Summary.AppendJSON] and, of a ticket, [Diff.AppendJSON]; encoding/json
//     writes the same.
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md says
// what each means, where it is computed and which tests check it.
//
// # What is a difference
//
// Clocks are matched by metric and round. A clock differs if one side does not
// have it, or if its severity, target, calendar's name, clause, state, the channel
// or event it waits for, or one of its instants is another one. Elapsed and
// remaining time alone are no difference: they can change with the calendar while every
// deadline stays. Two due times that are both unknown (G9) are the same. So are those of
// a clock that pauses on both sides, which has none until it goes on.
//
// Steps of ladders are matched by round, step and repeat, thresholds of clocks by
// metric, round and their place in the metric's list. They differ if one side does
// not have them, or if who is told, the clause, the state, when a threshold is
// reached, or one of their instants is another one. A step that is cancelled on both sides,
// or that one side alone has and cancels, is no difference: it tells nobody. Changes of owner are matched by
// their instant, and the next change of the answers is compared.
//
// A clock is newly breached, or saved, only where it is known on both sides whether it
// was kept: where a due time is not known, package compliance counts it as unknown, and
// there is no verdict here.
//
// # What is responsible
//
// The causes of a clock's difference come in the order of a computation:
//
//  1. the open readings whose values differ
//  2. the clause
//  3. that a due time is not known
//  4. the first event that did something else to the clock, or came on one side alone:
//     a start, a target, a change, a pause
//  5. the hours
//  6. the first instant at which one side counts and the other does not, with the holiday
//     or whatever else closes it
//
// All of them are named, since they are links of one chain: the reading is why the hours
// differ, and the hours are why the day does not count.
//
// Hours are a cause only where they differ between the clock's start and the later of its
// two due times. To a clock of four hours two calendars that are open round the clock in
// different zones are the same, and so are two that differ in a holiday of the next month.
// The hours need not be those in which the clock is counted: they can be those at whose
// opening it starts by itself, or those of a target that a change of severity has replaced
// and whose due time still counts.
//
// If several readings differ between the sides, all of them are named; to tell them apart,
// change one at a time. A clock has no cause if no step of the computation shows what
// changed, or if it was compared and not explained.
package whatif
