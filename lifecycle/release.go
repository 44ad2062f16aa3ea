package lifecycle

import "github.com/slaclock/slaclock/calendar"

// A Release is a version that was published on a day. The zero Release is invalid in a
// list: it has no version, which is an [ErrReleases].
type Release struct {
	Version  Version       `json:"version"`
	Released calendar.Date `json:"released"`
	// Intermediate says that the release is not a stable one.
	Intermediate bool `json:"intermediate,omitempty"`
	// Given has the dates that the supplier publishes for this release, by the names that
	// the [Given] parts of the rule use.
	Given map[string]calendar.Date `json:"given,omitempty"`
	// Numbers has the lengths agreed for this release, by the names that the [PlusNumber]
	// parts of the rule use.
	Numbers map[string]int `json:"numbers,omitempty"`
}
