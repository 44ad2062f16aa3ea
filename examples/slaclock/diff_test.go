package main

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// diffInput has a ticket after the clocks of New York went forward, one before,
// one of another agreement, and one that is wrong.
//
// Z was reported at 11:30 in -05:00. There 8 h end at 19:30, before the close at
// 20:00. New York's close is at 19:00 of -05:00, so that 7.5 h fit, and half an hour
// is left for 08:00 there: 12 h later than 19:30. The fifth business day closes an
// hour earlier. At 19:45 the response is breached in -05:00, and saved in New York.
const diffInput = `{"id":"Z","agreement":"purchased","as_of":"2026-03-16T19:45:00-05:00","events":[{"at":"2026-03-16T11:30:00-05:00","kind":"reported","severity":"2","channel":"email"}]}
{"id":"Y","agreement":"purchased","as_of":"2026-01-05T10:00:00-05:00","events":[{"at":"2026-01-05T09:00:00-05:00","kind":"reported","severity":"2","channel":"email"}]}
{"id":"X","agreement":"ispsystem","customer":{"product":"VMmanager","tier":"Standard"},"events":[{"at":"2026-03-16T11:30:00Z","kind":"reported","severity":"High"}]}
{"id":"W","agreement":"purchased","events":[]}
`

var fingerprints = regexp.MustCompile(`"[0-9a-f]{12}"`)

func TestDiffCommand(t *testing.T) {
	const (
		reading = `{"kind":"reading","name":"purchased.zone","old":"-05:00","new":"America/New_York"}`
		because = `"because":[` + reading + `,{"kind":"hours","name":"business-hours","old":"…","new":"…"},{"kind":"closed","name":"shifted hours","old":"counts","new":"closed: night","at":"2026-03-16T20:00:00-04:00"}]`
		changed = `{"id":"Z","agreement":"purchased","as_of":"2026-03-16T19:45:00-05:00","clocks":[` +
			`{"metric":"response","round":1,` +
			`"old":{"severity":"2","target":"8h0m0s","calendar":"business-hours","clause":"PUR-4","started":"2026-03-16T11:30:00-05:00","due":"2026-03-16T19:30:00-05:00","state":"breached"},` +
			`"new":{"severity":"2","target":"8h0m0s","calendar":"business-hours","clause":"PUR-4","started":"2026-03-16T12:30:00-04:00","due":"2026-03-17T08:30:00-04:00","state":"running"},` +
			`"moved":"12h0m0s","verdict":"saved",` + because + `},` +
			`{"metric":"resolution","round":1,` +
			`"old":{"severity":"2","target":"5 business days","calendar":"business-hours","clause":"PUR-4","started":"2026-03-16T11:30:00-05:00","due":"2026-03-23T20:00:00-05:00","state":"running"},` +
			`"new":{"severity":"2","target":"5 business days","calendar":"business-hours","clause":"PUR-4","started":"2026-03-16T12:30:00-04:00","due":"2026-03-23T20:00:00-04:00","state":"running"},` +
			`"moved":"-1h0m0s",` + because + `}],` +
			`"next":{"old":{"at":"2026-03-23T20:00:00-05:00","what":"resolution due"},"new":{"at":"2026-03-17T08:30:00-04:00","what":"response due"}},` +
			`"readings":[` + reading + `]}`
		summary = `{"summary":{"tickets":3,"differ":1,"rows":[` +
			`{"agreement":"ispsystem","metric":"response","severity":"High","clocks":1,"differ":0,"earlier":0,"later":0,"appeared":0,"vanished":0,"breached":0,"saved":0},` +
			`{"agreement":"purchased","metric":"resolution","severity":"2","clocks":2,"differ":1,"earlier":1,"later":0,"appeared":0,"vanished":0,"breached":0,"saved":0,"min":"-1h0m0s","median":"-1h0m0s","max":"-1h0m0s"},` +
			`{"agreement":"purchased","metric":"response","severity":"2","clocks":2,"differ":1,"earlier":0,"later":1,"appeared":0,"vanished":0,"breached":0,"saved":1,"min":"12h0m0s","median":"12h0m0s","max":"12h0m0s"}],` +
			`"breached":{"total":0,"list":[]},"saved":{"total":1,"list":[{"id":"Z","agreement":"purchased","metric":"response","round":1,"severity":"2"}]},` +
			`"because":[{"agreement":"purchased","kind":"reading","name":"purchased.zone","old":"-05:00","new":"America/New_York","clocks":2},` +
			`{"agreement":"purchased","kind":"hours","name":"business-hours","clocks":2},{"agreement":"purchased","kind":"closed","name":"shifted hours","clocks":2}]}}`
	)
	got := runCommand(diffCommand(), diffInput, "-b", "purchased.zone=America/New_York")
	lines := strings.Split(fingerprints.ReplaceAllString(got.stdout, `"…"`), "\n")
	if len(lines) != 4 || !strings.HasPrefix(lines[1], `{"line":4,"id":"W","error":"`) {
		t.Fatalf("%s", got.stdout)
	}
	lines[1] = "W"
	if diff := cmp.Diff([]string{changed, "W", summary, ""}, lines); diff != "" || got.status != 1 || got.stderr != "" {
		t.Errorf("status %d, %q (-want +got):\n%s", got.status, got.stderr, diff)
	}
}

