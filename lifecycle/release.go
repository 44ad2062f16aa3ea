package lifecycle

import "github.com/slaclock/slaclock/calendar"

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
