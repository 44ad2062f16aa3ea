package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"time"
)

// A Ticket is a ticket as stored, with its events in the order of Seq.
type Ticket struct {
	N         int64 // its row
	ID, Title string
	Terms     Terms
	Received  time.Time
	Told      time.Time // the instant through which its notices have been made
	Ended     time.Time // derived; the zero time while it is open
	Events    []Event
}

// Terms are what a ticket's agreement is made from. They are comparable, so that tickets with
// equal terms can share what is made from them.
type Terms struct {
	Agreement                      string
	Customer, Readings, Attributes string // JSON objects
}

// An Event is an event as it was reported to the service. If Seq is 0, the store numbers the
// event.
type Event struct {
	Seq                     int
	At                      time.Time
	Kind, Severity, Channel string
	Note                    string
	Key                     string // the client's key; empty if it gave none
	Received                time.Time
}

const (
	ticketColumns = `t.n, t.id, t.title, t.agreement, t.customer, t.readings, t.attributes, t.received, t.told, t.ended`
	eventColumns  = `e.seq, e.at, e.kind, e.severity, e.channel, e.note, e.received, e.key`
)

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// Ticket returns a ticket as seen within the change.
func (tx *Tx) Ticket(ctx context.Context, id string) (*Ticket, error) {
	return one(tickets(ctx, tx.tx, `t.id = ?`, id))
}

// Ticket returns a ticket.
func (s *Store) Ticket(ctx context.Context, id string) (*Ticket, error) {
	return one(tickets(ctx, s.read, `t.id = ?`, id))
}

// TicketByKey returns the ticket made by the request with a key.
func (tx *Tx) TicketByKey(ctx context.Context, key string) (*Ticket, error) {
	return one(tickets(ctx, tx.tx, `t.n = (SELECT ticket FROM events WHERE key = ? AND seq = 1)`, key))
}

// Open yields all tickets that are not known to have ended.
func (s *Store) Open(ctx context.Context) iter.Seq2[*Ticket, error] {
	return tickets(ctx, s.read, `t.ended IS NULL`)
}

// Ended yields the tickets that ended, the latest first, at most limit of them.
func (s *Store) Ended(ctx context.Context, limit int) iter.Seq2[*Ticket, error] {
	return tickets(ctx, s.read, `t.n IN (SELECT n FROM tickets WHERE ended IS NOT NULL ORDER BY ended DESC LIMIT ?)`, limit)
}

