// Package picture draws answers as SVG: the clocks of a ticket over time
// ([Ticket]), a month of a calendar ([Month]), and the support windows of
// releases ([Releases]).
//
// A picture is a function of what it shows: the same input gives the same bytes on
// any machine. All coordinates are whole tenths of a pixel, computed in integers.
// It is well-formed XML, complete in itself (no scripts, no fonts, nothing from
// elsewhere), and can be a file of its own or stand in an HTML page, several of
// them with an [Options.ID] each.
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md says
// what each means, where it is computed and which tests check it.
//
// # Readable by all
//
// A picture has a title and a desc, which tells in sentences what the picture shows.
// Nothing is told by colour alone: what counts, waits, pauses and is overdue differs in
// shape or pattern, so that it survives a black-and-white print, and a key below explains
// the shapes. The colours follow prefers-color-scheme, light or dark; print has the light
// ones. The contrast between text and what is behind it is 4.5 to 1 or more.
//
// # Bounds
//
// A picture has at most [MaxElements] elements, whatever it shows, and at the usual
// width at most some 250 kB; most have some 10 kB. What is finer than a pixel is drawn as
// one pixel; where that would draw an eighth of a calendar's time wrong, its hours are not
// drawn, and the picture says so. What there is no room for is left out and counted: "and
// 12 more". Long labels are broken into lines; one that is too long even so is cut, and
// shown whole when a pointer rests on it. The desc has at most 40 sentences of a kind.
// Instants are drawn to the second; the desc has them in full.
//
// Words are English, and dates look the same everywhere.
package picture
