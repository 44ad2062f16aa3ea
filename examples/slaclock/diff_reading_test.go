package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// nightDocument is an agreement called NAME with a reading called READING, which says whether
// four hours are counted round the clock or from 09:00 to 17:00.
const nightDocument = `{"schema":1,"name":"NAME","readings":[{"name":"READING","values":["closed","open"],"tickets":true,"clause":"N-1"},{"name":"NAME.release","values":["x","y"],"clause":"N-3"}],
"levels":[{"name":"urgent"}],"zone":"UTC",
"calendars":[{"name":"office","zone":"UTC","week":{"mon":[["09:00","17:00"]],"tue":[["09:00","17:00"]]}},{"name":"always","zone":"UTC","week":{"mon":[["00:00","24:00"]],"tue":[["00:00","24:00"]]}}],
"metrics":[{"name":"response","start":["reported"],"stop":["responded"],"targets":[
	{"when":{"READING":["closed"]},"measure":"4h","calendar":"office","clause":"N-2"},{"when":{"READING":["open"]},"measure":"4h","calendar":"always","clause":"N-2"}]}]}`

var moves = regexp.MustCompile(`"moved":"[^"]*"|"unused":.*\]`)

// TestDiffReadings: an override reaches its reading, whatever agreement and reading are
// called. From Monday 2026-03-02, 15:00, four hours end at 19:00 or on Tuesday at 11:00.
func TestDiffReadings(t *testing.T) {
	for _, c := range []struct{ agreement, reading, override, want string }{
		{"acme", "acme.night", "acme.night", `"moved":"-16h0m0s"`},
		{"acme", "acme.night", "readings.acme.night", `"moved":"-16h0m0s"`},
		{"acme-2.1", "acme-2.1.night", "acme-2.1.night", `"moved":"-16h0m0s"`},
		{"acme", "sla.night", "sla.night", `"moved":"-16h0m0s"`},
		{"acme", "plain", "readings.plain", `"moved":"-16h0m0s"`},
		{"customer", "customer.zone", "customer.zone", `"moved":"-16h0m0s"`},
		{"customer", "customer.night", "readings.customer.night", `"moved":"-16h0m0s"`},
		{"attributes", "attributes.night", "attributes.night", `"moved":"-16h0m0s"`},
		{"readings", "readings.night", "readings.night", `"moved":"-16h0m0s"`},
		{"other", "other.night", "other.night", `"moved":"-16h0m0s"`},
	} {
		name := filepath.Join(t.TempDir(), "d.json")
		text := strings.NewReplacer("NAME", c.agreement, "READING", c.reading).Replace(nightDocument)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		in := `{"id":"A","agreement":"` + c.agreement + `","events":[{"at":"2026-03-02T15:00:00Z","kind":"reported","severity":"urgent"}]}`
		got := runWith(in, "diff", "-document", name, "-b", c.override+"=open")
		found, _, _ := strings.Cut(got.stdout, "\n")
		if diff := cmp.Diff(c.want, moves.FindString(found)); diff != "" || got.status != 0 || got.stderr != "" || strings.Contains(got.stdout, `"unused"`) {
			t.Errorf("%s of %s: status %d, %s%s (-want +got):\n%s", c.override, c.agreement, got.status, got.stdout, got.stderr, diff)
		}
	}
}

// TestDiffReadings_Unused: a reading that no ticket has is told at the end.
func TestDiffReadings_Unused(t *testing.T) {
	first, _, _ := strings.Cut(diffInput, "\n") // of purchased
	for _, c := range []struct{ args, json, table string }{
		{"-b purchased.zone=America/New_York -why=false", ``, ``},
		{"-b portx.severity_change=fair", `"unused":["-b portx.severity_change=fair"]`,
			"unused: -b portx.severity_change=fair: it is a reading of none of the tickets\n"},
		{"-a readings.cumulocity.zone=fixed,purchased.zone=-05:00,customer.country=DE -b portx.severity_change=fair", `"unused":["-a readings.cumulocity.zone=fixed","-b portx.severity_change=fair"]`,
			"unused: -a readings.cumulocity.zone=fixed: it is a reading of none of the tickets\nunused: -b portx.severity_change=fair: it is a reading of none of the tickets\n"},
	} {
		got := runWith(first, append([]string{"diff"}, strings.Fields(c.args)...)...)
		lines := strings.Split(strings.TrimSpace(got.stdout), "\n")
		if diff := cmp.Diff(c.json, strings.TrimSuffix(moves.FindString(lastUnused(lines[len(lines)-1])), "}")); diff != "" || got.status != 0 {
			t.Errorf("%s: status %d, %s (-want +got):\n%s", c.args, got.status, got.stdout, diff)
		}
		got = runWith(first, append([]string{"diff", "-format", "table"}, strings.Fields(c.args)...)...)
		if diff := cmp.Diff(c.table, lastUnused(got.stdout)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.args, diff)
		}
	}
}

// lastUnused returns what stands in an output from the first unused reading on.
func lastUnused(out string) string {
	for _, word := range []string{`"unused":`, "unused: "} {
		if i := strings.Index(out, word); i >= 0 {
			return out[i:]
		}
	}
	return ""
}
