package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy/document"
)

const (
	shop        = "testdata/shop.json"
	stocktaking = "testdata/shop-stocktaking.json" // the same, with one holiday more: Tuesday 2026-03-03
)

// clocksOf returns the clocks of answers: id, metric, due time, state, clause.
func clocksOf(t *testing.T, out string) (all []string) {
	t.Helper()
	for line := range strings.Lines(out) {
		var a struct {
			ID, Error string
			Clocks    []struct{ Metric, Due, State, Clause string }
		}
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		if a.Error != "" {
			all = append(all, a.ID+" "+a.Error)
		}
		for _, c := range a.Clocks {
			all = append(all, strings.Join([]string{a.ID, c.Metric, c.Due, c.State, c.Clause}, " "))
		}
	}
	return all
}

// shopTicket is a ticket of the shop that was reported at an instant.
func shopTicket(id, at, fields, events string) string {
	return fmt.Sprintf(`{"id":%q,"agreement":"shop",%s"events":[{"at":%q,"kind":"reported","severity":"p1"}%s]}`, id, fields, at, events) + "\n"
}

// TestDocumentTickets: the office is open from 09:00 to 17:00 on weekdays; 2026-03-02
// is a Monday.
func TestDocumentTickets(t *testing.T) {
	const monday = "2026-03-02T10:00:00Z"
	for _, tt := range []struct {
		name, in string
		args     []string
		want     []string
	}{
		{"times", shopTicket("A", monday, ``, ``), nil,
			// Four hours after 10:00, and the close of the second business day.
			[]string{"A response 2026-03-02T14:00:00Z running S-1", "A resolution 2026-03-04T17:00:00Z running S-3"}},
		{"an attribute", shopTicket("A", monday, `"attributes":{"tier":"gold"},`, ``), nil,
			[]string{"A response 2026-03-02T11:00:00Z running S-2", "A resolution 2026-03-04T17:00:00Z running S-3"}},
		{"the same as a field of the customer", shopTicket("A", monday, `"customer":{"tier":"gold"},`, ``), nil,
			[]string{"A response 2026-03-02T11:00:00Z running S-2", "A resolution 2026-03-04T17:00:00Z running S-3"}},
		{"events of its own", shopTicket("A", monday, ``, `,{"at":"2026-03-02T11:00:00Z","kind":"put_on_hold"},{"at":"2026-03-02T12:00:00Z","kind":"taken_off_hold"}`), nil,
			// An hour of the second day is lost: 10:00 of the third.
			[]string{"A response 2026-03-02T14:00:00Z running S-1", "A resolution 2026-03-05T10:00:00Z running S-3"}},
		{"as of", shopTicket("A", monday, ``, ``), []string{"-as-of", "2026-03-02T14:00:00.000000001Z"},
			[]string{"A response 2026-03-02T14:00:00Z breached S-1", "A resolution 2026-03-04T17:00:00Z running S-3"}},
		{"by the version at the report, whatever came before",
			shopTicket("A", "2026-05-29T10:00:00Z", ``, ``) + shopTicket("B", "2026-06-01T10:00:00Z", ``, ``) + shopTicket("C", "2026-05-31T23:59:59Z", ``, ``) + shopTicket("D", "2026-06-01T00:00:00Z", ``, ``), nil,
			[]string{"A response 2026-05-29T14:00:00Z running S-1", "A resolution 2026-06-02T17:00:00Z running S-3",
				"B response 2026-06-01T10:30:00Z running S-5",
				"C response 2026-06-01T13:00:00Z running S-1", "C resolution 2026-06-02T17:00:00Z running S-3",
				"D response 2026-06-01T09:30:00Z running S-5"}},
		{"an attribute that it does not have", shopTicket("A", monday, `"attributes":{"teir":"gold"},`, ``), nil,
			[]string{`A policy: attributes[teir]: is not an attribute of this agreement; write tier`}},
		{"an event that it does not have", shopTicket("A", monday, ``, `,{"at":"2026-03-02T11:00:00Z","kind":"put_off"}`), nil,
			[]string{`A policy: events[1].kind: "put_off" is not a kind of event; write reported, registered, contacted, responded, updated, plan_provided, info_requested, info_received, customer_replied, workaround_accepted, ` +
				`development_required, forwarded, resolution_proposed, resolution_rejected, resolved, severity_changed, closed, reopened, put_on_hold or taken_off_hold`}},
		{"without a report", `{"id":"A","agreement":"shop","events":[{"at":"2026-03-02T11:00:00Z","kind":"put_on_hold"}]}` + "\n", nil,
			[]string{`A policy: events: none is reported; it opens a ticket`}},
		{"beside the library's", `{"id":"P","agreement":"purchased","events":[{"at":"2026-03-02T09:30:00-05:00","kind":"reported","severity":1,"channel":"phone"}]}` + "\n" + shopTicket("A", monday, `"attributes":{"tier":"gold"},`, ``), nil,
			[]string{"P response 2026-03-02T10:30:00-05:00 running PUR-3",
				"A response 2026-03-02T11:00:00Z running S-2", "A resolution 2026-03-04T17:00:00Z running S-3"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := runWith(tt.in, append([]string{"tickets", "-document", shop}, tt.args...)...)
			if diff := cmp.Diff(tt.want, clocksOf(t, got.stdout)); diff != "" || got.stderr != "" {
				t.Errorf("%s (-want +got):\n%s", got.stderr, diff)
			}
		})
	}
}

