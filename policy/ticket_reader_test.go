package policy_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"pgregory.net/rapid"
)

func ExampleTicketReader_Read() {
	var r policy.TicketReader
	var t policy.Ticket
	for _, line := range []string{
		`{"id":"T-1","agreement":"portx","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"S1"},{"at":"2026-03-02T10:00:00Z","kind":"closed"}]}`,
		`{"id":"T-2","agreement":"portx","events":[{"at":"2026-03-02T09:00:00Z","kind":"vendor_called"}],"attributes":{"tier":"gold"}}`,
		`{"id":"T-3","agreement":"portx","event":[]}`,
	} {
		err := r.Read(&t, []byte(line))
		fmt.Println(t.ID, len(t.Events), t.Attributes, err)
	}
	// Output:
	// T-1 2 map[] <nil>
	// T-2 1 map[tier:gold] <nil>
	// T-3 0 map[] policy: event: unknown field; did you mean "events"?; needs "events"
}

// readerTexts are parts of which tickets are put together, right ones and wrong ones.
var readerTexts = []string{
	`"id":"T-1"`, `"id":"T\u002d1"`, `"id":"é\\x"`, `"id":"\\\\"`, `"id":"\\"`, `"id":7`, `"id":"` + strings.Repeat("long", 20) + `"`, `"agreement":"a"`, `"agreement":"b"`,
	`"as_of":"2026-03-02T09:00:00Z"`, `"as_of":"2026-03-02T09:00:00\u005a"`, `"as_of":"noon"`, `"customer":{"region":"EMEA","add_ons":["x","y"]}`,
	`"customer":{"response_days":{"S1":1,"S2":2},"hub_holidays":{"APJ":"MY"}}`, `"customer":{"regio":""}`, `"readings":{"a.b":"c"}`, `"attributes":{"tier":"gold"}`,
	`"attributes":{"tier":"` + strings.Repeat("x", 40) + `"}`, `"events":[]`, `"events":{}`, `"events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"Mid","channel":"phone"}]`,
	`"events":[{"kind":"reported","severity":2,"at":"2026-03-02T09:00:00Z"},{"at":"2026-03-02T10:00:00+01:00","kind":"closed"},{"at":"2026-03-02T10:00:00Z","kind":"reported","severity":"Low"},` +
		`{"at":"2026-03-02T10:00:00Z","kind":"severity_changed","severity":"Mid"},{"at":"2026-03-02T10:00:00Z","kind":"severity_changed","severity":"Lo\u0077"},{"at":"2026-03-02T10:00:00Z","kind":"own"}]`,
	`"events":[{"at":"","kind":"hm","severity":"1"},{"channel":"fax"}]`,
}

// TestPropTicketReader: one reader reads many tickets as each would be read alone, and a
// ticket keeps all but its events when the next one is read.
func TestPropTicketReader(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r policy.TicketReader
		var got, last policy.Ticket
		var lastWant policy.Ticket
		for range rapid.IntRange(1, 6).Draw(t, "tickets") {
			parts := rapid.SliceOfN(rapid.SampledFrom(readerTexts), 0, 6).Draw(t, "parts")
			line := []byte("{" + strings.Join(parts, ",") + "}")
			var want policy.Ticket
			wantErr := want.UnmarshalJSON(line)
			err := r.Read(&got, line)
			if fmt.Sprint(err) != fmt.Sprint(wantErr) {
				t.Fatalf("%s: got %v, want %v", line, err, wantErr)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s (-want +got):\n%s", line, diff)
			}
			for i := range line {
				line[i] = 'x' // the line is the caller's again
			}
			last.Events, lastWant.Events = nil, nil
			if diff := cmp.Diff(lastWant, last); diff != "" {
				t.Fatalf("the ticket before has changed (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("it changes with the line (-want +got):\n%s", diff)
			}
			last, lastWant = got, want
		}
	})
}

// TestTicketReaderAllocs: a ticket like the last one takes one allocation, that of
// its own texts.
func TestTicketReaderAllocs(t *testing.T) {
	for _, b := range benchTickets[:3] { // the last one has a map
		line := []byte(b.line)
		var r policy.TicketReader
		var ticket policy.Ticket
		if n := testing.AllocsPerRun(100, func() {
			if err := r.Read(&ticket, line); err != nil {
				t.Fatal(err)
			}
		}); n != 1 {
			t.Errorf("%s: %v allocations, want 1", b.name, n)
		}
	}
}

func BenchmarkTicketReader(b *testing.B) {
	for _, ticket := range benchTickets {
		b.Run(ticket.name, func(b *testing.B) {
			line := []byte(ticket.line)
			b.SetBytes(int64(len(line)))
			b.ReportAllocs()
			var r policy.TicketReader
			var t policy.Ticket
			for b.Loop() {
				if err := r.Read(&t, line); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
