package lifecycle

import (
	"slices"
	"strconv"
	"strings"
)

// A Version is a version number that can be ordered. It keeps the text that it
// was read from. The zero Version has no text and is before every other one.
//
// Versions are not to be compared with ==, nor to be map keys: 4 and 4.0 differ in their
// text. See [Version.Compare] and [Version.Key].
type Version struct {
	text string
	key  string // orders like the version: see appendKey
}

// A Scheme says how version numbers are written, besides dotted numbers. The
// zero Scheme takes dotted numbers alone.
type Scheme struct {
	// ServiceWords are the words that, with a number, can stand for the third
	// part: with SP, "10.18 SP1" and "10.18 SP 1" are 10.18.1.
	ServiceWords []string
	// Prereleases lets a version name what comes before it, after a hyphen:
	// "1.0-rc.1" is before "1.0".
	Prereleases bool
}

// maxParts and maxDigits bound a version number: a part has to have room for a build's
// date, and no text is read without an end.
const (
	maxParts  = 16
	maxDigits = 64
)

// Parse reads a version number: numbers in decimal digits, separated by dots, and
// what s takes besides. There are at most 16 parts, of at most 64 digits each. Parts compare
// as numbers, so 2.10 is after 2.9; a part that is not written is 0, so 4.0 and 4.0.0
// are the same version, as are 4.1 and 4.01. The error is an [ErrVersion].
func (s Scheme) Parse(text string) (Version, error) {
	rest, pre := text, ""
	if s.Prereleases {
		var found bool
		if rest, pre, found = strings.Cut(text, "-"); found && pre == "" {
			return Version{}, s.bad(text)
		}
	}
	numbers, service, served := s.cutService(rest)
	parts := strings.Split(numbers, ".")
	if served {
		if len(parts) != 2 {
			return Version{}, s.bad(text)
		}
		parts = append(parts, service)
	}
	if len(parts) > maxParts {
		return Version{}, s.bad(text)
	}
	for _, part := range parts {
		if !number(part) {
			return Version{}, s.bad(text)
		}
	}
	key, ok := appendPrerelease(appendKey(nil, parts), pre)
	if !ok {
		return Version{}, s.bad(text)
	}
	return Version{text, string(key)}, nil
}

// cutService cuts " SP1" and the like off a version; found is false where it
// has none.
func (s Scheme) cutService(text string) (numbers, service string, found bool) {
	numbers, rest, ok := strings.Cut(text, " ")
	if !ok {
		return text, "", false
	}
	for _, word := range s.ServiceWords {
		if n, ok := strings.CutPrefix(rest, word); ok && number(strings.TrimPrefix(n, " ")) {
			return numbers, strings.TrimPrefix(n, " "), true
		}
	}
	return text, "", false // the space makes it no number
}

func (s Scheme) bad(text string) error {
	s.ServiceWords = slices.Clone(s.ServiceWords) // whoever is given the error can write to it
	return &VersionError{Text: text, Scheme: s}
}

// number reports whether a part is decimal digits, not too many of them.
func number(part string) bool {
	if part == "" || len(part) > maxDigits {
		return false
	}
	for i := range len(part) {
		if part[i] < '0' || part[i] > '9' {
			return false
		}
	}
	return true
}

// The marks of a key. A part is its length above keyPart and its digits, so
// that longer numbers are greater; zeros at the end are left out.
const (
	keyBefore = 0 // a pre-release of the parts before it
	keyFinal  = 1 // the end of a final version
	keyPart   = 2
)

func appendKey(key []byte, parts []string) []byte {
	end := len(key)
	for _, part := range parts {
		digits := strings.TrimLeft(part, "0")
		key = append(key, byte(keyPart+len(digits)))
		key = append(key, digits...)
		if digits != "" {
			end = len(key)
		}
	}
	return key[:end]
}

// appendPrerelease ends a key. A pre-release is made of words and numbers, with
// dots or without: numbers compare as numbers and are before words, and what is
// longer is after what it begins with.
func appendPrerelease(key []byte, pre string) ([]byte, bool) {
	if pre == "" {
		return append(key, keyFinal), true
	}
	key = append(key, keyBefore)
	for _, field := range strings.Split(pre, ".") {
		if field == "" {
			return nil, false
		}
		for field != "" {
			n := len(field) - len(strings.TrimLeft(field, "0123456789"))
			if n > 0 {
				if !number(field[:n]) {
					return nil, false
				}
				digits := strings.TrimLeft(field[:n], "0")
				key = append(append(key, 1, byte(1+len(digits))), digits...)
				field = field[n:]
				continue
			}
			for n < len(field) && (field[n] >= 'a' && field[n] <= 'z' || field[n] >= 'A' && field[n] <= 'Z') {
				n++
			}
			if n == 0 {
				return nil, false
			}
			key = append(append(append(key, 2), strings.ToLower(field[:n])...), 1)
			field = field[n:]
		}
	}
	return append(key, 0), true
}

// Compare returns -1 if v is before w, 0 if they are the same version, however
// written, +1 if v is after w.
func (v Version) Compare(w Version) int {
	return strings.Compare(v.key, w.key)
}

// Key returns a text that is the same for the same versions, however written, and
// that orders as they do. It is for maps and indexes, and not to be read; that of
// the zero Version is empty.
func (v Version) Key() string { return v.key }

// Part returns a part of the number: 0 the first, the one left of the first
// dot. A part that is not written is 0, as is one of the zero Version. Of a part
// that an int cannot hold it is the greatest int.
func (v Version) Part(i int) int {
	key := v.key
	for len(key) > 0 && key[0] >= keyPart && i >= 0 {
		size := int(key[0] - keyPart)
		if i == 0 {
			n, _ := strconv.Atoi("0" + key[1:1+size])
			return n
		}
		key = key[1+size:]
		i--
	}
	return 0
}

// Parts returns how many parts v has, without those that are 0 at its end: 2 for
// 4.1 and 4.1.0, 1 for 4.0, none for 0.0 and the zero Version.
func (v Version) Parts() int {
	n := 0
	for key := v.key; len(key) > 0 && key[0] >= keyPart; n++ {
		key = key[1+int(key[0]-keyPart):]
	}
	return n
}

// Prerelease reports whether v comes before the version that its numbers name.
func (v Version) Prerelease() bool {
	key := v.key
	for len(key) > 0 && key[0] >= keyPart {
		key = key[1+int(key[0]-keyPart):]
	}
	return len(key) > 0 && key[0] == keyBefore
}

// String returns the text that v was read from.
func (v Version) String() string { return v.text }

// MarshalText returns the text that v was read from; JSON shows it as a string. The
// error is always nil. There is no way back but [Scheme.Parse]: a text alone does not
// say how it is to be read.
func (v Version) MarshalText() ([]byte, error) { return []byte(v.text), nil }

// comparePrefix compares the first n parts of two versions.
func comparePrefix(v, w Version, n int) int {
	a, b := v.key, w.key
	for range n {
		var p, q string
		p, a = cutPart(a)
		q, b = cutPart(b)
		if c := strings.Compare(p, q); c != 0 {
			return c
		}
	}
	return 0
}

// cutPart cuts the first part off a key: that of a 0 where there is none.
func cutPart(key string) (part, rest string) {
	if len(key) == 0 || key[0] < keyPart {
		return string([]byte{keyPart}), key
	}
	size := 1 + int(key[0]-keyPart)
	return key[:size], key[size:]
}
