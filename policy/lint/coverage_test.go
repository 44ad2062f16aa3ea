package lint_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/lint"
)

// TestCovers: an exception that the limits keep from taking its rule back is found, and
// a version that does not say what is covered, where another does.
func TestCovers(t *testing.T) {
	const because = `"outcome": "not_covered", "clause": "A-7", "section": "7", "rule": "so it says"}`
	covers := func(limits string) string {
		return `"coverage": {"rules": [{"fact": "paid", "required": true, "unless": ["trial"], ` + because + `, {"fact": "modified", "unless": ["own", "approved"], ` + because + `, ` +
			`{"fact": "approved", ` + because + `, {"fact": "trial", ` + because + `]` + limits + `}`
	}
	later := func(first, second string) string {
		return `{"schema": 1, "name": "acme", "versions": [{` + first + `}, {"from": "2026-07-01T00:00:00Z", ` + second + `}]}`
	}
	alone := func(limits string) string { return `{"schema": 1, "name": "acme", ` + covers(limits) + `}` }
	const levels = `"levels": [{"name": "P1"}]`
	for _, tt := range []struct {
		name, text, on string
		want           []string
	}{
		{"nothing", alone(``), "", nil},
		{"an exception that needs its exclusion", alone(`, "limits": [{"fact": "approved", "needs": ["modified"]}]`), "", nil},
		{"an exception that bars its exclusion", alone(`, "limits": [{"fact": "approved", "bars": ["modified"]}]`), "", []string{"error exception-never-applies coverage.rules[1].unless[1]"}},
		{"an exclusion that bars its exception", alone(`, "limits": [{"fact": "modified", "bars": ["trial", "own"]}]`), "", []string{"error exception-never-applies coverage.rules[1].unless[0]"}},
		{"an exception that needs its condition", alone(`, "limits": [{"fact": "trial", "needs": ["paid"]}]`), "", []string{"error exception-never-applies coverage.rules[0].unless[0]"}},
		{"an exception that bars its condition", alone(`, "limits": [{"fact": "trial", "bars": ["paid"]}]`), "", nil},
		{"exceptions that bar each other", alone(`, "limits": [{"fact": "own", "bars": ["approved"]}]`), "", nil},
		{"both versions", later(levels+", "+covers(``), levels+", "+covers(``)), "2026-06-01", nil},
		{"no version", later(levels, levels), "2026-06-01", nil},
		{"the second version without", later(levels+", "+covers(``), levels), "2026-06-01", []string{"warning version-without-coverage versions[1]"}},
		{"the first version without", later(levels, levels+", "+covers(``)), "2026-06-01", []string{"warning version-without-coverage versions[0]"}},
		{"the first version without, when it is no longer in force", later(levels, levels+", "+covers(``)), "2026-07-01", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := lint.Options{}
			if tt.on != "" {
				o.On = day(t, tt.on)
			}
			var got []string
			for _, f := range find(t, tt.text, o) {
				if strings.Contains(f, "level-without-target") {
					continue // there are no metrics
				}
				got = append(got, f)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
