package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// runCommand runs one command.
func runCommand(c command, stdin string, args ...string) outcome {
	var stdout, stderr strings.Builder
	status := c.run(&program{stdin: strings.NewReader(stdin), stdout: &stdout, stderr: &stderr}, args)
	return outcome{status, stdout.String(), stderr.String()}
}

// reportInput has tickets whose figures are worked out here:
//
//	A  response 2 h of 8 h. Resolution in 11 + 12 + 2 = 25 h; from there to the close of
//	   the fifth business day, Monday 9 March, 10 + 12 + 12 + 12 = 46 h, so 25 of 71: 35.21 %
//	B  response due at 17:00, given at 18:00: 9 h of 8 h, an hour late; resolution open
//	C  Severity 1 by e-mail waits for the call
//	D  response 70 min of 120: 58.33 %; update open; four hours old, all in EMEA's hours
//	E  names no agreement
const reportInput = `{"id":"A","agreement":"purchased","as_of":"2026-03-10T09:00:00-05:00","events":[{"at":"2026-03-02T09:00:00-05:00","kind":"reported","severity":"2","channel":"email"},{"at":"2026-03-02T11:00:00-05:00","kind":"responded"},{"at":"2026-03-04T10:00:00-05:00","kind":"resolved"}]}
{"id":"B","agreement":"purchased","as_of":"2026-03-02T19:00:00-05:00","events":[{"at":"2026-03-02T09:00:00-05:00","kind":"reported","severity":"2","channel":"email"},{"at":"2026-03-02T18:00:00-05:00","kind":"responded"}]}
{"id":"C","agreement":"purchased","as_of":"2026-03-02T10:00:00-05:00","events":[{"at":"2026-03-02T09:00:00-05:00","kind":"reported","severity":"1","channel":"email"}]}
{"id":"D","agreement":"cumulocity","as_of":"2026-03-02T12:00:00Z","customer":{"region":"EMEA","country":"NONE"},"events":[{"at":"2026-03-02T09:00:00+01:00","kind":"reported","severity":"Critical","channel":"portal"},{"at":"2026-03-02T10:10:00+01:00","kind":"responded"}]}

{"id":"E","agreement":"none","events":[{"at":"2026-03-02T09:00:00+01:00","kind":"reported","severity":"1"}]}
`