func TestDiffTable(t *testing.T) {
	three, _, _ := strings.Cut(diffInput, `{"id":"W"`)
	want := []string{
		"TICKET    AGREEMENT   SEVERITY   DIFFERENT     OLD                             NEW                             MOVED       STATE     BECAUSE",
		"Z         purchased   2          response      Mon 2026-03-16 19:30:00 -05:00  Tue 2026-03-17 08:30:00 -04:00  12h0m0s     breached to running  purchased.zone=America/New_York, shifted hours",
		"                      2          resolution    Mon 2026-03-23 20:00:00 -05:00  Mon 2026-03-23 20:00:00 -04:00  -1h0m0s     running              purchased.zone=America/New_York, shifted hours",
		"",
		"AGREEMENT   CLOCK       SEVERITY   CLOCKS  DIFFER  EARLIER  LATER  APPEARED  VANISHED  BREACHED  SAVED  LEAST       MEDIAN      GREATEST",
		"purchased   resolution  2          2       1       1        0      0         0         0         0      -1h0m0s     -1h0m0s     -1h0m0s",
		"purchased   response    2          2       1       0        1      0         0         0         1      12h0m0s     12h0m0s     12h0m0s",
		"",
		"AGREEMENT   BECAUSE   OF                              OLD         NEW         CLOCKS",
		"purchased   reading   purchased.zone                  -05:00      America/New_York  2",
		"purchased   hours     business-hours                                                2",
		"purchased   closed    shifted hours                                                 2",
		"",
		"tickets: 3, of which 1 differ",
		"newly breached: 0",
		"saved: 1: Z response",
		"",
	}
	got := runCommand(diffCommand(), three, "-b", "purchased.zone=America/New_York", "-format", "table")
	if diff := cmp.Diff(want, strings.Split(got.stdout, "\n")); diff != "" || got.status != 0 {
		t.Errorf("status %d (-want +got):\n%s", got.status, diff)
	}
}

// TestDiffSides: what is overridden on both sides, and what a side cannot judge.
func TestDiffSides(t *testing.T) {
	if testing.Short() {
		t.Skip("goes through all years of several calendars; skipped with -short")
	}
	first, _, _ := strings.Cut(diffInput, "\n")
	for _, c := range []struct{ args, want string }{
		{"-a purchased.zone=America/New_York -b purchased.zone=America/New_York", `{"summary":{"tickets":1,"differ":0,`},
		{"-a purchased.zone=America/New_York", `"moved":"-12h0m0s","verdict":"breached"`},
		{"-why=false -b purchased.zone=America/New_York", `"because":[{"kind":"reading","name":"purchased.zone","old":"-05:00","new":"America/New_York"}]`},
		{"-as-of 2026-03-16T12:00:00-05:00 -b purchased.zone=America/New_York", `"saved":{"total":0,"list":[]}`},
		{"-n 0 -b purchased.zone=America/New_York", `"saved":{"total":1,"list":[]}`},
		{"-b customer.add_ons=x", `"error":"new side: policy: customer.add_ons[0]: \"x\" is not an add-on; write call-in"`},
		{"-a customer.add_ons=x", `"error":"old side: policy: customer.add_ons[0]: \"x\" is not an add-on; write call-in"`},
	} {
		if got := runCommand(diffCommand(), first, strings.Fields(c.args)...); !strings.Contains(got.stdout, c.want) {
			t.Errorf("%s: %s%s\nwant %s", c.args, got.stdout, got.stderr, c.want)
		}
	}
}

func TestDiffUsage(t *testing.T) {
	for args, want := range map[string]string{
		"":                     `slaclock: diff: say what is different, such as -b purchased.zone=America/New_York`,
		"-b zone=UTC":          `slaclock: invalid value "zone=UTC" for flag -b: whatif: override "zone=UTC": is neither a reading, such as purchased.zone, nor a field of the customer, such as customer.country, nor an attribute, such as attributes.type; write readings.zone for a reading of that name`,
		"-b purchased.tone=x":  `slaclock: diff: policy: readings[purchased.tone]: is not a reading of this agreement; write purchased.zone`,
		"-b purchased.zone=x":  `slaclock: diff: policy: readings[purchased.zone]: "x" is not a value of this reading; write -05:00 or America/New_York`,
		"-a sempre.previous=x": `slaclock: diff: "sempre.previous" is not a reading; write purchased.zone, purchased.holidays, purchased.severity_change, cumulocity.zone, cumulocity.other_hubs, cumulocity.reaction_standard, cumulocity.no_call, cumulocity.severity_change, ispsystem.billing_days, ispsystem.auto_close, ispsystem.severity_change or portx.severity_change`,
		"-b purchased.prior_release=from_own_release":                       `slaclock: diff: "purchased.prior_release" is a reading on which no ticket depends; leave it out`,
		"-b readings.zone=UTC":                                              `slaclock: diff: "readings.zone" is not a reading; write purchased.zone, `,
		"-b customer.colour=re":                                             `slaclock: invalid value "customer.colour=re" for flag -b: whatif: override "customer.colour=re": is not a field of the customer`,
		"-a portx.severity_change=fair -a portx.severity_change=from_start": `slaclock: invalid value "portx.severity_change=from_start" for flag -a: whatif: override "portx.severity_change=from_start": there is a value already, "fair"`,
	} {
		got := runCommand(diffCommand(), "", strings.Fields(args)...)
		if got.status != 2 || got.stdout != "" || !strings.HasPrefix(got.stderr, want) {
			t.Errorf("%s: status %d, %s\nwant %s", args, got.status, got.stderr, want)
		}
	}
}
