package policy

import (
	"strings"
	"time"
)

// A VersionError says in which version of an agreement something is wrong, among versions
// that follow one another. It is an error of the kind of Err. The zero VersionError names
// only a version without a beginning.
type VersionError struct {
	From time.Time   // when the version comes into force
	Err  *PlaceError // what is wrong; its place is within the version's agreement
}

// Error returns what is wrong, and names the version, by its beginning, before the place.
func (e *VersionError) Error() string {
	where := "policy: versions[" + e.From.Format(time.RFC3339Nano) + "]"
	if e.Err == nil {
		return where
	}
	return where + "." + strings.TrimPrefix(e.Err.Error(), "policy: ")
}

// Unwrap returns what is wrong in the version, or nil.
func (e *VersionError) Unwrap() error {
	if e.Err == nil {
		return nil
	}
	return e.Err
}
