package desk

import (
	"context"
	"errors"
	"time"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// unstored has the timer try whether the database can be written, unless it is the
// client's fault, or it went away, that nothing was stored.
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

// doubt has a ticket looked at of which it is not known what was stored.
func (d *Desk) doubt(id string, now time.Time) {
	d.index.set(id, standing{wake: now.UnixNano()})
	d.suspect.Store(true)
	wake(d.earlier)
}
