package strictjson

import "unicode/utf8"

// AppendString appends s to b as a JSON string: the inverse of [Reader.Text]. It
// escapes only what JSON requires, which is quotation marks, backslashes and control
// characters, so that <, > and & stay readable, unlike with encoding/json. A byte that
// is not UTF-8 becomes U+FFFD.
func AppendString(b []byte, s string) []byte {
	b = append(b, '"')
	if verbatim(s) { // nearly all of them
		b = append(b, s...)
	} else {
		b = appendEscaped(b, s)
	}
	return append(b, '"')
}

// appendEscaped appends the content of the string that spells s.
func appendEscaped(b []byte, s string) []byte {
	done := 0 // what stands before this has been appended
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		b = append(b, s[done:i]...)
		switch {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
			i++
		case c < ' ':
			b = append(b, controlEscape(c)...)
			i++
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			b = utf8.AppendRune(b, r)
			i += size
		}
		done = i
	}
	return append(b, s[done:]...)
}
