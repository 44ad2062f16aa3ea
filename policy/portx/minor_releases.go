package portx

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// A MinorRelease is a minor release and its date. The zero MinorRelease is none.
type MinorRelease struct {
	Version  string
	Released calendar.Date
}

// LateMinorReleases returns the versions that the customer should have
// installed by the day on and has not, in the order of releases (POR-6). If
// there is none, minor_releases_installed is a fact for [Coverage].
//
// Section 7(c) says promptly and gives no measure, so promptly is the number of
// calendar days that the parties understand by it: the last of them is in time,
// the day after it is late (G5); 0 allows the day of the release alone.
// installed has the day of installation by version. A release that was
// installed late is no longer late from that day on. Releases after on, and
// installations after it, are not looked at.
//
// It is a [policy.ErrFacts] if promptly is negative, a version is there twice,
// or an installation is of no release or before its release.
func LateMinorReleases(releases []MinorRelease, installed map[string]calendar.Date, promptly int, on calendar.Date) ([]string, error) {
	bad := func(place, value, why string) error {
		return &policy.PlaceError{Kind: policy.ErrFacts, Place: place, Value: value, Why: why}
	}
	if promptly < 0 {
		return nil, bad("promptly", strconv.Itoa(promptly), "is not a number of days; write 0 or more")
	}
	known := map[string]bool{}
	var late []string
	for i, r := range releases {
		if known[r.Version] {
			return nil, bad(fmt.Sprintf("releases[%d].version", i), r.Version, "is there twice; write each release once")
		}
		known[r.Version] = true
		day, done := installed[r.Version]
		if done && day.Compare(r.Released) < 0 {
			return nil, bad("installed["+r.Version+"]", day.String(), "is before the release on "+r.Released.String()+"; write that day or a later one")
		}
		last, err := r.Released.Plus(promptly, calendar.Days)
		if err != nil {
			return nil, err
		}
		if on.Compare(last) > 0 && (!done || day.Compare(on) > 0) {
			late = append(late, r.Version)
		}
	}
	for _, version := range slices.Sorted(maps.Keys(installed)) {
		if !known[version] {
			return nil, bad("installed", version, "is no listed release; add it to the releases")
		}
	}
	return late, nil
}
