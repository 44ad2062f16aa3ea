package policy

// A Target is what a metric owes at one level. The zero Target is invalid: it names no
// level, so [New] refuses it.
type Target struct {
	Level    string  // the level's name
	Measure  Measure // how long
	Calendar string  // the name of the calendar on which it is counted
	// After is the name of the calendar on which what is left is counted once an event of
	// [Agreement.Switch] has come; if it is empty, such an event changes nothing. Only
	// working time can move to another calendar.
	After  string
	Clause string // the clause that promises it
	Gate   Gate   // what a report must be for the clock to start; the zero Gate lets every report through
	// If NextOpening is set, a due time that falls on a closing instant moves to the next
	// opening, instead of staying there (G1).
	NextOpening bool
	// If FromOpening is set, days are counted from the next opening of the calendar if the
	// start is outside its hours, instead of from the start itself (G6): from Saturday noon
	// the first business day is Tuesday, and the same time of day is that of the opening.
	// It is for days only: working time passes from the next opening anyway.
	FromOpening bool
	// StopBy is the set of channels by which an event can stop the clock. An event that
	// names no channel can always do so. The zero Channels accepts all.
	StopBy Channels
}
