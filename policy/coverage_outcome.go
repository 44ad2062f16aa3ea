package policy

import (
	"errors"

	"github.com/slaclock/slaclock/calendar/enum"
)

// An Outcome says what becomes of a request under an agreement's coverage. The
// values are ordered: of several outcomes the highest decides, since whatever a
// customer pays or puts right, what is not covered stays so, and what rests is
// not done for a fee either. The zero Outcome is none: nothing was decided.
type Outcome uint8

// The outcomes, in the order in which one prevails over another.
const (
	Covered    Outcome = iota + 1 // the agreement covers it
	Chargeable                    // the supplier does it, or may do it, and the customer pays for it
	Suspended                     // the agreement covers it, and the obligation rests until the customer has done something
	NotCovered                    // the agreement does not cover it, whatever the customer does now
)

var outcomeNames = enum.Of[Outcome](ErrOutcome, "outcome", "", "covered", "chargeable", "suspended", "not_covered")

// ErrOutcome says that a text names no outcome of coverage.
var ErrOutcome = errors.New("policy: no such outcome of coverage")

// String returns the name of o, such as not_covered: empty for the zero Outcome,
// and Outcome(9) and the like for what is none.
func (o Outcome) String() string { return outcomeNames.String(o) }

// OutcomeNames returns the names of all outcomes, in their order. The list is the
// caller's.
func OutcomeNames() []string { return outcomeNames.All() }

// ParseOutcome returns the outcome that text names. The error is an [ErrOutcome]
// and has the names.
func ParseOutcome(text string) (Outcome, error) { return outcomeNames.Parse(text) }

// MarshalText returns the name of o. The zero Outcome and unknown ones are an
// [ErrOutcome].
func (o Outcome) MarshalText() ([]byte, error) { return outcomeNames.Marshal(o) }

// UnmarshalText sets o to the outcome that text names; see [ParseOutcome]. With an
// error o is as before.
func (o *Outcome) UnmarshalText(text []byte) error { return outcomeNames.Unmarshal(o, text) }
