package strictjson

import "strconv"

// A step leads from an object or array to what it holds.
type step struct {
	name  []byte // of a member
	index int    // of an element, from 0; else atMember, atKey or between
	at    int    // where the name or the element begins
}

const (
	atMember = -1
	between  = -2 // at a brace, bracket or comma: the way ends here
	atKey    = -3 // like atMember, in an object whose names are keys
)

// Path returns the place of the value read last, or of the next one if that has not
// been read: the names and indexes that lead there from the outermost value, for
// example "week.mon[1][0]". The keys of a [Reader.Map] are in brackets too:
// "week[mon][1][0]", "readings[purchased.zone]". A name is quoted, in brackets, if it
// has characters other than letters, digits, _ and -, and a key if it has characters
// other than these, dots and plus signs: `attributes["a b"]`. So are names and keys
// that are empty or longer than 40 bytes. The path of the outermost value is "".
func (r *Reader) Path() string {
	var b []byte
	for _, s := range r.steps {
		switch {
		case s.index == between:
		case s.index >= 0:
			b = append(b, '[')
			b = strconv.AppendInt(b, int64(s.index), 10)
			b = append(b, ']')
		case !plain(s.name, s.index == atKey):
			b = append(b, '[')
			b = append(b, quote(s.name)...)
			b = append(b, ']')
		case s.index == atKey:
			b = append(b, '[')
			b = append(b, s.name...)
			b = append(b, ']')
		default:
			if len(b) > 0 {
				b = append(b, '.')
			}
			b = append(b, s.name...)
		}
	}
	return string(b)
}

// Inside returns the path of a key within the object at another path, as [Reader.Path]
// returns it for an object that [Reader.Map] reads: "readings[purchased.zone]". It is
// for mistakes that are found after the text has been read.
func Inside(path, key string) string {
	if !plain([]byte(key), true) {
		key = quote([]byte(key))
	}
	return path + "[" + key + "]"
}

// Offset returns the byte of the text, from 0, at which the value read last begins, or
// the next one if that has not been read. A program that has the text as a string can
// take strings from there, instead of a copy of each from [Reader.Text].
func (r *Reader) Offset() int {
	if r.ready {
		return r.pos
	}
	return r.start
}

// plain reports whether a name needs no quotes in a path. A key is in brackets, so that
// a dot in it separates nothing.
func plain(name []byte, key bool) bool {
	for _, c := range name {
		if !key && (c == '.' || c == '+') || !wordByte(c) {
			return false
		}
	}
	return len(name) > 0 && len(name) <= maxShown
}

// wordByte reports whether c can belong to a word or number, or to an attempt
// at one.
func wordByte(c byte) bool {
	switch {
	case c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
		return true
	case c == '_', c == '-', c == '+', c == '.':
		return true
	}
	return false
}
