package lint_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/lint"
	"github.com/slaclock/slaclock/severity"
)

// TestDateDoesNothing: dates that change nothing, and their twins that do. The office is
// open from Monday to Friday. In 2026, 2 January is a Friday, 3 January a Saturday, 4
// January a Sunday, and of the holidays of Germany 1 May is a Friday and 3 October a
// Saturday.
func TestDateDoesNothing(t *testing.T) {
	const germany = `"region": "DE", `
	for _, tt := range []struct {
		name, fields string
		want         string // place, and what is wrong
	}{
		{"a workday on a Saturday", `"workdays": ["2026-01-03"]`, "workdays[0]: 2026-01-03 in workdays of office does nothing: it opens nothing on a day that has no hours"},
		{"workdays at a weekend", `"holidays": ["2026-01-02"], "workdays": ["2026-01-03", "2026-01-04"]`,
			"workdays[0]: 2026-01-03, 2026-01-04 in workdays of office do nothing: it opens nothing on a day that has no hours"},
		{"a workday on a Saturday's holiday", germany + `"workdays": ["2026-10-03"]`, "workdays[0]: 2026-10-03 in workdays of office does nothing: it opens nothing on a day that has no hours"},
		{"a workday that is no holiday", germany + `"workdays": ["2026-05-01", "2026-05-04"]`, "workdays[1]: 2026-05-04 in workdays of office does nothing: it is no holiday"},
		{"a workday without a region", `"workdays": ["2026-05-01"]`, "workdays[0]: 2026-05-01 in workdays of office does nothing: it is no holiday"},
		{"a workday that is a holiday", germany + `"workdays": ["2026-05-01"]`, ""},
		{"a workday twice", germany + `"workdays": ["2026-05-01", "2026-05-01"]`, "workdays[1]: 2026-05-01 in workdays of office does nothing: it stands there twice"},
		{"a workday that stays off", germany + `"holidays": ["2026-05-01"], "workdays": ["2026-05-01"]`, "workdays[0]: 2026-05-01 in workdays of office does nothing: holidays has that date too, and wins"},
		{"a workday that is special", germany + `"workdays": ["2026-05-01"], "special": {"2026-05-01": [["09:00", "12:00"]]}`,
			"workdays[0]: 2026-05-01 in workdays of office does nothing: special has the hours of that date"},
		// The 1st of January 2022, a Saturday, had its day off in the year before.
		{"a workday whose day off was last year", `"region": "US", "changes": [{"from": "2021-01-01", "week": {"mon": [["09:00", "17:00"]], "tue": [["09:00", "17:00"]], "wed": [["09:00", "17:00"]], "thu": [["09:00", "17:00"]], "fri": [["09:00", "17:00"]], "sat": [["09:00", "17:00"]]}}], "workdays": ["2022-01-01"]`, ""},
		// The holidays of Malaysia are known through 2026, and nobody knows those of 2027.
		{"a workday of a year that is not known", `"region": "MY", "workdays": ["2027-05-03"]`, ""},

		{"a holiday", `"holidays": ["2026-01-02"]`, ""},
		{"a holiday twice", `"holidays": ["2026-01-02", "2026-01-02"]`, "holidays[1]: 2026-01-02 in holidays of office does nothing: it stands there twice"},
		{"a holiday of the region", germany + `"holidays": ["2026-01-02", "2026-05-01"]`, "holidays[1]: 2026-05-01 in holidays of office does nothing: it is a holiday of DE as it is"},
		{"a holiday on a Saturday", `"holidays": ["2026-01-02", "2026-01-03"]`, "holidays[1]: 2026-01-03 in holidays of office does nothing: a day without hours is closed anyway"},
		{"a holiday that is special", `"holidays": ["2026-01-02"], "special": {"2026-01-02": []}`, "holidays[0]: 2026-01-02 in holidays of office does nothing: special has the hours of that date"},
		// On the Monday nobody works, whatever the Saturday has.
		{"a holiday that was moved", `"holidays": [{"date": "2026-01-05", "actual": "2026-01-03"}]`, ""},
		{"a holiday that was moved from a Friday, on which people work", `"holidays": [{"date": "2026-01-03", "actual": "2026-01-02"}]`,
			"holidays[0]: 2026-01-03 in holidays of office does nothing: a day without hours is closed anyway"},
		{"a holiday that was moved to a Saturday", `"holidays": [{"date": "2026-01-03", "actual": "2026-01-04"}]`,
			"holidays[0]: 2026-01-03 in holidays of office does nothing: a day without hours is closed anyway"},
		// From 5 January on the office is open on Saturdays too.
		{"a Saturday of another week", `"changes": [{"from": "2026-01-05", "week": {"mon": [["09:00", "17:00"]], "sat": [["09:00", "12:00"]]}}], "holidays": ["2026-01-10"]`, ""},
		{"the Saturday before", `"changes": [{"from": "2026-01-05", "week": {"mon": [["09:00", "17:00"]], "sat": [["09:00", "12:00"]]}}], "holidays": ["2026-01-03"]`,
			"holidays[0]: 2026-01-03 in holidays of office does nothing: a day without hours is closed anyway"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			r, err := lint.Text([]byte(change(t, `"office", "zone": "UTC",`, `"office", "zone": "UTC", `+tt.fields+`,`)), lint.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range r.Findings {
				if f.Code != "coverage-not-checked" {
					got += strings.TrimPrefix(f.Place, "calendars[0].") + ": " + f.What
					if f.Severity != lint.Note || f.Code != "date-does-nothing" || f.Line != 10 {
						t.Errorf("%v on line %d", f, f.Line)
					}
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestDateOfAnyRegion: where tickets choose the region, or its list, its holidays are no
// matter; that a day has no hours is.
func TestDateOfAnyRegion(t *testing.T) {
	text := zones(t, `"region": {"attribute": "country"},`, `"region": {"attribute": "country"}, "workdays": ["2026-05-04", "2026-01-03"], "holidays": ["2026-05-01"],`)
	if diff := cmp.Diff([]string{"note date-does-nothing calendars[0].workdays[1]"}, find(t, text, lint.Options{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestClosesBeforeMidnight: 23:59 and 23:59:59 are not midnight.
func TestClosesBeforeMidnight(t *testing.T) {
	const friday = `"fri": [["09:00", "17:00"]]}}`
	for _, tt := range []struct {
		name, week string // from Friday on
		want       string
	}{
		{"midnight", `"fri": [["09:00", "24:00"]]}}`, ""},
		{"a minute before", `"fri": [["09:00", "23:59"]]}}`, "calendars[0].week[fri][0]: office closes at 23:59 on fri; write 24:00"},
		{"two minutes before", `"fri": [["09:00", "23:58"]]}}`, ""},
		{"a second before", `"fri": [["09:00", "23:59:59"]]}}`, "calendars[0].week[fri][0]: office closes at 23:59:59 on fri; write 24:00"},
		{"two seconds before", `"fri": [["09:00", "23:59:58"]]}}`, ""},
		{"a minute before the next midnight", `"fri": [["09:00", "12:00"], ["20:00", "47:59"]]}}`, "calendars[0].week[fri][1]: office closes at 47:59 on fri; write 48:00"},
		{"a minute after", `"fri": [["09:00", "24:01"]]}}`, ""},
		{"several days", `"fri": [["09:00", "23:59"]], "sun": [["00:00", "23:59"]]}}`, "calendars[0].week[fri][0]: office closes at 23:59 on fri, sun; write 24:00"},
		{"another week", `"fri": [["09:00", "17:00"]]}, "changes": [{"from": "2026-07-01", "week": {"tue": [["09:00", "23:59"]]}}]}`,
			"calendars[0].changes[0].week[tue][0]: office closes at 23:59 on tue; write 24:00"},
		{"a special date", `"fri": [["09:00", "17:00"]]}, "special": {"2026-12-30": [["09:00", "23:59"]], "2026-12-31": [["09:00", "12:00"]]}}`,
			"calendars[0].special[2026-12-30][0]: office closes at 23:59 on 2026-12-30; write 24:00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := lint.Text([]byte(change(t, friday, tt.week)), lint.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, f := range r.Findings {
				if f.Code != "coverage-not-checked" {
					got += f.Place + ": " + f.What + "; " + f.Remedy
					if f.Severity != lint.Warning || f.Code != "closes-before-midnight" || f.Line < 11 {
						t.Errorf("%v on line %d", f, f.Line)
					}
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestPolicyHours: an agreement that was made in Go is looked at too. That 72 hours were
// written as three days nobody can see, nor that 71 were not.
func TestPolicyHours(t *testing.T) {
	scale, err := severity.NewScale("acme", "P1")
	if err != nil {
		t.Fatal(err)
	}
	for length, want := range map[time.Duration][]string{
		72 * time.Hour: {"note days-on-working-hours metrics[0].targets[0].measure", "warning closes-before-midnight calendars[office].week[mon][0]", "note date-does-nothing calendars[office].holidays[0]"},
		71 * time.Hour: {"warning closes-before-midnight calendars[office].week[mon][0]", "note date-does-nothing calendars[office].holidays[0]"},
	} {
		saturday := day(t, "2026-01-03")
		hours, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 24*time.Hour-time.Minute), Holidays: []calendar.Holiday{{Date: saturday}}})
		if err != nil {
			t.Fatal(err)
		}
		p, err := policy.New(policy.Agreement{
			Name: "acme", Scale: scale, Location: time.UTC, Calendars: map[string]*calendar.Calendar{"office": hours},
			Metrics: []policy.Metric{{Name: "response", Start: policy.Report, Stop: policy.On(policy.Responded, policy.Resolved),
				Targets: []policy.Target{{Level: "P1", Measure: policy.Measure{Time: length}, Calendar: "office", Clause: "A-1"}}}},
		})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range lint.Policy(p, lint.Options{}).Findings {
			if f.Code != "coverage-not-checked" {
				got = append(got, f.Severity.String()+" "+f.Code+" "+f.Place)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%v: (-want +got):\n%s", length, diff)
		}
	}
}
