package policy

import (
	"time"

	"github.com/slaclock/slaclock/severity"

	"github.com/slaclock/slaclock/calendar"
)

// A round is a clock while a ticket is gone through.
type round struct {
	metric   int
	number   int
	level    severity.Level
	target   *target
	opens    calendar.Moment // of one that waits: when it starts by itself
	started  calendar.Moment // none while it waits
	switched calendar.Moment // when its ticket went over to other hours, if it did
	due      calendar.Moment
	stopped  calendar.Moment // none while it is open
	state    State           // of one that has stopped
	itself   bool            // it started at an opening
	moved    time.Time       // when a change moved its due time into the past, if one did
	why      []Step          // what happened to it, if reasons are wanted
}

// open reports whether the clock waits or runs.
func (r *round) open() bool { return !r.stopped.IsKnown() }

// waits reports whether the clock has not started.
func (r *round) waits() bool { return !r.started.IsKnown() }

// stop ends the clock because what was promised was done, or because it need
// not be done any more (T4, T5).
func (r *round) stop(at time.Time, outcome State) {
	r.stopped, r.state = calendar.At(at), outcome
	if r.due.Passed(at) {
		r.state = Breached
	}
	r.opens = calendar.Moment{}
}
