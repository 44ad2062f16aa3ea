package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// A Notice is a row of the outbox: something that happened to a ticket by itself. Ticket and
// Occurrence together are its unique identity.
type Notice struct {
	Seq        int64 // from 1, in the order in which they were made
	Ticket     string
	Occurrence string // policy.Occurrence.ID
	Kind       string // as policy.OccurrenceKind writes it
	At         time.Time
	What       string
	Metric     string // the metric of a clock or its threshold; empty if it does not apply, like the next fields
	Round      int
	To         string // who is told by a step, a threshold or a notice
	Region     string // who owns the ticket after a hand-over
	Made       time.Time
}

// Key returns the notice's identity in a form that a receiver can store.
func (n Notice) Key() string { return n.Ticket + "/" + n.Occurrence }

// AddNotice puts a notice into the outbox, unless one with its identity is there, and reports
// whether it did.
func (tx *Tx) AddNotice(ctx context.Context, t *Ticket, n Notice) (bool, error) {
	tx.s.Step("add notice")
	result, err := tx.tx.ExecContext(ctx, `INSERT INTO notices (ticket, occurrence, kind, at, what, metric, round, tells, region, made)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (ticket, occurrence) DO NOTHING`,
		t.N, n.Occurrence, n.Kind, n.At.UnixNano(), n.What, n.Metric, n.Round, n.To, n.Region, n.Made.UnixNano())
	if err != nil {
		return false, fmt.Errorf("store: add notice: %w", err)
	}
	made, err := result.RowsAffected()
	if err != nil {
		return false, fmt.Errorf("store: add notice: %w", err)
	}
	return made == 1, nil
}

// Notices returns the notices after a given one, in order, at most limit of them.
func (s *Store) Notices(ctx context.Context, after int64, limit int) ([]Notice, error) {
	return s.notices(ctx, `n.seq > ? ORDER BY n.seq LIMIT ?`, after, limit)
}

// NoticesOf returns the latest notices of a ticket that were made by an instant, in
// order, at most limit.
func (s *Store) NoticesOf(ctx context.Context, t *Ticket, by time.Time, limit int) ([]Notice, error) {
	if by.Before(t.Received) { // perhaps by so many years that it has no UnixNano
		return nil, nil
	}
	return s.notices(ctx, `n.seq IN (SELECT seq FROM notices WHERE ticket = ? AND made <= ? ORDER BY seq DESC LIMIT ?) ORDER BY n.seq`, t.N, by.UnixNano(), limit)
}

func (s *Store) notices(ctx context.Context, where string, args ...any) ([]Notice, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT n.seq, t.id, n.occurrence, n.kind, n.at, n.what, n.metric, n.round, n.tells, n.region, n.made
		FROM notices n JOIN tickets t ON t.n = n.ticket WHERE `+where, args...)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	defer rows.Close()
	var all []Notice
	for rows.Next() {
		var n Notice
		var at, made int64
		if err := rows.Scan(&n.Seq, &n.Ticket, &n.Occurrence, &n.Kind, &at, &n.What, &n.Metric, &n.Round, &n.To, &n.Region, &made); err != nil {
			return nil, fmt.Errorf("store: %w", err)
		}
		n.At, n.Made = instant(at), instant(made)
		all = append(all, n)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	return all, nil
}

// Taken returns the Seq of the last notice that a receiver has taken, 0 if there is none.
func (s *Store) Taken(ctx context.Context, sink string) (int64, error) {
	var through int64
	err := s.read.QueryRowContext(ctx, `SELECT through FROM sinks WHERE name = ?`, sink).Scan(&through)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, fmt.Errorf("store: %w", err)
	}
	return through, nil
}

// Take records that a receiver has taken all notices up to and including one.
func (s *Store) Take(ctx context.Context, sink string, through int64) error {
	return s.Update(ctx, func(tx *Tx) error {
		_, err := tx.tx.ExecContext(ctx, `INSERT INTO sinks (name, through) VALUES (?, ?)
			ON CONFLICT (name) DO UPDATE SET through = excluded.through WHERE excluded.through > through`, sink, through)
		return err
	})
}

// LastNotice returns the Seq of the last notice, 0 if there is none.
func (s *Store) LastNotice(ctx context.Context) (int64, error) {
	var last int64
	if err := s.read.QueryRowContext(ctx, `SELECT coalesce(max(seq), 0) FROM notices`).Scan(&last); err != nil {
		return 0, fmt.Errorf("store: %w", err)
	}
	return last, nil
}
