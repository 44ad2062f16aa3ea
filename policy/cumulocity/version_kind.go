package cumulocity

import (
	"errors"

	"github.com/slaclock/slaclock/calendar/enum"
)

// A VersionKind is what a version number makes a version (CUM-11). The zero
// VersionKind is a major version.
type VersionKind uint8

// The kinds of version.
const (
	Major          VersionKind = iota // X.0
	Minor                             // X.Y
	ServiceRelease                    // X.Y.Z, X.Y SP1, X.Y SR1
)

var versionKindNames = enum.Of[VersionKind](ErrVersionKind, "kind of version", "major", "minor", "service release")

// ErrVersionKind says that a text names no kind of version, or that a [VersionKind] is
// none.
var ErrVersionKind = errors.New("cumulocity: no such kind of version")

// VersionKindNames returns the names of the kinds, the zero one first. The list is the
// caller's.
func VersionKindNames() []string { return versionKindNames.All() }

// String returns "major", "minor" or "service release"; VersionKind(9) and the like of
// what is no kind.
func (k VersionKind) String() string { return versionKindNames.String(k) }

// ParseVersionKind returns the kind that text names. The error is an [ErrVersionKind] and
// has the names.
func ParseVersionKind(text string) (VersionKind, error) { return versionKindNames.Parse(text) }

// MarshalText returns the name of k; what is no kind is an [ErrVersionKind].
func (k VersionKind) MarshalText() ([]byte, error) { return versionKindNames.Marshal(k) }

// UnmarshalText sets k to the kind that text names; see [ParseVersionKind]. With an
// error k is as before.
func (k *VersionKind) UnmarshalText(text []byte) error { return versionKindNames.Unmarshal(k, text) }
