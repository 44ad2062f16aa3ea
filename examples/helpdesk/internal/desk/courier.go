package desk

import (
	"context"
	"time"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// A Sink takes notices. It must drop a notice that it already has: the process can die after
// a notice was taken and before that is recorded, and then the notice comes again, with the
// same [store.Notice.Key].
type Sink interface {
	// Name identifies the sink in the database, across restarts.
	Name() string
	// Send hands over a notice. It returns nil once the notice is safe.
	Send(ctx context.Context, n store.Notice) error
}

const (
	courierBatch  = 100
	firstPatience = time.Second // after a first failure
	longestWait   = time.Minute // after many
)

// Deliver hands all notices to a sink, in order, until ctx is done. A notice that the sink
// does not take is retried until it does; those after it wait.
func (d *Desk) Deliver(ctx context.Context, sink Sink) error {
	patience := firstPatience
	for {
		err := d.deliverAll(ctx, sink)
		if ctx.Err() != nil {
			return nil
		}
		var again <-chan time.Time // never, unless something failed
		if err == nil {
			patience = firstPatience
		} else {
			d.log.Warn("notices wait", "sink", sink.Name(), "error", err, "again", patience)
			again = time.After(patience)
			patience = min(2*patience, longestWait)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-d.noticed:
		case <-again:
		}
	}
}

// deliverAll hands over what the sink has not taken.
func (d *Desk) deliverAll(ctx context.Context, sink Sink) error {
	through, err := d.store.Taken(ctx, sink.Name())
	if err != nil {
		return err
	}
	for {
		notices, err := d.store.Notices(ctx, through, courierBatch)
		if err != nil || len(notices) == 0 {
			return err
		}
		for _, n := range notices {
			d.store.Step("send")
			if err := sink.Send(ctx, n); err != nil {
				d.metrics.delivery.WithLabelValues(sink.Name(), "failed").Inc()
				return err
			}
			d.metrics.delivery.WithLabelValues(sink.Name(), "taken").Inc()
			d.store.Step("sent")
			if err := d.store.Take(ctx, sink.Name(), n.Seq); err != nil {
				return err
			}
			through = n.Seq
		}
	}
}
