package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// answerTicket answers one ticket.
func answerTicket(line string, args ...string) outcome {
	return runWith(line+"\n", append([]string{"tickets"}, args...)...)
}

func TestTicketErrors(t *testing.T) {
	const kinds = "write reported, registered, contacted, responded, updated, plan_provided, info_requested, info_received, customer_replied, workaround_accepted, " +
		"development_required, forwarded, resolution_proposed, resolution_rejected, resolved, severity_changed, closed or reopened"
	const known = "write purchased, cumulocity, ispsystem or portx"
	const customer = `"customer":{"region":"EMEA","country":"DE","product":"VMmanager","tier":"Standard","zone":"UTC","response_days":{"S1":1,"S2":2,"S3":3,"S4":5}}`
	type row struct{ name, line, want string }
	rows := []row{
		{"unknown agreement", `{"agreement":"cumulosity","events":[]}`, `agreement: "cumulosity" is not an agreement; ` + known},
		{"an agreement without times", `{"agreement":"sempre","events":[]}`, `agreement: "sempre" promises no times: it has coverage and lifecycle only; ` + known},
		{"customer", `{"agreement":"portx","events":[]}`, `policy: customer.country: is missing; local public holidays do not count: write a region code, or NONE; ` +
			`customer.zone: is missing; the business hours are local time: write a name such as Europe/Berlin, or an offset such as +08:00; ` +
			`customer.response_days: is missing; the numbers are not in the text, so write business days, at least 1, for S1, S2, S3, S4`},
		{"an attribute twice", `{"agreement":"portx","attributes":{"a":"1","a":"2"},"events":[]}`, `policy: attributes[a]: appears twice in one object, first at column 36`},
		{"a number as attribute", `{"agreement":"portx","attributes":{"a":1},"events":[]}`, `policy: attributes[a]: 1 must be a string`},
	}
	for agreement, level := range map[string]string{"purchased": "1", "cumulocity": "Crisis", "ispsystem": "High", "portx": "S1"} {
		head := `{"agreement":"` + agreement + `",` + customer + `,`
		report := `{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"` + level + `","channel":"phone"}`
		rows = append(rows,
			row{agreement + ", attributes", head + `"attributes":{"tier":"gold","area":"7"},"events":[` + report + `]}`,
				`attributes: "area" is not an attribute of ` + agreement + `, which has none; leave it out`},
			row{agreement + ", unknown kind", head + `"events":[` + report + `,{"at":"2026-03-02T09:30:00Z","kind":"respnded"}]}`,
				`policy: events[1].kind: "respnded" is not a kind of event; did you mean "responded"? W` + kinds[1:]},
			row{agreement + ", misspelt with severity", head + `"events":[{"at":"2026-03-02T09:30:00Z","kind":"reportd","severity":"` + level + `","channel":"phone"}]}`,
				`policy: events[0].kind: "reportd" is not a kind of event; did you mean "reported"? W` + kinds[1:]},
		)
	}
	for _, tt := range rows {
		t.Run(tt.name, func(t *testing.T) {
			want := outcome{1, string(failure{line: 1, text: tt.want}.appendJSON(nil)) + "\n", ""}
			if diff := cmp.Diff(want, answerTicket(tt.line), cmp.AllowUnexported(outcome{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	// No attributes at all are none too many.
	const none = `{"agreement":"purchased","attributes":{},"events":[{"at":"2026-03-02T09:30:00Z","kind":"reported","severity":1,"channel":"phone"}]}`
	if got := answerTicket(none); got.status != 0 {
		t.Errorf("status %d: %s", got.status, got.stdout)
	}
}

// TestTicketTable: clocks, steps, owners, and what comes next.
func TestTicketTable(t *testing.T) {
	const line = `{"id":"C-2","agreement":"cumulocity","as_of":"2026-04-17T15:00:00+08:00","customer":{"region":"APJ","country":"MY-14"},"events":[` +
		`{"at":"2026-04-16T10:00:00+08:00","kind":"reported","severity":"Crisis","channel":"portal"},{"at":"2026-04-16T11:15:00+08:00","kind":"contacted"},` +
		`{"at":"2026-04-16T11:40:00+08:00","kind":"responded"},{"at":"2026-04-16T12:00:00+08:00","kind":"plan_provided"},` +
		`{"at":"2026-04-16T13:00:00+08:00","kind":"resolved"},{"at":"2026-04-16T14:00:00+08:00","kind":"closed"},` +
		`{"at":"2026-04-16T15:00:00+08:00","kind":"reopened","channel":"phone"}]}`
	got := answerTicket(line, "-format", "table")
	want := outcome{0, `TICKET    AGREEMENT   SEVERITY   CLOCK          STATE      TARGET           DUE                             REMAINING   CLAUSE
C-2       cumulocity  Crisis     response       met        30m0s            Thu 2026-04-16 11:45:00 +08:00  5m0s        CUM-2
                      Crisis     plan           met        4h0m0s           Thu 2026-04-16 15:15:00 +08:00  3h15m0s     CUM-5
                      Crisis     response 2     breached   30m0s            Thu 2026-04-16 15:30:00 +08:00  -23h30m0s   CUM-2
                      Crisis     plan 2         breached   4h0m0s           Thu 2026-04-16 19:00:00 +08:00  -20h0m0s    CUM-5
                                 step 1         cancelled                                                               CUM-7   → Regional Director
                                 step 2         cancelled                                                               CUM-7   → Global Vice President
                                 step 3         cancelled                                                               CUM-7   → Global Senior Vice President
                                 step 4         cancelled                                                               CUM-7   → Chief Operating Officer
                                 step 1         reached    ladder 2         Fri 2026-04-17 15:00:00 +08:00              CUM-7   → Regional Director
                                 step 2         pending    ladder 2         Sat 2026-04-18 15:00:00 +08:00              CUM-7   → Global Vice President
                                 step 3         pending    ladder 2         Sun 2026-04-19 15:00:00 +08:00              CUM-7   → Global Senior Vice President
                                 step 4         pending    ladder 2         Tue 2026-04-21 15:00:00 +08:00              CUM-7   → Chief Operating Officer
                                 owner APJ      from                        Thu 2026-04-16 10:00:00 +08:00
                                 owner EMEA     from                        Thu 2026-04-16 17:00:00 +08:00
                                 owner US       from                        Thu 2026-04-16 23:00:00 +08:00
                                 owner on-call  from                        Fri 2026-04-17 07:00:00 +08:00
                                 owner APJ      from                        Fri 2026-04-17 08:00:00 +08:00
                                 next                                       Fri 2026-04-17 17:00:00 +08:00  hand-over to EMEA
`, ""}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(outcome{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestTicketTableExplained: steps and owners have their reasons below them, too.
func TestTicketTableExplained(t *testing.T) {
	const line = `{"id":"C-3","agreement":"cumulocity","customer":{"region":"EMEA","country":"DE"},"events":[` +
		`{"at":"2026-03-02T18:30:00+01:00","kind":"reported","severity":"Critical","channel":"phone"},` +
		`{"at":"2026-03-04T10:00:00+01:00","kind":"resolution_proposed"},{"at":"2026-03-04T15:00:00+01:00","kind":"resolution_rejected"}]}`
	got := answerTicket(line, "-explain", "-format", "table")
	for _, want := range []string{
		" step 1         pending                     Tue 2026-03-10 13:00:00 +01:00              CUM-7   → Regional Director\n",
		"Critical: 5 business days", "[CUM-8]\n",
		" owner EMEA     from                        Tue 2026-03-03 08:00:00 +01:00\n    change   Tue 2026-03-03 08:00:00 +01:00  EMEA opens: the default region opens and takes over; it keeps the ticket  [CUM-9]\n",
	} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("no %q in\n%s", want, got.stdout)
		}
	}
}

// TestSampleTable: all agreements with clocks, no line too wide for a wide terminal.
func TestSampleTable(t *testing.T) {
	got := runWith("")
	for _, want := range []string{"P-1 ", "C-1 ", "I-1 ", "X-1 ", " step 4         pending                     Tue 2026-03-17 09:00:00 +01:00              CUM-7   → Chief Operating Officer\n",
		" owner APJ      from                        Thu 2026-04-16 10:00:00 +08:00\n"} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("no %q", want)
		}
	}
	for line := range strings.SplitSeq(got.stdout, "\n") {
		if len([]rune(line)) > 160 {
			t.Errorf("%d columns: %s", len([]rune(line)), line)
		}
	}
	if got.status != 0 || got.stderr != "" {
		t.Errorf("status %d, %s", got.status, got.stderr)
	}
}

// TestTicketsTableColumns: what comes next stands behind the columns and does not
// widen them, so that the second ticket's cells stand below the first one's.
func TestTicketsTableColumns(t *testing.T) {
	lines := strings.Split(runWith("", "tickets", "-format", "table", "sample.jsonl").stdout, "\n")
	at := strings.Index(lines[0], "CLAUSE")
	for _, i := range []int{1, 2, 4, 5, 7, 8} {
		if !strings.HasPrefix(lines[i][at:], "PUR-") && !strings.HasPrefix(lines[i][at:], "CUM-") {
			t.Errorf("no clause below CLAUSE:\n%s\n%s", lines[0], lines[i])
		}
	}
	if want := "2026-07-06 13:00:00 -05:00  response due"; !strings.HasSuffix(lines[3], want) {
		t.Errorf("%s, want %s at the end", lines[3], want)
	}
}
