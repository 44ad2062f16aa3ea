package strictjson

import (
	"slices"
	"strconv"
	"strings"
)

// A Position is a place in a text for people to find. The zero Position is none.
type Position struct {
	Line   int // from 1; \n ends a line
	Column int // the character in that line, from 1
}

// Locate returns where values stand in a text: for each path the position of the value
// there, or, where there is none, of the one that it would lie in. It is for a program
// that has read the text and finds out later what is wrong with it. Paths are as
// [Reader.Path] has them and [Inside] makes them; what is in an object is found whether
// that was read by [Reader.Object] or by [Reader.Map]. The position of "" is the beginning
// of the text. In a text with a mistake of syntax nothing stands behind that.
func Locate(data []byte, paths []string) []Position {
	l := locator{at: map[string]int{"": 0}}
	for _, path := range paths {
		for _, end := range steps(path) {
			l.at[path[:end]] = -1
		}
	}
	l.Reset(data)
	l.walk([]string{""})
	positions := make([]Position, len(paths))
	for i, path := range paths {
		at := 0
		for _, end := range steps(path) {
			if next := l.at[path[:end]]; next >= 0 {
				at = next
			}
		}
		positions[i].Line, positions[i].Column = l.lineColumn(at)
	}
	return positions
}

// A locator goes through a text.
type locator struct {
	Reader
	at map[string]int // by path that is asked for, or leads to one: the byte where it stands, -1 until it is found
}

// walk looks at the next value, which has some paths that are asked for, and at those
// within it that have.
func (l *locator) walk(paths []string) {
	for _, path := range paths {
		l.at[path] = l.Offset()
	}
	switch l.Kind() {
	case Array:
		l.Array(func(i int) {
			index := "[" + strconv.Itoa(i) + "]"
			l.within(paths, func(path string) []string { return []string{path + index} })
		})
	case Object:
		l.Object(func(name []byte) {
			l.within(paths, func(path string) []string { return []string{memberOf(path, name), Inside(path, string(name))} })
		})
	default:
		l.Skip()
	}
}

// within walks through a value within the present one, of whose paths it makes its own.
func (l *locator) within(paths []string, of func(path string) []string) {
	var asked []string
	for _, path := range paths {
		for _, inner := range of(path) {
			if _, ok := l.at[inner]; ok && !slices.Contains(asked, inner) { // in quotes both kinds of paths are one
				asked = append(asked, inner)
			}
		}
	}
	if asked == nil {
		l.Skip()
		return
	}
	l.walk(asked)
}

// memberOf returns the path of a member of the object at a path, as [Reader.Path] has it
// of an object that [Reader.Object] reads.
func memberOf(path string, name []byte) string {
	switch {
	case !plain(name, false):
		return path + "[" + quote(name) + "]"
	case path == "":
		return string(name)
	}
	return path + "." + string(name)
}

// steps returns where the steps of a path end, those of a value that can be at most.
func steps(path string) (ends []int) {
	for i := 0; i < len(path) && len(ends) < MaxDepth; {
		if path[i] == '[' {
			i = bracketed(path, i)
		} else if n := strings.IndexAny(path[i+1:], ".["); n >= 0 {
			i += 1 + n
		} else {
			i = len(path)
		}
		ends = append(ends, i)
	}
	return ends
}

// bracketed returns where a step in brackets ends that begins at i: behind the bracket,
// one in quotes aside.
func bracketed(path string, i int) int {
	quoted := false
	for i++; i < len(path); i++ {
		switch c := path[i]; {
		case c == '"':
			quoted = !quoted
		case quoted && c == '\\':
			i++
		case !quoted && c == ']':
			return i + 1
		}
	}
	return len(path)
}
