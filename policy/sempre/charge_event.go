package sempre

import (
	"errors"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/policy"
)

// A ChargeKind is a kind of event on which it depends what work is charged
// (SEM-7). The zero ChargeKind is none.
type ChargeKind uint8

// The kinds of events.
const (
	Work          ChargeKind = iota + 1 // SEMPRE works on the problem, from At until Until
	Consented                           // the licensee's written consent to work at its expense
	StopReceived                        // SEMPRE actually receives the licensee's written notice to stop
	FoundError                          // the problem turns out to be an Error
	FoundNotError                       // the problem turns out to be none
)

var chargeKindNames = enum.Of[ChargeKind](ErrCharges, "kind of event", "", "work", "consented", "stop_received", "found_error", "found_not_error")

// ErrCharges says that the events of a problem cannot be, or contradict each other.
var ErrCharges = errors.New("sempre: invalid events of charges")

// String returns the name of k, such as stop_received: empty for the zero
// ChargeKind, and ChargeKind(9) and the like for what is none.
func (k ChargeKind) String() string { return chargeKindNames.String(k) }

// ChargeKindNames returns the names of all kinds of events. The list is the
// caller's.
func ChargeKindNames() []string { return chargeKindNames.All() }

// ParseChargeKind returns the kind that text names. The error is an [ErrCharges]
// and has the names.
func ParseChargeKind(text string) (ChargeKind, error) { return chargeKindNames.Parse(text) }

// MarshalText returns the name of k. The zero ChargeKind and unknown ones are an
// [ErrCharges].
func (k ChargeKind) MarshalText() ([]byte, error) { return chargeKindNames.Marshal(k) }

// UnmarshalText sets k to the kind that text names; see [ParseChargeKind]. With
// an error k is as before.
func (k *ChargeKind) UnmarshalText(text []byte) error { return chargeKindNames.Unmarshal(k, text) }

// A ChargeEvent is something that happened at an instant. The zero ChargeEvent
// is of no kind, which is an error.
type ChargeEvent struct {
	Kind ChargeKind `json:"kind"`
	At   time.Time  `json:"at"`
	// Until is the instant at which Work ended, itself no longer worked at. The
	// zero time says that the work goes on. Other kinds have none.
	Until time.Time `json:"until,omitzero"`
}

// checkEvents returns everything that is wrong with events, whatever as_of is.
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
