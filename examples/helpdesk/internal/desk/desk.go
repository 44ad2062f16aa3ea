// Package desk is the service without its front end: it takes tickets and events, keeps one
// timer for whatever comes next, and makes each notice once.
//
// It stores what people said. Everything else follows from that: when a deadline is, which
// ticket breaches next, whether a ticket has ended. So a late event, an event out of order or
// a restart needs no special care: the ticket is judged again, and the identities of its
// occurrences, which do not change, keep a notice from being made twice.
//
// # When a notice is made
//
// A notice says what the service knew at the time. Before an event is stored, everything that
// has happened by itself until then is noticed, as it looked without the event; then the
// event is stored, and what follows from it is noticed. All of that is one transaction. So
// the notices depend on which events arrived when, and on nothing else: not on how punctual
// the timer was, nor on how often the process died in between. A notice is never withdrawn,
// even if a late event shows that it was not so.
package desk

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/agreements"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/clock"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// A Desk takes tickets and events. It is made by New and begins to work with Start.
type Desk struct {
	store    *store.Store
	registry *agreements.Registry
	clock    clock.Clock
	log      *slog.Logger
	metrics  *Metrics

	changing sync.Mutex            // held while something is stored and the index follows
	index    *index                // derived from the store
	earlier  chan struct{}         // tells the timer that there may be something earlier
	noticed  chan struct{}         // tells the courier that there are notices
	failed   atomic.Pointer[error] // why the timer's last work failed; nil if it did not
	suspect  atomic.Bool           // something else could not be stored, so the timer should try
}

// New returns a desk on a store. Nothing happens before Start.
func New(s *store.Store, r *agreements.Registry, c clock.Clock, log *slog.Logger) *Desk {
	d := &Desk{
		store: s, registry: r, clock: c, log: log,
		index:   newIndex(),
		earlier: make(chan struct{}, 1),
		noticed: make(chan struct{}, 1),
	}
	d.metrics = newMetrics(d)
	return d
}

// Metrics returns what the desk counts.
func (d *Desk) Metrics() *Metrics { return d.metrics }

// Registry returns the agreements that tickets can name.
func (d *Desk) Registry() *agreements.Registry { return d.registry }

// Now returns the time by the desk's clock.
func (d *Desk) Now() time.Time { return d.clock.Now() }

// Start reads all open tickets, and notices what happened while the service was down.
func (d *Desk) Start(ctx context.Context) error {
	began := time.Now()
	var ended []*store.Ticket // ended, though the database does not know it
	for t, err := range d.store.Open(ctx) {
		if err != nil {
			return err
		}
		// As of t.Told, the ticket says what comes next after it, even if that is long past;
		// Advance will handle it.
		s, err := d.judge(t, t.Told)
		if err != nil {
			d.broken(t.ID, err)
		}
		d.index.set(t.ID, s)
		if t.Ended = s.ended; !s.ended.IsZero() && s.wake == 0 {
			ended = append(ended, t)
		}
	}
	if err := d.store.Update(ctx, func(tx *store.Tx) error {
		for _, t := range ended {
			if err := tx.Mark(ctx, t); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return err
	}
	read := time.Since(began)
	n, err := d.Advance(ctx)
	if err != nil {
		return err
	}
	d.log.Info("started", "open", d.index.len(), "read", read.Round(time.Millisecond), "replayed", n, "took", time.Since(began).Round(time.Millisecond))
	wake(d.noticed)
	return nil
}

// broken reports a ticket that cannot be judged, because its agreement no longer exists or
// has become stricter. The ticket stays, without a clock, until it can be judged.
func (d *Desk) broken(id string, err error) {
	d.metrics.broken.Inc()
	d.log.Error("ticket cannot be judged", "ticket", id, "error", err)
}

// wake puts a token into a channel that has room for one.
func wake(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// An InvalidError says what is wrong with what a client sent.
type InvalidError struct {
	// Field is the name in a request of what was wrong: "at", "title". It is empty if only
	// Err knows the place.
	Field string
	Err   error
}

// Error returns the text of the mistake.
func (e *InvalidError) Error() string { return e.Err.Error() }

// Unwrap returns the mistake.
func (e *InvalidError) Unwrap() error { return e.Err }

// invalid returns the error for a field, with a text that begins with the field's name.
func invalid(field, format string, args ...any) error {
	return &InvalidError{field, fmt.Errorf(field+": "+format, args...)}
}

// ErrConflict says that an id or a key already stands for something else.
var ErrConflict = errors.New("desk: conflict")

// ErrIDTaken says that the conflict is about the id. It comes with ErrConflict.
var ErrIDTaken = errors.New("taken by another ticket")

// ErrKeyUsed says that the conflict is about the key, with which something else was stored.
// It comes with ErrConflict.
var ErrKeyUsed = errors.New("the Idempotency-Key was used")

// ErrFull says that a ticket cannot have any more events.
var ErrFull = errors.New("desk: the ticket is full")
