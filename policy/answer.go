package policy

import (
	"cmp"
	"encoding/json"
	"errors"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// An Answer is what is owed on a ticket at an instant. The zero Answer is that
// before the report: nothing. The JSON in which the command prints it, which other
// programs read, is that of [Policy.AppendAnswer]; encoding/json and log/slog write the
// fields as they are here, which is good enough for a log.
type Answer struct {
	Severity severity.Level // the zero Level before the report
	// Ended is when the ticket ended (T9): by its first resolved or closed, or by
	// itself, as an automatic closing. It is none while the ticket is open, before its report,
	// and from a reopening on (T10). [Policy.AppendAnswer] does not write it.
	Ended  calendar.Moment
	Clocks []Clock // by start; those that never started last; then by metric and round
	// Escalation has the steps of the ticket's ladders, those of earlier rounds
	// first, and after them the thresholds of its clocks. It is empty where there
	// are neither.
	Escalation []Rung
	Ownership  []escalation.Owner // each change of owner, in order; empty where there is no ownership
	Next       Change             // the zero Change if nothing happens by itself any more; see [Change.After]
	moved      []movedDue         // the due times that a change moved into the past
	succeeded  []time.Time        // when other versions of the agreement came into force for the ticket
	climbed    []time.Time        // when the lives of the ticket began that had a ladder before the last one
	life       time.Time          // when the last life began
}

// empty takes away what a says, and leaves it the memory of its lists.
func (a *Answer) empty() {
	*a = Answer{
		Clocks: a.Clocks[:0], Escalation: a.Escalation[:0], Ownership: a.Ownership[:0],
		moved: a.moved[:0], succeeded: a.succeeded[:0], climbed: a.climbed[:0],
	}
}

// A Clock is one round of a promise. The zero Clock is none.
type Clock struct {
	Metric   string
	Round    int            // counts the clocks of a metric within the ticket, from 1
	Severity severity.Level // with Target, Calendar and Clause: those by which the clock is judged
	Target   string         // the measure: "8h0m0s", "5 business days"
	Calendar string
	Clause   string

	State      State
	itself     bool            // it started at an opening
	ends       bool            // when it runs out, it is met and the ticket closes
	WaitingFor string          // in state Waiting: the channel that the customer must use, or the event that must come
	Started    calendar.Moment // none if the clock never started
	Due        calendar.Moment // none if it never started, or pauses
	Stopped    calendar.Moment // none while it runs or waits
	// Elapsed is the working time from Started to Stopped, or to the instant
	// of the answer; Remaining that from there to Due, negative once overdue.
	// Both are on the clock's calendar, and none if it never started. Elapsed is
	// unknown if unknown holidays lie in between, and so is Remaining, which is
	// none while Due is not known.
	Elapsed, Remaining Length
	// Wall is the time by the wall clock from Started to Stopped, or to the
	// instant of the answer, without the pauses: what Elapsed is round the clock. It
	// is none if it is more than a time.Duration holds, some 292 years.
	Wall Length
	// Why has the steps of the computation, if [Policy.Explain] was asked.
	Why []Step
}

// Unknown returns why something of the clock is not known (G9), its due time
// first, or nil.
func (c *Clock) Unknown() error {
	return cmp.Or(c.Due.Unknown(), c.Elapsed.Unknown(), c.Remaining.Unknown())
}

// A State is what has become of a clock. The zero State is Waiting.
type State uint8

// The states of a clock (T4, T5).
const (
	Waiting   State = iota // it has not started
	Running                // it runs and is not overdue; at its due instant it is not yet
	Met                    // what was promised was done at or before due
	Breached               // due has passed, whether it was done late, its obligation went away late, or it still runs
	Cancelled              // its obligation went away at or before due
	Paused                 // it stands still and was not overdue when it began to
)

var stateNames = enum.Of[State](ErrState, "state", "waiting", "running", "met", "breached", "cancelled", "paused")

// ErrState says that a text names no state of a clock, or that a State is none.
var ErrState = errors.New("policy: no such state")

// String returns the name of s, such as running; State(9) and the like for what is
// none.
func (s State) String() string { return stateNames.String(s) }

// StateNames returns the names of all states. The list is the caller's.
func StateNames() []string { return stateNames.All() }

// ParseState returns the state that text names. The error is an [ErrState] and has
// the names.
func ParseState(text string) (State, error) { return stateNames.Parse(text) }

// MarshalText returns the name of s; what is no state is an [ErrState].
func (s State) MarshalText() ([]byte, error) { return stateNames.Marshal(s) }

// UnmarshalText sets s to the state that text names; see [ParseState]. With an
// error s is as before.
func (s *State) UnmarshalText(text []byte) error { return stateNames.Unmarshal(s, text) }

// A Change is the earliest instant at which something about an answer changes by
// itself, without a new event. The zero Change is none.
type Change struct {
	At   time.Time
	What string // "response due"; empty in the zero Change
}

// consider makes c the given change, if that is earlier.
func (c *Change) consider(at time.Time, what string) {
	if c.What == "" || at.Before(c.At) {
		*c = Change{at, what}
	}
}

// After returns the first instant at which the change has happened, for a timer that
// looks again: a nanosecond after At, since at its due instant a clock is not yet
// breached, and Next at that instant is the same due time. It is the zero time where c is
// none.
func (c Change) After() time.Time {
	if c.What == "" {
		return time.Time{}
	}
	return c.At.Add(1)
}

// Get returns c; it is false if c is none.
func (c Change) Get() (Change, bool) { return c, c.What != "" }

// String returns the instant, in the zone that At has, and what changes then, as
// [Occurrence.String] does; "none" if c is none.
func (c Change) String() string {
	if c.What == "" {
		return "none"
	}
	return c.At.Format(TimeLayout) + "  " + c.What
}

// MarshalJSON writes the fields of c as they are: {"At":"2026-03-02T17:00:00Z","What":"response due"};
// null if c is none.
func (c Change) MarshalJSON() ([]byte, error) {
	if c.What == "" {
		return []byte("null"), nil
	}
	type fields Change
	return json.Marshal(fields(c))
}
