package cumulocity

import (
	"errors"
	"fmt"
	"slices"

	"github.com/slaclock/slaclock/policy"
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

var versionKindNames = []string{"major", "minor", "service release"}

// ErrVersionKind says that a text names no kind of version, or that a [VersionKind] is
// none.
var ErrVersionKind = errors.New("cumulocity: no such kind of version")

// VersionKindNames returns the names of the kinds, the zero one first. The list is the
// caller's.
func VersionKindNames() []string { return slices.Clone(versionKindNames) }

// String returns "major", "minor" or "service release"; VersionKind(9) and the like of
// what is no kind.
func (k VersionKind) String() string {
	if int(k) < len(versionKindNames) {
		return versionKindNames[k]
	}
	return fmt.Sprintf("VersionKind(%d)", uint8(k))
}

// ParseVersionKind returns the kind that text names. The error is an [ErrVersionKind] and
// has the names.
func ParseVersionKind(text string) (VersionKind, error) {
	if i := slices.Index(versionKindNames, text); i >= 0 {
		return VersionKind(i), nil
	}
	return 0, &policy.TextError{Kind: ErrVersionKind, What: "kind of version", Text: text, Known: VersionKindNames()}
}

// MarshalText returns the name of k; what is no kind is an [ErrVersionKind].
func (k VersionKind) MarshalText() ([]byte, error) {
	if int(k) >= len(versionKindNames) {
		return nil, &policy.TextError{Kind: ErrVersionKind, What: "kind of version", Text: k.String(), Known: VersionKindNames()}
	}
	return []byte(versionKindNames[k]), nil
}

// UnmarshalText sets k to the kind that text names; see [ParseVersionKind]. With an
// error k is as before.
func (k *VersionKind) UnmarshalText(text []byte) error {
	v, err := ParseVersionKind(string(text))
	if err == nil {
		*k = v
	}
	return err
}
