package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lintDocument promises nothing at P2, and has a pause that cannot end.
const lintDocument = `{
  "schema": 1, "name": "acme", "levels": [{"name": "P1"}, {"name": "P2"}], "events": ["hold"],
  "calendars": [{"name": "office", "zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}}],
  "metrics": [
    {"name": "response", "start": ["reported"], "stop": ["responded", "resolved"], "pause": ["hold"],
      "targets": [{"level": "P1", "measure": "1h", "calendar": "office", "clause": "A-1"}]}
  ]
}
`

const (
	lintLevel = `"code":"level-without-target","severity":"warning","place":"levels[1]","line":2,"column":59,"what":"nothing is promised at P2",` +
		`"consequence":"a ticket reported on Fri 2026-05-01 09:00 +00:00 as P2 has no clock: nothing is ever due","remedy":"add a target for it, or a row without a level, or remove the level"}` + "\n"
	lintPause = `"code":"pause-never-resumes","severity":"error","place":"metrics[0].pause","line":5,"column":93,"what":"response pauses and cannot go on: nothing is in resume",` +
		`"consequence":"once hold has come the clock stands still until the ticket ends, and is never breached","remedy":"name in resume the event that ends the pause"}` + "\n"
	lintMistake = `"code":"mistake","severity":"error","line":1,"column":1,"what":"needs \"schema\""}` + "\n"
)

