package escalation

import (
	"slices"
	"strconv"
)

// A State is what has become of a step. The zero State is Pending.
type State uint8

// The states of a step.
const (
	Pending   State = iota // it will be reached, unless something happens
	Reached                // also at its very instant
	Halted                 // the ladder stands still
	Cancelled              // it will not be reached any more
)

var stateNames = []string{"pending", "reached", "halted", "cancelled"}

// String returns the name of s, such as pending; State(9) and the like of a value
// that is none of the states.
func (s State) String() string {
	if int(s) < len(stateNames) {
		return stateNames[s]
	}
	return "State(" + strconv.Itoa(int(s)) + ")"
}

// StateNames returns the names of the states, the zero one first. The list is the
// caller's.
func StateNames() []string { return slices.Clone(stateNames) }

// ParseState returns the state that text names. The error is an [ErrState].
func ParseState(text string) (State, error) {
	if i := slices.Index(stateNames, text); i >= 0 {
		return State(i), nil
	}
	return 0, &PlaceError{Kind: ErrState, Place: "state", Value: text, Why: stateChoice}
}

const stateChoice = "is not a state of a step; write pending, reached, halted or cancelled"

// MarshalText returns the name of s; what is no state is an [ErrState].
func (s State) MarshalText() ([]byte, error) {
	if int(s) >= len(stateNames) {
		return nil, &PlaceError{Kind: ErrState, Place: "state", Value: s.String(), Why: stateChoice}
	}
	return []byte(stateNames[s]), nil
}

// UnmarshalText sets s to the state that text names; see [ParseState]. With an error
// s is as before.
func (s *State) UnmarshalText(text []byte) error {
	v, err := ParseState(string(text))
	if err == nil {
		*s = v
	}
	return err
}
