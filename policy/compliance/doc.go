// Package compliance counts how promises were kept: per agreement, metric, level
// and month how many clocks were met and breached, how long they took, which
// were the worst, and who owned the tickets for how long.
//
// What to call, in this order:
//
//  1. [Judge] looks at one ticket, which is the costly part and can be done for many
//     tickets at once.
//  2. [Report.Add] counts the [Judgement] in a [Report] of [NewReport], one for each
//     goroutine. A Report knows only what has been counted, so tickets can be
//     streamed, of any agreements mixed.
//  3. [Report.Merge] joins reports of parts to what one report of the whole would be.
//  4. [Report.Rows], [Report.Worst] and [Report.Owners] are the result. Each of their
//     rows has AppendJSON, and so has the whole [Report]; encoding/json writes the same.
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md says
// what each means, where it is computed and which tests check it.
//
// # What is counted where
//
// A clock is one round of a promise, and stands in one [Row], by the level by
// which it is judged, and in one column of it:
//
//	waiting    the clock has not started and still can
//	unknown    its due time depends on unknown holidays (G9), whatever has become of it
//	met        what was promised was done at or before the due time, or while it waited
//	breached   the due time has passed; a clock that still runs is counted as overdue too
//	cancelled  what was promised was no longer owed, from the due time or before
//	open       it runs, and the due time has not passed; or it pauses, and is counted as paused too
//
// The share of promises kept is met / (met + breached): clocks that are not yet decided,
// and those that were cancelled, have no part in it.
//
// # Percentiles
//
// They are of the clocks that were met or breached, and have started and stopped. The
// time of a cancelled clock is left out: it says nothing about the work. A percentile is
// the nearest rank: of n values in ascending order the one at place p·n/100, rounded up.
// So it is a value that occurred, and the median of an even number of values is the lower
// of the two in the middle. Percentiles are exact, which has its price: a Report keeps 12
// bytes for each such clock, 12 MB for a million, and up to a quarter more while it grows.
//
// # The worst
//
// Late clocks are in the order of the working time for which they are overdue, the
// longest first. Where that time depends on unknown holidays (G9), the time by the wall
// clock counts instead, the most that it can be.
//
// # Rounding
//
// No figure looks better than it is. A share is rounded down to a tenth of a percent:
// 100.0 says that all were met. Elapsed time against its target is rounded up to a tenth
// of a percent: 100.0 says that the working time was kept.
package compliance
