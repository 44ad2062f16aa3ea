// Package whatif tells what a change of an agreement would do to tickets: whose
// due times move, by how much, which clocks it breaches and which it saves, and
// which reading, clause, or day is responsible.
//
// A ticket is judged twice, by two policies that two makers make for it, which
// can differ in whatever a maker can change: a reading, the customer's country
// and with it the holidays, or the whole agreement. What to call, in this order:
//
//  1. A [Maker] of one's own makes the agreement of a ticket as it is. That of the
//     other side is another one, or [Overrides.Maker] of what [ParseOverrides] read,
//     which changes readings and the customer.
//  2. [Compare] tells what is different on a ticket, by readings and clauses, and
//     [Diff.Explain], which costs far more, by which events, hours and days.
//  3. [Summary.Add] counts the [Diff], in one [Summary] of [NewSummary] for each
//     goroutine, and [Summary.Merge] joins those that list as many clocks.
//  4. [Summary.Rows], [Summary.Causes], [Summary.Breached] and [Summary.Saved] are
//     the result, or [Summary.AppendJSON] and, of a ticket, [Diff.AppendJSON]; encoding/json
//     writes the same.
//
// # What is a difference
//
// Clocks are matched by metric and round. A clock differs if one side does not
// have it, or if its severity, target, calendar's name, clause, state, the channel
// or event it waits for, or one of its instants is another one. Elapsed and
// remaining time alone are no difference: they move with what they are measured
// in, and no deadline with them. Two due times that are both unknown (G9) are
// the same, and so are two that are none: of a clock that pauses on both sides,
// whose due time shows how long once it goes on.
//
// Steps of ladders are matched by round, step and repeat, thresholds of clocks by
// metric, round and their place in the metric's list. They differ if one side does
// not have them, or if who is told, the clause, the state, when a threshold is
// reached, or one of their instants is another one. Changes of owner are matched by
// their instant, and the next change of the answers is compared.
//
// A clock is newly breached, or saved, only where it is known on both sides whether it
// was kept: where a due time is not known, package compliance counts it as unknown, and
// there is no verdict here.
//
// # What is responsible
//
// The causes of a clock's difference come in the order in which a computation
// goes: first the open readings whose values are not the same, then the clause, then
// that a due time is not known, then the first event that did something else to the
// clock, or came on one side alone (a start, a target, a change, a pause), then the hours,
// and last the first instant at which one side counts and the other does not, with the
// holiday or whatever else closes it. All of them are named, since they are links of one
// chain: the reading is why the hours are other ones, the hours are why the day does not
// count. Hours are a cause only where they part in the time that the clock goes through on
// them, up to the later due time, to which those of the other side are taken to go on: to a
// clock of four hours two calendars that are open round the clock in different zones are the
// same, and so are two that differ in a holiday of the next month. Besides those that it is
// counted in they can be those at whose opening it starts by itself, or those of a target
// that a change of severity has replaced, but whose due time still has a say. If
// several readings differ between the sides all of them are named; to part them,
// change one at a time. A clock without a cause is one whose agreement changed in
// what no step tells, or one that was compared and not explained.
package whatif
