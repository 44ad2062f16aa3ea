// Package calendar computes with working time: when is a desk open, what is the
// instant eight business hours from now, how much working time lies between two
// instants, which day is five business days ahead.
//
// A [Calendar] is made by [New] from a [Config], a plain description: a zone,
// the windows of each day of the week, holidays, special dates, and up to which
// date the holidays are known. It is immutable, safe for concurrent use, and
// exact to the nanosecond. Calendars combine to others with [Union],
// [Intersection] and [Difference].
//
// # What working time is
//
// A window is half open: its opening instant is inside, its closing instant is
// not (G1). Working time is elapsed time: an hour is 3600 seconds, whatever the
// wall clock does (G2). Bounds of windows are wall-clock times; one that a change
// of offset skips is read with the offset before it, one that occurs twice is
// the first of the two. A window belongs to the date on which it opens, so a
// night shift runs on into a holiday (G2a).
//
// Nothing is guessed: a day whose holidays are not known makes every answer that
// depends on it an [ErrCoverage] (G9), and "five business days" always has a
// [Convention] (G6). The rules G1 to G10 are those by which the library reads
// all agreements.
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md says
// what each means, where it is computed and which tests check it.
//
// # What it rests on
//
// Zones come from the tz database of [TZVersion], which the package embeds;
// holidays from package rickar/cal and from tables of its own, see [Regions]. No
// answer depends on the machine: not on its clock, its zone or its files.
//
// # What it costs
//
// A calendar lays its working time out in pages of about a year when they are
// first asked for, with the working time before each window, so that Add, Sub,
// Between and AddDays are look-ups: they cost the same for an hour and for ten
// years, and allocate nothing.
package calendar
