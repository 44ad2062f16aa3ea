package strictjson

import (
	"unicode/utf16"
	"unicode/utf8"
)

// escape returns the length of the escape that b begins with, both halves of a
// surrogate pair together, or 0 if b does not begin with an escape. half is true if it
// is only half of a pair.
func escape(b []byte) (size int, half bool) {
	if len(b) < 2 {
		return 0, false
	}
	switch b[1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2, false
	}
	c := hex4(b)
	switch {
	case c < 0:
		return 0, false
	case !utf16.IsSurrogate(c):
		return 6, false
	case utf16.DecodeRune(c, hex4(b[6:])) != utf8.RuneError:
		return 12, false
	}
	return 6, true
}

// hex4 returns the number of the escape \uXXXX that b begins with, or -1.
func hex4(b []byte) (n rune) {
	if len(b) < 6 || b[0] != '\\' || b[1] != 'u' {
		return -1
	}
	for _, c := range b[2:6] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return -1
		}
		n = n<<4 | rune(c)
	}
	return n
}

// unescape appends what the content of a string spells. Half of a surrogate pair, and
// anything that is not an escape after a backslash, becomes U+FFFD.
func unescape(to, from []byte) []byte {
	for i := 0; i < len(from); {
		if from[i] != '\\' {
			to = append(to, from[i])
			i++
			continue
		}
		size, half := escape(from[i:])
		switch {
		case size == 0 || half:
			to = utf8.AppendRune(to, utf8.RuneError)
		case size == 12:
			to = utf8.AppendRune(to, utf16.DecodeRune(hex4(from[i:]), hex4(from[i+6:])))
		case size == 6:
			to = utf8.AppendRune(to, hex4(from[i:]))
		default:
			to = append(to, short(from[i+1]))
		}
		i += max(size, 1)
	}
	return to
}

// short returns the character that a backslash and c stand for.
func short(c byte) byte {
	switch c {
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	}
	return c
}

// controlEscape returns how a control character is written in JSON.
func controlEscape(c byte) string {
	switch c {
	case '\b':
		return `\b`
	case '\f':
		return `\f`
	case '\n':
		return `\n`
	case '\r':
		return `\r`
	case '\t':
		return `\t`
	}
	const hex = "0123456789abcdef"
	return `\u00` + string([]byte{hex[c>>4], hex[c&15]})
}
