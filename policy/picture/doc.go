// Package picture draws answers as SVG: the clocks of a ticket over time
// ([Ticket]), a month of a calendar ([Month]), and the support windows of
// releases ([Releases]).
//
// A picture is a function of what it shows: the same input gives the same bytes on any
// machine. All coordinates are whole tenths of a pixel, computed in integers. It is
// well-formed XML and self-contained: no scripts, no fonts, nothing loaded from elsewhere. It
// can be a file or part of an HTML page; several in one page need an [Options.ID] each.
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md says
// what each means, where it is computed and which tests check it.
//
// # Readable by all
//
// A picture has a title and a desc, which says in sentences what the picture shows. Nothing
// is shown by colour alone: time that counts, waits, pauses or is overdue differs in shape or
// pattern, so that it survives a black-and-white print, and a key below explains the shapes.
// The colours follow prefers-color-scheme, light or dark; print uses the light ones. The
// contrast between text and its background is at least 4.5 to 1.
//
// # Bounds
//
// A picture has at most [MaxElements] elements, whatever it shows, and at the usual width at
// most some 250 kB; most have some 10 kB. Anything finer than a pixel is drawn as one pixel;
// if that would draw more than an eighth of a calendar's time wrong, its hours are not drawn,
// and the picture says so. What there is no room for is left out and counted: "and 12 more".
// Long labels are broken into lines; a label that is still too long is cut, and shown whole
// when a pointer rests on it. The desc has at most 40 sentences of a kind. Instants are drawn
// to the second; the desc has them in full.
//
// Words are English, and dates look the same everywhere.
package picture
