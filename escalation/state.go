package escalation

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

// String returns the name of s, such as pending; "unknown" of a value that is
// none of the states.
func (s State) String() string {
	if int(s) < len(stateNames) {
		return stateNames[s]
	}
	return "unknown"
}
