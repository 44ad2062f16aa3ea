// Package whatif tells what a change of an agreement would do to tickets: whose
// due times move, by how much, which clocks it breaches and which it saves, and
// which reading, clause, or day is responsible.
//
// A ticket is judged twice, by two policies that two makers make for it, which
// can differ in whatever a maker can change: a reading, the customer's country
// and with it the holidays, or the whole agreement. [Compare] tells what is
// different, [Diff.Explain] why, [Overrides] is a maker's way to change readings and the customer,
// and a [Summary] counts many tickets.
//
// # What is a difference
//
// Clocks are matched by metric and round. A clock differs if one side does not
// have it, or if its severity, target, calendar's name, clause, state, the channel
// or event it waits for, or one of its instants is another one. Elapsed and
// remaining time alone are no difference: they move with what they are measured
// in, and no deadline with them. Two due times that are both unknown (G9) are
// the same.
//
// Steps of ladders are matched by round and step, changes of owner by their
// instant, and the next change of the answers is compared.
//
// # What is responsible
//
// The causes of a clock's difference come in the order in which a computation
// goes: first the open readings whose values are not the same, then the clause, then
// that a due time is not known, then the first event that did something else to the clock (a start, a target, a
// change), then the hours by their fingerprint, and last the first instant at
// which one side counts and the other does not, with the holiday or whatever else
// closes it. All of them are named, since they are links of one chain: the reading
// is why the hours are other ones, the hours are why the day does not count. If
// several readings differ between the sides all of them are named; to part them,
// change one at a time. A clock without a cause is one whose agreement changed in
// what no step tells, or one that was compared and not explained.
package whatif
