package document

import (
	"errors"
	"strconv"
	"strings"
)

// ErrDocument is the kind of every [*Error]. Test for it with [errors.Is].
var ErrDocument = errors.New("document: invalid document")

// An Error lists the mistakes of a document. It matches [ErrDocument]. The zero Error lists
// none.
type Error struct {
	Mistakes []Mistake // at least one
	More     bool      // there are more mistakes than listed
}

// A Mistake says what is wrong with a document, and where. The zero Mistake says nothing.
type Mistake struct {
	Place  string // for example "metrics[1].targets[0].calendar"; "" for the whole document
	Line   int    // from 1; 0 where the document was not read from a text
	Column int    // the character in that line, from 1
	Value  string // the value there; "" where that says nothing
	Why    string // what is wrong, and what would be valid
}

// maxMistakes is how many mistakes of one document are reported.
const maxMistakes = 100

// String returns m as one line: "line 3, column 17: metrics[1].name: ...".
func (m Mistake) String() string {
	s := m.Why
	if m.Value != "" {
		s = m.Value + " " + s
	}
	if m.Place != "" {
		s = m.Place + ": " + s
	}
	if m.Line > 0 {
		s = "line " + strconv.Itoa(m.Line) + ", column " + strconv.Itoa(m.Column) + ": " + s
	}
	return s
}

// Error lists the mistakes, one on each line.
func (e *Error) Error() string {
	lines := make([]string, len(e.Mistakes))
	for i, m := range e.Mistakes {
		lines[i] = "document: " + m.String()
	}
	if e.More {
		lines = append(lines, "document: there are more mistakes")
	}
	return strings.Join(lines, "\n")
}

// A formError lists what has no JSON form. It also matches the first error of another package
// that is among that.
type formError struct {
	list *Error
	of   error
}

func (e *formError) Error() string { return e.list.Error() }

func (e *formError) Unwrap() []error { return []error{e.list, e.of} }

// isNil returns the error for a nil Document.
func isNil() *Error {
	return &Error{Mistakes: []Mistake{{Why: "the document is nil; give one, such as that of Decode"}}}
}

// Is reports whether target is [ErrDocument].
func (e *Error) Is(target error) bool { return target == ErrDocument }
