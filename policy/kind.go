package policy

import (
	"cmp"
	"errors"
	"math/bits"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/calendar/enum"
)

// A Kind is a kind of event in the life of a ticket: one of those below, or one that an
// agreement declares for itself; see [Agreement.Events]. The zero Kind stands for no kind.
type Kind uint8

// The kinds of events. What each does is up to the agreement; the rules T1 to T13 say what
// it does in all of them.
const (
	Reported            Kind = iota + 1 // the supplier receives the report; carries a severity and a channel
	Registered                          // the user is notified of the registration
	Contacted                           // the customer uses the channel that the agreement asks for; may carry it, by default the telephone (T2)
	Responded                           // the supplier's response (T1); may carry its channel
	Updated                             // a status report to the customer
	PlanProvided                        // the resolution plan
	InfoRequested                       // the supplier asks the customer
	InfoReceived                        // the last missing piece of information has arrived
	CustomerReplied                     // any answer of the customer
	WorkaroundAccepted                  // an acceptable workaround was delivered
	DevelopmentRequired                 // it turns out that code has to be changed
	Forwarded                           // handed to the relevant team, without a deadline
	ResolutionProposed                  // a potential resolution, for the customer to test
	ResolutionRejected                  // the customer's test failed
	Resolved                            // accepted as resolved (T9)
	SeverityChanged                     // carries the new severity
	Closed                              // the ticket's end (T9)
	Reopened                            // the ticket's new start (T10); may carry a channel
	kindEnd
)

var kindNames = enum.Of[Kind](ErrKind, "kind",
	"", "reported", "registered", "contacted", "responded", "updated", "plan_provided", "info_requested",
	"info_received", "customer_replied", "workaround_accepted", "development_required", "forwarded",
	"resolution_proposed", "resolution_rejected", "resolved", "severity_changed", "closed", "reopened",
)

// ErrKind means that a text names no kind of event, or that a Kind has no name.
var ErrKind = errors.New("policy: no such kind of event")

// MaxEvents is the greatest number of kinds of events that an agreement can declare for
// itself: 45, as many as a [Kinds] has room for.
const MaxEvents = 64 - int(kindEnd)

// Own returns the kind of the event at index i of [Agreement.Events], or false if no
// agreement can have that many.
func Own(i int) (Kind, bool) {
	if i < 0 || i >= MaxEvents {
		return 0, false
	}
	return kindEnd + Kind(i), true
}

// String returns the name of k, such as "severity_changed". For a kind that an agreement
// declares, whose name only the agreement knows, it returns a text such as "own event 1".
// It returns "" for the zero Kind, and a text such as "Kind(64)" for an unknown one.
func (k Kind) String() string {
	if i := int(k) - int(kindEnd); i >= 0 && i < MaxEvents {
		return "own event " + strconv.Itoa(i+1)
	}
	return kindNames.String(k)
}

// KindNames returns the names of the kinds of events that every agreement has. The caller
// may modify the returned slice.
func KindNames() []string { return kindNames.All() }

// ParseKind returns the kind that text names, one that every agreement has. If there is
// none, the error is an [ErrKind] that lists the names.
func ParseKind(text string) (Kind, error) { return kindNames.Parse(text) }

// MarshalText returns the name of k. The error is an [ErrKind] if k is zero, unknown, or
// declared by an agreement.
func (k Kind) MarshalText() ([]byte, error) { return kindNames.Marshal(k) }

// UnmarshalText sets k to the kind that text names; see [ParseKind]. On error, k is
// unchanged.
func (k *Kind) UnmarshalText(text []byte) error { return kindNames.Unmarshal(k, text) }

// severeKinds is the set of events that must have a severity; no others can.
const severeKinds Kinds = 1<<Reported | 1<<SeverityChanged

// channelKinds is the set of events that can have a channel.
const channelKinds Kinds = 1<<Reported | 1<<Contacted | 1<<Responded | 1<<Reopened

// Kinds is a set of kinds. The zero Kinds is empty.
type Kinds uint64

// On returns the set of the given kinds. A value that is not a kind makes the set one that
// [New] refuses.
func On(kinds ...Kind) Kinds {
	var s Kinds
	for _, k := range kinds {
		if k > 63 {
			k = 0 // which is no kind either, and has a place in the set
		}
		s |= 1 << k
	}
	return s
}

// Has reports whether k is in s.
func (s Kinds) Has(k Kind) bool { return s>>k&1 != 0 }

// String returns the names of the kinds in s, in their order, as [Kind.String] writes them:
// "responded, closed, own event 1". It returns "none" if s is empty.
func (s Kinds) String() string {
	if s == 0 {
		return "none"
	}
	var names []string
	for ; s != 0; s &= s - 1 {
		k := Kind(bits.TrailingZeros64(uint64(s)))
		names = append(names, cmp.Or(k.String(), "Kind(0)"))
	}
	return strings.Join(names, ", ")
}

// Response is the set of events that are a response: whatever the supplier says
// to the customer (T1).
const Response Kinds = 1<<Responded | 1<<InfoRequested | 1<<Updated | 1<<PlanProvided |
	1<<ResolutionProposed | 1<<WorkaroundAccepted | 1<<Resolved

// Report is the set of events with which a ticket begins, or begins again.
const Report Kinds = 1<<Reported | 1<<Reopened
