package desk

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// hourly are terms under which a status report is owed each hour.
func hourly() store.Terms {
	t := terms("cumulocity")
	t.Customer = `{"region":"EMEA","country":"DE","report_every":{"Crisis":"1h","Critical":"1h","Standard":"1h"}}`
	return t
}

// A Crisis that is imported after 26 years brings what was missed (CUM-2, CUM-5, CUM-6),
// its steps (CUM-7) and its present owner (CUM-9), and not the 26,000 that it would have
// had: those would be written before its client is answered. From then on, each hand-over
// is told, also if the service was down.
func TestTicketFromThePast(t *testing.T) {
	d, c := newDesk(t, "2026-03-04T12:00:00Z")
	if _, _, err := d.Create(context.Background(), NewTicket{
		ID: "C", Title: "down", Terms: hourly(),
		Report: NewEvent{At: calendar.At(at(t, "2000-01-01T00:00:00Z")), Kind: "reported", Severity: "Crisis", Channel: "phone"},
	}); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"C/response/2000-01-01T00:00:00Z/due 2000-01-01T00:30:00Z response due",
		"C/update/2000-01-01T00:00:00Z/due 2000-01-01T01:00:00Z update due",
		"C/plan/2000-01-01T00:00:00Z/due 2000-01-01T04:00:00Z plan due",
		"C/escalation/2000-01-01T00:00:00Z/1 2000-01-02T00:00:00Z escalation step 1",
		"C/escalation/2000-01-01T00:00:00Z/2 2000-01-03T00:00:00Z escalation step 2",
		"C/escalation/2000-01-01T00:00:00Z/3 2000-01-04T00:00:00Z escalation step 3",
		"C/escalation/2000-01-01T00:00:00Z/4 2000-01-06T00:00:00Z escalation step 4",
		"C/hand-over/2026-03-04T07:00:00Z 2026-03-04T07:00:00Z hand-over to EMEA",
	}
	if diff := cmp.Diff(want, told(t, d)); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
	c.now = at(t, "2026-03-05T12:00:00Z")
	advance(t, d)
	want = append(want,
		"C/hand-over/2026-03-04T16:00:00Z 2026-03-04T16:00:00Z hand-over to US",
		"C/hand-over/2026-03-05T00:00:00Z 2026-03-05T00:00:00Z hand-over to APJ",
		"C/hand-over/2026-03-05T07:00:00Z 2026-03-05T07:00:00Z hand-over to EMEA",
	)
	if diff := cmp.Diff(want, told(t, d)); diff != "" {
		t.Errorf("notices a day later (-want +got):\n%s", diff)
	}
}

// So it is with a late event by which a ticket was a Crisis all the time; and where the
// last hand-over has been told already, there is none to tell.
func TestEventFromLongAgo(t *testing.T) {
	d, _ := newDesk(t, "2026-03-04T12:00:00Z")
	if _, _, err := d.Create(context.Background(), NewTicket{
		ID: "C", Title: "slow", Terms: terms("cumulocity"),
		Report: NewEvent{At: calendar.At(at(t, "2000-01-03T09:00:00Z")), Kind: "reported", Severity: "Standard", Channel: "phone"},
		More:   []NewEvent{{At: calendar.At(at(t, "2000-01-03T10:00:00Z")), Kind: "responded"}},
	}); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		add(t, d, "C", NewEvent{At: calendar.At(at(t, "2000-01-04T09:00:00Z")), Kind: "severity_changed", Severity: "Crisis"})
		want := []string{
			"C/plan/2000-01-04T09:00:00Z/due 2000-01-04T13:00:00Z plan due",
			"C/escalation/2000-01-03T09:00:00Z/1 2000-01-05T09:00:00Z escalation step 1",
			"C/escalation/2000-01-03T09:00:00Z/2 2000-01-06T09:00:00Z escalation step 2",
			"C/escalation/2000-01-03T09:00:00Z/3 2000-01-07T09:00:00Z escalation step 3",
			"C/escalation/2000-01-03T09:00:00Z/4 2000-01-09T09:00:00Z escalation step 4",
			"C/hand-over/2026-03-04T07:00:00Z 2026-03-04T07:00:00Z hand-over to EMEA",
		}
		if diff := cmp.Diff(want, told(t, d)); diff != "" {
			t.Errorf("notices (-want +got):\n%s", diff)
		}
	}
}
