package policy

// A Metric is one kind of promise, such as a response, with the rules for its clocks. Each
// of its clocks is a round; at most one is open at a time. The zero Metric is invalid: it
// has no name, so [New] refuses it.
//
// An event that does several of these things to a metric resumes its clock first, then
// stops it, then cancels or restarts what is still open, then starts a clock if none is
// open, and pauses it last. An event that begins a round by Renew does nothing more to that
// round, except pause it. An event that ends the ticket, or one of [Agreement.Halt], begins
// no round.
type Metric struct {
	Name    string   // as the answer names it: "response", "resolution"
	Targets []Target // one per level; a level without a target has no clock
	// Start is the set of events that begin a round if none is open. Reported and Reopened
	// do so subject to the target's Gate, the others at once. A metric that starts with the
	// report also starts at the change to a level that has a target for it if the old level
	// had none (T7).
	Start Kinds
	// Unasked is the set of those events of Start that begin no round while something that
	// the customer has been asked for has not arrived.
	Unasked Kinds
	// Restart is the set of those events of Start that end an open round as cancelled in
	// order to begin another.
	Restart Kinds
	// Resume is the set of events that end a pause.
	Resume Kinds
	// Stop is the set of events by which the promise is kept.
	Stop Kinds
	// Cancel is the set of events after which the promise need no longer be kept.
	Cancel Kinds
	// Pause is the set of events that pause the clocks until an event of Resume: the due
	// time is put off by the working time in between (G7). The pause is a state of the
	// ticket: a round that starts during it is paused from its start. A clock that is
	// overdue stays overdue (G8). A reopening ends every pause.
	Pause Kinds
	// If Once is set, what was done stays done until a reopening, so that no change of
	// severity asks for it again (T6).
	Once bool
	// If Renew is set, a round that was stopped is followed at once by the next.
	Renew bool
	// If Ends is set, the ticket closes by itself when a round runs out, and the promise
	// has then been kept.
	Ends bool
	// If Steady is set, a change of severity moves no due time.
	Steady bool
	// If Continue is set, a reopening continues the round that the ticket's end stopped,
	// with the time in between as a pause, instead of starting a fresh one (T10).
	Continue bool
	// Thresholds say who is told while a clock runs, at instants that depend on the clock
	// itself.
	Thresholds []Threshold
}
