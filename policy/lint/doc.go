// Package lint finds what the author of an agreement is unlikely to have meant, although its
// form is valid: a graver level that is due later than a milder one, a pause that cannot end,
// a step that is never reached. [Text] and [Document] examine an agreement as a document, for
// all kinds of tickets that it tells apart; [Policy] examines an agreement made in Go.
// Mistakes of form are reported by [document.Document.Check].
//
// A [Finding] names a place, what is wrong there, what follows from it, what to write
// instead, and for which tickets. An Error is something that cannot do what it says. A
// Warning is seldom meant, though an agreement can be right with it. A Note is often right.
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md says
// what each means, where it is computed and which tests check it.
//
// # Which tickets are tried
//
// A document makes an agreement for each combination of attributes and readings. All
// combinations that can tell tickets apart are tried:
//
//   - for an attribute, its possible values; if it lists none, those that conditions ask for,
//     and one other
//   - for a list, and for values by level or by name, each set of what conditions ask for
//   - for a zone or region that can be anything, some representatives, or those in [Options]
//   - for measures by level, only that they are given: targets with such a measure are not
//     compared
//
// Tickets that the document refuses are left out. If there are too many combinations, each
// value and each pair of values is tried at least once, and the finding not-all-tried says
// so. Due times are computed for a report every 11 hours of a year, which begins on the date
// in the options or, without one, when the version comes into force or on 2026-01-01.
//
// # Levels and targets
//
//   - level-without-target: no metric has a target at a level, so a ticket of that level has
//     no clock. A metric that closes a ticket by itself promises nothing and does not count.
//   - graver-level-without-target: a metric has a target at a level and none at the next
//     graver one. A metric for the gravest levels only is usual, and not reported.
//   - metric-without-target (a Note): a metric has no target in any of its rows.
//   - graver-level-longer: the next milder level that has a target is due earlier. Both are
//     counted from the same instants, each on its own calendar. It is an Error if the graver
//     one is later from all of them and a Warning if it is from at least one in a hundred, so
//     that the hour of a change to summer time is no finding. Equal due times are no finding
//     either. Waiting, pauses and the after calendar are left out, and so are metrics that
//     close a ticket by themselves.
//   - target-never-ends: a target has no due time from any start: there is not so much
//     working time, or no day of regular length, or the target does not fit into the days
//     whose holidays are known, even from the first of them. It is a Warning if that is so
//     only from some year within the next ten.
//   - no-open-hours: a target can be due before its calendar has opened at all, as calendar
//     days over a weekend can.
//   - two-rules: two rows for one question hold together (where there were too many rows for
//     Check to see it), or two thresholds tell the same person at the same instant, even if
//     one is a percentage and the other a time. For thresholds it is a Warning if that is so
//     from at least half of the starts, and a Note if it is from at least one in a hundred.
//     Thresholds that have passed at the start are left out.
//   - row-never-wins: a row decides nothing for any ticket: wherever it holds, a more
//     specific one holds too, or the ticket is refused.
//
// # Calendars
//
//   - calendar-never-opens: an Error if anything is counted on the calendar other than
//     calendar days, which need no opening. A Warning if nothing is, or if the calendar has
//     opened before and never opens again.
//   - calendar-lacking: a target moves to a calendar that has no row for such a ticket.
//   - calendar-never-used (a Note): no target, ladder, region or calendar names it.
//   - coverage-ends: holidays that close a calendar on which something is counted are known
//     for less than twelve months after the date in the options; an Error if they are not
//     known on that date itself. Where an attribute can name any region, a Note names the
//     regions whose holidays are known for less. Versions that are no longer in force on that
//     date are left out.
//   - coverage-not-checked (a Note): no date was given.
//   - zones-differ: the calendars of one clock are in zones with different offsets: target
//     and after, target and off_days, ladder and notices, or a ladder and the clocks of its
//     level. Calendars that are open round the clock have no hours that a zone could move,
//     and are left out unless days are counted. Two names of zones with the same offsets are
//     one zone.
//   - days-on-working-hours: a measure, a delay, or the time of a threshold before or after
//     the due time is written in days, such as "3 days", and counted on a calendar that is
//     not open round the clock. These are days of 24 hours each: 72 hours of working time,
//     which take nine weekdays from 09:00 to 17:00. An agreement made in Go does not show how
//     a time was written, so a multiple of 24 hours there is a Note.
//   - date-does-nothing (a Note): a date in workdays on which the calendar has no hours
//     anyway, that is not a holiday of the region, or that is in holidays too; a date in
//     holidays that has no hours, or is a holiday already; a date that is listed twice, or is
//     in special as well. Where tickets choose the region, its holidays are left out.
//   - closes-before-midnight: a window ends at 23:59 or 23:59:59 instead of 24:00.
//
// # Steps
//
//   - unreachable-step: a threshold at a level where the metric has no target, an Error if
//     the metric has one at none of the threshold's levels; a threshold that comes after the
//     ticket has closed by itself; or a threshold, or a step of a ladder, with a delay for
//     which there is not enough working time, or no day of regular length.
//   - step-at-start: a threshold is so long before the due time that it is reached at the
//     start, whenever the clock starts.
//   - step-before-earlier: a step of a ladder can be reached before the step above it in the
//     list.
//   - ladder-outlives-ticket: a step, or the last repeat, comes after the ticket has closed
//     by itself, whenever it starts. It is an Error if the clock that closes the ticket
//     starts with the report and nothing stops it, a Warning if something can, and a Note if
//     that clock starts later: then only a ticket that is left alone closes before the step.
//
// # Events
//
// A ticket is reported once, before anything else (T3), and a reopening changes nothing on an
// open ticket (T10). Both start clocks, and do nothing in any other list of events: a list
// with nothing else in it is as good as empty.
//
//   - pause-never-resumes: what pauses a metric is ended by nothing, or only by what ends its
//     clocks. The same for ladders, with test and failed.
//   - resume-without-pause: a metric resumes and never pauses.
//   - after-without-switch: a target has a calendar for what is left once an event of switch
//     has come, and there is no such event.
//   - clock-never-runs: nothing starts a metric that has targets, or what starts it ends the
//     ticket.
//   - clock-never-stops: no event does what a metric promises.
//   - event-does-nothing: reported or reopened is in a list other than start, and no other
//     finding says what follows from that; or an event that ends the clocks or the ticket is
//     in pause, or one that ends the ticket is in test.
//   - resolved-cancels (a Note): a metric starts with the report and stops with responded,
//     and resolved is neither in stop nor in cancel: a ticket that is resolved first has its
//     response cancelled, not met (T9). A metric that renews is left out.
//   - ladder-in-pause (a Note, once for each document): a metric pauses on an event, and the
//     ladder of a level that has the metric does not halt on it, since the event is not in
//     test.
//   - stop-after-end: only closed stops a metric, but a ticket that is resolved has ended
//     before that (T9).
//   - cancel-after-stop: an event is in both stop and cancel; stop counts.
//   - gate-never-opens: a gate waits for the report, for a reopening, or for what ends the
//     clocks or the ticket.
//   - never-asked, never-given: unasked is named and nothing is ever asked, or what is asked
//     can never come.
//   - asked-and-given, test-and-failed: an event is in both lists, and does what the first
//     one is for.
//   - event-never-used: no version uses an event of the agreement.
//
// # Coverage
//
//   - exception-never-applies: a fact that takes a rule back can, by the limits of the facts,
//     be true only where the rule does not apply anyway.
//   - version-without-coverage: a version does not say what is covered, and another does.
//
// # Names
//
//   - reading-never-used, attribute-never-used: no condition and no value mentions it.
//   - reading-without-choice: a reading has only one value.
//   - no-ticket: all tickets that were tried are refused.
//   - no-agreement: a ticket that is not refused has no agreement: a row that it needs cannot
//     be used, or does not exist.
//
// Two names of levels that differ only in case, an event that is listed twice, and a default
// that is not among an attribute's values are mistakes, which Check reports.
package lint
