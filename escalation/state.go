package escalation

import "github.com/slaclock/slaclock/calendar/enum"

// A State is what has become of a step. The zero State is Pending.
type State uint8

// The states of a step.
const (
	Pending   State = iota // it will be reached, unless something happens
	Reached                // from its very instant on
	Halted                 // the ladder stands still
	Cancelled              // it will not be reached any more
)

var stateNames = enum.Of[State](ErrState, "state", "pending", "reached", "halted", "cancelled")

// String returns the name of s, such as pending; State(9) and the like of a value
// that is none of the states.
func (s State) String() string { return stateNames.String(s) }

// StateNames returns the names of the states, the zero one first. The list is the
// caller's.
func StateNames() []string { return stateNames.All() }

// ParseState returns the state that text names. The error is an [ErrState], as an
// [enum.Error] that has the names.
func ParseState(text string) (State, error) { return stateNames.Parse(text) }

// MarshalText returns the name of s; what is no state is an [ErrState].
func (s State) MarshalText() ([]byte, error) { return stateNames.Marshal(s) }

// UnmarshalText sets s to the state that text names; see [ParseState]. With an error
// s is as before.
func (s *State) UnmarshalText(text []byte) error { return stateNames.Unmarshal(s, text) }
