package strictjson

import "unicode/utf8"

// Text reads a string and returns it without its quotation marks and escapes. It is
// valid UTF-8, and can hold any character, even U+0000. Any other value, null included,
// is reported and read as "".
func (r *Reader) Text() string {
	return string(r.TextBytes())
}

// TextBytes is [Reader.Text] without the copy: the bytes are valid until the
// next value is read and must not be changed.
func (r *Reader) TextBytes() []byte {
	if !r.begin(String) {
		return nil
	}
	s := r.scan()
	if !s.fit {
		return nil
	}
	if !s.escaped {
		return r.data[s.from:s.to:s.to]
	}
	r.textBuf = unescape(r.textBuf[:0], r.data[s.from:s.to])
	return r.textBuf[:len(r.textBuf):len(r.textBuf)]
}

// A span is where a string's content stands, and what it is like.
type span struct {
	from, to int  // between the quotation marks
	escaped  bool // it has escapes
	fit      bool // it is valid text; otherwise that has been reported
}

// scan moves beyond the string at pos and checks it.
func (r *Reader) scan() span {
	data, start := r.data, r.pos
	s := span{from: start + 1}
	wide, lone := false, -1
	for i := s.from; i < len(data); {
		c := data[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++ // nearly all of them
			continue
		}
		switch {
		case c == '"':
			s.to, r.pos = i, i+1
			s.fit = r.checkText(start, s, wide, lone)
			return s
		case c == '\\':
			s.escaped = true
			size, half := escape(data[i:])
			if size == 0 {
				r.stop(i, cut(data[i:min(i+2, len(data))]),
					`is not an escape; there are \" \\ \/ \b \f \n \r \t and \u with four hexadecimal digits`)
				return s
			}
			if half && lone < 0 {
				lone = i
			}
			i += size
		case c < ' ':
			r.stop(i, "", "a control character must be written as an escape: "+controlEscape(c))
			return s
		default:
			wide = true
			i++
		}
	}
	r.stop(start, "", "the string that begins here is not closed")
	return s
}

// checkText reports whether a string is valid text: whether it is UTF-8, if wide, and
// without half of a surrogate pair at lone. If not, it reports a mistake.
func (r *Reader) checkText(start int, s span, wide bool, lone int) bool {
	if wide {
		if i := invalidUTF8(r.data[s.from:s.to]); i >= 0 {
			at := s.from + i // neither the path nor, if it is cut, the value shows this place
			r.add(at, r.show(start), "is not valid UTF-8: the byte "+strayByte(r.data[at])+" at "+r.place(at))
			r.bad = true
			return false
		}
	}
	if lone >= 0 {
		r.add(lone, r.show(start), "has half of a surrogate pair; write both halves")
		r.bad = true
		return false
	}
	return true
}

// invalidUTF8 returns the index of the first byte that is not UTF-8, or -1.
func invalidUTF8(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; i < len(b); {
		c, size := utf8.DecodeRune(b[i:])
		if c == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}
