package desk

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// A Severity 1 that is reported by telephone has its response within the hour
// (PUR-3); the breach comes just after the due instant.
func TestNoticeAtItsInstant(t *testing.T) {
	d, c := newDesk(t, "2026-03-02T15:00:00Z")
	create(t, d, "P", "purchased", "1", "phone")
	for _, row := range []struct {
		now  string
		want []string
	}{
		{"2026-03-02T15:59:59.999999999Z", []string{}},
		{"2026-03-02T16:00:00Z", []string{}},
		{"2026-03-02T16:00:00.000000001Z", []string{"P/response/2026-03-02T15:00:00Z/due 2026-03-02T16:00:00Z response due"}},
		{"2026-03-03T16:00:00Z", []string{"P/response/2026-03-02T15:00:00Z/due 2026-03-02T16:00:00Z response due"}},
	} {
		c.now = at(t, row.now)
		advance(t, d)
		if diff := cmp.Diff(row.want, told(t, d)); diff != "" {
			t.Errorf("at %s (-want +got):\n%s", row.now, diff)
		}
	}
}

// What was told stays told when a late event shows that it was not so, and the
// index follows the event.
func TestLateEvent(t *testing.T) {
	d, c := newDesk(t, "2026-03-02T15:00:00Z")
	create(t, d, "P", "purchased", "1", "phone")
	c.now = at(t, "2026-03-02T17:00:00Z")
	advance(t, d)
	if n := d.index.size(Overdue); n != 1 {
		t.Errorf("overdue before the late event: %d, want 1", n)
	}
	respondLate(t, d)
	if n := d.index.size(Overdue); n != 0 {
		t.Errorf("overdue after the late event: %d, want 0", n)
	}
}

// respondLate tells at 17:00 that ticket P, which was due at 16:00, was answered at
// 15:30. That it was missed has been told, or is told now, and stays told.
func respondLate(t *testing.T, d *Desk) {
	t.Helper()
	add(t, d, "P", NewEvent{At: calendar.At(at(t, "2026-03-02T15:30:00Z")), Kind: "responded", Channel: "phone"})
	want := []string{"P/response/2026-03-02T15:00:00Z/due 2026-03-02T16:00:00Z response due"}
	if diff := cmp.Diff(want, told(t, d)); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
}

