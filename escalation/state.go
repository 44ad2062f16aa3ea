package escalation

import "github.com/slaclock/slaclock/calendar/enum"

// A State says what has become of a step. The zero State is Pending.
type State uint8

// The states of a step.
const (
	Pending   State = iota // the step will be reached, unless something happens
	Reached                // from the very instant of the step on
	Halted                 // the ladder stands still
	Cancelled              // the step will not be reached any more
)

var stateNames = enum.Of[State](ErrState, "state", "pending", "reached", "halted", "cancelled")

// String returns the name of s, such as pending. If s is not one of the states, it
// returns a text such as State(9).
func (s State) String() string { return stateNames.String(s) }

// StateNames returns the names of the states, the zero one first. The list is the
// caller's.
func StateNames() []string { return stateNames.All() }

// ParseState returns the state that text names. The error is an [ErrState]: an
// [enum.Error] that lists the names.
func ParseState(text string) (State, error) { return stateNames.Parse(text) }

// MarshalText returns the name of s. The error is an [ErrState] if s is not one of the
// states.
func (s State) MarshalText() ([]byte, error) { return stateNames.Marshal(s) }

// UnmarshalText sets s to the state that text names; see [ParseState]. On error, s is
// unchanged.
func (s *State) UnmarshalText(text []byte) error { return stateNames.Unmarshal(s, text) }
