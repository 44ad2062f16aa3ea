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

// An Answer is what is owed on a ticket at an instant. The zero Answer is the answer before
// the report: nothing is owed. [Policy.AppendAnswer] writes the JSON that the command
// prints and other programs read; encoding/json and log/slog write the fields as they are
// here, which is good enough for a log.
type Answer struct {
	Severity severity.Level // the zero Level before the report
	// Ended is when the ticket ended (T9): at its first resolved or closed event, or by
	// itself, as an automatic closing does. It is the zero Moment before the report, while
	// the ticket is open, and from a reopening on (T10). [Policy.AppendAnswer] does not
	// write it.
	Ended  calendar.Moment
	Clocks []Clock // by start, those that never started last, then by metric and round
	// Escalation lists the steps of the ticket's ladders, those of earlier rounds first,
	// and then the thresholds of its clocks. It is empty if there are neither.
	Escalation []Rung
	Ownership  []escalation.Owner // each change of owner, in order; empty if there is no ownership
	Next       Change             // the zero Change if nothing more happens by itself; see [Change.After]
	moved      []movedDue         // the due times that a change moved into the past
	succeeded  []time.Time        // when other versions of the agreement came into force for the ticket
	climbed    []time.Time        // when the earlier lives of the ticket that had a ladder began
	life       time.Time          // when the last life began
}

// empty clears what a says, and leaves it the memory of its lists.
func (a *Answer) empty() {
	*a = Answer{
		Clocks: a.Clocks[:0], Escalation: a.Escalation[:0], Ownership: a.Ownership[:0],
		moved: a.moved[:0], succeeded: a.succeeded[:0], climbed: a.climbed[:0],
	}
}

// A Clock is one round of a promise. The zero Clock stands for no clock.
type Clock struct {
	Metric   string
	Round    int            // counts the clocks of a metric within the ticket, from 1
	Severity severity.Level // the level by which the clock is judged, with its Target, Calendar and Clause
	Target   string         // the measure: "8h0m0s", "5 business days"
	Calendar string
	Clause   string

	State      State
	itself     bool            // it started at an opening
	ends       bool            // when it runs out, it is met and the ticket closes
	WaitingFor string          // in state Waiting, the channel that the customer must use or the event that must come
	Started    calendar.Moment // zero if the clock never started
	Due        calendar.Moment // zero if the clock never started, or is Paused
	Stopped    calendar.Moment // zero until the clock stops
	// Elapsed is the working time, without the pauses, from Started to Stopped, or to the
	// instant of the answer if the clock has not stopped. Remaining is the working time
	// from there to Due, negative once the clock is overdue. Both are counted on the
	// clock's calendar, and are the zero Length if it never started. Each is unknown if
	// unknown holidays lie within its span, and Remaining is the zero Length while Due is
	// not known. Elapsed and Due are also unknown if the clock was started although it may
	// have started before, at an opening that is not known.
	Elapsed, Remaining Length
	// Wall is the wall-clock time from Started to Stopped, or to the instant of the answer,
	// without the pauses: what Elapsed would be round the clock. It is the zero Length if
	// the clock never started or may have started before, or if the time is more than a
	// time.Duration holds, some 292 years.
	Wall Length
	// Why lists the steps of the computation. Only [Policy.Explain] fills it in.
	Why []Step
}

// Unknown returns why the due time of the clock is unknown (G9), or else its elapsed or
// remaining time. It returns nil if none of them is unknown, and for a nil Clock.
func (c *Clock) Unknown() error {
	if c == nil {
		return nil
	}
	return cmp.Or(c.Due.Unknown(), c.Elapsed.Unknown(), c.Remaining.Unknown())
}

// A State is what has become of a clock. The zero State is Waiting.
type State uint8

// The states of a clock (T4, T5).
const (
	Waiting   State = iota // it has not started
	Running                // it runs and is not overdue; at its due instant it is not yet overdue
	Met                    // what was promised was done at or before due
	Breached               // due has passed: what was promised was done late, its obligation went away late, or it still runs
	Cancelled              // its obligation went away at or before due
	Paused                 // it stands still, and was not overdue when the pause began
)

var stateNames = enum.Of[State](ErrState, "state", "waiting", "running", "met", "breached", "cancelled", "paused")

// ErrState means that a text names no state of a clock, or that a State is invalid.
var ErrState = errors.New("policy: no such state")

// String returns the name of s, such as "running", or a text such as "State(9)" if s is
// invalid.
func (s State) String() string { return stateNames.String(s) }

// StateNames returns the names of all states. The caller may modify the returned slice.
func StateNames() []string { return stateNames.All() }

// ParseState returns the state that text names. If there is none, the error is an
// [ErrState] that lists the names.
func ParseState(text string) (State, error) { return stateNames.Parse(text) }

// MarshalText returns the name of s. The error is an [ErrState] if s is invalid.
func (s State) MarshalText() ([]byte, error) { return stateNames.Marshal(s) }

// UnmarshalText sets s to the state that text names; see [ParseState]. On error, s is
// unchanged.
func (s *State) UnmarshalText(text []byte) error { return stateNames.Unmarshal(s, text) }

// A Change is the earliest instant at which something about an answer changes by itself,
// without a new event. The zero Change stands for no change.
type Change struct {
	At   time.Time
	What string // "response due"; empty in the zero Change
}

// consider sets c to the given change if that is earlier.
func (c *Change) consider(at time.Time, what string) {
	if c.What == "" || at.Before(c.At) {
		*c = Change{at, what}
	}
}

// After returns the first instant at which the change has happened, for a timer that
// evaluates the ticket again. It is a nanosecond after At, because a clock is not yet
// breached at its due instant, and Next at that instant is still the same due time. For the
// zero Change it is the zero time.
func (c Change) After() time.Time {
	if c.What == "" {
		return time.Time{}
	}
	return c.At.Add(1)
}

// Get returns c and reports whether it is set, that is, not the zero Change.
func (c Change) Get() (Change, bool) { return c, c.What != "" }

// String returns the instant, in the zone that At has, and what changes then, as
// [Occurrence.String] does. For the zero Change it returns "none".
func (c Change) String() string {
	if c.What == "" {
		return "none"
	}
	return c.At.Format(TimeLayout) + "  " + c.What
}

// MarshalJSON writes the fields of c as they are, as in
// {"At":"2026-03-02T17:00:00Z","What":"response due"}, or null for the zero Change.
func (c Change) MarshalJSON() ([]byte, error) {
	if c.What == "" {
		return []byte("null"), nil
	}
	type fields Change
	return json.Marshal(fields(c))
}
