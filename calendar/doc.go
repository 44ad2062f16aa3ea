// Package calendar computes with working time: when a desk is open, which instant is
// eight business hours from now, how much working time lies between two instants, which
// day is five business days ahead.
//
// A [Calendar] is made by [New] from a [Config], a plain description: a zone, the
// windows of each day of the week, holidays, special dates, and the dates between which
// the holidays are known. It is immutable, safe for concurrent use, and exact to the
// nanosecond. [Union], [Intersection] and [Difference] combine calendars into new ones.
//
// # What working time is
//
// A window is half open: its opening instant is inside, its closing instant is not
// (G1). Working time is elapsed time: an hour is 3600 seconds, whatever the wall clock
// does (G2). The bounds of windows are wall-clock times: one that a change of offset
// skips is read with the offset before the change, and one that occurs twice is the
// first of the two. A window belongs to the date on which it opens, so a night shift
// runs on into a holiday (G2a).
//
// Nothing is guessed: an answer that depends on a day whose holidays are unknown is an
// error, an [ErrCoverage] (G9), and "five business days" always has a [Convention]
// (G6). The library reads all agreements by the rules G1 to G10.
//
// Ids in parentheses, such as G9, T6 or CUM-9, refer to rules and clauses:
// policy/CLAUSES.md says what each means, where it is computed and which tests check
// it.
//
// # What it rests on
//
// Zones come from release [TZVersion] of the tz database, which the package embeds.
// Holidays come from package rickar/cal and from tables of this package; see [Regions].
// No answer depends on the machine: not on its clock, its zone or its files.
//
// # What it costs
//
// A calendar lays out its working time in pages of about half a year, each when it is
// first needed, with the working time before each window. Add, Sub, Between and AddDays
// are then look-ups: they cost the same for an hour and for ten years, and allocate
// nothing.
package calendar
