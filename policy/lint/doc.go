// Package lint finds what the author of an agreement will hardly have meant, though
// nothing in it is wrong in form: a graver level that is due later than a milder
// one, a pause that cannot end, a step that nobody ever reaches. [Text] and
// [Document] look at an agreement as a document, for all kinds of tickets that it
// tells apart, and [Policy] at one that was made in Go. What is wrong in form is for
// [document.Document.Check] to say.
//
// A [Finding] names a place, what is wrong there, what comes of it, what to write
// instead, and for which tickets. An Error is something that cannot do what it says.
// A Warning is seldom meant; an agreement can be right with it. A Note is often
// right.
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md says
// what each means, where it is computed and which tests check it.
//
// # Which tickets are looked at
//
// A document makes an agreement for each combination of attributes and readings. All
// combinations are tried that can tell tickets apart:
//
//   - of an attribute the values that it can have; if it lists none, those that conditions
//     ask for, and one other
//   - of a list, and of what is by level or by name, each set of what conditions ask for
//   - of a zone or region that can be anything, some representatives, or what [Options]
//     give
//   - of measures by level, only that they are given: such targets are compared with
//     nothing
//
// Tickets that the document refuses are left out. If there are too many combinations, each
// value and each pair of values is tried at least once, and a finding not-all-tried says
// so. Due times are computed for a report every 11 hours of a year, which begins on the
// date of the options, or where the version does, or on 2026-01-01.
//
// # Levels and targets
//
//   - level-without-target: no metric has a target at a level. A ticket of it has no
//     clock. What closes a ticket by itself promises nothing and does not count.
//   - graver-level-without-target: a metric has a target at a level and none at the
//     next graver one. A metric for the gravest levels alone is usual, and not told.
//   - metric-without-target (a note): a metric has no target in any of its rows.
//   - graver-level-longer: the next milder level that has a target is due earlier. Both
//     are counted from the same instants, each on its calendar; an Error if the graver
//     one is later at all of them, a Warning if at one in a hundred or more, so that
//     the hour of a change to summer time is no finding. Equal due times are no finding
//     either. Waiting, pauses and the after calendar are left out, and so is what closes
//     a ticket by itself.
//   - target-never-ends: a target has no due time from any start: there is not so much
//     working time, or no day of regular length, or it does not fit into the days
//     whose holidays are known, even from the first of them. A Warning if that is so
//     only from some year of the next ten on.
//   - no-open-hours: a target can be due before its calendar has opened at all, as
//     calendar days over a weekend.
//   - two-rules: two rows for one question hold together (where there were too many
//     rows for Check to see it), or two thresholds tell the same person at the same
//     instant, even if one is a percentage and the other a time: a Warning if they do so
//     for half of the starts or more, a Note if for one in a hundred or more. Thresholds
//     that have passed at the start are left out.
//   - row-never-wins: a row decides nothing for any ticket: wherever it holds a more
//     specific one holds too, or the ticket is refused.
//
// # Calendars
//
//   - calendar-never-opens: an Error if something other than calendar days, which need
//     no opening, is counted on it. A Warning if nothing is, or if it has opened and does
//     not open any more.
//   - calendar-lacking: a target goes over to a calendar that has no row for such a
//     ticket.
//   - calendar-never-used (a note): no target, ladder, region or calendar names it.
//   - coverage-ends: after the date of the options, holidays that close a calendar on
//     which something is counted are known for less than twelve months; an Error if they
//     are not known on that date itself. Where an attribute can name any region, a Note
//     names those whose holidays are known for less. Versions that are no longer in force on that
//     date are not looked at.
//   - coverage-not-checked (a note): no date was given.
//   - zones-differ: the zones of calendars of one clock have different offsets: target
//     and after, target and off_days, ladder and notices, ladder and the clocks of its
//     level. Calendars that are open round the clock have no hours that a zone could
//     move, and are left out as long as no days are counted. Two names of zones with the
//     same offsets are one zone.
//   - days-on-working-hours: a measure, a delay or the time before or after a threshold is
//     written in days, such as "3 days", and counted on a calendar that is not open round
//     the clock. These are days of 24 hours each, 72 hours of working time, which on
//     weekdays from 09:00 to 17:00 are nine days. An agreement that was made in Go does not
//     say how it was written: there a multiple of 24 hours is a Note.
//   - date-does-nothing (a Note): a date in workdays on which the calendar has no hours
//     anyway, that is no holiday of the region, or that holidays has too; a date in
//     holidays without hours, or that is a holiday already; one that stands there twice,
//     or that special has. Where tickets choose the region its holidays are left out.
//   - closes-before-midnight: a window ends at 23:59 or 23:59:59 instead of 24:00.
//
// # Steps
//
//   - unreachable-step: a threshold at a level where the metric has no target, an Error
//     if it is at no other, or after the ticket has closed by itself; a threshold, or a
//     step of a ladder, with a delay for which there is not enough working time, or no
//     day of regular length.
//   - step-at-start: a threshold is so long before the due time that it is reached at the
//     start, whenever the clock starts.
//   - step-before-earlier: a step of a ladder can come before the one that stands before
//     it.
//   - ladder-outlives-ticket: a step, or the last repeat, comes after the ticket has
//     closed by itself, whenever it starts. An Error if the clock that closes the ticket
//     starts with the report and nothing stops it, a Warning if something can, and a Note
//     if it starts later: then only a ticket that is left alone closes before the step.
//
// # Events
//
// A ticket is reported once, before anything else (T3), and a reopening changes
// nothing of an open ticket (T10). Both start clocks, and do nothing in any other list
// of events: lists that have nothing else are as good as empty.
//
//   - pause-never-resumes: what pauses a metric is ended by nothing, or by what ends its
//     clocks. The same of ladders, by test and failed.
//   - resume-without-pause: a metric resumes and never pauses.
//   - after-without-switch: a target has a calendar for what is left once an event of
//     switch has come, and there is no such event.
//   - clock-never-runs: nothing starts a metric that has targets, or what does so ends
//     the ticket.
//   - clock-never-stops: nothing does what a metric promises.
//   - event-does-nothing: reported or reopened stands in a list other than start, and no
//     other finding says what comes of that; or an event that ends the clocks or the
//     ticket stands in pause, or one that ends the ticket in test.
//   - resolved-cancels (a Note): a metric starts with the report and stops with responded,
//     and resolved is neither in stop nor in cancel: a ticket that is resolved first has
//     its response cancelled, not met (T9). One that renews is left out.
//   - ladder-in-pause (a Note, once for a document): a metric pauses on an event, and the
//     ladder of a level that has it does not halt on that event, which is not in test.
//   - stop-after-end: closed alone stops a metric; a ticket that is resolved has ended
//     before (T9).
//   - cancel-after-stop: an event is in stop and in cancel, of which the first counts.
//   - gate-never-opens: a gate waits for the report, for a reopening, or for what ends
//     the clocks or the ticket.
//   - never-asked, never-given: unasked is named and nothing is ever asked, or what is
//     asked can never come.
//   - asked-and-given, test-and-failed: an event is in both lists, and does what the
//     first is for.
//   - event-never-used: nothing in any version listens to an event of the agreement.
//
// # What is covered
//
//   - exception-never-applies: a fact that takes a rule back can, by the limits of the
//     facts, be true only where the rule does not apply anyway.
//   - version-without-coverage: a version does not say what is covered, and another does.
//
// # Names
//
//   - reading-never-used, attribute-never-used: no condition and no value mentions it.
//   - reading-without-choice: a reading has one value.
//   - no-ticket: all tickets that were tried are refused.
//   - no-agreement: a ticket that is not refused has no agreement: a row that it needs
//     cannot be used, or is not there.
//
// Two names of levels that differ in case only, an event that stands twice in a list,
// and a default that is not among an attribute's values are mistakes, which Check
// reports.
package lint
