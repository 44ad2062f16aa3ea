package picture

import (
	"strconv"
	"unicode/utf8"
)

// A sheet is a picture that is being drawn, from the top down.
type sheet struct {
	Options
	b           []byte      // what has been drawn
	y           px          // where the next row begins
	left, right px          // where charts begin and end
	marks       symbols     // the symbols in use, which the key explains
	crossed     bool        // labels of the axis can be where months end
	own         [][2]string // further boxes for the key: their fill and their meaning
}

// margin is the empty border.
const margin = 14 * pixel

// newSheet returns a sheet. If share is not 0, it has a column for names, which takes 1/share
// of the width, within limits.
func newSheet(o Options, share px) *sheet {
	s := &sheet{Options: o, y: margin, left: margin, right: px(o.Width)*pixel - margin}
	if share > 0 {
		s.left += min(max(px(o.Width)*pixel/share, 108*pixel), 190*pixel)
	}
	return s
}

// number appends a coordinate.
func number(b []byte, v px) []byte {
	if v < 0 {
		b, v = append(b, '-'), -v
	}
	b = strconv.AppendInt(b, int64(v/10), 10)
	if v%10 != 0 {
		b = append(b, '.', '0'+byte(v%10))
	}
	return b
}

// escape appends text escaped for XML. Characters that XML does not allow become U+FFFD.
func escape(b []byte, text string) []byte {
	for _, r := range text {
		switch {
		case r == '&':
			b = append(b, "&amp;"...)
		case r == '<':
			b = append(b, "&lt;"...)
		case r == '>':
			b = append(b, "&gt;"...)
		case r == '"':
			b = append(b, "&quot;"...)
		case r == '\t' || r == '\n' || r == '\r':
			b = append(b, ' ')
		case r < ' ' || r == 0xfffe || r == 0xffff:
			b = utf8.AppendRune(b, utf8.RuneError)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// begin begins a visible element.
func (s *sheet) begin(tag, class string) {
	s.b = append(s.b, '<')
	s.b = append(s.b, tag...)
	if class != "" {
		s.b = append(s.b, ` class="`...)
		s.b = append(append(s.b, class...), '"')
	}
}

func (s *sheet) attribute(name string, v px) {
	s.b = append(append(append(s.b, ' '), name...), '=', '"')
	s.b = append(number(s.b, v), '"')
}

// draw draws a path, unless it is empty.
func (s *sheet) draw(class string, p path) {
	if len(p) == 0 {
		return
	}
	s.begin("path", class)
	s.b = append(append(append(s.b, ` d="`...), p...), "\"/>\n"...)
}

// An anchor says which part of a text is at its place.
type anchor uint8

const (
	atStart anchor = iota
	atMiddle
)

// text draws a text. Its class is a combination of s small, b bold, m muted, h the title, and
// k with a halo that covers the lines behind it.
func (s *sheet) text(class string, a anchor, x, y px, text string) {
	s.titled(class, a, x, y, text, text)
}

// titled draws a text that shows another one, if they differ, when a pointer rests on it.
func (s *sheet) titled(class string, a anchor, x, y px, text, full string) {
	if text == "" {
		return
	}
	if a == atMiddle {
		class += " c"
	}
	s.begin("text", class)
	s.attribute("x", x)
	s.attribute("y", y)
	s.b = append(s.b, '>')
	if full != text {
		s.b = append(escape(append(s.b, "<title>"...), full), "</title>"...)
	}
	s.b = append(escape(s.b, text), "</text>\n"...)
}

// A path is a list of strokes and boxes, drawn as one element.
type path []byte

func (p *path) to(command byte, v ...px) {
	*p = append(*p, command)
	for i, n := range v {
		if i > 0 && n >= 0 {
			*p = append(*p, ' ')
		}
		*p = number(*p, n)
	}
}

// box adds a closed box; a box without height is a line.
func (p *path) box(x, y, w, h px) {
	if h == 0 {
		p.line(x, y, x+w, y)
		return
	}
	p.to('M', x, y)
	p.to('h', w)
	p.to('v', h)
	p.to('h', -w)
	*p = append(*p, 'z')
}

// line adds a stroke from one point to another.
func (p *path) line(x, y, x2, y2 px) {
	p.to('M', x, y)
	switch {
	case y == y2:
		p.to('H', x2)
	case x == x2:
		p.to('V', y2)
	default:
		p.to('L', x2, y2)
	}
}

// polygon adds a closed shape; the numbers after the first two are relative.
func (p *path) polygon(x, y px, v ...px) {
	p.to('M', x, y)
	p.to('l', v...)
	*p = append(*p, 'z')
}

// finish returns the whole picture.
func (s *sheet) finish(desc string) []byte {
	s.y += margin
	b := make([]byte, 0, len(s.b)+len(desc)+4000)
	b = append(b, `<svg xmlns="http://www.w3.org/2000/svg" id="`...)
	b = append(b, s.ID...)
	b = append(b, `" width="`...)
	b = number(b, px(s.Width)*pixel)
	b = append(b, `" height="`...)
	b = number(b, s.y)
	b = append(b, `" viewBox="0 0 `...)
	b = number(b, px(s.Width)*pixel)
	b = append(b, ' ')
	b = number(b, s.y)
	b = append(b, `" role="img" aria-labelledby="`...)
	b = append(append(append(append(b, s.ID...), "-title "...), s.ID...), "-desc\">\n<title id=\""...)
	b = append(append(b, s.ID...), "-title\">"...)
	b = escape(b, s.Title)
	b = append(append(append(b, "</title>\n<desc id=\""...), s.ID...), "-desc\">"...)
	b = escape(b, desc)
	b = append(b, "</desc>\n"...)
	b = appendStyle(b, s.ID)
	b = append(b, `<rect class="bg" x="0" y="0" width="`...)
	b = number(b, px(s.Width)*pixel)
	b = append(append(number(append(b, `" height="`...), s.y), `"/>`...), '\n')
	b = append(b, s.b...)
	return append(b, "</svg>\n"...)
}

// heading draws the title and the lines below it; full is a longer form of the first line.
func (s *sheet) heading(full string, lines ...string) {
	const high, titleHigh = 17 * pixel, 21 * pixel
	room := px(s.Width)*pixel - 2*margin
	s.y = s.lines("h", margin, s.y+16*pixel, room, titleHigh, s.Title, s.Title, 3) - titleHigh
	for i, line := range lines {
		if i > 0 {
			full = line
		}
		s.y = s.lines("", margin, s.y+high, room, high, line, full, 3) - high
	}
	s.y += 12 * pixel
}
