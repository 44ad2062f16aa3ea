package policy_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
)

// All mistakes come at once, each with its place.
func TestReleases_Mistakes(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want []string
	}{
		{`{"id":"x","agreement":"portx","on":"2026-11-2","releases":[{"version":"3.0","released":"2025-09-01","stable":true,"relased":3},` +
			`{"version":"3","released":"2025-05-10"},{"version":"2.4.x"}]}`, []string{
			`policy: on: "2026-11-2" is not a date; write it as 2006-01-02`,
			`releases[0].stable: true is not a field of portx`,
			`releases[0].relased: unknown field; did you mean "released"?`,
			`releases[1]: version "3" is the same as that of releases[0]; write each release once`,
			`releases[2].version: "2.4.x" is not a version number; write numbers and dots, such as 2.10`,
			`releases[2]: needs "released"`,
		}},
		{`{"on":"2026-01-01","releases":[1]}`, []string{`policy: needs "agreement"`}},
		{`{"agreement":"sampre"}`, []string{
			`policy: agreement: "sampre" is not an agreement; write sempre, purchased, cumulocity, ispsystem, portx`,
			`needs "on", the day to answer for`, `needs "releases"`,
		}},
		{`{"agreement":"ispsystem","on":"2026-01-01","releases":[{"version":"6.1","released":"2025-01-01"},{"version":"6.1","released":"2025-01-01","product":"X"}]}`, []string{
			`policy: releases[0]: needs "product": VMmanager, DCImanager, BILLmanager, DNSmanager`,
			`releases[1].product: "X" is not a product; write VMmanager, DCImanager, BILLmanager, DNSmanager`,
		}},
		{`{"agreement":"cumulocity","on":"2026-01-01","releases":[{"version":"1.0 SP","released":"2025-01-01","extension_through":"2026-01-01","sustained_months":11},` +
			`{"version":"1.1","released":20250101,"end_of_maintenance":"2025-02-29","extension_through":"2026-01-01","sustained_months":120001}]}`, []string{
			`policy: releases[0].version: "1.0 SP" is not a version number; write numbers and dots, such as 2.10, or 2.10 SP1, or 2.10 SR1`,
			`releases[0].sustained_months: 11 is too short; write 12 months or more`,
			`releases[0]: needs "end_of_maintenance", a date before extension_through, 2026-01-01, which extends it`,
			`releases[1].released: 20250101 must be a string`,
			`releases[1].end_of_maintenance: "2025-02-29" is not a date; the day must be 1 to 28`,
			`releases[1].sustained_months: 120001 is too long; write 120000 months at most`,
		}},
		{`{"agreement":"cumulocity","on":"2026-01-01","releases":[{"version":"1.0","released":"0001-01-01","end_of_maintenance":"0001-01-01","extension_through":"0001-01-01"},` +
			`{"version":"1.1","released":"0001-01-01","extension_through":"0001-01-01"},{"version":"1.2","released":"0001-01-01","end_of_maintenance":"0001-01-01","extension_through":"0001-01-02"},` +
			`{"version":"1.3","released":"2024-01-01","end_of_maintenance":"2026-02-28","extension_through":"2025-12-31"},{"version":"1.4","released":"2024-01-01","end_of_maintenance":"9999-12-31","extension_through":"9999-12-31"}]}`, []string{
			`policy: releases[0]: extension_through, 0001-01-01, must be after end_of_maintenance, 0001-01-01, since it extends that; write 0001-01-02 or later`,
			`releases[1]: needs "end_of_maintenance", a date before extension_through, 0001-01-01, which extends it`,
			`releases[3]: extension_through, 2025-12-31, must be after end_of_maintenance, 2026-02-28, since it extends that; write 2026-03-01 or later`,
			`releases[4]: extension_through, 9999-12-31, must be after end_of_maintenance, 9999-12-31, since it extends that`,
		}},
		{`{"agreement":"sempre","on":"2026-01-01","releases":[{"version":"1","released":"2025-01-01","environment":""}]}`, []string{
			`policy: releases[0].environment: "" is empty; write the name of one, or leave it out where there is one only`,
		}},
		{`{"agreement":"portx","on":"2026-01-01","releases":[{"version":"1","version":"2","released":"2025-01-01"}],"customer":{}}`, []string{
			`policy: releases[0].version: appears twice in one object, first at column 53`,
			`customer: unknown field; known are id, agreement, on, readings, releases`,
		}},
	} {
		list, _, err := policy.ReadReleases([]byte(tt.in), releasePolicies())
		if !errors.Is(err, policy.ErrReleaseList) {
			t.Errorf("%s: %v", tt.in, err)
			continue
		}
		if diff := cmp.Diff(strings.Join(tt.want, "; "), err.Error()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.in, diff)
		}
		if strings.Contains(tt.in, `"id":"x"`) && list.ID != "x" {
			t.Errorf("the id of a list with mistakes is %q", list.ID)
		}
	}
}

