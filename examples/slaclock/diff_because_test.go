package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What is responsible, of each clock in the output.
var becauses = regexp.MustCompile(`"because":(\[\{[^]]*\])`)

// TestDiffBecause: what is responsible for a move, by tickets that were judged wrong once.
func TestDiffBecause(t *testing.T) {
	const (
		// 14:45 in -05:00 is before the eight hours of level 2 end on both sides, at 16:00
		// from an opening at 08:00 there, and at 15:00 by New York's clocks in July. The hour
		// round the clock would end at 15:45; so the old target is what the new side keeps.
		raised = `{"id":"r","agreement":"purchased","as_of":"2026-07-07T14:50:00-05:00","events":[{"at":"2026-07-07T06:00:00-05:00","kind":"reported","severity":"2","channel":"email"},` +
			`{"at":"2026-07-07T14:45:00-05:00","kind":"severity_changed","severity":"1"}]}`
		// A Saturday in Kuala Lumpur; Monday 23 March 2026 is a holiday there, and with the
		// opening the clock goes on round the clock.
		saturday = `{"id":"h","agreement":"cumulocity","as_of":"2026-03-26T12:00:00+08:00","customer":{"region":"APJ","country":"NONE"},` +
			`"events":[{"at":"2026-03-21T10:00:00+08:00","kind":"reported","severity":"Standard","channel":"portal"}]}`
		// A Sunday in summer; on Monday 08:00 of +02:00 is an hour before 08:00 of +01:00.
		sunday = `{"id":"s","agreement":"cumulocity","as_of":"2026-06-09T12:00:00Z","customer":{"region":"EMEA","country":"DE"},` +
			`"events":[{"at":"2026-06-07T16:00:00Z","kind":"reported","severity":"Standard","channel":"portal"}]}`
		hours   = `{"kind":"hours","name":"business-hours","old":"…","new":"…"},`
		opening = `"start: the first opening after the report, Mon 2026-`
	)
	for _, c := range []struct{ name, in, args, want string }{
		{"a target that was replaced", raised, "-b purchased.zone=America/New_York",
			`[{"kind":"reading","name":"purchased.zone","old":"-05:00","new":"America/New_York"},` + hours +
				`{"kind":"closed","name":"shifted hours","old":"closed: outside hours","new":"counts","at":"2026-07-07T08:00:00-04:00"}]`},
		{"a holiday of the opening", saturday, "-b customer.country=MY-14",
			`[{"kind":"event","name":"CUM-4","old":` + opening + `03-23 08:00:00 +08:00","new":"start: the first opening after the report, Tue 2026-03-24 08:00:00 +08:00","at":"2026-03-23T08:00:00+08:00"},` + hours +
				`{"kind":"closed","name":"Hari Raya Puasa, second day","old":"counts","new":"closed: Hari Raya Puasa, second day","at":"2026-03-23T08:00:00+08:00"}]`},
		{"a zone of the opening", sunday, "-b cumulocity.zone=fixed",
			`[{"kind":"reading","name":"cumulocity.zone","old":"local","new":"fixed"},` +
				`{"kind":"event","name":"CUM-4","old":` + opening + `06-08 08:00:00 +02:00","new":` + opening + `06-08 08:00:00 +01:00","at":"2026-06-08T07:00:00+01:00"},` + hours +
				`{"kind":"closed","name":"shifted hours","old":"counts","new":"closed: outside hours","at":"2026-06-08T07:00:00+01:00"}]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := runCommand(diffCommand(), c.in+"\n", strings.Fields(c.args)...)
			found := becauses.FindStringSubmatch(fingerprints.ReplaceAllString(got.stdout, `"…"`))
			if found == nil {
				t.Fatalf("status %d, %s%s", got.status, got.stdout, got.stderr)
			}
			if diff := cmp.Diff(c.want, found[1]); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestDiffVerdictNotKnown: the third business day after 31 December is 5 January where
// there are no holidays, and not known where those of the new year are not. Then nobody
// was late, and nobody in time, as the report has it.
func TestDiffVerdictNotKnown(t *testing.T) {
	const in = `{"id":"g9","agreement":"portx","as_of":"2027-01-07T00:00:00Z","customer":{"zone":"America/New_York","country":"NONE","response_days":{"S1":1,"S2":2,"S3":3,"S4":5}},` +
		`"events":[{"at":"2026-12-31T05:25:00-05:00","kind":"reported","severity":"S3"},{"at":"2027-01-06T05:25:00-05:00","kind":"responded"}]}` + "\n"
	for _, args := range []string{"-a customer.country=NONE -b customer.country=MY-14", "-a customer.country=MY-14 -b customer.country=NONE"} {
		got := runCommand(diffCommand(), in, strings.Fields(args)...)
		if strings.Contains(got.stdout, `"verdict"`) || !strings.Contains(got.stdout, `"breached":{"total":0,"list":[]},"saved":{"total":0,"list":[]}`) {
			t.Errorf("%s: status %d, %s%s", args, got.status, got.stdout, got.stderr)
		}
	}
	report := runCommand(reportCommand(), strings.Replace(in, "NONE", "MY-14", 1), "-format", "json")
	if !strings.Contains(report.stdout, `"clocks":1,"met":0,"breached":0,`) || !strings.Contains(report.stdout, `"unknown":1`) {
		t.Errorf("the report: status %d, %s%s", report.status, report.stdout, report.stderr)
	}
}

// TestDiffAttributes: the help names the attributes of tickets, which can be overridden.
func TestDiffAttributes(t *testing.T) {
	if help := runCommand(diffCommand(), "", "-h"); !strings.Contains(help.stdout+help.stderr, "attributes.type") {
		t.Errorf("the help does not name them: %s%s", help.stdout, help.stderr)
	}
	const document = `{"schema":1,"name":"desk","attributes":[{"name":"type","type":"text","values":["incident","request"],"required":true,"why":"the goals are by type; write incident or request"}],
"levels":[{"name":"normal"}],"zone":"UTC","calendars":[{"name":"always","zone":"UTC","week":{"mon":[["00:00","24:00"]]}}],
"metrics":[{"name":"response","start":["reported"],"stop":["responded"],"targets":[{"measure":"4h","calendar":"always","clause":"D-1"},{"when":{"type":"incident"},"measure":"1h","calendar":"always","clause":"D-2"}]}]}`
	name := filepath.Join(t.TempDir(), "desk.json")
	if err := os.WriteFile(name, []byte(document), 0o600); err != nil {
		t.Fatal(err)
	}
	const in = `{"id":"A","agreement":"desk","attributes":{"type":"incident"},"events":[{"at":"2026-03-02T10:00:00Z","kind":"reported","severity":"normal"}]}` + "\n"
	got := runCommand(diffCommand(), in, "-document", name, "-b", "attributes.type=request")
	if want := `"due":"2026-03-02T14:00:00Z","state":"running"},"moved":"3h0m0s"`; !strings.Contains(got.stdout, want) || got.status != 0 {
		t.Errorf("status %d, %s%s", got.status, got.stdout, got.stderr)
	}
}
