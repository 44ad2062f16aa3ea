package policy

import (
	"time"

	"github.com/slaclock/slaclock/severity"
)

// A round is a clock while a ticket is gone through.
type round struct {
	metric  int
	number  int
	level   severity.Level
	target  *target
	started Moment // none while it waits
	due     Moment
	stopped Moment // none while it is open
	state   State  // of one that has stopped
}

// open reports whether the clock waits or runs.
func (r *round) open() bool {
	_, stopped := r.stopped.Get()
	return !stopped
}

// waits reports whether the clock has not started.
func (r *round) waits() bool {
	_, started := r.started.Get()
	return !started
}

// start starts the clock.
func (r *round) start(at time.Time) (err error) {
	r.started = At(at)
	r.due, err = r.target.Measure.from(r.target.calendar, at)
	return err
}

// stop ends the clock because what was promised was done, or because it need
// not be done any more (T4, T5).
func (r *round) stop(at time.Time, outcome State) {
	r.stopped, r.state = At(at), outcome
	if r.due.passed(at) {
		r.state = Breached
	}
}

// retarget gives a running clock the target of another level (T6, G8).
func (r *round) retarget(at time.Time, level severity.Level, t *target, mode Mode) error {
	raised := level.GraverThan(r.level)
	r.level, r.target = level, t
	if r.due.passed(at) {
		return nil // a breach that has happened stays
	}
	from, _ := r.started.Get()
	if mode == FromChange || mode == Fair && raised {
		from = at
	}
	due, err := t.Measure.from(t.calendar, from)
	switch {
	case err != nil:
		return err
	case mode == Fair && raised:
		due = earlier(r.due, due)
	case mode == Fair:
		due = later(r.due, due)
	}
	r.due = due
	return nil
}
