package strictjson

import (
	"errors"
	"strconv"
	"strings"
)

// ErrInvalid is what every [*Error] is, for [errors.Is].
var ErrInvalid = errors.New("strictjson: the text is not as it must be")

// An Error lists the mistakes of a text, in the order in which they were found.
// It is an [ErrInvalid]. The zero Error, of no text, has none.
type Error struct {
	Mistakes []Mistake // at least one, at most [MaxMistakes]
	More     bool      // there was another, and reading ended there
	Lines    int       // how many lines the text has
}

// A Mistake is one thing that is wrong with a text, and where. The zero Mistake says
// nothing.
type Mistake struct {
	Path   string // the value that it is in, as [Reader.Path] has it
	Offset int    // the byte at which it stands, from 0; the text's length at its end
	Line   int    // the line of that byte, from 1; \n ends a line
	Column int    // the character in that line, from 1; a byte that is not UTF-8 counts as one
	Value  string // what stands there, cut to a sane length; "" where that says nothing
	Why    string // what is wrong, and what would be right
}

// String returns m without line and column: path, value and reason, as in
//
//	events[2].kind: "reportd" is not a kind of event
//
// The path is left out where it is empty.
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

// Error lists the mistakes, a line each, with line and column, as in
//
//	strictjson: line 3, column 17: events[2].kind: "reportd" is not a kind of event
//
// The line number is left out of the mistakes of a text that is one line, for
// that is often a line of something larger. It is empty of the zero Error.
func (e *Error) Error() string { return e.Text("strictjson") }

// Text is Error with the name of another package before each line, for one whose
// errors are to speak in its own name. It is empty of the zero Error.
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

// Brief lists the mistakes on one line, separated by semicolons, each with its path;
// with its line and column where it has none and does not stand at the very
// beginning, for then nothing else says where it is. As with Error, a text that is
// one line has no line number. It is empty of the zero Error.
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
