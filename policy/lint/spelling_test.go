package lint_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/lint"
)

// TestDaysOnWorkingHours: days of 24 hours are told of where they pass in working hours,
// wherever a document has them, and no other measure is.
func TestDaysOnWorkingHours(t *testing.T) {
	const resolution = `"measure": "8h", "calendar": "office", "clause": "A-4"`
	const ladder = `"calendar": "always",
    "steps": [{"to": "lead", "after": "1 day", "clause": "A-6"}, {"to": "head", "after": "2 days"`
	for _, tt := range []struct {
		name   string
		change []string
		want   []string
	}{
		{"days of a target", []string{resolution, `"measure": "1 day", "calendar": "office", "clause": "A-4"`}, []string{"warning days-on-working-hours metrics[1].targets[0].measure"}},
		{"as many hours", []string{resolution, `"measure": "24h", "calendar": "office", "clause": "A-4"`}, nil},
		{"a business day", []string{resolution, `"measure": "1 business day", "calendar": "office", "clause": "A-4"`}, nil},
		{"a calendar day", []string{resolution, `"measure": "1 calendar day", "convention": "same_time", "calendar": "always", "clause": "A-4"`}, nil},
		{"days round the clock", []string{resolution, `"measure": "1 day", "calendar": "always", "clause": "A-4"`}, nil},
		{"days after the due time", []string{`"percent": 50`, `"levels": ["P2"], "after": "2 days"`}, []string{"warning days-on-working-hours metrics[0].thresholds[0].after"}},
		{"days after some due times", []string{`"percent": 50`, `"after": "2 days"`}, []string{"warning days-on-working-hours metrics[0].thresholds[0].after"}},
		{"days before the due time", []string{`"percent": 50`, `"levels": ["P2"], "before": "1 day"`},
			[]string{"warning step-at-start metrics[0].thresholds[0] where tier gold", "warning step-at-start metrics[0].thresholds[0] where tier silver", "warning days-on-working-hours metrics[0].thresholds[0].before"}},
		{"days after a due time round the clock", []string{`"percent": 50`, `"levels": ["P1"], "after": "2 days"`}, nil},
		{"days of a ladder", []string{ladder, `"calendar": "office", "repeat": {"every": "1 day", "times": 1},
    "steps": [{"to": "lead", "after": "1 day", "clause": "A-6"}, {"to": "head", "after": "48h"`},
			[]string{"warning days-on-working-hours ladders[0].repeat.every", "warning days-on-working-hours ladders[0].steps[0].after"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, f := range find(t, change(t, tt.change...), lint.Options{}) {
				if f != "error graver-level-longer metrics[1].targets[0]" && f != "warning graver-level-longer metrics[1].targets[0]" {
					got = append(got, f)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestDaysWords: what is told of three days. From 11:00 on Thursday, 1 January 2026, there
// are 6 hours of that day, and 8 of each of eight days more until Tuesday the 13th; the
// last 2 of 72 are over on Wednesday the 14th at 11:00.
func TestDaysWords(t *testing.T) {
	for length, want := range map[string]string{
		"3 days": "warning: metrics[0].targets[1].measure: 3 days of 24 hours are 72h of working time on a calendar that is not open round the clock (where tier silver); " +
			"from Thu 2026-01-01 11:00 +00:00 it lasts until Wed 2026-01-14 11:00 +00:00; write 3 business days, 3 calendar days or 72h [days-on-working-hours]",
		"1 day": "warning: metrics[0].targets[1].measure: 1 day of 24 hours is 24h of working time on a calendar that is not open round the clock (where tier silver); " +
			"from Thu 2026-01-01 11:00 +00:00 it lasts until Tue 2026-01-06 11:00 +00:00; write 1 business day, 1 calendar day or 24h [days-on-working-hours]",
	} {
		r, err := lint.Text([]byte(change(t, `"P2", "measure": "8h"`, `"P2", "measure": "`+length+`"`)), lint.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, f := range r.Findings {
			if f.Code != "coverage-not-checked" {
				got += f.String()
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", length, diff)
		}
	}
}

// TestT9_ResolvedCancels: a response that resolving does not give.
func TestT9_ResolvedCancels(t *testing.T) {
	const stops = `"stop": ["responded", "resolved"]`
	for _, tt := range []struct {
		name   string
		change []string
		want   []string
	}{
		{"responding or resolving", nil, nil},
		{"responding alone", []string{stops, `"stop": ["responded"]`}, []string{"note resolved-cancels metrics[0].stop"}},
		{"responding alone, as is said", []string{stops, `"stop": ["responded"], "cancel": ["resolved"]`}, nil},
		{"updating alone", []string{stops, `"stop": ["updated"]`}, nil},
		{"after a reopening alone", []string{`"start": ["reported", "reopened"], ` + stops, `"start": ["reopened"], "stop": ["responded"]`}, nil},
		{"again and again", []string{stops, `"renew": true, "stop": ["responded"]`}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, find(t, change(t, tt.change...), lint.Options{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestLadderInPause: a ladder that goes on while a clock of its level stands still is
// told of once, whatever else does.
func TestLadderInPause(t *testing.T) {
	const halts = `"test": ["resolution_proposed", "hold"]`
	none := []string{`"test": ["resolution_proposed", "hold"],
  "failed": ["resolution_rejected"]`, `"test": [], "failed": []`}
	for _, tt := range []struct {
		name   string
		change []string
		want   []string
	}{
		{"it halts", nil, nil},
		{"it goes on", []string{halts, `"test": ["resolution_proposed"]`}, []string{"note ladder-in-pause ladders[0]"}},
		{"nothing halts it", none, []string{"note ladder-in-pause ladders[0]"}},
		{"it goes on for one pause", []string{`"pause": ["hold"]`, `"pause": ["hold", "info_requested"]`}, []string{"note ladder-in-pause ladders[0]"}},
		{"it goes on in two", append([]string{`"stop": ["responded", "resolved"]`, `"resume": ["back"], "stop": ["responded", "resolved"], "pause": ["hold"]`}, none...), []string{"note ladder-in-pause ladders[0]"}},
		{"it goes on in two ladders", []string{halts, `"test": ["resolution_proposed"]`, `"ladders": [{`,
			`"ladders": [{"when": {"tier": "silver"}, "calendar": "always", "steps": [{"to": "lead", "after": "1h", "clause": "A-6"}]}, {`}, []string{"note ladder-in-pause ladders[1] where tier gold"}},
		{"that of another level", []string{halts, `"test": ["resolution_proposed"]`, `"ladders": [{`, `"ladders": [{"level": "P3",`, `{"name": "P2"}]`, `{"name": "P2"}, {"name": "P3"}]`},
			[]string{"warning level-without-target levels[2]"}},
		{"no ladder", []string{halts, `"test": ["resolution_proposed"]`, `"ladders": [{
    "calendar": "always",
    "steps": [{"to": "lead", "after": "1 day", "clause": "A-6"}, {"to": "head", "after": "2 days", "clause": "A-6"}]
  }],`, ``}, nil},
		{"what closes by itself", []string{`, "pause": ["hold"]`, ``, `"resume": ["back"], `, ``, `"ends": true,`, `"ends": true, "pause": ["hold"], "resume": ["back"],`, halts, `"test": ["resolution_proposed"]`}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, find(t, change(t, tt.change...), lint.Options{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
