package strictjson

import (
	"slices"
	"strconv"
	"strings"
)

// A Position is a place in a text for people to find. The zero Position stands for no
// place.
type Position struct {
	Line   int // from 1; \n ends a line
	Column int // the character in that line, from 1
}

// Locate returns where values are in a text: for each path the position of the value
// there or, if there is none, of the innermost value that it would be in. It is for a
// program that has read the text and finds out later what is wrong with it. Paths are
// as [Reader.Path] returns them and [Inside] makes them; a member is found whether its
// path is that of [Reader.Object] or that of [Reader.Map]. The position of "", and of a
// path whose first step is missing, is the beginning of the text. If the text has a
// mistake of syntax, nothing after it is found.
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

// A locator finds values in a text.
type locator struct {
	Reader
	at map[string]int // the byte of each path that is asked for, or leads to one; -1 until it is found
}

// walk looks at the next value, whose paths are given, and at the values within it that
// are asked for.
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

// within walks through a value inside the present one. From each path of the present
// value, of makes the paths of the inner one.
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

// memberOf returns the path of a member of the object at a path, as [Reader.Path]
// returns it for an object that [Reader.Object] reads.
func memberOf(path string, name []byte) string {
	switch {
	case !plain(name, false):
		return path + "[" + quote(name) + "]"
	case path == "":
		return string(name)
	}
	return path + "." + string(name)
}

// steps returns where the steps of a path end, for no more steps than a value can be
// deep.
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

// bracketed returns where the step in brackets that begins at i ends: after the closing
// bracket, ignoring any in quotes.
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
