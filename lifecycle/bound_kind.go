package lifecycle

import (
	"errors"
	"fmt"
	"slices"
)

// A BoundKind says what is known of a [Bound]. The zero BoundKind is Open.
type BoundKind uint8

// The kinds of bound.
const (
	Open  BoundKind = iota // there is no last day yet
	Known                  // the last day is Through
	Never                  // there is no day at all
)

var boundKindNames = []string{"open", "known", "never"}

// ErrBoundKind says that a text names no kind of bound, or that a [BoundKind] is none.
var ErrBoundKind = errors.New("lifecycle: no such kind of bound")

// BoundKindNames returns the names of the kinds, the zero one first. The list is the
// caller's.
func BoundKindNames() []string { return slices.Clone(boundKindNames) }

// String returns "open", "known" or "never"; BoundKind(9) and the like of what is
// no kind.
func (k BoundKind) String() string {
	if int(k) < len(boundKindNames) {
		return boundKindNames[k]
	}
	return fmt.Sprintf("BoundKind(%d)", uint8(k))
}

// ParseBoundKind returns the kind that text names. The error is an [ErrBoundKind], quotes
// the text and has the names.
func ParseBoundKind(text string) (BoundKind, error) {
	if i := slices.Index(boundKindNames, text); i >= 0 {
		return BoundKind(i), nil
	}
	return 0, &BoundKindError{text}
}

// MarshalText returns the name of k; what is no kind is an [ErrBoundKind].
func (k BoundKind) MarshalText() ([]byte, error) {
	if int(k) >= len(boundKindNames) {
		return nil, &BoundKindError{k.String()}
	}
	return []byte(boundKindNames[k]), nil
}

// UnmarshalText sets k to the kind that text names; see [ParseBoundKind]. With an error
// k is as before.
func (k *BoundKind) UnmarshalText(text []byte) error {
	v, err := ParseBoundKind(string(text))
	if err == nil {
		*k = v
	}
	return err
}

// A BoundKindError says that a text is no kind of bound. It is an [ErrBoundKind]. The
// zero BoundKindError is that of the empty text.
type BoundKindError struct {
	Text string
}

// Error quotes the text and lists the names.
func (e *BoundKindError) Error() string {
	return fmt.Sprintf("lifecycle: kind of bound: %q %s", e.Text, boundKindChoice)
}

const boundKindChoice = "is not a kind of bound; write open, known or never"

// Is reports whether target is [ErrBoundKind].
func (e *BoundKindError) Is(target error) bool { return target == ErrBoundKind }
