package lifecycle

import "github.com/slaclock/slaclock/calendar/enum"

// A BoundKind says what is known about a [Bound]. The zero BoundKind is Open.
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

// String returns open, known or never. If k is not one of the kinds, it returns a text
// such as BoundKind(9).
func (k BoundKind) String() string { return boundKindNames.String(k) }

// ParseBoundKind returns the kind that text names. The error is an [ErrBoundKind]: an
// [enum.Error] that lists the names.
func ParseBoundKind(text string) (BoundKind, error) { return boundKindNames.Parse(text) }

// MarshalText returns the name of k. The error is an [ErrBoundKind] if k is not one of
// the kinds.
func (k BoundKind) MarshalText() ([]byte, error) { return boundKindNames.Marshal(k) }

// UnmarshalText sets k to the kind that text names; see [ParseBoundKind]. On error, k is
// unchanged.
func (k *BoundKind) UnmarshalText(text []byte) error { return boundKindNames.Unmarshal(k, text) }
