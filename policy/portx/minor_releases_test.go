package portx_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
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
	if got, err := portx.LateMinorReleases(nil, nil, 0, minorDay("2026-03-01")); got != nil || err != nil {
		t.Errorf("no releases: got %v, %v, want nothing", got, err)
	}
}

func TestPOR6_MinorReleaseErrors(t *testing.T) {
	release := portx.MinorRelease{Version: "2.1", Released: minorDay("2026-03-02")}
	for _, test := range []struct {
		releases  []portx.MinorRelease
		installed map[string]calendar.Date
		promptly  int
		want      string
	}{
		{[]portx.MinorRelease{release}, nil, -1, `policy: promptly: "-1" is not a number of days; write 0 or more`},
		{[]portx.MinorRelease{release, release}, nil, 0, `policy: releases[1].version: "2.1" is there twice; write each release once`},
		{[]portx.MinorRelease{release}, map[string]calendar.Date{"2.1": minorDay("2026-03-01")}, 0,
			`policy: installed[2.1]: "2026-03-01" is before the release on 2026-03-02; write that day or a later one`},
		{[]portx.MinorRelease{release}, map[string]calendar.Date{"2.3": minorDay("2026-04-01"), "2.2": minorDay("2026-04-01")}, 0,
			`policy: installed: "2.2" is no listed release; add it to the releases`},
	} {
		_, err := portx.LateMinorReleases(test.releases, test.installed, test.promptly, minorDay("2026-05-01"))
		if !errors.Is(err, policy.ErrFacts) || err.Error() != test.want {
			t.Errorf("got error %v, want %s", err, test.want)
		}
	}
	if _, err := portx.LateMinorReleases([]portx.MinorRelease{{Version: "2.1", Released: minorDay("9999-12-31")}}, nil, 1, minorDay("2026-05-01")); !errors.Is(err, calendar.ErrDate) {
		t.Errorf("beyond the calendar: got error %v, want an ErrDate", err)
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
