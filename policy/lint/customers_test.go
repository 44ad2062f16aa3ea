package lint_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/policy/lint"
)

// zones has an attribute zone and a region, for the checks that hang on them.
func zones(t testing.TB, pairs ...string) string {
	return change(t, append([]string{`"attributes": [`, `"attributes": [{"name": "zone", "type": "zone", "default": "UTC"}, {"name": "country", "type": "region", "required": true}, `,
		`"office", "zone": "UTC",`, `"office", "zone": {"attribute": "zone"}, "region": {"attribute": "country"},`}, pairs...)...)
}

// TestZonesDiffer: calendars of one clock in zones whose offsets differ.
func TestZonesDiffer(t *testing.T) {
	const after, withAfter = `"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "8h", "calendar": "office", "after": "late", "clause": "A-4"`
	const test, withSwitch = `"test":`, `"switch": ["development_required"], "test":`
	const ladder, lateLadder = `"calendar": "always",
    "steps": [{"to": "lead", "after": "1 day", "clause": "A-6"}, {"to": "head", "after": "2 days"`, `"calendar": "late",
    "steps": [{"to": "lead", "after": "1h", "clause": "A-6"}, {"to": "head", "after": "2h"`
	for _, tt := range []struct {
		name, zone string // of the calendar late
		change     []string
		want       []string
	}{
		{"after", "Europe/Berlin", []string{after, withAfter, test, withSwitch}, []string{"warning zones-differ metrics[1].targets[0]"}},
		{"after, with the same offsets", "Africa/Accra", []string{after, withAfter, test, withSwitch}, nil},
		{"after hours round the clock", "Europe/Berlin", []string{after, `"measure": "8h", "calendar": "always", "after": "late", "clause": "A-4"`, test, withSwitch}, nil},
		{"off days", "Europe/London", []string{`"measure": "1h",`, `"gate": {"accepts": ["phone"], "waits_for": "phone", "off_days": "late"}, "measure": "1h",`},
			[]string{"warning zones-differ metrics[0].targets[0]"}},
		// That of P1 has one metric on the office's hours, that of P2 two.
		{"a ladder", "Europe/Berlin", []string{ladder, lateLadder}, []string{"warning zones-differ ladders[0]", "warning zones-differ ladders[0]"}},
		{"a ladder, with the same offsets", "Africa/Accra", []string{ladder, lateLadder}, nil},
		{"a ladder round the clock", "Asia/Tokyo", []string{`"always", "zone": "UTC"`, `"always", "zone": "Asia/Tokyo"`}, nil},
		{"notices", "Europe/Berlin", []string{`"calendar": "always",
    "steps"`, `"calendar": "always", "notices": "late",
    "steps"`}, []string{"warning zones-differ ladders[0]"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			late := []string{`"calendars": [`, `"calendars": [{"name": "late", "zone": "` + tt.zone + `", "week": {"mon": [["17:00", "20:00"]]}},`}
			var got []string
			for _, f := range find(t, change(t, append(late, tt.change...)...), lint.Options{}) {
				if !strings.Contains(f, "calendar-never-used") {
					got = append(got, f)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestZoneOfCustomer: a zone that can be anything is tried where it differs, and
// those that the caller gives are tried instead.
func TestZoneOfCustomer(t *testing.T) {
	text := zones(t, `"calendars": [`, `"calendars": [{"name": "late", "zone": "UTC", "week": {"mon": [["17:00", "20:00"]]}},`,
		`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "8h", "calendar": "office", "after": "late", "clause": "A-4"`, `"test":`, `"switch": ["development_required"], "test":`)
	if diff := cmp.Diff([]string{"warning zones-differ metrics[1].targets[0] where zone America/New_York"}, find(t, text, lint.Options{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	given := lint.Options{Attributes: map[string][]string{"zone": {"Africa/Accra", "Europe/Berlin"}}}
	if diff := cmp.Diff([]string{"warning zones-differ metrics[1].targets[0] where zone Europe/Berlin"}, find(t, text, given)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestTriedOfCustomer: what is tried of a zone and a region with a default, with what
// the caller gives and without.
func TestTriedOfCustomer(t *testing.T) {
	text := zones(t, `"type": "zone", "default": "UTC"`, `"type": "zone", "default": "Europe/Berlin"`,
		`"type": "region", "required": true`, `"type": "region", "default": "DE-BY"`)
	for _, tt := range []struct {
		name  string
		given map[string][]string
		tried int // zones and regions, of each of two tiers and two readings
	}{
		{"representatives", nil, 3 * 2},                                                                    // Europe/Berlin, UTC, America/New_York; DE-BY, NONE
		{"a zone", map[string][]string{"zone": {"Asia/Tokyo"}}, 2 * 2},                                     // Europe/Berlin, Asia/Tokyo
		{"the default", map[string][]string{"zone": {"Europe/Berlin"}}, 1 * 2},                             // alone
		{"both", map[string][]string{"zone": {"UTC", "Asia/Tokyo"}, "country": {"DE-BY", "DE-HE"}}, 3 * 2}, // Europe/Berlin beside them
		{"a region", map[string][]string{"country": {"DE-HE", "MY"}}, 3 * 3},                               // DE-BY beside them
	} {
		r, err := lint.Text([]byte(text), lint.Options{Attributes: tt.given})
		if err != nil {
			t.Fatal(err)
		}
		if r.Tried != 4*tt.tried || !r.Complete {
			t.Errorf("%s: %d combinations were tried, want %d", tt.name, r.Tried, 4*tt.tried)
		}
	}
}

// TestCoverage: holidays must be known for twelve months from the date that is given.
func TestCoverage(t *testing.T) {
	until := change(t, `"office", "zone": "UTC",`, `"office", "zone": "UTC", "holidays_through": "2027-02-28",`)
	region := zones(t)
	malaysia := map[string][]string{"country": {"DE", "MY"}}
	for _, tt := range []struct {
		name, text, on string
		attributes     map[string][]string
		want           []string
	}{
		{"twelve months", until, "2026-02-28", nil, nil},
		{"a day less", until, "2026-03-01", nil, []string{"warning coverage-ends calendars[0]"}},
		{"the last day", until, "2027-02-28", nil, []string{"warning coverage-ends calendars[0]"}},
		{"not any more", until, "2027-03-01", nil, []string{"error coverage-ends calendars[0]"}},
		{"no date", until, "", nil, nil},
		// The holidays of Malaysia are known through 2026-12-31.
		{"any region", region, "2026-01-01", nil, []string{"note coverage-ends attributes[1]"}},
		{"any region, long before", region, "2025-12-31", nil, nil},
		{"regions that are given", region, "2026-01-01", malaysia, []string{"warning coverage-ends calendars[0] where country MY"}},
		{"regions that are given, long before", region, "2025-12-31", malaysia, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := lint.Options{Attributes: tt.attributes}
			if tt.on != "" {
				o.On = day(t, tt.on)
			}
			if diff := cmp.Diff(tt.want, find(t, tt.text, o)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestVersions: places name the version, and one that is not in force any more is
// left alone.
func TestVersions(t *testing.T) {
	two := func(second string) string {
		body := base[strings.Index(base, `"levels"`):]
		head := base[:strings.Index(base, `"levels"`)]
		body = strings.TrimSuffix(strings.TrimSpace(body), "}")
		bad := strings.Replace(body, `"measure": "1h", "calendar": "always"`, `"measure": "5h", "calendar": "office"`, 1)
		return head + `"versions": [{` + bad + `}, {"from": "` + second + `", ` + body + `}]}`
	}
	want := []string{"error graver-level-longer versions[0].metrics[0].targets[0] where tier gold"}
	if diff := cmp.Diff(want, find(t, two("2026-06-01T00:00:00Z"), lint.Options{On: day(t, "2026-05-31")})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := find(t, two("2026-06-01T00:00:00Z"), lint.Options{On: day(t, "2026-06-01")}); got != nil {
		t.Errorf("findings %v of a version that is not in force any more", got)
	}
}

// TestMany: of too many combinations each value and each pair is tried, and a
// finding says so.
func TestMany(t *testing.T) {
	var readings, thresholds strings.Builder
	for i := range 13 { // 2 to the power of 14, with the reading of the base, and twice that with tier
		fmt.Fprintf(&readings, `{"name": "acme.r%d", "values": ["a", "b"], "tickets": true, "clause": "A-0"}, `, i)
		fmt.Fprintf(&thresholds, `{"when": {"acme.r%d": "b"}, "percent": %d, "to": "lead", "clause": "A-3"}, `, i, i+1)
	}
	pair := `{"level": "P1", "when": {"acme.r3": "b", "acme.r9": "b"}, "measure": "9h", "calendar": "office", "clause": "A-1"}, `
	text := change(t, `"readings": [`, `"readings": [`+readings.String(), `"thresholds": [`, `"thresholds": [`+thresholds.String(),
		`{"level": "P1", "measure": "1h"`, pair+`{"level": "P1", "measure": "1h"`)
	r, err := lint.Text([]byte(text), lint.Options{})
	if err != nil {
		t.Fatal(err)
	}
	// Of 15 names of two values each there are one combination of first values, 15 of one other, and 105 of two.
	if r.Tried != 121 || r.Complete {
		t.Errorf("%d combinations were tried, complete %v", r.Tried, r.Complete)
	}
	want := []string{"note not-all-tried", "error graver-level-longer metrics[0].targets[0] where acme.r3 b, acme.r9 b"}
	if diff := cmp.Diff(want, find(t, text, lint.Options{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestBounded: a document as large as one can be takes bounded work. Nothing is
// asked of the time, which hangs on the machine; without bounds this would not end.
func TestBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("a long document, which the race detector takes half a minute for; skipped with -short")
	}
	var attributes, calendars, thresholds, steps, refuse strings.Builder
	for i := range 200 {
		fmt.Fprintf(&attributes, `{"name": "a%d", "type": "text", "values": ["x", "y", "z"]}, `, i)
		fmt.Fprintf(&refuse, `{"when": {"a%d": "x", "a%d": "y"}, "why": "no"}, `, i, (i+1)%200)
	}
	for i := range 2500 {
		fmt.Fprintf(&calendars, `{"name": "c%d", "zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}}, `, i)
		fmt.Fprintf(&thresholds, `{"when": {"a%d": "x"}, "percent": %d, "to": "p%d", "clause": "A-3"}, `, i%200, 1+i%100, i%2*i)
		fmt.Fprintf(&steps, `{"to": "p%d", "after": "%dm", "clause": "A-6"}, `, i, 1+(i*7)%2000)
	}
	text := change(t, `"attributes": [`, `"attributes": [`+attributes.String(), `"calendars": [`, `"calendars": [`+calendars.String(),
		`"thresholds": [`, `"thresholds": [`+thresholds.String(), `"steps": [`, `"steps": [`+steps.String(),
		`"levels": [`, `"refuse": [`+strings.TrimSuffix(refuse.String(), ", ")+`], "levels": [`)
	start := time.Now()
	r, err := lint.Text([]byte(text), lint.Options{On: day(t, "2026-01-01")})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Findings) != lint.MaxFindings || !r.More || r.Complete {
		t.Errorf("%d findings of %d combinations, complete %v", len(r.Findings), r.Tried, r.Complete)
	}
	t.Log(r.Tried, "combinations in", time.Since(start))
}

// TestPolicy: the agreement that one ticket has shows what its document shows for
// it, but for readings, attributes and rows.
func TestPolicy(t *testing.T) {
	text := change(t, `"measure": "1h", "calendar": "always"`, `"measure": "5h", "calendar": "office"`, `"resume": ["back"], `, ``, `"percent": 50`, `"levels": ["P2"], "before": "4h"`,
		`"after": "1 day"`, `"after": "3 days"`, `"readings": [`, `"readings": [{"name": "acme.x", "values": ["a", "b"], "clause": "A-0"}, `)
	d, err := document.Decode([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for tier, want := range map[string][]string{
		"gold": {"error graver-level-longer metrics[0].targets[0]", "warning step-at-start metrics[0].thresholds[0]", "error pause-never-resumes metrics[1].pause",
			"warning step-before-earlier ladders[0].steps[1]", "warning step-before-earlier ladders[1].steps[1]", "note coverage-not-checked"},
		"silver": {"error pause-never-resumes metrics[1].pause",
			"warning step-before-earlier ladders[0].steps[1]", "warning step-before-earlier ladders[1].steps[1]", "note coverage-not-checked"},
	} {
		made, err := d.For(policy.Customer{}, map[string]string{"tier": tier}, nil)
		if err != nil {
			t.Fatal(err)
		}
		p, err := made.InForce(time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		r := lint.Policy(p, lint.Options{})
		var got []string
		for _, f := range r.Findings {
			got = append(got, strings.TrimSpace(f.Severity.String()+" "+f.Code+" "+f.Place))
		}
		if diff := cmp.Diff(want, got); diff != "" || r.Agreement != "acme" || r.Tried != 1 || !r.Complete {
			t.Errorf("%s: (-want +got):\n%s", tier, diff)
		}
	}
}
