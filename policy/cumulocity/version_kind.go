package cumulocity

import (
	"errors"

	"github.com/slaclock/slaclock/calendar/enum"
)

// A VersionKind says whether a version is major, minor or a service release, by its number
// (CUM-11). The zero VersionKind is Major.
type VersionKind uint8

// The kinds of version.
const (
	Major          VersionKind = iota // X.0
	Minor                             // X.Y
	ServiceRelease                    // X.Y.Z, X.Y SP1, X.Y SR1
)

var versionKindNames = enum.Of[VersionKind](ErrVersionKind, "kind of version", "major", "minor", "service release")

// ErrVersionKind says that a text does not name a kind of version, or that a [VersionKind] is
// not one of the constants.
var ErrVersionKind = errors.New("cumulocity: no such kind of version")

// VersionKindNames returns the names of the kinds, that of the zero VersionKind first. The
// caller may change the slice.
func VersionKindNames() []string { return versionKindNames.All() }

// String returns "major", "minor" or "service release", or for any other value its number:
// "VersionKind(9)".
func (k VersionKind) String() string { return versionKindNames.String(k) }

// ParseVersionKind returns the kind that text names. The error is an [ErrVersionKind] that
// lists the names.
func ParseVersionKind(text string) (VersionKind, error) { return versionKindNames.Parse(text) }

// MarshalText returns the name of k. If k is not one of the kinds, the error is an
// [ErrVersionKind].
func (k VersionKind) MarshalText() ([]byte, error) { return versionKindNames.Marshal(k) }

// UnmarshalText sets k to the kind that text names; see [ParseVersionKind]. On error, k is
// unchanged.
func (k *VersionKind) UnmarshalText(text []byte) error { return versionKindNames.Unmarshal(k, text) }
