package severity

import (
	"errors"
	"fmt"
	"strings"
)

// The kinds of error, besides [ErrMode]. Test for them with [errors.Is].
var (
	// ErrScale means that a scale is invalid.
	ErrScale = errors.New("severity: invalid scale")
	// ErrLevel means that a text names no level of the scale.
	ErrLevel = errors.New("severity: no such level")
	// ErrClassifier means that the definitions of a classifier contradict each other or
	// leave something out.
	ErrClassifier = errors.New("severity: invalid classifier")
	// ErrFact means that a fact, or an answer to one, does not exist.
	ErrFact = errors.New("severity: no such fact")
	// ErrMissing means that facts are missing without which the level cannot be
	// determined.
	ErrMissing = errors.New("severity: missing facts")
	// ErrContradiction means that the facts cannot all be true.
	ErrContradiction = errors.New("severity: contradictory facts")
	// ErrUnsettled means that no further fact is needed, but the agreement's text leaves
	// more than one level open.
	ErrUnsettled = errors.New("severity: not settled by the text")
	// ErrLowering means that a lowering lacks something, names a level that does not
	// exist, or raises one.
	ErrLowering = errors.New("severity: invalid lowering")
	// ErrParty means that a text names no party, or that a [Party] is invalid.
	ErrParty = errors.New("severity: no such party")
	// ErrAuthority means that a level was set by a party other than the one that the text
	// names.
	ErrAuthority = errors.New("severity: set by a party that may not set it")
	// ErrHistory means that a history is invalid, or cannot be written as JSON.
	ErrHistory = errors.New("severity: invalid history")
)

// A PlaceError says what is wrong with the input, and at which place. [errors.Is] matches
// its Kind. The zero PlaceError has no kind.
type PlaceError struct {
	Kind  error  // one of the kinds of this package
	Place string // for example "rules[2].level"
	Value string // the value at that place; "" if there is none to quote
	Why   string // what is wrong, and what would be right
}

// Error returns the package's prefix, the place, the value, quoted and cut after 40
// characters, and what is wrong with it.
func (e *PlaceError) Error() string {
	if e.Value == "" {
		return fmt.Sprintf("severity: %s: %s", e.Place, e.Why)
	}
	return fmt.Sprintf("severity: %s: %q %s", e.Place, shorten(e.Value), e.Why)
}

// Is reports whether target is the kind of e.
func (e *PlaceError) Is(target error) bool { return target == e.Kind }

// A LevelError says that a text names no level. It is an [ErrLevel]. The zero LevelError
// is about the empty text and no scale.
type LevelError struct {
	Scale *Scale // the scale whose levels were searched
	Text  string // the text that was searched for
}

// Error quotes the text, cut after 40 characters, and lists the names of the levels.
func (e *LevelError) Error() string {
	return fmt.Sprintf("severity: %q %s", shorten(e.Text), notOf(e.Scale))
}

// notOf returns what is wrong with a text that names no level of a scale, in words that
// follow the text.
func notOf(s *Scale) string {
	if s.Len() == 0 {
		return "is not a severity; there is no scale that has any"
	}
	return "is not a severity of " + s.Name() + "; write " + list(s.Names())
}

// Is reports whether target is [ErrLevel].
func (e *LevelError) Is(target error) bool { return target == ErrLevel }

// list writes names as people do: "1, 2 or 3".
func list(names []string) string { return series(names, "or") }

// series writes names with a word before the last: "1, 2 and 3".
func series(names []string, word string) string {
	n := len(names)
	if n < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:n-1], ", ") + " " + word + " " + names[n-1]
}
