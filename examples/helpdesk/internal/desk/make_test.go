package desk

import (
	"context"
	"io"
	"log/slog"
	"path/filepath"
	"testing"
	"time"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/agreements"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// A handClock shows what it is set to.
type handClock struct{ now time.Time }

func (c *handClock) Now() time.Time                     { return c.now }
func (c *handClock) Wait(until time.Time) time.Duration { return until.Sub(c.now) }

// at reads an instant.
func at(t testing.TB, text string) time.Time {
	t.Helper()
	instant, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		t.Fatal(err)
	}
	return instant.UTC()
}

// openDesk opens a desk on a database, and starts it.
func openDesk(t testing.TB, path string, c *handClock) *Desk {
	t.Helper()
	s, err := store.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	d := New(s, agreements.NewRegistry(agreements.BuiltIn{}), c, slog.New(slog.NewTextHandler(io.Discard, nil)))
	if err := d.Start(context.Background()); err != nil {
		t.Fatal(err)
	}
	return d
}

// newDesk opens a desk on a new database.
func newDesk(t testing.TB, now string) (*Desk, *handClock) {
	t.Helper()
	c := &handClock{at(t, now)}
	return openDesk(t, filepath.Join(t.TempDir(), "desk.db"), c), c
}

// terms are of one customer of each agreement.
func terms(agreement string) store.Terms {
	customers := map[string]string{
		"purchased":  `{}`,
		"cumulocity": `{"region":"EMEA","country":"DE"}`,
		"ispsystem":  `{"product":"DNSmanager","tier":"Standard","country":"DE"}`,
		"portx":      `{"zone":"Europe/Berlin","country":"DE","response_days":{"S1":1,"S2":2,"S3":3,"S4":5}}`,
	}
	return store.Terms{Agreement: agreement, Customer: customers[agreement], Readings: `{}`, Attributes: `{}`}
}

// create opens a ticket.
func create(t testing.TB, d *Desk, id, agreement, severity, channel string) {
	t.Helper()
	_, _, err := d.Create(context.Background(), NewTicket{
		ID: id, Title: "a ticket", Terms: terms(agreement), Report: NewEvent{Kind: "reported", Severity: severity, Channel: channel},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// add adds an event to a ticket.
func add(t testing.TB, d *Desk, id string, e NewEvent) {
	t.Helper()
	if _, _, _, err := d.AddEvent(context.Background(), id, e); err != nil {
		t.Fatal(err)
	}
}

// advance notices what happened until now.
func advance(t testing.TB, d *Desk) {
	t.Helper()
	if _, err := d.Advance(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// told returns all notices of a desk, as "ticket/occurrence at what".
func told(t testing.TB, d *Desk) []string {
	t.Helper()
	all, err := d.Outbox(context.Background(), 0, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{}
	for _, n := range all {
		texts = append(texts, n.Key()+" "+n.At.Format(time.RFC3339Nano)+" "+n.What)
	}
	return texts
}