// A late event can bring notices of the past with it: the ladder of a ticket of which
// it is told today that it became a Crisis two days ago (CUM-7).
func TestLateEventBringsNotices(t *testing.T) {
	d, c := newDesk(t, "2026-03-02T09:00:00Z")
	create(t, d, "C", "cumulocity", "Standard", "phone")
	add(t, d, "C", NewEvent{Kind: "responded"})
	c.now = at(t, "2026-03-05T09:00:00Z")
	add(t, d, "C", NewEvent{Kind: "customer_replied"}) // through now, all has been told
	before := len(told(t, d))
	add(t, d, "C", NewEvent{At: calendar.At(at(t, "2026-03-03T09:00:00Z")), Kind: "severity_changed", Severity: "Crisis"})
	var got []string
	for _, text := range told(t, d)[before:] {
		if !strings.Contains(text, "hand-over") {
			got = append(got, text)
		}
	}
	want := []string{
		"C/plan/2026-03-03T09:00:00Z/due 2026-03-03T13:00:00Z plan due",
		"C/escalation/2026-03-02T09:00:00Z/1 2026-03-04T09:00:00Z escalation step 1",
		"C/escalation/2026-03-02T09:00:00Z/2 2026-03-05T09:00:00Z escalation step 2",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
}

// A ticket can be opened with its past: the ladder of a Crisis of two days ago.
func TestEventFromThePast(t *testing.T) {
	d, _ := newDesk(t, "2026-03-04T12:00:00Z")
	_, _, err := d.Create(context.Background(), NewTicket{
		ID: "C", Title: "down", Terms: terms("cumulocity"),
		Report: NewEvent{At: calendar.At(at(t, "2026-03-02T09:00:00Z")), Kind: "reported", Severity: "Crisis", Channel: "phone"},
	})
	if err != nil {
		t.Fatal(err)
	}
	var steps []string
	for _, text := range told(t, d) {
		if text[:len("C/escalation")] == "C/escalation" {
			steps = append(steps, text[len(text)-len("escalation step 1"):])
		}
	}
	if diff := cmp.Diff([]string{"escalation step 1", "escalation step 2"}, steps); diff != "" {
		t.Errorf("steps (-want +got):\n%s", diff)
	}
}

// What happened before an event arrived is told as it looked then, however late
// the timer is: the notices do not hang on its punctuality.
func TestEventFindsLateTimer(t *testing.T) {
	d, c := newDesk(t, "2026-03-02T15:00:00Z")
	create(t, d, "P", "purchased", "1", "phone")
	c.now = at(t, "2026-03-02T17:00:00Z") // and the timer has not run
	respondLate(t, d)
}

// A ticket that closes by itself (ISP-6) leaves the lists, and comes back when it
// is reopened.
func TestEndAndReturn(t *testing.T) {
	d, c := newDesk(t, "2026-03-02T10:00:00Z")
	create(t, d, "I", "ispsystem", "Low", "")
	add(t, d, "I", NewEvent{Kind: "registered"})
	c.now = at(t, "2026-03-02T11:00:00Z")
	add(t, d, "I", NewEvent{Kind: "responded"})
	if n := d.index.len(); n != 1 {
		t.Fatalf("open: %d, want 1", n)
	}
	c.now = at(t, "2026-03-10T00:00:00Z") // after the seventh day
	advance(t, d)
	if n := d.index.len(); n != 0 {
		t.Errorf("open after the closing: %d, want 0", n)
	}
	ended, err := d.Ended(context.Background(), 10)
	if err != nil {
		t.Fatal(err)
	}
	if len(ended) != 1 || !ended[0].Ended.Equal(c.now) {
		t.Errorf("ended: %v", ended)
	}
	add(t, d, "I", NewEvent{Kind: "reopened"})
	if n := d.index.len(); n != 1 {
		t.Errorf("open after the reopening: %d, want 1", n)
	}
	want := []string{"I/auto_close/2026-03-02T11:00:00Z/due 2026-03-10T00:00:00Z auto_close due"}
	if diff := cmp.Diff(want, told(t, d)); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
}

// An event from a clock that is ahead has its effect when its instant comes.
func TestEventAhead(t *testing.T) {
	d, c := newDesk(t, "2026-03-02T15:59:50Z")
	_, _, err := d.Create(context.Background(), NewTicket{
		ID: "P", Title: "down", Terms: terms("purchased"),
		Report: NewEvent{At: calendar.At(at(t, "2026-03-02T15:00:00Z")), Kind: "reported", Severity: "1", Channel: "phone"},
	})
	if err != nil {
		t.Fatal(err)
	}
	add(t, d, "P", NewEvent{At: calendar.At(at(t, "2026-03-02T16:00:00Z")), Kind: "responded"}) // at the due instant: in time
	if first, _ := d.index.first(); !time.Unix(0, first.at).Equal(at(t, "2026-03-02T16:00:00Z")) {
		t.Errorf("wakes at %v", time.Unix(0, first.at).UTC())
	}
	c.now = at(t, "2026-03-02T16:30:00Z")
	advance(t, d)
	if diff := cmp.Diff([]string{}, told(t, d)); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
	if n := d.index.size(Next) + d.index.size(Overdue); n != 0 {
		t.Errorf("%d clocks run, want none", n)
	}
	_, _, _, err = d.AddEvent(context.Background(), "P", NewEvent{At: calendar.At(c.now.Add(MaxAhead + 1)), Kind: "resolved"})
	var bad *InvalidError
	if !errors.As(err, &bad) {
		t.Errorf("an event too far ahead: %v", err)
	}
}

// The timer wakes for an event that is still to come, even if nothing else happens.
func TestEventAheadWakes(t *testing.T) {
	d, c := newDesk(t, "2026-03-02T15:00:00Z")
	create(t, d, "P", "purchased", "1", "phone")
	add(t, d, "P", NewEvent{At: calendar.At(at(t, "2026-03-02T15:00:30Z")), Kind: "resolved"})
	first, ok := d.index.first()
	if !ok || !time.Unix(0, first.at).Equal(at(t, "2026-03-02T15:00:30Z")) {
		t.Errorf("wakes at %v %v", time.Unix(0, first.at).UTC(), ok)
	}
	c.now = at(t, "2026-03-02T15:00:30Z")
	advance(t, d)
	if n := d.index.len(); n != 0 {
		t.Errorf("%d tickets are open, want none", n)
	}
}

// A request that is sent again is answered again, and does nothing.
func TestRetry(t *testing.T) {
	d, c := newDesk(t, "2026-03-02T15:00:00Z")
	ctx := context.Background()
	n := NewTicket{Title: "down", Terms: terms("purchased"), Report: NewEvent{Kind: "reported", Severity: "2", Channel: "email", Key: "make"}}
	first, made, err := d.Create(ctx, n)
	if err != nil || !made {
		t.Fatal(made, err)
	}
	e := NewEvent{Kind: "responded", Note: "hello", Key: "say"}
	if _, _, stored, err := d.AddEvent(ctx, first.ID, e); err != nil || !stored {
		t.Fatal(stored, err)
	}
	c.now = c.now.Add(time.Hour)
	if again, made, err := d.Create(ctx, n); err != nil || made || again.ID != first.ID {
		t.Errorf("create again: %v %v %v", again, made, err)
	}
	got, old, stored, err := d.AddEvent(ctx, first.ID, e)
	if err != nil || stored || len(got.Events) != 2 || !old.At.Equal(at(t, "2026-03-02T15:00:00Z")) {
		t.Errorf("add again: %v %v %v %v", got, old, stored, err)
	}
	e.Note = "other"
	if _, _, _, err := d.AddEvent(ctx, first.ID, e); !errors.Is(err, ErrConflict) {
		t.Errorf("another event with the key: %v", err)
	}
	n.Title = "other"
	if _, _, err := d.Create(ctx, n); !errors.Is(err, ErrConflict) {
		t.Errorf("another ticket with the key: %v", err)
	}
}

// What the database says of a ticket's end is derived: lost, it is found again.
func TestEndedIsDerived(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	c := &handClock{at(t, "2026-03-02T15:00:00Z")}
	d := openDesk(t, path, c)
	create(t, d, "P", "purchased", "1", "phone")
	add(t, d, "P", NewEvent{Kind: "resolved"})
	if err := d.store.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`UPDATE tickets SET ended = NULL`); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	c.now = c.now.Add(time.Hour)
	d = openDesk(t, path, c)
	ended, err := d.Ended(context.Background(), 10)
	if err != nil {
		t.Fatal(err)
	}
	if len(ended) != 1 || !ended[0].Ticket.Ended.Equal(at(t, "2026-03-02T15:00:00Z")) || d.index.len() != 0 {
		t.Errorf("ended: %d tickets, open: %d", len(ended), d.index.len())
	}
}

