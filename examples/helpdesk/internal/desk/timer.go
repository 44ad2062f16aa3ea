package desk

import (
	"context"
	"time"
)

const (
	// longestSleep is how long the timer sleeps at most. A timer counts the time that the
	// process runs: it misses the time while the machine is suspended, and changes of its
	// clock.
	longestSleep = time.Minute
	// retryAfter is how long the timer waits after the database has failed.
	retryAfter = time.Second
	// probeEvery is how often the database is written just to test it, if nothing else was
	// written, so that a full disk is noticed before somebody needs it.
	probeEvery = time.Minute
)

// Run notices everything when it happens, until ctx is done. It has one timer, set
// to the earliest instant at which something happens to any ticket.
func (d *Desk) Run(ctx context.Context) error {
	timer := time.NewTimer(0)
	defer timer.Stop()
	wrote := time.Now()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-timer.C:
		case <-d.earlier:
		}
		sleep := longestSleep
		n, err := d.Advance(ctx)
		if asked := d.suspect.Swap(false); err == nil && n == 0 && (asked || d.failed.Load() != nil || time.Since(wrote) >= probeEvery) {
			err, n = d.store.Probe(ctx), 1
		}
		if n > 0 {
			wrote = time.Now()
		}
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil:
			d.failed.Store(&err)
			d.log.Error("cannot notice what happened; will try again", "error", err)
			sleep = retryAfter
		default:
			d.failed.Store(nil)
			if first, ok := d.index.first(); ok {
				sleep = max(0, min(longestSleep, d.clock.Wait(time.Unix(0, first.at))))
			}
		}
		timer.Reset(sleep)
	}
}
