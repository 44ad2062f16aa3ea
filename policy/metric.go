package policy

// A Metric is one kind of promise, such as a response, with the rules of its
// clocks. A clock starts with the report, a reopening, or the change to a level
// that has a target for it where the old one had none (T7), and ends as Stop
// and the end of the ticket have it (T4, T5, T9).
type Metric struct {
	Name    string   // as the answer names it: "response", "resolution"
	Targets []Target // by level; a level without one has no clock
	// Stop has the events that do what is promised.
	Stop Kinds
	// Once says that what was done stays done until a reopening, so that no
	// change of severity asks for it again (T6).
	Once bool
}
