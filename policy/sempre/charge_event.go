package sempre

import (
	"errors"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/policy"
)

// A ChargeKind is a kind of event that determines what work is charged (SEM-7). The zero
// ChargeKind stands for no kind.
type ChargeKind uint8

// The kinds of events.
const (
	Work          ChargeKind = iota + 1 // SEMPRE works on the problem, from At until Until
	Consented                           // the licensee's written consent to work at its expense
	StopReceived                        // SEMPRE actually receives the licensee's written notice to stop
	FoundError                          // the problem turns out to be an Error
	FoundNotError                       // the problem turns out not to be an Error
)

var chargeKindNames = enum.Of[ChargeKind](ErrCharges, "kind of event", "", "work", "consented", "stop_received", "found_error", "found_not_error")

// ErrCharges says that the events of a problem are invalid, or contradict each other.
var ErrCharges = errors.New("sempre: invalid events of charges")

// String returns the name of k, such as "stop_received"; for the zero ChargeKind it returns
// "", and for any other value the number: "ChargeKind(9)".
func (k ChargeKind) String() string { return chargeKindNames.String(k) }

// ChargeKindNames returns the names of all kinds of events. The caller may change the slice.
func ChargeKindNames() []string { return chargeKindNames.All() }

// ParseChargeKind returns the kind that text names. The error is an [ErrCharges] that lists
// the names.
func ParseChargeKind(text string) (ChargeKind, error) { return chargeKindNames.Parse(text) }

// MarshalText returns the name of k. For the zero ChargeKind and unknown ones the error is an
// [ErrCharges].
func (k ChargeKind) MarshalText() ([]byte, error) { return chargeKindNames.Marshal(k) }

// UnmarshalText sets k to the kind that text names; see [ParseChargeKind]. On error, k is
// unchanged.
func (k *ChargeKind) UnmarshalText(text []byte) error { return chargeKindNames.Unmarshal(k, text) }

// A ChargeEvent is something that happened at an instant. The zero ChargeEvent is invalid: it
// has no kind.
type ChargeEvent struct {
	Kind ChargeKind `json:"kind"`
	At   time.Time  `json:"at"`
	// Until is the instant at which Work ended; it is not part of the work. The zero time
	// means that the work continues. Other kinds have no Until.
	Until time.Time `json:"until,omitzero"`
}

// checkEvents returns everything that is wrong with events, at whatever instant the question
// is asked.
func checkEvents(events []ChargeEvent) error {
	var errs []error
	bad := func(i int, field, value, why string) {
		errs = append(errs, &policy.PlaceError{Kind: ErrCharges, Place: fmt.Sprintf("events[%d]%s", i, field), Value: value, Why: why})
	}
	for i, e := range events {
		switch {
		case !chargeKindNames.Has(e.Kind):
			bad(i, ".kind", e.Kind.String(), chargeKindNames.Why())
		case e.Kind != Work && !e.Until.IsZero():
			bad(i, ".until", e.Until.Format(time.RFC3339Nano), "belongs to work only; "+e.Kind.String()+" has an instant alone")
		case e.Kind == Work && !e.Until.IsZero() && e.Until.Compare(e.At) < 0:
			bad(i, ".until", e.Until.Format(time.RFC3339Nano), "is before the work began, "+e.At.Format(time.RFC3339Nano)+"; write that instant or a later one")
		}
		if e.At.IsZero() {
			bad(i, ".at", "", "is missing; write the instant of the event")
		}
	}
	return errors.Join(errs...)
}