// A ticket of which it is not known whether it was stored is looked at, and is known
// again.
func TestDoubt(t *testing.T) {
	d, c := newDesk(t, "2026-03-02T15:00:00Z")
	create(t, d, "there", "purchased", "1", "phone")
	d.doubt("there", c.now)
	d.doubt("not there", c.now)
	if q, err := d.Queue(context.Background(), Idle, Place{}, 10); err != nil || len(q.Rows) != 1 || q.Rows[0].ID != "there" {
		t.Errorf("the list while it is not known: %+v %v", q, err)
	}
	advance(t, d)
	if n, next := d.index.len(), d.index.size(Next); n != 1 || next != 1 {
		t.Errorf("open: %d, with a deadline: %d, want 1 and 1", n, next)
	}
}

// A ticket whose agreement is gone stays, takes no events, and holds up no other.
func TestUnknownAgreement(t *testing.T) {
	d, c := newDesk(t, "2026-03-02T15:00:00Z")
	ctx := context.Background()
	gone := &store.Ticket{ID: "gone", Title: "old", Terms: store.Terms{Agreement: "acme", Customer: "{}", Readings: "{}", Attributes: "{}"}, Received: c.now, Told: c.now}
	if err := d.store.Update(ctx, func(tx *store.Tx) error {
		if err := tx.Create(ctx, gone); err != nil {
			return err
		}
		return tx.AddEvent(ctx, gone, store.Event{At: c.now, Kind: "reported", Received: c.now})
	}); err != nil {
		t.Fatal(err)
	}
	create(t, d, "P", "purchased", "1", "phone")
	if err := d.Start(ctx); err != nil {
		t.Fatal(err)
	}
	if _, _, _, err := d.AddEvent(ctx, "gone", NewEvent{Kind: "responded"}); !errors.Is(err, ErrConflict) {
		t.Errorf("an event: %v", err)
	}
	q, err := d.Queue(ctx, Idle, Place{}, 10)
	if err != nil || len(q.Rows) != 1 || q.Rows[0].Broken == nil {
		t.Errorf("the list: %v %v", q, err)
	}
	c.now = c.now.Add(2 * time.Hour)
	advance(t, d)
	if diff := cmp.Diff([]string{"P/response/2026-03-02T15:00:00Z/due 2026-03-02T16:00:00Z response due"}, told(t, d)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The program refuses to share its database: what it keeps in memory would go stale.
func TestOneProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	openDesk(t, path, &handClock{at(t, "2026-03-02T15:00:00Z")})
	if s, err := store.Open(context.Background(), path); !errors.Is(err, store.ErrInUse) {
		t.Errorf("opened again: %v %v", s, err)
	}
}

// A response that was missed has been told; then it is entered late that the ticket was
// resolved before, and it is reopened: that its next response is missed is told too, though
// it has taken the number of the first.
func TestLateEndAndReturn(t *testing.T) {
	d, c := newDesk(t, "2026-03-02T15:00:00Z")
	create(t, d, "P", "purchased", "1", "phone")
	c.now = at(t, "2026-03-02T15:10:00Z")
	add(t, d, "P", NewEvent{Kind: "closed"})
	c.now = at(t, "2026-03-02T16:00:00Z")
	add(t, d, "P", NewEvent{Kind: "reopened", Channel: "phone"})
	c.now = at(t, "2026-03-02T18:00:00Z")
	advance(t, d)
	add(t, d, "P", NewEvent{At: calendar.At(at(t, "2026-03-02T15:05:00Z")), Kind: "closed"})
	add(t, d, "P", NewEvent{At: calendar.At(at(t, "2026-03-02T15:06:00Z")), Kind: "reopened", Channel: "phone"})
	c.now = at(t, "2026-03-02T19:00:00Z")
	add(t, d, "P", NewEvent{Kind: "closed"})
	add(t, d, "P", NewEvent{Kind: "reopened", Channel: "phone"})
	c.now = at(t, "2026-03-02T21:00:00Z")
	advance(t, d)
	want := []string{
		"P/response/2026-03-02T16:00:00Z/due 2026-03-02T17:00:00Z response due",
		"P/response/2026-03-02T19:00:00Z/due 2026-03-02T20:00:00Z response due",
	}
	if diff := cmp.Diff(want, told(t, d)); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
}
