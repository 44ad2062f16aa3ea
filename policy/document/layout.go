package document

// maxLine is how wide a line of a document may be, in bytes, where that can be kept.
const maxLine = 120

// layout appends compact JSON to b as people write it: what fits on a line is put on one, and
// everything else gets a line for each member or element, indented by two more spaces. The
// text must be JSON.
func layout(b, text []byte) []byte {
	l := liner{b: b, text: text, ends: ends(text)}
	l.value(0, 0)
	return append(l.b, '\n')
}

// ends returns the index of each closing brace or bracket, by the index of the one that opens
// it.
func ends(text []byte) map[int]int {
	all := map[int]int{}
	var open []int
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"':
			i = stringEnd(text, i) - 1
		case '{', '[':
			open = append(open, i)
		case '}', ']':
			if n := len(open) - 1; n >= 0 {
				all[open[n]] = i
				open = open[:n]
			}
		}
	}
	return all
}

// stringEnd returns the index after the string that begins at i.
func stringEnd(text []byte, i int) int {
	for i++; i < len(text) && text[i] != '"'; i++ {
		if text[i] == '\\' {
			i++
		}
	}
	return min(i+1, len(text))
}

// A liner lays JSON out.
type liner struct {
	b, text []byte
	pos     int
	ends    map[int]int
}

// value writes the value at pos, at the given depth, on a line that already has column bytes.
func (l *liner) value(depth, column int) {
	end, nested := l.ends[l.pos]
	switch {
	case !nested:
		l.scalar()
	case column+(end-l.pos)*9/8 <= maxLine && !l.tall(end):
		l.line(end)
	default:
		l.broken(depth, end)
	}
}

// scalar writes a text, number or word.
func (l *liner) scalar() {
	end := l.pos
	if l.text[end] == '"' {
		end = stringEnd(l.text, end)
	} else {
		for end < len(l.text) && l.text[end] != ',' && l.text[end] != '}' && l.text[end] != ']' {
			end++
		}
	}
	l.b = append(l.b, l.text[l.pos:end]...)
	l.pos = end
}

// tall reports whether the value that ends at end gets several lines though it fits on one: a
// list of objects with more than one member each reads better that way.
func (l *liner) tall(end int) bool {
	return l.text[l.pos] == '[' && l.pos+1 < end && l.text[l.pos+1] == '{' && l.ends[l.pos+1] != end-1
}

// line writes the value at pos with a space after each comma and colon.
func (l *liner) line(end int) {
	for l.pos <= end {
		switch c := l.text[l.pos]; c {
		case '"':
			l.scalar()
		case ',', ':':
			l.b = append(l.b, c, ' ')
			l.pos++
		default:
			l.b = append(l.b, c)
			l.pos++
		}
	}
}

// broken writes the value at pos with a line for each part.
func (l *liner) broken(depth, end int) {
	object := l.text[l.pos] == '{'
	l.b = append(l.b, l.text[l.pos])
	l.pos++
	for l.pos < end {
		l.newline(depth + 1)
		from := len(l.b) - 2*(depth+1)
		if object {
			l.scalar()
			l.b = append(l.b, ": "...)
			l.pos++
		}
		l.value(depth+1, len(l.b)-from)
		if l.text[l.pos] == ',' {
			l.b = append(l.b, ',')
			l.pos++
		}
	}
	l.newline(depth)
	l.b = append(l.b, l.text[end])
	l.pos = end + 1
}

func (l *liner) newline(depth int) {
	l.b = append(l.b, '\n')
	for range depth {
		l.b = append(l.b, "  "...)
	}
}
