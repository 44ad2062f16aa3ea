package picture

// A paint is a colour, for light and for dark.
type paint struct {
	selector    string
	property    string
	light, dark string
}

// paints has the colours. Text has a contrast of at least 4.5 to 1; the test that computes
// this knows the selectors.
var paints = [...]paint{
	{"text", "fill", "#1b1f24", "#e8ebef"},
	{".m", "fill", "#4f5a65", "#b0bac4"},
	{".bg", "fill", "#ffffff", "#14181d"},
	{".k", "stroke", "#ffffff", "#14181d"},
	{".i", "fill", "#ffffff", "#14181d"}, // on what is filled like time that counts
	{".g", "stroke", "#cfd5db", "#343d47"},
	{".f", "stroke", "#7c8792", "#7c8792"},
	{".o", "fill", "#cfe6d2", "#2c5135"},
	{".r", "fill", "#1f5fae", "#86b9f5"},
	{".a", "fill", "#ffffff", "#14181d"},
	{".a", "stroke", "#1f5fae", "#86b9f5"},
	{".w", "stroke", "#1f5fae", "#86b9f5"},
	{".p", "stroke", "#1f5fae", "#86b9f5"},
	{".v", "stroke", "#a3241b", "#ff9a8f"},
	{".d", "fill", "#1b1f24", "#e8ebef"},
	{".l", "stroke", "#1b1f24", "#e8ebef"},
	{".n", "stroke", "#6a3aa3", "#d0a9f5"},
	{".nf", "fill", "#6a3aa3", "#d0a9f5"},
	{".q", "stroke", "#7c8792", "#9aa5b0"},
	{".y1", "fill", "#ffffff", "#14181d"},
	{".y1", "stroke", "#1f5fae", "#86b9f5"},
	{".pp", "stroke", "#1f5fae", "#86b9f5"},
	{".pv", "stroke", "#a3241b", "#ff9a8f"},
	{".pq", "fill", "#7c8792", "#9aa5b0"},
	{".pw", "fill", "#ffffff", "#14181d"},
}

// plain has the styles that are the same in light and dark. I stands for the id.
const plain = `#I{font-family:system-ui,"Segoe UI",Helvetica,Arial,sans-serif;font-size:12px}
#I .h{font-size:17px;font-weight:bold}
#I .b{font-weight:bold}
#I .s{font-size:11px}
#I .c{text-anchor:middle}
#I .k{stroke-width:5px;paint-order:stroke;stroke-linejoin:round}
#I .g,#I .f,#I .l,#I .n,#I .w,#I .q{fill:none}
#I .n{stroke-width:1.6px}
#I .l{stroke-width:1.4px}
#I .w{stroke-width:2px;stroke-dasharray:5 4}
#I .q{stroke-dasharray:1 3;stroke-width:1.4px}
#I .a,#I .y1{stroke-width:1.4px}
#I .p{fill:url(#I-p)}
#I .v{fill:url(#I-v)}
#I .u{fill:url(#I-u)}
#I .y2{fill:url(#I-p);stroke-width:1px}
#I .pp{stroke-width:2px;fill:none}
#I .pv{stroke-width:1.4px;fill:none}
`

// patterns has the fills that differ even in black and white: p slanted lines for pauses, v a
// lattice for what is overdue, u dots for what is unknown.
const patterns = `<defs><pattern id="I-p" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="pw" width="6" height="6"/><path class="pp" d="M-1 1l2-2M-1 7l8-8M5 7l2-2"/></pattern>
<pattern id="I-v" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="pw" width="5" height="5"/><path class="pv" d="M0 0l5 5M0 5l5-5"/></pattern>
<pattern id="I-u" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="pw" width="5" height="5"/><rect class="pq" x="1" y="1" width="1.4" height="1.4"/></pattern></defs>
`

// appendStyle appends the style sheet and the patterns.
func appendStyle(b []byte, id string) []byte {
	b = append(b, "<style>\n"...)
	b = appendID(b, plain, id)
	for _, p := range paints {
		b = appendPaint(b, id, p.selector, p.property, p.light)
	}
	b = append(b, "@media screen and (prefers-color-scheme:dark){\n"...)
	for _, p := range paints {
		b = appendPaint(b, id, p.selector, p.property, p.dark)
	}
	b = append(b, "}\n</style>\n"...)
	return appendID(b, patterns, id)
}

func appendPaint(b []byte, id, selector, property, colour string) []byte {
	b = append(append(append(b, '#'), id...), ' ')
	b = append(append(append(b, selector...), '{'), property...)
	return append(append(append(b, ':'), colour...), "}\n"...)
}

// appendID appends text with id in place of the I in #I, I- and the like.
func appendID(b []byte, text, id string) []byte {
	for i := 0; i < len(text); i++ {
		if text[i] == 'I' && (text[i-1] == '#' || text[i-1] == '"') {
			b = append(b, id...)
		} else {
			b = append(b, text[i])
		}
	}
	return b
}
