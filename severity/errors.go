package severity

import (
	"errors"
	"fmt"
	"strings"
)

// The kinds of error, besides [ErrMode]. Test for them with [errors.Is].
var (
	// ErrScale: a scale cannot be made of what is given.
	ErrScale = errors.New("severity: invalid scale")
	// ErrLevel: a text names no level of the scale.
	ErrLevel = errors.New("severity: no such level")
	// ErrClassifier: the rules of a classifier contradict themselves or leave
	// something out.
	ErrClassifier = errors.New("severity: invalid classifier")
	// ErrFact: a fact, or an answer to one, does not exist.
	ErrFact = errors.New("severity: no such fact")
	// ErrMissing: facts are missing without which there is no telling the level.
	ErrMissing = errors.New("severity: missing facts")
	// ErrContradiction: the facts cannot all be true.
	ErrContradiction = errors.New("severity: contradictory facts")
	// ErrUnsettled: the facts are complete, and the agreement's text leaves more
	// than one level open.
	ErrUnsettled = errors.New("severity: not settled by the text")
	// ErrLowering: a lowering names a level that does not exist, or raises one.
	ErrLowering = errors.New("severity: invalid lowering")
	// ErrParty: a text names no party.
	ErrParty = errors.New("severity: no such party")
	// ErrAuthority: a level was set by somebody whom the text does not name.
	ErrAuthority = errors.New("severity: set by another than the text names")
	// ErrHistory: a history cannot be made of what is given.
	ErrHistory = errors.New("severity: invalid history")
)

// A PlaceError says what is wrong at which place of what was given. [errors.Is] finds its
// Kind. The zero PlaceError is of no kind.
type PlaceError struct {
	Kind  error  // one of the kinds of this package
	Place string // for example "rules[2].level"
	Value string // what stands there; "" where nothing does
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

// A LevelError says that a text names no level. It is an [ErrLevel]. The zero
// LevelError is that of the empty text and of no scale.
type LevelError struct {
	Scale *Scale // whose levels were looked through
	Text  string // what was looked for
}

// Error quotes the text, cut after 40 characters, and lists the names of the levels.
func (e *LevelError) Error() string {
	return fmt.Sprintf("severity: %q %s", shorten(e.Text), notOf(e.Scale))
}

// notOf says that a text names no level of a scale, in the words that follow it.
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
