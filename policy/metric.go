package policy

// A Metric is one kind of promise, such as a response, with the rules of its
// clocks. Each of its clocks is a round; at most one is open at a time. The zero
// Metric has no name, which [New] refuses.
//
// An event that does several of these things to a metric resumes its clock first,
// then stops it, then cancels or restarts what is still open, then starts one
// where none is, and pauses it last. A round that Renew begins is left alone by
// the event that began it, but for a pause. An event that ends the ticket, or of
// [Agreement.Halt], begins none.
type Metric struct {
	Name    string   // as the answer names it: "response", "resolution"
	Targets []Target // by level; a level without one has no clock
	// Start has the events that begin a round where none is open. Reported and
	// Reopened do so subject to the target's Gate, the others at once. A metric
	// that starts with the report starts too at the change to a level that has
	// a target for it where the old one had none (T7).
	Start Kinds
	// Unasked has those events of Start that begin no round as long as the
	// customer has been asked for something that has not come.
	Unasked Kinds
	// Restart has those events of Start that end an open round as cancelled to
	// begin another.
	Restart Kinds
	// Resume has the events that end a pause.
	Resume Kinds
	// Stop has the events that do what is promised.
	Stop Kinds
	// Cancel has the events after which it need not be done any more.
	Cancel Kinds
	// Pause has the events from which on the clocks stand still, until an event
	// of Resume: the working time in between puts the due time off (G7). It is a
	// state of the ticket: a round that starts meanwhile stands from its start.
	// A clock that is overdue stays so (G8). A reopening ends every pause.
	Pause Kinds
	// Once says that what was done stays done until a reopening, so that no
	// change of severity asks for it again (T6).
	Once bool
	// Renew says that a round that was stopped is followed by the next at once.
	Renew bool
	// Ends says that the ticket closes by itself when a round runs out: then
	// what is promised has been done.
	Ends bool
	// Steady says that a change of severity moves nothing.
	Steady bool
	// Continue says that at a reopening the round that the ticket's end stopped
	// goes on, the time in between being a pause, instead of a fresh one (T10).
	Continue bool
	// Thresholds are what is told while a clock runs, at instants that hang on
	// the clock itself.
	Thresholds []Threshold
}