// TestDocumentVersionIsKept: a document of one version that has a beginning does not
// judge what was reported before, also if the agreement is kept already, be it for a ticket
// without a report.
func TestDocumentVersionIsKept(t *testing.T) {
	text, err := os.ReadFile(shop)
	if err != nil {
		t.Fatal(err)
	}
	d, err := document.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	d.Version, d.Versions = d.Versions[1], nil
	if text, err = d.Encode(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "one.json")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	const unreported = `{"id":"N","agreement":"shop","events":[{"at":"2026-05-31T23:59:59Z","kind":"closed"}]}` + "\n"
	got := runWith(shopTicket("A", "2026-06-01T00:00:00Z", ``, ``)+unreported+shopTicket("B", "2026-05-31T23:59:59Z", ``, ``), "tickets", "-document", path)
	want := []string{"A response 2026-06-01T09:30:00Z running S-5",
		`N policy: events: none is reported; it opens a ticket`,
		`B policy: reported: "2026-05-31T23:59:59Z" is before the first version, which is in force from 2026-06-01T00:00:00Z`}
	if diff := cmp.Diff(want, clocksOf(t, got.stdout)); diff != "" || got.status != 1 {
		t.Errorf("status %d (-want +got):\n%s", got.status, diff)
	}
}

func TestDocumentTable(t *testing.T) {
	got := runWith(shopTicket("A", "2026-03-02T10:00:00Z", `"attributes":{"tier":"gold"},`, ``), "tickets", "-document", shop, "-format", "table")
	want := outcome{0, `TICKET    AGREEMENT   SEVERITY   CLOCK          STATE      TARGET           DUE                             REMAINING   CLAUSE
A         shop        urgent     response       running    1h0m0s           Mon 2026-03-02 11:00:00 +00:00  1h0m0s      S-2
                      urgent     resolution     running    2 business days  Wed 2026-03-04 17:00:00 +00:00  23h0m0s     S-3
                                 next                                       Mon 2026-03-02 11:00:00 +00:00  response due
`, ""}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(outcome{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDocumentExplain(t *testing.T) {
	got := runWith(shopTicket("A", "2026-03-02T16:30:00Z", `"attributes":{"tier":"gold"},`, ``), "tickets", "-document", shop, "-explain")
	for _, want := range []string{`{"step":"reading","text":"closed","by":"shop.night"}`, `{"step":"target","at":"2026-03-03T09:30:00Z","text":"urgent: 1h0m0s on office","by":"S-2"}`} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("%s\nlacks %s", got.stdout, want)
		}
	}
}

func TestDocumentReport(t *testing.T) {
	in := shopTicket("A", "2026-03-02T10:00:00Z", ``, `,{"at":"2026-03-02T14:00:00Z","kind":"responded"}`) +
		shopTicket("B", "2026-03-02T10:00:00Z", ``, `,{"at":"2026-03-02T14:00:01Z","kind":"responded"}`)
	got := runWith(in, "report", "-document", shop, "-format", "json")
	const want = `{"row":"clocks","agreement":"shop","metric":"response","severity":"urgent","month":"2026-03","clocks":2,"met":1,"breached":1,`
	if got.status != 0 || !strings.Contains(got.stdout, want) {
		t.Errorf("status %d, %s%s\nwant %s", got.status, got.stdout, got.stderr, want)
	}
}

func TestDocumentReleases(t *testing.T) {
	const in = `{"agreement":"shop-software","on":"2026-11-21","releases":[{"version":"2","released":"2026-09-01"},{"version":"1","released":"2025-05-10"}]}` + "\n"
	got := runWith(in, "releases", "-document", "testdata/releases.json")
	// Version 1 is supported for six months more after the release of version 2.
	const want = `{"version":"1","phase":"supported","from":"2025-05-10","through":"2027-03-01","supported":true,"services":["repairs"],"clause":"R-2"`
	if got.status != 0 || !strings.Contains(got.stdout, want) {
		t.Errorf("status %d, %s%s\nwant %s", got.status, got.stdout, got.stderr, want)
	}
}

// TestDocumentDiff: a day off on Tuesday moves the second business day from
// Wednesday to Thursday, and the response that runs on into Tuesday by a day. The
// day off is the cause; what was reported on Thursday does not differ.
func TestDocumentDiff(t *testing.T) {
	in := shopTicket("A", "2026-03-02T16:00:00Z", ``, ``) + shopTicket("B", "2026-03-05T10:00:00Z", ``, ``)
	got := runWith(in, "diff", "-a", shop, "-b", stocktaking)
	lines := strings.Split(fingerprints.ReplaceAllString(got.stdout, `"…"`), "\n")
	const (
		because  = `"because":[{"kind":"hours","name":"office","old":"…","new":"…"},{"kind":"closed","name":"Stocktaking","old":"counts","new":"closed: Stocktaking","at":"2026-03-03T09:00:00Z"}]`
		response = `"target":"4h0m0s","calendar":"office","clause":"S-1","started":"2026-03-02T16:00:00Z","due":`
		resolved = `"target":"2 business days","calendar":"office","clause":"S-3","started":"2026-03-02T16:00:00Z","due":`
		ticket   = `{"id":"A","agreement":"shop","as_of":"2026-03-02T16:00:00Z","clocks":[` +
			`{"metric":"response","round":1,"old":{"severity":"urgent",` + response + `"2026-03-03T12:00:00Z","state":"running"},` +
			`"new":{"severity":"urgent",` + response + `"2026-03-04T12:00:00Z","state":"running"},"moved":"24h0m0s",` + because + `},` +
			`{"metric":"resolution","round":1,"old":{"severity":"urgent",` + resolved + `"2026-03-04T17:00:00Z","state":"running"},` +
			`"new":{"severity":"urgent",` + resolved + `"2026-03-05T17:00:00Z","state":"running"},"moved":"24h0m0s",` + because + `}],` +
			`"next":{"old":{"at":"2026-03-03T12:00:00Z","what":"response due"},"new":{"at":"2026-03-04T12:00:00Z","what":"response due"}}}`
		causes = `"because":[{"agreement":"shop","kind":"hours","name":"office","clocks":2},{"agreement":"shop","kind":"closed","name":"Stocktaking","clocks":2}]}}`
	)
	if len(lines) != 3 || got.status != 0 {
		t.Fatalf("status %d, %s%s", got.status, got.stdout, got.stderr)
	}
	if diff := cmp.Diff(ticket, lines[0]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !strings.HasPrefix(lines[1], `{"summary":{"tickets":2,"differ":1,`) || !strings.HasSuffix(lines[1], causes) {
		t.Errorf("%s\nwant %s", lines[1], causes)
	}
}

// TestDocumentDiffSides: where documents of the sides and of both come together.
func TestDocumentDiffSides(t *testing.T) {
	if testing.Short() {
		t.Skip("goes through all years of several calendars; skipped with -short")
	}
	moved := []string{`"moved":"24h0m0s"`, `"name":"Stocktaking"`}
	ticket := shopTicket("A", "2026-03-02T16:00:00Z", ``, ``)
	for _, tt := range []struct {
		in, args string
		want     []string
	}{
		{ticket, "-document testdata/shop.json -b testdata/shop-stocktaking.json", moved},
		{ticket, "-document testdata/shop-stocktaking.json -a testdata/shop.json", moved},
		{ticket, "-a testdata/shop.json -b testdata/shop.json", []string{`{"summary":{"tickets":1,"differ":0,`}},
		// An hour from 16:00 is 17:00, in the office and by night: the clause alone differs.
		{ticket, "-document testdata/shop.json -a attributes.tier=gold -b attributes.tier=gold -b shop.night=gold",
			[]string{`"because":[{"kind":"reading","name":"shop.night","old":"closed","new":"gold"},{"kind":"clause","name":"S-4","old":"S-2","new":"S-4"}`, `"calendar":"always"`}},
		{ticket, "-document testdata/shop.json -b attributes.tier=gold", []string{`"because":[{"kind":"clause","name":"S-2","old":"S-1","new":"S-2"}`, `"moved":"-19h0m0s"`}},
		{ticket, "-a testdata/shop.json -b testdata/shop-stocktaking.json -b attributes.tier=gold", []string{`"name":"S-2"`, `"name":"Stocktaking"`}},
		{`{"agreement":"purchased","events":[{"at":"2026-03-02T09:30:00-05:00","kind":"reported","severity":1,"channel":"phone"}]}`,
			"-b ../../policy/document/testdata/purchased.json", []string{`{"summary":{"tickets":1,"differ":0,`}},
	} {
		got := runWith(tt.in, append([]string{"diff"}, strings.Fields(tt.args)...)...)
		for _, want := range tt.want {
			if got.status != 0 || !strings.Contains(got.stdout, want) {
				t.Errorf("%s: status %d, %s%s\nwant %s", tt.args, got.status, got.stdout, got.stderr, want)
			}
		}
	}
}

func TestDocumentUsage(t *testing.T) {
	const mistakes = `testdata/mistakes.json:6:44: calendars[0].zone: "Europe/Atlantis" is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00
testdata/mistakes.json:11:16: metrics[0].stop[0]: "answered" is not an event; write reported, registered, contacted, responded, updated, plan_provided, info_requested, info_received, customer_replied, workaround_accepted, development_required, forwarded, resolution_proposed, resolution_rejected, resolved, severity_changed, closed or reopened, or declare it in events
testdata/mistakes.json:12:49: metrics[0].targets[0].calendar: "ofice" is not a calendar; write office
`
	for args, want := range map[string]string{
		"tickets -document testdata/mistakes.json":                               mistakes,
		"report -document testdata/mistakes.json":                                mistakes,
		"releases -document testdata/mistakes.json":                              mistakes,
		"diff -b testdata/mistakes.json":                                         mistakes,
		"diff -document testdata/mistakes.json -b testdata/shop.json":            mistakes,
		"tickets -document document_test.go":                                     `document_test.go:1:1: package is not a JSON value` + "\n",
		"tickets -document testdata/none.json":                                   "slaclock: tickets: open testdata/none.json: no such file or directory\n",
		"tickets -document testdata/shop.json -document testdata/shop.json":      `slaclock: tickets: testdata/shop.json: name: "shop" is that of testdata/shop.json too` + "\n",
		"tickets -document ../../policy/document/testdata/purchased.json":        `slaclock: tickets: ../../policy/document/testdata/purchased.json: name: "purchased" is an agreement of the library; give it another name` + "\n",
		"tickets -document testdata/releases.json":                               "slaclock: tickets: testdata/releases.json: levels: are missing; shop-software promises no times to tickets\n",
		"releases -document ../../policy/document/testdata/sempre.json":          `slaclock: releases: ../../policy/document/testdata/sempre.json: name: "sempre" is an agreement of the library; give it another name` + "\n",
		"releases -document testdata/shop.json":                                  "slaclock: releases: testdata/shop.json: policy: releases: are missing; the document says nothing of releases\n",
		"diff -b testdata/shop.json":                                             `slaclock: diff: testdata/shop.json: "shop" is an agreement of one side alone; give the other side a document of it too, or both by -document` + "\n",
		"diff -a testdata/shop.json -b purchased.zone=-05:00":                    `slaclock: diff: testdata/shop.json: "shop" is an agreement of one side alone; give the other side a document of it too, or both by -document` + "\n",
		"diff -a testdata/shop.json -a testdata/shop.json -b ./x.json":           `slaclock: diff: testdata/shop.json: name: "shop" is that of testdata/shop.json too` + "\n",
		"diff -document testdata/shop.json":                                      "slaclock: diff: say what is different, such as -b purchased.zone=America/New_York\n",
		"diff -document testdata/shop.json -b shop.night=never":                  `slaclock: diff: policy: readings[shop.night]: "never" is not a value of this reading; write closed or gold` + "\n",
		"diff -document testdata/shop.json -b shap.night=gold":                   `slaclock: diff: "shap.night" is not a reading; write purchased.zone, purchased.holidays, purchased.severity_change, cumulocity.zone, cumulocity.other_hubs, cumulocity.reaction_standard, cumulocity.no_call, cumulocity.severity_change, ispsystem.billing_days, ispsystem.auto_close, ispsystem.severity_change, portx.severity_change or shop.night` + "\n",
		"diff -document testdata/shop.json -b " + "./a=b.json":                   "slaclock: diff: open ./a=b.json: no such file or directory\n",
		"diff -document testdata/shop.json -b attributes.tier=x.json no/such.in": "slaclock: open no/such.in: no such file or directory\n",
	} {
		got := runWith("", strings.Fields(args)...)
		status := 2
		if strings.HasSuffix(args, ".in") {
			status = 1 // an override, not a document
		}
		if got.stderr != want || got.status != status {
			t.Errorf("%s: status %d (-want +got):\n%s", args, got.status, cmp.Diff(want, got.stderr))
		}
	}
}

// TestDocumentMark: a document begins with the mark that some editors write, and is read
// as without it.
func TestDocumentMark(t *testing.T) {
	text, err := os.ReadFile(shop)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "marked.json")
	if err := os.WriteFile(path, append([]byte("\uFEFF"), text...), 0o600); err != nil {
		t.Fatal(err)
	}
	got := runWith(shopTicket("A", "2026-03-02T10:00:00Z", ``, ``), "tickets", "-document", path)
	want := []string{"A response 2026-03-02T14:00:00Z running S-1", "A resolution 2026-03-04T17:00:00Z running S-3"}
	if diff := cmp.Diff(want, clocksOf(t, got.stdout)); got.status != 0 || diff != "" {
		t.Errorf("status %d, %s (-want +got):\n%s", got.status, got.stderr, diff)
	}
}

// TestDocumentErrorIsOne: a document's mistakes can be told from other errors.
func TestDocumentErrorIsOne(t *testing.T) {
	if _, err := readDocument("testdata/mistakes.json"); !errors.Is(err, document.ErrDocument) {
		t.Error(err)
	}
	if _, err := readDocument("testdata"); err == nil {
		t.Error("a folder can be read")
	}
}

// TestDocumentNamedSempre: a document cannot take the name of an agreement of the
// library that promises no times either, whose tickets are an error.
func TestDocumentNamedSempre(t *testing.T) {
	text, err := os.ReadFile("testdata/shop.json")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "sempre.json")
	if err := os.WriteFile(path, bytes.Replace(text, []byte(`"name": "shop"`), []byte(`"name": "sempre"`), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	got := runWith("", "tickets", "-document", path)
	want := "slaclock: tickets: " + path + `: name: "sempre" is an agreement of the library; give it another name` + "\n"
	if got.status != 2 || got.stderr != want {
		t.Errorf("%+v, want %s", got, want)
	}
}
