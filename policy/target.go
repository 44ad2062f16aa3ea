package policy

// A Target is what a metric owes at one level. The zero Target names no level,
// which [New] refuses.
type Target struct {
	Level    string  // the level's name
	Measure  Measure // how long
	Calendar string  // the name of the calendar on which it is counted
	// After is the name of the calendar on which what is left is counted once an
	// event of [Agreement.Switch] has come; empty if that changes nothing. Only
	// working time can go over to another calendar.
	After  string
	Clause string // the clause that promises it
	Gate   Gate   // what a report must be for the clock to start; the zero Gate lets all in
	// NextOpening says that a due time that falls on a closing instant moves to
	// the next opening, instead of staying there (G1).
	NextOpening bool
	// FromOpening says that days are counted from the next opening of the calendar
	// where the start is outside its hours, instead of from the start itself (G6): from
	// Saturday noon the first business day is Tuesday, and the same time of day that
	// of the opening. It is for days alone: working time passes from there anyhow.
	FromOpening bool
	// StopBy has the channels by which what stops the clock must be done. An
	// event that names no channel does. The zero Channels ask for none.
	StopBy Channels
}
