package portx

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
)

// A MinorRelease is a minor release and its date. The zero MinorRelease stands for no
// release.
type MinorRelease struct {
	Version  string // as in [Releases]: "2.1"
	Released calendar.Date
}

// LateMinorReleases returns the versions that the customer should have installed by the day
// on and has not, spelled and ordered as in releases (POR-6). If it returns none, the fact
// minor_releases_installed of [Coverage] is true.
//
// Section 7(c) says promptly and gives no measure, so promptly is the number of calendar days
// that the parties understand by it: the last of them is in time, the day after it is late
// (G5); 0 allows only the day of the release. installed has the day of installation by
// version. A release that was installed late is no longer late from that day on. Releases and
// installations after on are checked like the others, but have no effect.
//
// Versions are read as in [Releases], so 2.1 and 2.1.0 are the same. Only minor releases can
// be listed (POR-8, see [IsMinor]): 7(c) does not require major ones.
//
// The error is a [policy.ErrFacts] if promptly is negative, if a version is invalid, a major
// release or listed twice, or if an installation is of no listed release or before its
// release.
func LateMinorReleases(releases []MinorRelease, installed map[string]calendar.Date, promptly int, on calendar.Date) ([]string, error) {
	if promptly < 0 {
		return nil, badMinor("promptly", strconv.Itoa(promptly), "is not a number of days; write 0 or more")
	}
	listed := map[string]int{} // the index of each version, by its key
	for i, r := range releases {
		place := fmt.Sprintf("releases[%d].version", i)
		key, err := minorKey(place, r.Version)
		if err != nil {
			return nil, err
		}
		if before, twice := listed[key]; twice {
			return nil, badMinor(place, r.Version, fmt.Sprintf("is the same version as releases[%d]; write each release once", before))
		}
		listed[key] = i
	}
	done := make([]string, len(releases)) // the spelling in installed, by release
	for _, version := range slices.Sorted(maps.Keys(installed)) {
		key, err := minorKey("installed", version)
		if err != nil {
			return nil, err
		}
		i, known := listed[key]
		switch {
		case !known:
			return nil, badMinor("installed", version, "is no listed release; add it to the releases")
		case done[i] != "":
			return nil, badMinor("installed", version, "is the same version as "+done[i]+"; write each release once")
		case installed[version].Compare(releases[i].Released) < 0:
			return nil, badMinor("installed["+version+"]", installed[version].String(), "is before the release on "+releases[i].Released.String()+"; write that day or a later one")
		}
		done[i] = version
	}
	var late []string
	for i, r := range releases {
		open := done[i] == "" || installed[done[i]].Compare(on) > 0
		if open && r.Released.DaysUntil(on) > promptly {
			late = append(late, r.Version)
		}
	}
	return late, nil
}

// minorKey returns the key of a minor release's version, which is the same however the
// version is written.
func minorKey(place, text string) (string, error) {
	v, err := Releases().Scheme.Parse(text)
	var wrong *lifecycle.VersionError
	switch {
	case errors.As(err, &wrong):
		return "", &policy.PlaceError{Kind: policy.ErrFacts, Place: place, Value: text, Why: wrong.Why(), Err: err}
	case !IsMinor(v):
		return "", badMinor(place, text, "is a major release, and minor ones are to be installed promptly; leave it out")
	}
	return v.Key(), nil
}

// badMinor returns the error for an argument of [LateMinorReleases].
func badMinor(place, value, why string) error {
	return &policy.PlaceError{Kind: policy.ErrFacts, Place: place, Value: value, Why: why}
}
