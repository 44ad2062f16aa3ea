package lint_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/lint"
)

// TestTwice: two thresholds that tell one person at one instant, however each of them
// says when.
func TestTwice(t *testing.T) {
	const (
		p1   = `"levels": ["P1"], `
		p2   = `"levels": ["P2"], `
		half = `{"percent": 50, "levels": ["P1"], "to": "lead", "clause": "A-3"}`
	)
	with := func(when string) string { return `{` + when + `, "to": "lead", "clause": "A-9"}` }
	second := []string{"warning two-rules metrics[0].thresholds[1]"}
	for _, tt := range []struct {
		name       string
		thresholds []string
		want       []string
	}{
		// P1 has 1 h round the clock.
		{"half of an hour", []string{half, with(p1 + `"before": "30m"`)}, second},
		{"a nanosecond earlier", []string{half, with(p1 + `"before": "30m0.000000001s"`)}, nil},
		{"a nanosecond later", []string{half, with(p1 + `"before": "29m59.999999999s"`)}, nil},
		{"half of an hour for somebody else", []string{half, strings.Replace(with(p1+`"before": "30m"`), "lead", "head", 1)}, nil},
		{"half of an hour at another level", []string{half, with(p2 + `"before": "30m"`)}, nil},
		{"after the due time", []string{with(p1 + `"percent": 150`), with(p1 + `"after": "30m"`)}, second},
		{"a hundredth after the due time", []string{with(p1 + `"percent": 101`), with(p1 + `"after": "36s"`)}, second},
		{"just after the due time", []string{with(p1 + `"percent": 100`), with(p1 + `"after": "1ns"`)}, nil},
		{"the same words", []string{half, half}, second},
		{"three", []string{half, with(p1 + `"before": "30m"`), half}, []string{"warning two-rules metrics[0].thresholds[1]", "warning two-rules metrics[0].thresholds[2]"}},
		{"not the one before", []string{half, with(p1 + `"percent": 51`), with(p1 + `"before": "30m"`)}, []string{"warning two-rules metrics[0].thresholds[2]"}},
		// Both have gone by at the start, which is told of each.
		{"before the start", []string{with(p1 + `"before": "2h"`), with(p1 + `"before": "3h"`)},
			[]string{"warning step-at-start metrics[0].thresholds[0]", "warning step-at-start metrics[0].thresholds[1]"}},
		{"one instant before the start", []string{with(p1 + `"before": "24h"`), with(p1 + `"convention": "same_time", "before": "1 business day"`)},
			[]string{"warning step-at-start metrics[0].thresholds[0]", "warning step-at-start metrics[0].thresholds[1]"}},
		// P2 has 4 h or 8 h of the office.
		{"where it is gold", []string{with(p2 + `"percent": 50`), with(p2 + `"before": "2h"`)}, []string{"warning two-rules metrics[0].thresholds[1] where tier gold"}},
		{"where it is silver", []string{with(`"percent": 50`), with(`"levels": ["P1", "P2"], "percent": 25`), with(p2 + `"before": "6h"`)},
			[]string{"warning step-at-start metrics[0].thresholds[2] where tier gold", "warning two-rules metrics[0].thresholds[2] where tier silver"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := change(t, `{"percent": 50, "to": "lead", "clause": "A-3"}`, strings.Join(tt.thresholds, ", "))
			if diff := cmp.Diff(tt.want, find(t, text, lint.Options{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestTwiceElsewhere: thresholds of clocks whose time is not known are not compared,
// nor are those that come after a ticket has closed by itself.
func TestTwiceElsewhere(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change []string
		want   []string
	}{
		{"a time that tickets say", []string{`"attributes": [`, `"attributes": [{"name": "agreed", "type": "measures", "required": true}, `, `"measure": "1h"`, `"measure": {"attribute": "agreed"}`,
			`{"percent": 50, "to": "lead", "clause": "A-3"}`, `{"percent": 50, "levels": ["P1"], "to": "lead", "clause": "A-3"}, {"before": "30m", "levels": ["P1"], "to": "lead", "clause": "A-9"}`}, nil},
		{"the same words of a time that tickets say", []string{`"attributes": [`, `"attributes": [{"name": "agreed", "type": "measures", "required": true}, `, `"measure": "1h"`, `"measure": {"attribute": "agreed"}`,
			`{"percent": 50, "to": "lead", "clause": "A-3"}`, `{"percent": 50, "levels": ["P1"], "to": "lead", "clause": "A-3"}, {"percent": 50, "levels": ["P1"], "to": "lead", "clause": "A-9"}`},
			[]string{"warning two-rules metrics[0].thresholds[1]"}},
		{"after the close", []string{`"ends": true,`, `"ends": true, "thresholds": [{"after": "1h", "to": "lead", "clause": "A-8"}, {"after": "1h", "to": "lead", "clause": "A-9"}],`},
			[]string{"error unreachable-step metrics[2].thresholds[0]", "error unreachable-step metrics[2].thresholds[1]"}},
		{"at no target", []string{`{"percent": 50, "to": "lead", "clause": "A-3"}`, `{"percent": 50, "levels": ["P3"], "to": "lead", "clause": "A-3"}, {"percent": 50, "levels": ["P3"], "to": "lead", "clause": "A-9"}`,
			`{"name": "P2"}]`, `{"name": "P2"}, {"name": "P3"}]`},
			[]string{"warning level-without-target levels[2]", "error unreachable-step metrics[0].thresholds[0]", "error unreachable-step metrics[0].thresholds[1]"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, find(t, change(t, tt.change...), lint.Options{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// others are so many thresholds that tell other people.
func others(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"percent": 50, "levels": ["P1"], "to": "p%d", "clause": "A-3"}, `, i)
	}
	return b.String()
}

// TestTwiceWords: what is said of two thresholds word for word, from all starts and
// from some.
func TestTwiceWords(t *testing.T) {
	// Half of 16 h of the office is 8 h after the start and 8 h before the due time. It is one instant for a start
	// within the hours, but not for one at or before the opening: half ends with the close of the first day, and 8 h
	// before the close of the second begin with its opening. Of the starts 167 are within the hours, the first at 11:00
	// on 1 January, a Thursday; it is due on Monday.
	for _, tt := range []struct {
		name   string
		change []string
		want   string
	}{
		{"always", []string{`{"percent": 50, "to": "lead", "clause": "A-3"}`, `{"percent": 50, "to": "lead", "clause": "A-3"}, {"before": "30m", "levels": ["P1"], "to": "lead", "clause": "A-9"}`},
			"warning: metrics[0].thresholds[1]: 30m0s before due tells lead at the same instant as 50%; " +
				"of a ticket reported on Thu 2026-01-01 00:00 +00:00 as P1 lead is told twice on Thu 2026-01-01 00:30 +00:00, as of two steps; " +
				"leave one out; the other stands at metrics[0].thresholds[0] [two-rules]"},
		{"sometimes", []string{`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "16h", "calendar": "office", "clause": "A-4"`,
			`"stop": ["resolved"]`, `"stop": ["resolved"], "thresholds": [{"percent": 50, "levels": ["P1"], "to": "lead", "clause": "A-3"}, {"before": "8h", "levels": ["P1"], "to": "lead", "clause": "A-9"}]`},
			"note: metrics[1].thresholds[1]: 8h0m0s before due can tell lead at the same instant as 50%; " +
				"of a ticket reported on Thu 2026-01-01 11:00 +00:00 as P1 lead is told twice on Fri 2026-01-02 11:00 +00:00, as of two steps; so it is at 167 of 797 instants of a year that were tried; " +
				"leave one out if once is enough; the other stands at metrics[1].thresholds[0] [two-rules]"},
		{"the same words", []string{`{"percent": 50, "to": "lead", "clause": "A-3"}`, `{"percent": 50, "to": "lead", "clause": "A-3"}, {"percent": 50, "levels": ["P1"], "to": "lead", "clause": "A-9"}`},
			"warning: metrics[0].thresholds[1]: 50% tells lead, and so does another row; one and the same person is told twice at one and the same instant, as of two steps; " +
				"leave one out; the other stands at metrics[0].thresholds[0] [two-rules]"},
		// Half of 4 h of the office is the close of the day for a start at 15:00, and 2 h before the due time the opening
		// after it. There are 23 such starts.
		{"mostly", []string{`{"percent": 50, "to": "lead", "clause": "A-3"}`, `{"percent": 50, "to": "lead", "clause": "A-3"}, {"before": "2h", "levels": ["P2"], "to": "lead", "clause": "A-9"}`},
			"warning: metrics[0].thresholds[1]: 2h0m0s before due can tell lead at the same instant as 50% (where tier gold); " +
				"of a ticket reported on Thu 2026-01-01 00:00 +00:00 as P2 lead is told twice on Thu 2026-01-01 11:00 +00:00, as of two steps; so it is at 774 of 797 instants of a year that were tried; " +
				"leave one out; the other stands at metrics[0].thresholds[0] [two-rules]"},
		// With twelve thresholds of two levels one start of five is looked at.
		{"sometimes, of many", []string{`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "16h", "calendar": "office", "clause": "A-4"`,
			`"stop": ["resolved"]`, `"stop": ["resolved"], "thresholds": [` + others(10) + `{"percent": 50, "levels": ["P1"], "to": "lead", "clause": "A-3"}, {"before": "8h", "levels": ["P1"], "to": "lead", "clause": "A-9"}]`},
			"note: metrics[1].thresholds[11]: 8h0m0s before due can tell lead at the same instant as 50%; " +
				"of a ticket reported on Mon 2026-01-05 14:00 +00:00 as P1 lead is told twice on Tue 2026-01-06 14:00 +00:00, as of two steps; so it is at 35 of 160 instants of a year that were tried; " +
				"leave one out if once is enough; the other stands at metrics[1].thresholds[10] [two-rules]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := lint.Text([]byte(change(t, tt.change...)), lint.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, r.Findings[len(r.Findings)-1].String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
