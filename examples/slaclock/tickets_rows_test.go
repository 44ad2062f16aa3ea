package main

import (
	"bufio"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
)

// TestTicketRowsKeepColumns: steps, owners and thresholds have their names, states and
// instants below those of the clocks.
func TestTicketRowsKeepColumns(t *testing.T) {
	const dir = "../documents/enterprise-desk.json"
	lines, err := os.ReadFile(dir + "l")
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(string(lines), "\n")
	got := runWith(first+"\n", "tickets", "-document", dir, "-format", "table")
	// The head and the first rows are as wide as what was printed until then.
	want := `TICKET    AGREEMENT   SEVERITY   CLOCK          STATE      TARGET           DUE                             REMAINING   CLAUSE
critical in Europe  enterprise-desk  critical   response       running    30m0s            Mon 2026-03-02 16:30:00 +00:00  30m0s       E-1
                                     critical   resolution     running    4h0m0s           Tue 2026-03-03 10:00:00 +00:00  4h0m0s      E-2
                                                step 1         reached                     Mon 2026-03-02 16:00:00 +00:00              E-7     → duty manager
                                                step 2         pending                     Tue 2026-03-03 10:00:00 +00:00              E-7     → service owner
                                                step 3         pending                     Wed 2026-03-04 16:00:00 +00:00              E-7     → managing director
                                                response       pending    75%              Mon 2026-03-02 16:22:30 +00:00              E-3     → queue lead
                                                response       pending    100%             Mon 2026-03-02 16:30:00 +00:00              E-3     → duty manager
                                                resolution     pending    50%              Mon 2026-03-02 18:00:00 +00:00              E-5     → queue lead
                                                resolution     pending    75%              Tue 2026-03-03 09:00:00 +00:00              E-5     → duty manager
                                                resolution     pending    100%             Tue 2026-03-03 10:00:00 +00:00              E-5     → service owner
                                                resolution     pending    120%             Tue 2026-03-03 10:48:00 +00:00              E-5     → head of operations
                                                resolution     pending    1h0m0s before due  Tue 2026-03-03 09:00:00 +00:00              E-6     → assignee
                                                resolution     pending    1 business day after due  Wed 2026-03-04 10:00:00 +00:00              E-6     → account director
                                                next                                                Mon 2026-03-02 16:22:30 +00:00  response 75%
`
	if diff := cmp.Diff(want, got.stdout); diff != "" || got.status != 0 {
		t.Errorf("status %d, %s (-want +got):\n%s", got.status, got.stderr, diff)
	}
}

// TestRungRow: a repeat and a further ladder stand below TARGET; who is told, when, and
// why an instant is not known stand behind the columns.
func TestRungRow(t *testing.T) {
	p, _, err := newTickets().policies.of(&policy.Ticket{Agreement: "purchased"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	a := ticketAnswer{policy: p}
	at := calendar.At(time.Date(2026, time.March, 2, 14, 0, 0, 0, time.UTC))
	told := calendar.At(time.Date(2026, time.March, 2, 15, 0, 0, 0, time.UTC))
	unknown, err := calendar.MomentOf(time.Time{}, &calendar.CoverageError{Region: "MY"})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		rung policy.Rung
		want string
	}{
		{policy.Rung{Step: 1, Round: 1, To: "Anna", At: at, Clause: "C"},
			"step 1    pending                      Mon 2026-03-02 09:00:00 -05:00    C   → Anna"},
		{policy.Rung{Step: 2, Round: 1, Repeat: 3, To: "Anna", At: at, Clause: "C"},
			"step 2    pending  repeat 3            Mon 2026-03-02 09:00:00 -05:00    C   → Anna"},
		{policy.Rung{Step: 2, Round: 2, Repeat: 3, To: "Anna", At: at, Clause: "C"},
			"step 2    pending  ladder 2, repeat 3  Mon 2026-03-02 09:00:00 -05:00    C   → Anna"},
		{policy.Rung{Step: 1, Round: 2, Metric: "update", Threshold: "75%", To: "Anna", At: at, Clause: "C"},
			"update 2  pending  75%                 Mon 2026-03-02 09:00:00 -05:00    C   → Anna"},
		{policy.Rung{Step: 1, Round: 1, To: "Anna", At: at, Notified: told, State: escalation.Reached, Clause: "C"},
			"step 1    reached                      Mon 2026-03-02 09:00:00 -05:00    C   → Anna, told Mon 2026-03-02 10:00:00 -05:00"},
		{policy.Rung{Step: 1, Round: 1, To: "Anna", State: escalation.Halted, Clause: "C"},
			"step 1    halted                                                         C   → Anna"},
		{policy.Rung{Step: 1, Round: 1, To: "Anna", At: unknown, Clause: "C"},
			"step 1    pending                                                        C   → Anna, unknown: holidays of MY are known through 0001-01-01 only"},
	} {
		var b strings.Builder
		w := bufio.NewWriter(&b)
		a.printRung(&table{w: w, widths: []int{0, 0, 0, 8, 7, 18, 30, 0, 2}}, &tt.rung)
		w.Flush()
		if diff := cmp.Diff("      "+tt.want+"\n", b.String()); diff != "" {
			t.Errorf("%v (-want +got):\n%s", tt.rung, diff)
		}
	}
}
