// Package compliance counts how promises were kept: how many clocks were met and breached per
// agreement, metric, level and month, how long they took, which were the worst, and who owned
// the tickets for how long.
//
// What to call, in this order:
//
//  1. [Judge] computes the answer for one ticket. This is the costly part, and many tickets
//     can be judged concurrently.
//  2. [Report.Add] counts the [Judgement] in a [Report] made by [NewReport], one for each
//     goroutine. A Report keeps no tickets, so they can be streamed, and agreements can be
//     mixed.
//  3. [Report.Merge] joins the reports of parts into the report that the whole would give.
//  4. [Report.Rows], [Report.Worst] and [Report.Owners] return the result. Each of their
//     elements has AppendJSON, and so has the whole [Report]; encoding/json writes the same.
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md says
// what each means, where it is computed and which tests check it.
//
// # What is counted where
//
// A clock is one round of a promise. It is counted in one [Row], for the level by which it is
// judged, and in one column of that row:
//
//	waiting    the clock has not started and still can
//	unknown    its due time depends on unknown holidays (G9), whatever its state
//	met        what was promised was done at or before the due time, or while it waited
//	breached   the due time has passed; a clock that still runs is counted as overdue too
//	cancelled  what was promised was no longer owed, since the due time or earlier
//	open       the clock runs, and the due time has not passed; or it pauses, and is counted as paused too
//
// The share of promises kept is met / (met + breached): clocks that are not yet decided, and
// those that were cancelled, do not count.
//
// # Percentiles
//
// Percentiles are computed from the clocks that were met or breached, and have started and
// stopped. The time of a cancelled clock is left out: it says nothing about the work. A
// percentile is the nearest rank: of n values in ascending order, the one at place p·n/100,
// rounded up. So it is a value that occurred, and the median of an even number of values is
// the lower of the two in the middle. Percentiles are exact, at a price: a Report keeps 12
// bytes for each such clock, 12 MB for a million, and up to a quarter more while it grows.
//
// # The worst
//
// Late clocks are ordered by the working time for which they are overdue, the longest first.
// Where that depends on unknown holidays (G9), wall-clock time counts instead, which is the
// most that it can be.
//
// # Rounding
//
// No figure is rounded to look better than it is. A share is rounded down to a tenth of a
// percent: 100.0 means that all were met. Elapsed time as a part of its target is rounded up
// to a tenth of a percent: 100.0 means that the working time was kept.
package compliance
