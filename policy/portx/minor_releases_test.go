package portx_test

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/portx"
)

func minorDay(text string) calendar.Date {
	d, err := calendar.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func TestPOR6_MinorReleases(t *testing.T) {
	releases := []portx.MinorRelease{
		{Version: "2.2", Released: minorDay("2026-04-01")},
		{Version: "2.1", Released: minorDay("2026-03-02")},
	}
	for _, test := range []struct {
		name      string
		installed map[string]calendar.Date
		promptly  int
		on        string
		want      []string
	}{
		{"before the release", nil, 30, "2026-03-01", nil},
		{"on the day of the release", nil, 30, "2026-03-02", nil},
		{"on the last day but one", nil, 30, "2026-03-31", nil},
		{"on the last day", nil, 30, "2026-04-01", nil},
		{"on the day after it", nil, 30, "2026-04-02", []string{"2.1"}},
		{"promptly is a day less", nil, 29, "2026-04-01", []string{"2.1"}},
		{"promptly is the same day", nil, 0, "2026-03-02", nil},
		{"promptly was the day before", nil, 0, "2026-03-03", []string{"2.1"}},
		{"both, in the order given", nil, 30, "2026-05-02", []string{"2.2", "2.1"}},
		{"the second one only", map[string]calendar.Date{"2.1": minorDay("2026-03-02")}, 30, "2026-05-02", []string{"2.2"}},
		{"a later release does not stand for an earlier one", map[string]calendar.Date{"2.2": minorDay("2026-04-01")}, 30, "2026-05-02", []string{"2.1"}},
		{"installed, a day after that asked for", map[string]calendar.Date{"2.1": minorDay("2026-04-03")}, 30, "2026-04-02", []string{"2.1"}},
		{"installed late, on the day itself", map[string]calendar.Date{"2.1": minorDay("2026-04-02")}, 30, "2026-04-02", nil},
		{"all", map[string]calendar.Date{"2.1": minorDay("2026-03-02"), "2.2": minorDay("2026-04-30")}, 30, "2030-01-01", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := portx.LateMinorReleases(releases, test.installed, test.promptly, minorDay(test.on))
			if diff := cmp.Diff(test.want, got); err != nil || diff != "" {
				t.Errorf("%v (-want +got)\n%s", err, diff)
			}
		})
	}
	// What comes after the day is checked, and has no effect: no release is due, even
	// where the days to install it in end after the year 9999.
	ahead := append(releases[:2:2], portx.MinorRelease{Version: "2.3", Released: minorDay("9999-12-30")})
	for on, want := range map[string][]string{"2026-04-02": {"2.1"}, "9999-12-30": {"2.2", "2.1"}, "9999-12-31": {"2.2", "2.1"}} {
		got, err := portx.LateMinorReleases(ahead, map[string]calendar.Date{"2.3": minorDay("9999-12-31")}, 30, minorDay(on))
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("with a release far ahead, on %s: %v (-want +got)\n%s", on, err, diff)
		}
	}
	last := []portx.MinorRelease{{Version: "2.3", Released: minorDay("9999-12-30")}}
	for promptly, want := range map[int][]string{0: {"2.3"}, 1: nil, 5: nil, math.MaxInt: nil} {
		got, err := portx.LateMinorReleases(last, nil, promptly, minorDay("9999-12-31"))
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("within %d days of the last but one: %v (-want +got)\n%s", promptly, err, diff)
		}
	}
	if got, err := portx.LateMinorReleases(nil, nil, 0, minorDay("2026-03-01")); got != nil || err != nil {
		t.Errorf("no releases: got %v, %v, want nothing", got, err)
	}
}

// A version is the same however it is written, and the answer has it as the list has.
func TestPOR6_MinorReleaseVersions(t *testing.T) {
	releases := []portx.MinorRelease{
		{Version: "2.1.0", Released: minorDay("2026-03-02")},
		{Version: "2.10", Released: minorDay("2026-03-02")},
		{Version: "3.0.1", Released: minorDay("2026-03-02")}, // right of the point, so a minor one
	}
	for _, test := range []struct {
		installed string
		want      []string
	}{
		{"2.1.0", []string{"2.10", "3.0.1"}},
		{"2.1", []string{"2.10", "3.0.1"}},
		{"2.01", []string{"2.10", "3.0.1"}},
		{"2.10.0", []string{"2.1.0", "3.0.1"}},
		{"3.0.01", []string{"2.1.0", "2.10"}},
	} {
		got, err := portx.LateMinorReleases(releases, map[string]calendar.Date{test.installed: minorDay("2026-03-02")}, 0, minorDay("2026-03-03"))
		if diff := cmp.Diff(test.want, got); err != nil || diff != "" {
			t.Errorf("installed %s: %v (-want +got)\n%s", test.installed, err, diff)
		}
	}
}

