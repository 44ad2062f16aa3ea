package lifecycle

import (
	"slices"

	"github.com/slaclock/slaclock/calendar"
)

// A TermState says where a subscription, a licence, a fix or a customer with debts stands
// on a day. The zero TermState stands for no state.
type TermState string

// The states. Support is owed in Active, UpdatesHeld and PaymentDue, and in Suspendable as
// long as the supplier does not suspend it.
const (
	Pending     TermState = "pending"      // it has not begun; nothing is owed
	Active      TermState = "active"       // support is owed
	UpdatesHeld TermState = "updates_held" // support is owed, and updates once a missed period is paid
	PaymentDue  TermState = "payment_due"  // support is owed; a payment is late
	Suspendable TermState = "suspendable"  // the supplier may suspend support
	Lapsed      TermState = "lapsed"       // the last term is over; another can begin
	Ended       TermState = "ended"        // it is over for good
)

// A TermReason says why a status is what it is: a rule, with the dates that follow from
// it here, and its clause. The zero TermReason stands for no reason.
type TermReason struct {
	Clause string `json:"clause"` // "PUR-9"
	Text   string `json:"text"`
}

// String returns the text and, in brackets, the clause.
func (r TermReason) String() string { return r.Text + " [" + r.Clause + "]" }

// A TermStatus says where something stands on a day, and why. The zero TermStatus stands
// for no status.
type TermStatus struct {
	On      calendar.Date `json:"on"`
	State   TermState     `json:"state"`
	Covered bool          `json:"covered"` // support is owed on that day
	Reasons []TermReason  `json:"reasons"` // at least one
	// Next is the next change that comes by itself, if nothing else happens; nil
	// if there is none.
	Next *TermChange `json:"next,omitempty"`
}

// A TermChange is a change that comes by itself. The zero TermChange stands for no
// change.
type TermChange struct {
	On      calendar.Date `json:"on"` // the first day on which it holds
	State   TermState     `json:"state"`
	Covered bool          `json:"covered"`
	Reasons []TermReason  `json:"reasons"`
}

// A stretch is a state from a day on, until the next stretch begins.
type stretch struct {
	from    calendar.Date
	state   TermState
	reasons []TermReason
}

// covered reports whether support is owed in a state.
func (s TermState) covered() bool {
	return s == Active || s == UpdatesHeld || s == PaymentDue || s == Suspendable
}

// statusOn returns the status on a day by stretches in the order of time. The first also
// holds for all days before it.
func statusOn(on calendar.Date, stretches []stretch) TermStatus {
	i := 0
	for i+1 < len(stretches) && stretches[i+1].from.Compare(on) <= 0 {
		i++
	}
	now := stretches[i]
	status := TermStatus{On: on, State: now.state, Covered: now.state.covered(), Reasons: slices.Clone(now.reasons)}
	if i+1 < len(stretches) {
		next := stretches[i+1]
		status.Next = &TermChange{On: next.from, State: next.state, Covered: next.state.covered(), Reasons: slices.Clone(next.reasons)}
	}
	return status
}
