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
// # Readable by all
//
// A picture has a title and a desc that tells the same in sentences. Nothing is
// told by colour alone: what counts, waits, pauses and is overdue differs in shape
// or pattern, so that it survives a black-and-white print, and a key below says
// what is what. On a dark screen the colours follow prefers-color-scheme; print
// has the light ones. Text stands out from what is behind it by 4.5 to 1 or more.
//
// # Bounds
//
// A picture has at most [MaxElements] elements, whatever it shows, and at the usual
// width some 250 kB at the most; most have some 10 kB. What is finer than a pixel is drawn as
// one; where that would draw an eighth of a calendar's time wrong, its hours are not drawn,
// and the picture says so; what there is no room for is left out of the drawing and counted: "and 12 more".
// Long labels are broken into lines; what is cut all the same shows as a whole where a
// pointer rests on it. The desc has at most 40 sentences of a kind. Instants are shown
// to the second, and told in the desc as they are.
//
// Words are English, and dates look the same everywhere.
package picture
