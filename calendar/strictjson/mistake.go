package strictjson

import (
	"errors"
	"strconv"
	"strings"
)

// ErrInvalid is the error that every [*Error] matches in [errors.Is].
var ErrInvalid = errors.New("strictjson: invalid JSON")

// An Error lists the mistakes of a text, in the order in which they were found. It is
// an [ErrInvalid]. The zero Error belongs to no text and lists no mistakes.
type Error struct {
	Mistakes []Mistake // at least one, at most [MaxMistakes]
	More     bool      // whether there was another one, at which reading ended
	Lines    int       // how many lines the text has
}

// A Mistake is one thing that is wrong with a text, and where. The zero Mistake stands
// for no mistake.
type Mistake struct {
	Path   string // the path of the value that it is in, as [Reader.Path] returns it
	Offset int    // the byte where it is, from 0; the length of the text if it is at its end
	Line   int    // the line of that byte, from 1; \n ends a line
	Column int    // the character in that line, from 1; a byte that is not UTF-8 counts as one
	Value  string // what is there, cut to 40 characters if it is long; "" if it would say nothing
	Why    string // what is wrong, and what would be right
}

// String returns m without line and column: path, value and reason, as in
//
//	events[2].kind: "reportd" is not a kind of event
//
// The path is left out if it is empty.
func (m Mistake) String() string {
	s := m.Why
	if m.Value != "" {
		s = m.Value + " " + s
	}
	if m.Path != "" {
		s = m.Path + ": " + s
	}
	return s
}

// Error lists the mistakes, one per line, with line and column, as in
//
//	strictjson: line 3, column 17: events[2].kind: "reportd" is not a kind of event
//
// The line number is left out if the text is a single line, for that is often a line of
// something larger. For the zero Error the result is empty.
func (e *Error) Error() string { return e.Text("strictjson") }

// Text is [Error.Error] with the name of another package at the beginning of each line,
// for a package whose errors carry its own name. For the zero Error the result is
// empty.
func (e *Error) Text(name string) string {
	var b strings.Builder
	for i, m := range e.Mistakes {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(name + ": " + position(e.Lines, m.Line, m.Column) + ": " + m.String())
	}
	if e.More {
		b.WriteString("\n" + name + ": there are more mistakes; reading ended here")
	}
	return b.String()
}

// Brief lists the mistakes on one line, separated by semicolons, each with its path. A
// mistake without a path has its line and column instead, unless it is at the very
// beginning of the text, since nothing else says where it is. As with Error, there is
// no line number if the text is a single line. For the zero Error the result is empty.
func (e *Error) Brief() string {
	texts := make([]string, 0, len(e.Mistakes)+1)
	for _, m := range e.Mistakes {
		text := m.String()
		if m.Path == "" && m.Offset > 0 {
			text = position(e.Lines, m.Line, m.Column) + ": " + text
		}
		texts = append(texts, text)
	}
	if e.More {
		texts = append(texts, "and more")
	}
	return strings.Join(texts, "; ")
}

// Is reports whether target is [ErrInvalid].
func (e *Error) Is(target error) bool { return target == ErrInvalid }

// position names a place in a text of that many lines.
func position(lines, line, column int) string {
	s := "column " + strconv.Itoa(column)
	if lines > 1 {
		s = "line " + strconv.Itoa(line) + ", " + s
	}
	return s
}
