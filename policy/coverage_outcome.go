package policy

import (
	"errors"

	"github.com/slaclock/slaclock/calendar/enum"
)

// An Outcome says what becomes of a request under an agreement's coverage. The values are
// ordered: of several outcomes the highest decides, because what is not covered stays so
// whatever a customer pays or puts right, and what is suspended is not done for a fee
// either. The zero Outcome stands for no outcome: nothing was decided.
type Outcome uint8

// The outcomes, in the order in which one prevails over another.
const (
	Covered    Outcome = iota + 1 // the agreement covers it
	Chargeable                    // the supplier does it, or may do it, and the customer pays for it
	Suspended                     // the agreement covers it, but the obligation is suspended until the customer has done something
	NotCovered                    // the agreement does not cover it, whatever the customer does now
)

var outcomeNames = enum.Of[Outcome](ErrOutcome, "outcome", "", "covered", "chargeable", "suspended", "not_covered")

// ErrOutcome means that a text names no outcome of coverage, or that an Outcome has no
// name.
var ErrOutcome = errors.New("policy: no such outcome of coverage")

// String returns the name of o, such as "not_covered". It returns "" for the zero Outcome,
// and a text such as "Outcome(9)" for an unknown one.
func (o Outcome) String() string { return outcomeNames.String(o) }

// OutcomeNames returns the names of all outcomes, in their order. The caller may modify the
// returned slice.
func OutcomeNames() []string { return outcomeNames.All() }

// ParseOutcome returns the outcome that text names. If there is none, the error is an
// [ErrOutcome] that lists the names.
func ParseOutcome(text string) (Outcome, error) { return outcomeNames.Parse(text) }

// MarshalText returns the name of o. The error is an [ErrOutcome] if o is zero or unknown.
func (o Outcome) MarshalText() ([]byte, error) { return outcomeNames.Marshal(o) }

// UnmarshalText sets o to the outcome that text names; see [ParseOutcome]. On error, o is
// unchanged.
func (o *Outcome) UnmarshalText(text []byte) error { return outcomeNames.Unmarshal(o, text) }