func TestReportCommand(t *testing.T) {
	const failed = `"id":"E","error":"agreement: \"none\" is not an agreement; write purchased, cumulocity, ispsystem or portx"}`
	want := outcome{1, `{"line":6,` + failed + `
{"row":"clocks","agreement":"cumulocity","metric":"response","severity":"Critical","month":"2026-03","clocks":1,"met":1,"breached":0,"overdue":0,"open":0,"paused":0,"waiting":0,"cancelled":0,"unknown":0,"share":100.0,"elapsed":{"count":1,"median":"1h10m0s","p90":"1h10m0s","p95":"1h10m0s"},"of_target":{"count":1,"median":58.4,"p90":58.4,"p95":58.4}}
{"row":"clocks","agreement":"cumulocity","metric":"update","severity":"Critical","month":"2026-03","clocks":1,"met":0,"breached":0,"overdue":0,"open":1,"paused":0,"waiting":0,"cancelled":0,"unknown":0}
{"row":"clocks","agreement":"purchased","metric":"resolution","severity":"2","month":"2026-03","clocks":2,"met":1,"breached":0,"overdue":0,"open":1,"paused":0,"waiting":0,"cancelled":0,"unknown":0,"share":100.0,"elapsed":{"count":1,"median":"25h0m0s","p90":"25h0m0s","p95":"25h0m0s"},"of_target":{"count":1,"median":35.3,"p90":35.3,"p95":35.3}}
{"row":"clocks","agreement":"purchased","metric":"response","severity":"1","clocks":1,"met":0,"breached":0,"overdue":0,"open":0,"paused":0,"waiting":1,"cancelled":0,"unknown":0}
{"row":"clocks","agreement":"purchased","metric":"response","severity":"2","month":"2026-03","clocks":2,"met":1,"breached":1,"overdue":0,"open":0,"paused":0,"waiting":0,"cancelled":0,"unknown":0,"share":50.0,"elapsed":{"count":2,"median":"2h0m0s","p90":"9h0m0s","p95":"9h0m0s"},"of_target":{"count":2,"median":25.0,"p90":112.5,"p95":112.5}}
{"row":"late","agreement":"purchased","metric":"response","id":"B","round":1,"severity":"2","due":"2026-03-02T17:00:00-05:00","stopped":true,"overdue":"1h0m0s","wall":"1h0m0s"}
{"row":"owner","agreement":"cumulocity","month":"2026-03","region":"EMEA","tickets":1,"open":"4h0m0s","worked":"4h0m0s","unknown":0}
{"row":"total","tickets":4,"at_last_event":0}
`, ""}
	got := runCommand(reportCommand(), reportInput)
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(outcome{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReportTable(t *testing.T) {
	want := []string{
		`error: line 6, E: agreement: "none" is not an agreement; write purchased, cumulocity, ispsystem or portx`,
		"AGREEMENT   CLOCK       SEVERITY   MONTH    CLOCKS  MET  BREACHED  OVERDUE  OPEN  PAUSED  WAITING  CANCELLED  UNKNOWN  SHARE  MEDIAN      90TH        95TH        OF TARGET  90TH   95TH ",
		"cumulocity  response    Critical   2026-03  1       1    0         0        0     0       0        0          0        100.0%  1h10m0s     1h10m0s     1h10m0s     58.4%      58.4%  58.4%",
		"cumulocity  update      Critical   2026-03  1       0    0         0        1     0       0        0          0        none",
		"purchased   resolution  2          2026-03  2       1    0         0        1     0       0        0          0        100.0%  25h0m0s     25h0m0s     25h0m0s     35.3%      35.3%  35.3%",
		"purchased   response    1          none     1       0    0         0        0     0       1        0          0        none",
		"purchased   response    2          2026-03  2       1    1         0        0     0       0        0          0        50.0%   2h0m0s      9h0m0s      9h0m0s      25.0%      112.5%  112.5%",
		"",
		"AGREEMENT   LATE        TICKET    SEVERITY   DUE                             OVERDUE     BY THE WALL",
		"purchased   response    B         2          Mon 2026-03-02 17:00:00 -05:00  1h0m0s      1h0m0s",
		"",
		"AGREEMENT   OWNER     MONTH    TICKETS  OPEN        WORKED",
		"cumulocity  EMEA      2026-03  1        4h0m0s      4h0m0s",
		"",
		"tickets: 4",
		"",
	}
	got := runCommand(reportCommand(), reportInput, "-format", "table")
	if diff := cmp.Diff(want, strings.Split(got.stdout, "\n")); diff != "" || got.status != 1 {
		t.Errorf("status %d (-want +got):\n%s", got.status, diff)
	}
}

// TestReportOfSilence: a ticket without as_of is judged at its own last event, and a clock
// that is open there is never overdue. The report counts the tickets of which that is so:
// not one that is answered and has no other clock, nor any with an instant of its own.
func TestReportOfSilence(t *testing.T) {
	const (
		answered = `{"id":"A","agreement":"purchased","events":[{"at":"2026-03-02T09:00:00-05:00","kind":"reported","severity":"2","channel":"email"},{"at":"2026-03-02T11:00:00-05:00","kind":"resolved"}]}` + "\n"
		silent   = `{"id":"B","agreement":"purchased","events":[{"at":"2026-03-02T09:00:00-05:00","kind":"reported","severity":"2","channel":"email"}]}` + "\n"
		waiting  = `{"id":"C","agreement":"purchased","events":[{"at":"2026-03-02T09:00:00-05:00","kind":"reported","severity":"1","channel":"email"}]}` + "\n"
		dated    = `{"id":"D","agreement":"purchased","as_of":"2026-03-02T09:00:00-05:00","events":[{"at":"2026-03-02T09:00:00-05:00","kind":"reported","severity":"2","channel":"email"}]}` + "\n"
	)
	for _, c := range []struct {
		name, in, args string
		json, table    string // the last line, and all after the empty one
	}{
		{"answered", answered, "", `{"row":"total","tickets":1,"at_last_event":0}`, "tickets: 1"},
		{"with an instant", dated, "", `{"row":"total","tickets":1,"at_last_event":0}`, "tickets: 1"},
		{"one", answered + silent + dated, "", `{"row":"total","tickets":3,"at_last_event":1}`,
			"tickets: 3\n1 open ticket was judged at its own last event; give -as-of to judge it later"},
		{"two", answered + silent + waiting, "", `{"row":"total","tickets":3,"at_last_event":2}`,
			"tickets: 3\n2 open tickets were judged at their own last event; give -as-of to judge them later"},
		{"one instant for all", answered + silent + waiting, "-as-of 2026-07-01T00:00:00Z", `{"row":"total","tickets":3,"at_last_event":0}`, "tickets: 3"},
	} {
		got := runCommand(reportCommand(), c.in, strings.Fields(c.args)...)
		if got.status != 0 || !strings.HasSuffix(got.stdout, "\n"+c.json+"\n") {
			t.Errorf("%s: status %d, %s", c.name, got.status, got.stdout)
		}
		got = runCommand(reportCommand(), c.in, append(strings.Fields(c.args), "-format", "table")...)
		if got.status != 0 || !strings.HasSuffix(got.stdout, "\n\n"+c.table+"\n") {
			t.Errorf("%s: status %d, %s", c.name, got.status, got.stdout)
		}
	}
	if got := runCommand(reportCommand(), "", "-h"); !strings.Contains(got.stdout, "(default each ticket's as_of, or its own last event)") {
		t.Errorf("-h: %s", got.stdout)
	}
}

// TestReportFlags: a month by what else, no late clocks, and an instant for all.
func TestReportFlags(t *testing.T) {
	for _, c := range []struct {
		args, want string
		there      bool
	}{
		{"-month due", `"metric":"update","severity":"Critical","month":"2026-03"`, true},
		{"-month stopped", `"metric":"update","severity":"Critical","clocks":1`, true},
		{"-n 0", `"row":"late"`, false},
		{"-n 1", `"row":"late"`, true},
		{"-as-of 2026-04-01T00:00:00Z", `"metric":"resolution","severity":"2","month":"2026-03","clocks":2,"met":1,"breached":1,"overdue":1`, true},
	} {
		if got := runCommand(reportCommand(), reportInput, strings.Fields(c.args)...); strings.Contains(got.stdout, c.want) != c.there {
			t.Errorf("%s: %s", c.args, got.stdout)
		}
	}
}

func TestReportUsage(t *testing.T) {
	for args, want := range map[string]string{
		"-month march":       `slaclock: invalid value "march" for flag -month: compliance: basis: "march" is not a basis; write started, due or stopped`,
		"-n -1":              `slaclock: invalid value "-1" for flag -n: write a number from 0 to 1000000`,
		"-as-of noon":        `slaclock: invalid value "noon" for flag -as-of: `,
		"f -format json":     `slaclock: report: "-format" comes too late: flags stand before files; write "./-format" for a file of that name`,
		"-format csv":        `slaclock: invalid value "csv" for flag -format: write json or table`,
		"-format json -what": `slaclock: flag provided but not defined: -what`,
	} {
		got := runCommand(reportCommand(), "", strings.Fields(args)...)
		if got.status != 2 || got.stdout != "" || !strings.HasPrefix(got.stderr, want) {
			t.Errorf("%s: status %d, %s\nwant %s", args, got.status, got.stderr, want)
		}
	}
	if got := runCommand(reportCommand(), "", "-h"); got.status != 0 || !strings.HasPrefix(got.stdout, "usage: slaclock report [-document FILE] [-as-of INSTANT]") || !strings.Contains(got.stdout, "nearest rank") {
		t.Errorf("-h: %v", got)
	}
	if got, want := runCommand(reportCommand(), ""), (outcome{0, `{"row":"total","tickets":0,"at_last_event":0}` + "\n", ""}); got != want {
		t.Errorf("of nothing: %v", got)
	}
}

// TestGatherWriteError: a full disk is told once.
func TestGatherWriteError(t *testing.T) {
	for _, stdin := range []string{reportInput, strings.Repeat(reportInput, 2000)} {
		var stderr strings.Builder
		status := reportCommand().run(&program{stdin: strings.NewReader(stdin), stdout: full{}, stderr: &stderr}, nil)
		if status != 1 || stderr.String() != "slaclock: disk full\n" {
			t.Errorf("status %d, %q", status, stderr.String())
		}
	}
}

// TestReportSameByWorkers: many lines give the same report whoever counts them.
func TestReportSameByWorkers(t *testing.T) {
	lines := strings.Repeat(reportInput, 50)
	first := runCommand(reportCommand(), lines)
	for range 3 {
		if again := runCommand(reportCommand(), lines); again != first {
			t.Fatalf("once %s\nonce %s", first.stdout, again.stdout)
		}
	}
	if !strings.HasSuffix(first.stdout, `{"row":"total","tickets":200,"at_last_event":0}`+"\n") {
		t.Error(first.stdout)
	}
}
