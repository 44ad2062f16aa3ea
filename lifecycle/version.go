package lifecycle

import (
	"slices"
	"strconv"
	"strings"
)

// A Version is a version number that can be ordered. It keeps the text from which it was
// parsed. The zero Version has no text and is before every other one.
//
// Do not compare versions with ==, nor use them as map keys: 4 and 4.0 differ in their
// text. See [Version.Compare] and [Version.Key].
type Version struct {
	text string
	key  string // sorts as the versions do: see appendKey
}

// A Scheme says how version numbers can be written, besides dotted numbers. The zero
// Scheme accepts dotted numbers only.
type Scheme struct {
	// ServiceWords are the words that, with a number, can stand for the third part: with
	// SP, "10.18 SP1" and "10.18 SP 1" are 10.18.1.
	ServiceWords []string
	// Prereleases accepts pre-releases, named after a hyphen: "1.0-rc.1" is before "1.0".
	Prereleases bool
}

// maxParts and maxDigits bound a version number: a part has to have room for a build's
// date, and no text is read without an end.
const (
	maxParts  = 16
	maxDigits = 64
)

// Parse parses a version number: decimal numbers separated by dots, and what s accepts
// besides. It has at most 16 parts of at most 64 digits each. Parts compare as numbers,
// so 2.10 is after 2.9; a part that is not written is 0, so 4.0 and 4.0.0 are the same
// version, as are 4.1 and 4.01. The error is an [ErrVersion].
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

// cutService cuts " SP1" and the like off a version; found is false if it has none.
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

// number reports whether a part consists of decimal digits, and not too many of them.
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

// appendPrerelease ends a key. A pre-release consists of words and numbers, with or
// without dots between them: numbers compare as numbers and are before words, and a
// longer one is after what it begins with.
func appendPrerelease(key []byte, pre string) ([]byte, bool) {
	if pre == "" {
		return append(key, keyFinal), true
	}
	key = append(key, keyBefore)
	for field := range strings.SplitSeq(pre, ".") {
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

// Compare returns -1 if v is before w, 0 if they are the same version, however written,
// and +1 if v is after w.
func (v Version) Compare(w Version) int {
	return strings.Compare(v.key, w.key)
}

// Key returns a text that is the same for the same versions, however written, and that
// sorts as they do. It is for maps and indexes, not for people. It is empty for the zero
// Version.
func (v Version) Key() string { return v.key }

// Part returns part i of the number; part 0 is the one left of the first dot. A part that
// is not written is 0, as is every part of the zero Version. If an int cannot hold the
// part, the result is the largest int.
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

// Parts returns how many parts v has, without zeros at its end: 2 for 4.1 and 4.1.0, 1
// for 4.0, 0 for 0.0 and the zero Version.
func (v Version) Parts() int {
	n := 0
	for key := v.key; len(key) > 0 && key[0] >= keyPart; n++ {
		key = key[1+int(key[0]-keyPart):]
	}
	return n
}

// Prerelease reports whether v is a pre-release, which comes before the version that its
// numbers name.
func (v Version) Prerelease() bool {
	key := v.key
	for len(key) > 0 && key[0] >= keyPart {
		key = key[1+int(key[0]-keyPart):]
	}
	return len(key) > 0 && key[0] == keyBefore
}

// String returns the text from which v was parsed.
func (v Version) String() string { return v.text }

// MarshalText returns the text from which v was parsed; in JSON it is a string. The error
// is always nil. To parse it again, use [Scheme.Parse]: the text alone does not say how
// it is to be read.
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

// cutPart cuts the first part off a key; if there is none, the part is that of 0.
func cutPart(key string) (part, rest string) {
	if len(key) == 0 || key[0] < keyPart {
		return string([]byte{keyPart}), key
	}
	size := 1 + int(key[0]-keyPart)
	return key[:size], key[size:]
}