func TestPOR6_MinorReleaseErrors(t *testing.T) {
	day := minorDay("2026-03-02")
	list := func(versions ...string) (releases []portx.MinorRelease) {
		for _, version := range versions {
			releases = append(releases, portx.MinorRelease{Version: version, Released: day})
		}
		return releases
	}
	at := func(day string, versions ...string) map[string]calendar.Date {
		installed := map[string]calendar.Date{}
		for _, version := range versions {
			installed[version] = minorDay(day)
		}
		return installed
	}
	for _, test := range []struct {
		releases  []portx.MinorRelease
		installed map[string]calendar.Date
		promptly  int
		want      string
	}{
		{list("2.1"), nil, -1, `policy: promptly: "-1" is not a number of days; write 0 or more`},
		{list("2.2", "2.1", "2.1"), nil, 0, `policy: releases[2].version: "2.1" is the same version as releases[1]; write each release once`},
		{list("2.1", "2.1.0"), nil, 0, `policy: releases[1].version: "2.1.0" is the same version as releases[0]; write each release once`},
		{list("2.1", "3.0"), nil, 0, `policy: releases[1].version: "3.0" is a major release, and minor ones are to be installed promptly; leave it out`},
		{list("3"), nil, 0, `policy: releases[0].version: "3" is a major release, and minor ones are to be installed promptly; leave it out`},
		{list(""), nil, 0, `policy: releases[0].version: is not a version number; write numbers and dots, such as 2.10`},
		{list("2.x"), nil, 0, `policy: releases[0].version: "2.x" is not a version number; write numbers and dots, such as 2.10`},
		{list("2.1"), at("2026-03-01", "2.1"), 0, `policy: installed[2.1]: "2026-03-01" is before the release on 2026-03-02; write that day or a later one`},
		{list("2.1"), at("2026-04-01", "2.3", "2.2"), 0, `policy: installed: "2.2" is no listed release; add it to the releases`},
		{list("2.1"), at("2026-04-01", "2.1", "2.1.0"), 0, `policy: installed: "2.1.0" is the same version as 2.1; write each release once`},
		{list("2.1"), at("2026-04-01", "3.0"), 0, `policy: installed: "3.0" is a major release, and minor ones are to be installed promptly; leave it out`},
		{list("2.1"), at("2026-04-01", "v2.1"), 0, `policy: installed: "v2.1" is not a version number; write numbers and dots, such as 2.10`},
	} {
		for _, on := range []string{"2026-05-01", "2026-02-01"} { // after all of it, and before
			late, err := portx.LateMinorReleases(test.releases, test.installed, test.promptly, minorDay(on))
			if late != nil || !errors.Is(err, policy.ErrFacts) || err.Error() != test.want {
				t.Errorf("on %s: got %v and error %v, want %s", on, late, err, test.want)
			}
		}
	}
	if _, err := portx.LateMinorReleases(list("2.x"), nil, 0, day); !errors.Is(err, lifecycle.ErrVersion) {
		t.Errorf("got error %v, want an ErrVersion too", err)
	}
}

func ExampleLateMinorReleases() {
	released, _ := calendar.ParseDate("2026-03-02")
	on, _ := calendar.ParseDate("2026-04-02")
	releases := []portx.MinorRelease{{Version: "2.1", Released: released}}
	late, err := portx.LateMinorReleases(releases, nil, 30, on)
	fmt.Println(late, err)
	// Output: [2.1] <nil>
}

func ExampleCoverage() {
	coverage, err := portx.Coverage()
	if err != nil {
		fmt.Println(err)
		return
	}
	decision, err := coverage.Decide(map[string]bool{
		"correction_attempted": true, "information_provided": true, "access_provided": true, "equipment_maintained": true,
		"minor_releases_installed": false,
	})
	fmt.Println(decision.Outcome, err)
	for _, reason := range decision.Reasons {
		fmt.Println(reason)
	}
	// Output:
	// suspended <nil>
	// suspended by POR-6 (7(c)): the customer must promptly install every minor release [minor_releases_installed]
}
