// Package compliance counts how promises were kept: per agreement, metric, level
// and month how many clocks were met and breached, how long they took, which
// were the worst, and who owned the tickets for how long.
//
// What to call, in this order:
//
//  1. [Judge] looks at one ticket, which is the costly part and can be done for many
//     tickets at once.
//  2. [Report.Add] counts the [Judgement] in a [Report] of [New], one for each
//     goroutine. A Report knows only what has been counted, so tickets can be
//     streamed, of any agreements mixed.
//  3. [Report.Merge] joins reports of parts to what one report of the whole would be.
//  4. [Report.Rows], [Report.Worst] and [Report.Owners] are the result; each of
//     their rows has AppendJSON, and encoding/json writes the same.
//
// # What is counted where
//
// A clock is one round of a promise, and stands in one [Row], by the level by
// which it is judged, and in one column of it:
//
//	waiting    it has not started and may still do so
//	unknown    its due time hangs on unknown holidays (G9), whatever has become of it
//	met        what was promised was done at or before due, or while it waited
//	breached   due has passed; those of them that still run are overdue, too
//	cancelled  its obligation went away at or before due
//	open       it runs, and due has not passed; or it stands still, then it is paused, too
//
// The share of those that were kept is met / (met + breached): what is not yet
// decided, and what went away, says nothing about it.
//
// # Percentiles
//
// They are of the clocks that were met or breached, and have started and stopped;
// one that was cancelled took the time that its obligation was there, which says
// nothing about the work. A percentile is the nearest rank: of n values in
// ascending order the one at place p·n/100, rounded up. It is a value that
// occurred, and the median of an even number is the lower of the two in the
// middle. They are exact, which has its price: a Report keeps 12 bytes for each
// such clock, 12 MB for a million, and up to a quarter more while it grows.
//
// # The worst
//
// Late clocks are in the order of the working time for which they are overdue, the
// longest first. One of which that time hangs on unknown holidays stands where its
// time by the wall clock puts it, the most that it can be.
//
// # Rounding
//
// No rounding flatters. A share is rounded down to a tenth of a percent, so that
// 100.0 says that all were met; elapsed time against its target is rounded up to
// a tenth of a percent, so that 100.0 says that the working time was kept.
package compliance