// What only the whole list shows.
func TestReleases_AnswerErrors(t *testing.T) {
	for _, tt := range []struct {
		in   string
		kind error
		want string
	}{
		{`{"agreement":"sempre","on":"2026-01-01","releases":[],"readings":{"portx.severity_change":"fair"}}`, policy.ErrReading,
			`policy: readings[portx.severity_change]: is not a reading of this agreement; write sempre.previous`},
		{`{"agreement":"sempre","on":"2026-01-01","releases":[],"readings":{"sempre.previous":"both"}}`, policy.ErrReading,
			`policy: readings[sempre.previous]: "both" is not a value of this reading; write strict or lenient`},
		{`{"agreement":"sempre","on":"9999-12-31","releases":[{"version":"1","released":"9998-01-01","environment":"L"},{"version":"2","released":"9999-01-01","environment":"L"}]}`,
			calendar.ErrDate, `policy: environment "L": the end of support of "1" cannot be told: calendar: date "9999-01-01 plus 12 months": the result must be in the years 1 to 9999`},
	} {
		_, err := answerReleases([]byte(tt.in))
		if !errors.Is(err, tt.kind) || err.Error() != tt.want {
			t.Errorf("got %v\nwant %s", err, tt.want)
		}
	}
}

// A list that a program made, and not read, is checked too.
func TestReleases_Twice(t *testing.T) {
	v, err := lifecycle.Scheme{}.Parse("1.0")
	if err != nil {
		t.Fatal(err)
	}
	list := &policy.ReleaseList{Releases: make([]policy.ListedRelease, 2)}
	for i := range list.Releases {
		list.Releases[i].Version = v
	}
	for _, p := range releasePolicies() {
		if _, err := p.Answer(list); !errors.Is(err, lifecycle.ErrReleases) {
			t.Errorf("%s: %v", p.Agreement, err)
		}
	}
}