// Uses reports whether any ticket, open or ended, is under an agreement.
func (s *Store) Uses(ctx context.Context, agreement string) (bool, error) {
	var uses bool
	if err := s.read.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM tickets WHERE agreement = ?)`, agreement).Scan(&uses); err != nil {
		return false, fmt.Errorf("store: %w", err)
	}
	return uses, nil
}

func one(all iter.Seq2[*Ticket, error]) (*Ticket, error) {
	for t, err := range all {
		return t, err
	}
	return nil, ErrNotFound
}

// tickets yields tickets with their events. One query returns both, with a row for each
// event: for a hundred thousand tickets that is several times faster than a query for each.
func tickets(ctx context.Context, q querier, where string, args ...any) iter.Seq2[*Ticket, error] {
	return func(yield func(*Ticket, error) bool) {
		rows, err := q.QueryContext(ctx, `SELECT `+ticketColumns+`, `+eventColumns+
			` FROM tickets t JOIN events e ON e.ticket = t.n WHERE `+where+` ORDER BY t.n, e.seq`, args...)
		if err != nil {
			yield(nil, fmt.Errorf("store: %w", err))
			return
		}
		defer rows.Close()
		var at *Ticket
		for rows.Next() {
			var t Ticket
			var e Event
			var received, told, eventAt, eventReceived int64
			var ended sql.NullInt64
			var key sql.NullString
			if err := rows.Scan(&t.N, &t.ID, &t.Title, &t.Terms.Agreement, &t.Terms.Customer, &t.Terms.Readings, &t.Terms.Attributes, &received, &told, &ended,
				&e.Seq, &eventAt, &e.Kind, &e.Severity, &e.Channel, &e.Note, &eventReceived, &key); err != nil {
				yield(nil, fmt.Errorf("store: %w", err))
				return
			}
			e.At, e.Received, e.Key = instant(eventAt), instant(eventReceived), key.String
			if at == nil || at.N != t.N {
				if at != nil && !yield(at, nil) {
					return
				}
				t.Received, t.Told = instant(received), instant(told)
				if ended.Valid {
					t.Ended = instant(ended.Int64)
				}
				at = &t
			}
			at.Events = append(at.Events, e)
		}
		if err := rows.Err(); err != nil {
			yield(nil, fmt.Errorf("store: %w", err))
			return
		}
		if at != nil {
			yield(at, nil)
		}
	}
}

// Create stores a ticket without its events, and assigns its row, and an id if it has none.
// The error is ErrTaken if the id is taken.
func (tx *Tx) Create(ctx context.Context, t *Ticket) error {
	tx.s.Step("create ticket")
	if t.ID == "" {
		id, err := tx.freeID(ctx)
		if err != nil {
			return err
		}
		t.ID = id
	}
	result, err := tx.tx.ExecContext(ctx, `INSERT INTO tickets (id, title, agreement, customer, readings, attributes, received, told)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
		t.ID, t.Title, t.Terms.Agreement, t.Terms.Customer, t.Terms.Readings, t.Terms.Attributes, t.Received.UnixNano(), t.Told.UnixNano())
	if err != nil {
		return fmt.Errorf("store: create ticket: %w", err)
	}
	if made, err := result.RowsAffected(); err != nil || made == 0 {
		return errors.Join(err, ErrTaken)
	}
	t.N, err = result.LastInsertId()
	return err
}

// freeID returns an id that no ticket has: the first free one of T-1, T-2, …, beginning with
// the number of the next row.
func (tx *Tx) freeID(ctx context.Context) (string, error) {
	var id string
	err := tx.tx.QueryRowContext(ctx, `WITH RECURSIVE candidate (i) AS (
			SELECT coalesce(max(n), 0) + 1 FROM tickets
			UNION ALL SELECT i + 1 FROM candidate WHERE EXISTS (SELECT 1 FROM tickets WHERE id = 'T-' || i)
		) SELECT 'T-' || max(i) FROM candidate`).Scan(&id)
	if err != nil {
		return "", fmt.Errorf("store: %w", err)
	}
	return id, nil
}

// AddEvent stores an event of a ticket after its other events.
func (tx *Tx) AddEvent(ctx context.Context, t *Ticket, e Event) error {
	tx.s.Step("add event")
	e.Seq = len(t.Events) + 1
	_, err := tx.tx.ExecContext(ctx, `INSERT INTO events (ticket, seq, at, kind, severity, channel, note, received, key)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		t.N, e.Seq, e.At.UnixNano(), e.Kind, e.Severity, e.Channel, e.Note, e.Received.UnixNano(), sql.NullString{String: e.Key, Valid: e.Key != ""})
	if err != nil {
		return fmt.Errorf("store: add event: %w", err)
	}
	t.Events = append(t.Events, e)
	return nil
}

// Mark records that a ticket's notices have been made through t.Told, and when it ended as
// far as derived.
func (tx *Tx) Mark(ctx context.Context, t *Ticket) error {
	tx.s.Step("mark ticket")
	ended := sql.NullInt64{Int64: t.Ended.UnixNano(), Valid: !t.Ended.IsZero()}
	if _, err := tx.tx.ExecContext(ctx, `UPDATE tickets SET told = ?, ended = ? WHERE n = ?`, t.Told.UnixNano(), ended, t.N); err != nil {
		return fmt.Errorf("store: mark ticket: %w", err)
	}
	return nil
}

func instant(ns int64) time.Time { return time.Unix(0, ns).UTC() }
