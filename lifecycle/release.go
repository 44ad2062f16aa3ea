package lifecycle

import (
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/calendar"
)

// The kinds of error of releases. Test for them with [errors.Is].
var (
	// ErrVersion: a text is not a version number.
	ErrVersion = errors.New("lifecycle: no such version number")
	// ErrReleases: a list of releases contradicts itself.
	ErrReleases = errors.New("lifecycle: invalid releases")
	// ErrRule: a [Rule] contradicts itself or lacks something.
	ErrRule = errors.New("lifecycle: invalid rule")
)

// A Release is a version that was published on a day. The zero Release has no
// version, which is an [ErrReleases] in a list.
type Release struct {
	Version  Version       `json:"version"`
	Released calendar.Date `json:"released"`
	// Intermediate: it is no stable release. The zero value is a stable one.
	Intermediate bool `json:"intermediate,omitempty"`
	// Given are dates that the supplier publishes for this release, by the names
	// that the rule's [Given] parts have.
	Given map[string]calendar.Date `json:"given,omitempty"`
	// Numbers are lengths agreed for this release, by the names that the rule's
	// [PlusNumber] parts have.
	Numbers map[string]int `json:"numbers,omitempty"`
}

// A ReleaseError says what is wrong with a list of releases. It is an
// [ErrReleases]. The zero ReleaseError tells nothing of the first release.
type ReleaseError struct {
	Index   int // the release
	Version string
	Why     string // what is wrong with it, and what would be right; empty with Twice
	Twice   bool   // it is the same version as one before it in the list,
	First   int    // whose index this is
}

// Error names the release and says what is wrong with it.
func (e *ReleaseError) Error() string {
	why := e.Why
	if e.Twice {
		why = fmt.Sprintf("is the same version as releases[%d]; write each version of a line once", e.First)
	}
	return fmt.Sprintf("lifecycle: releases[%d]: %q %s", e.Index, e.Version, why)
}

// Is reports whether target is [ErrReleases].
func (e *ReleaseError) Is(target error) bool { return target == ErrReleases }

// A RuleError says what is wrong with a rule. It is an [ErrRule]. The zero
// RuleError names no place.
type RuleError struct {
	Place string // for example "Stages[1].End"
	Why   string
}

// Error says the place and what is wrong there.
func (e *RuleError) Error() string { return "lifecycle: rule: " + e.Place + " " + e.Why }

// Is reports whether target is [ErrRule].
func (e *RuleError) Is(target error) bool { return target == ErrRule }