func TestLint(t *testing.T) {
	dir := t.TempDir()
	bad, fine, empty := filepath.Join(dir, "bad.json"), filepath.Join(dir, "fine.json"), filepath.Join(dir, "empty.json")
	repaired := strings.NewReplacer(`"pause": ["hold"],`, ``, `"events": ["hold"],`, ``, `, {"name": "P2"}`, ``).Replace(lintDocument)
	for name, text := range map[string]string{bad: lintDocument, fine: "\uFEFF" + repaired, empty: `{"name": "acme"}`} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const on = "2026-05-01"
	for _, tt := range []struct {
		name, stdin string
		args        []string
		want        outcome
	}{
		{"standard input", lintDocument, []string{"-on", on}, outcome{1, "{" + lintLevel + "{" + lintPause, ""}},
		{"a file", "", []string{"-on", on, bad}, outcome{1, "{" + lintLevel + "{" + lintPause, ""}},
		{"nothing to find", "", []string{"-on", on, fine}, outcome{0, "", ""}},
		{"warnings alone", strings.Replace(lintDocument, `"pause": ["hold"]`, `"resume": ["hold"]`, 1), []string{"-on", on, "-format", "table"}, outcome{0,
			"warning: line 2, column 59: levels[1]: nothing is promised at P2 [level-without-target]\n" +
				"    so that: a ticket reported on Fri 2026-05-01 09:00 +00:00 as P2 has no clock: nothing is ever due\n" +
				"    instead: add a target for it, or a row without a level, or remove the level\n\n" +
				"warning: line 5, column 94: metrics[0].resume: response resumes and never pauses [resume-without-pause]\n" +
				"    so that: hold does nothing to it\n" +
				"    instead: name in pause the event that begins the pause, or leave resume out\n\n" +
				"acme: errors 0, warnings 2, notes 0\n", ""}},
		{"two files", "", []string{"-on", on, fine, bad}, outcome{1, `{"file":"` + bad + `",` + lintLevel + `{"file":"` + bad + `",` + lintPause, ""}},
		{"a mistake", "", []string{"-on", on, empty}, outcome{1, "{" + lintMistake, ""}},
		{"no date", repaired, nil, outcome{0, `{"code":"coverage-not-checked","severity":"note","line":1,"column":1,"what":"no date was given",` +
			`"consequence":"whether holidays are known for twelve months to come was not looked at","remedy":"give the date on which that must be so"}` + "\n", ""}},
		{"no file", "", []string{filepath.Join(dir, "none.json")}, outcome{1, "", "slaclock: open " + filepath.Join(dir, "none.json") + ": no such file or directory\n"}},
		{"a flag after a file", "", []string{bad, "-on"}, outcome{2, "", "slaclock: lint: \"-on\" comes too late: flags stand before files; write \"./-on\" for a file of that name\n"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, runWith(tt.stdin, append([]string{"lint"}, tt.args...)...), cmp.AllowUnexported(outcome{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if got := runWith("", "lint", "-on", "tomorrow"); got.status != 2 || !strings.Contains(got.stderr, `invalid value "tomorrow" for flag -on`) {
		t.Errorf("a wrong date: %+v", got)
	}
	if got := runWith("", "lint", "-h"); got.status != 0 || !strings.Contains(got.stdout, "usage: slaclock lint [-on DATE]") {
		t.Errorf("-h: %+v", got)
	}
}

// lintZones goes over from hours in the customer's zone to hours in UTC.
const lintZones = `{"schema": 1, "name": "acme", "attributes": [{"name": "zone", "type": "zone", "default": "UTC"}], "levels": [{"name": "P1"}],
  "calendars": [{"name": "office", "zone": {"attribute": "zone"}, "week": {"mon": [["09:00", "17:00"]]}}, {"name": "late", "zone": "UTC", "week": {"mon": [["17:00", "20:00"]]}}],
  "metrics": [{"name": "response", "start": ["reported"], "stop": ["responded"], "targets": [{"measure": "8h", "calendar": "office", "after": "late", "clause": "A-1"}]}], "switch": ["development_required"]}`

// TestLintAttributes: values that customers have take the place of representatives.
func TestLintAttributes(t *testing.T) {
	other := filepath.Join(t.TempDir(), "other.json")
	if err := os.WriteFile(other, []byte(lintDocument), 0o600); err != nil {
		t.Fatal(err)
	}
	when := func(got string) (all []string) {
		for line := range strings.SplitSeq(got, "\n") {
			if _, zone, ok := strings.Cut(line, `"when":"where zone `); ok {
				zone, _, _ = strings.Cut(zone, `"`)
				all = append(all, zone)
			}
		}
		return all
	}
	for _, tt := range []struct {
		args   string
		status int
		when   []string
		stderr string
	}{
		{"", 0, []string{"America/New_York"}, ""},
		{"-attribute zone=Africa/Accra", 0, nil, ""},
		{"-attribute zone=Africa/Accra -attribute zone=Asia/Tokyo", 0, []string{"Asia/Tokyo"}, ""},
		{"-attribute zone=Africa/Accra -attribute zone=Asia/Tokyo -attribute zone=+05:30", 0, []string{"Asia/Tokyo or +05:30"}, ""},
		{"-attribute zone=Tokyo", 2, nil, `slaclock: lint: policy: attributes[zone][0]: "Tokyo" is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`},
		{"-attribute area=7", 2, nil, `slaclock: lint: policy: attributes: "area" is not a text, zone or region of this agreement that can be anything; write zone`},
		{"-attribute zone=UTC - FILE", 2, nil, `slaclock: lint: ` + other + `: policy: attributes: "zone" is not a text, zone or region of this agreement that can be anything; it has none`},
	} {
		args := append([]string{"lint", "-on", "2026-05-01"}, strings.Fields(tt.args)...)
		if i := slices.Index(args, "FILE"); i >= 0 {
			args[i] = other // whose path can have spaces
		}
		got := runWith(lintZones, args...)
		if diff := cmp.Diff(tt.when, when(got.stdout)); diff != "" || got.status != tt.status || strings.TrimSpace(got.stderr) != tt.stderr {
			t.Errorf("%s: status %d, stderr %s (-want +got):\n%s", tt.args, got.status, got.stderr, diff)
		}
		if got.status == 2 && got.stdout != "" {
			t.Errorf("%s: wrong usage, and output %s", tt.args, got.stdout)
		}
	}
	for _, flag := range []string{"zone", "=UTC", "zone=", "="} {
		got := runWith(lintZones, "lint", "-attribute", flag)
		if want := "slaclock: invalid value \"" + flag + "\" for flag -attribute: write NAME=VALUE, such as zone=Europe/Berlin\n"; got.status != 2 || !strings.HasPrefix(got.stderr, want) {
			t.Errorf("%s: %+v", flag, got)
		}
	}
	if got := runWith(lintZones, "lint", "-attribute", "zone=UTC", "-attribute", "zone=UTC"); got.status != 2 || !strings.Contains(got.stderr, "it has been given") {
		t.Errorf("given twice: %+v", got)
	}
}

// TestLintDocuments: there is nothing to find in the documents of the examples, but that
// the 4th of July of 2015, which the City of Boston lists in each of seven versions, was a
// Saturday.
func TestLintDocuments(t *testing.T) {
	files, err := filepath.Glob("../documents/*.json")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		got := runWith("", "lint", "-format", "json", file)
		if strings.HasSuffix(file, "boston-311.json") {
			const saturday = `"what":"2015-07-04 in holidays of city does nothing: a day without hours is closed anyway"`
			if n := strings.Count(got.stdout, saturday); n != 7 || got.status != 0 || strings.Count(got.stdout, "\n") != 8 {
				t.Errorf("%s: %+v", file, got)
			}
			continue
		}
		if got.status != 0 || strings.Count(got.stdout, "\n") != 1 || !strings.Contains(got.stdout, `"code":"coverage-not-checked"`) {
			t.Errorf("%s: %+v", file, got)
		}
	}
}