// An error names the release by its place in the whole list, whatever its line.
func TestReleases_WhichRelease(t *testing.T) {
	p := &policy.ReleasePolicy{LineField: "environment", Rule: func(string, policy.Choices) lifecycle.Rule { return lifecycle.Rule{Support: lifecycle.Own{}} }}
	for _, tt := range []struct {
		name     string
		releases []string // line and version
		index    int
		want     string
	}{
		{"the second line", []string{"a 1.0", "b 1.0", "b 1.0"}, 2, `policy: environment "b": releases[2]: "1.0" is the same version as releases[1]; write each version of a line once`},
		{"lines in turns", []string{"b 2.0", "a 1.0", "b 1.0", "a 2.0", "b 1.0.0", "b 2.0"}, 5, `policy: environment "b": releases[5]: "2.0" is the same version as releases[0]; write each version of a line once`},
		{"written otherwise", []string{"a 1.0", "b 2.0", "b 1.0.0", "b 1"}, 3, `policy: environment "b": releases[3]: "1" is the same version as releases[2]; write each version of a line once`},
		{"three of one", []string{"a 1.0", "b 1.0", "b 1.0", "b 1.0"}, 2, `policy: environment "b": releases[2]: "1.0" is the same version as releases[1]; write each version of a line once`},
		{"without a line, beside one", []string{"a 1.0", " 1.0", "a 2.0", " 1.0"}, 3, `lifecycle: releases[3]: "1.0" is the same version as releases[1]; write each version of a line once`},
		{"without a line alone", []string{" 1.0", " 1.0"}, 1, `lifecycle: releases[1]: "1.0" is the same version as releases[0]; write each version of a line once`},
		{"without a version", []string{"a 1.0", "b 1.0", "b "}, 2, `policy: environment "b": releases[2]: "" has no version; parse one by a scheme`},
	} {
		list := new(policy.ReleaseList)
		for _, text := range tt.releases {
			line, version, _ := strings.Cut(text, " ")
			r := policy.ListedRelease{Line: line}
			if version != "" {
				var err error
				if r.Version, err = (lifecycle.Scheme{}).Parse(version); err != nil {
					t.Fatal(err)
				}
			}
			list.Releases = append(list.Releases, r)
		}
		_, err := p.Answer(list)
		var of *lifecycle.ReleaseError
		if !errors.As(err, &of) || !errors.Is(err, lifecycle.ErrReleases) || of.Index != tt.index {
			t.Errorf("%s: %v, want one of releases[%d]", tt.name, err, tt.index)
			continue
		}
		if diff := cmp.Diff(tt.want, err.Error()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// A reading that only another command uses is accepted, and only those that can
// touch releases are told.
func TestReleases_Readings(t *testing.T) {
	for in, want := range map[string]string{
		`{"agreement":"purchased","on":"2026-01-01","releases":[],"readings":{"purchased.zone":"America/New_York","purchased.severity_change":"from_start"}}`: `{"agreement":"purchased","on":"2026-01-01","releases":[],"readings":{"purchased.prior_release":"from_replacement"}}`,
		`{"agreement":"sempre","on":"2026-01-01","releases":[],"readings":{"sempre.previous":"lenient"}}`:                                                     `{"agreement":"sempre","on":"2026-01-01","releases":[],"readings":{"sempre.previous":"lenient"}}`,
		`{"agreement":"cumulocity","on":"2026-01-01","releases":[],"readings":{"cumulocity.zone":"fixed"}}`:                                                   `{"agreement":"cumulocity","on":"2026-01-01","releases":[]}`,
		`{"agreement":"ispsystem","on":"2026-01-01","releases":[],"readings":{"ispsystem.auto_close":"168h"}}`:                                                `{"agreement":"ispsystem","on":"2026-01-01","releases":[]}`,
		`{"agreement":"portx","on":"2026-01-01","releases":[],"readings":{"portx.severity_change":"fair"}}`:                                                   `{"agreement":"portx","on":"2026-01-01","releases":[]}`,
	} {
		if got, err := answerReleases([]byte(in)); err != nil || string(got) != want {
			t.Errorf("%s: %s, %v", in, got, err)
		}
	}
}

// One answer to the byte, with the order of its fields.
func TestReleases_Bytes(t *testing.T) {
	in := `{"id":"b","agreement":"sempre","on":"2024-06-01","releases":[{"version":"4.0","released":"2024-01-31","environment":"L"},{"version":"4.1","released":"2024-06-01","environment":"L"},` +
		`{"version":"4.1.0.1","released":"2024-06-02","environment":"L"}]}`
	want := `{"id":"b","agreement":"sempre","on":"2024-06-01","releases":[` +
		`{"version":"4.0","environment":"L","phase":"previous","from":"2024-01-31","through":"2025-06-01","moved_by":["the next higher release"],"supported":true,` +
		`"services":["software and hardware maintenance"],"clause":"SEM-2","phases":[{"phase":"current","from":"2024-01-31","through":"2024-05-31"},` +
		`{"phase":"previous","from":"2024-06-01","waits_for":"the next higher release"}],` +
		`"next":{"on":"2025-06-02","phase":"previous","supported":false,"services":[]}},` +
		`{"version":"4.1","environment":"L","phase":"current","from":"2024-06-01","waits_for":"the next higher release or 2 more higher releases","supported":true,` +
		`"services":["software and hardware maintenance"],"clause":"SEM-2","phases":[{"phase":"current","from":"2024-06-01","waits_for":"the next higher release"}]}` +
		`],"readings":{"sempre.previous":"strict"}}`
	got, err := answerReleases([]byte(in))
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, cmp.Diff(want, string(got)))
	}
}
