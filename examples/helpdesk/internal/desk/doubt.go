package desk

import (
	"context"
	"errors"
	"time"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// unstored makes the timer test whether the database can be written, unless nothing was
// stored because of a client's mistake or because the client went away.
func (d *Desk) unstored(err error) {
	var invalid *InvalidError
	if errors.As(err, &invalid) {
		return
	}
	for _, known := range []error{ErrConflict, ErrFull, store.ErrNotFound, context.Canceled, context.DeadlineExceeded} {
		if errors.Is(err, known) {
			return
		}
	}
	d.suspect.Store(true)
	wake(d.earlier)
}

// doubt schedules an examination of a ticket for which it is unknown what was stored.
func (d *Desk) doubt(id string, now time.Time) {
	d.index.set(id, standing{wake: now.UnixNano()})
	d.suspect.Store(true)
	wake(d.earlier)
}
