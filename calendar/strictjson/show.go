package strictjson

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxShown is how much of a value a mistake shows, in characters, and longest
// more bytes than so many can have: a character outside the basic plane takes
// 12 as a pair of escapes.
const (
	maxShown = 40
	longest  = 12 * (maxShown + 3)
)

// show returns the value or sign that stands at the given place, for a mistake
// to quote: a string in Go's quotes, a word or number as it is, any other sign
// in single quotes; "" for an object, an array and the end of the text.
func (r *Reader) show(at int) string {
	if at >= len(r.data) {
		return ""
	}
	rest := r.data[at:min(at+longest, len(r.data))]
	switch c := rest[0]; {
	case c == '{' || c == '[':
		return ""
	case c == '"':
		end := 1
		for end < len(rest) && rest[end] != '"' {
			if rest[end] == '\\' {
				end++
			}
			end++
		}
		return quote(unescape(nil, rest[1:min(end, len(rest))]))
	case wordByte(c):
		end := 1
		for end < len(rest) && wordByte(rest[end]) {
			end++
		}
		return cut(rest[:end])
	}
	return sign(rest)
}

// sign returns the first character of b in single quotes, or \xff and the like for a
// byte that is not UTF-8.
func sign(b []byte) string {
	c, size := utf8.DecodeRune(b)
	if c == utf8.RuneError && size == 1 {
		return "'" + strayByte(b[0]) + "'"
	}
	return strconv.QuoteRune(c)
}

// strayByte returns a byte that is not UTF-8 as Go's quotes have it: \xff.
func strayByte(c byte) string { return `\x` + strconv.FormatUint(uint64(c), 16) }

// quote returns b in Go's quotes, cut to maxShown characters. A byte that is not UTF-8 is
// shown as \xff.
func quote(b []byte) string {
	return strconv.Quote(Shorten(string(b[:min(len(b), longest)])))
}

// cut returns b, or the first maxShown characters of it and an ellipsis.
func cut(b []byte) string {
	short := Shorten(string(b[:min(len(b), longest)]))
	return strings.ToValidUTF8(short, "\uFFFD")
}

// Shorten returns a text as a mistake shows it: unchanged, or its first 40 characters
// and an ellipsis. A byte that is not UTF-8 counts as a character.
func Shorten(text string) string {
	n := 0
	for i := range text {
		if n == maxShown {
			return text[:i] + "…"
		}
		n++
	}
	return text
}
