package picture

import "strings"

// font returns the size of a class of text, and whether it is bold.
func font(class string) (size px, bold bool) {
	switch {
	case strings.Contains(class, "h"):
		return large, true
	case strings.Contains(class, "s"):
		size = small
	default:
		size = normal
	}
	return size, strings.Contains(class, "b")
}

// label draws as much of a text as there is room for. If that is not all of it, the whole
// text shows when a pointer rests on it.
func (s *sheet) label(class string, a anchor, x, y, room px, words string) {
	size, bold := font(class)
	s.titled(class, a, x, y, cut(words, room, size, bold), words)
}

// lines draws a text in up to most lines, each of height high, and returns the place of the
// line after the last one. If the text is cut, or full says more, the full text shows when a
// pointer rests on it.
func (s *sheet) lines(class string, x, y, room, high px, words, full string, most int) px {
	size, bold := font(class)
	lines, whole := wrap(words, room, size, bold, most)
	for _, line := range lines {
		if whole && full == words {
			s.text(class, atStart, x, y, line)
		} else {
			s.titled(class, atStart, x, y, line, full)
		}
		y += high
	}
	return y
}

// name draws the name of a row in the column of names, with lines below it, and returns how
// far down they reach.
func (s *sheet) name(y px, name string, below ...string) (bottom px) {
	const high = 13 * pixel
	room := s.left - margin - gap
	y = s.lines("b", margin, y, room, high, name, name, 3)
	for _, line := range below {
		y = s.lines("s m", margin, y, room, high, line, line, 2)
	}
	return y - high + 3*pixel
}

// beside writes words to the right of a place, or to its left if there is no room, and
// returns the place of the last line. Words wider than the chart are broken into up to most
// lines.
func (s *sheet) beside(x, y px, words string, most int) px {
	const high = 13 * pixel
	lines, _ := wrap(words, s.right-s.left, small, false, most)
	w := px(0)
	for _, line := range lines {
		w = max(w, textWidth(line, small, false))
	}
	from := x + 7*pixel
	switch {
	case from+w <= s.right:
	case x-7*pixel-w >= s.left:
		from = x - 7*pixel - w
	default:
		from = s.right - w
	}
	return s.lines("s k", from, y, s.right-s.left, high, words, words, most) - high
}

// flow draws items from left to right and in further lines below, with a dot between items,
// and leaves y at the last line. An item longer than a line continues in the next.
func (s *sheet) flow(left px, items []string) {
	const high, dot = 13 * pixel, " · "
	line := ""
	flush := func() {
		if line != "" {
			s.y = s.lines("s k", left, s.y+high, s.right-left, high, line, line, 3) - high
		}
		line = ""
	}
	for _, words := range items {
		if line != "" && textWidth(line+dot+words, small, false) > s.right-left {
			flush()
		}
		if line != "" {
			line += dot
		}
		line += words
	}
	flush()
}
