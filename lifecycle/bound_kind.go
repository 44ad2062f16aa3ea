package lifecycle

import "github.com/slaclock/slaclock/calendar/enum"

// A BoundKind says what is known of a [Bound]. The zero BoundKind is Open.
type BoundKind uint8

// The kinds of bound.
const (
	Open  BoundKind = iota // there is no last day yet
	Known                  // the last day is Through
	Never                  // there is no day at all
)

var boundKindNames = enum.Of[BoundKind](ErrBoundKind, "kind of bound", "open", "known", "never")

// BoundKindNames returns the names of the kinds, the zero one first. The list is the
// caller's.
func BoundKindNames() []string { return boundKindNames.All() }

// String returns "open", "known" or "never"; BoundKind(9) and the like of what is
// no kind.
func (k BoundKind) String() string { return boundKindNames.String(k) }

// ParseBoundKind returns the kind that text names. The error is an [ErrBoundKind], as
// an [enum.Error] that has the names.
func ParseBoundKind(text string) (BoundKind, error) { return boundKindNames.Parse(text) }

// MarshalText returns the name of k; what is no kind is an [ErrBoundKind].
func (k BoundKind) MarshalText() ([]byte, error) { return boundKindNames.Marshal(k) }

// UnmarshalText sets k to the kind that text names; see [ParseBoundKind]. With an error
// k is as before.
func (k *BoundKind) UnmarshalText(text []byte) error { return boundKindNames.Unmarshal(k, text) }
