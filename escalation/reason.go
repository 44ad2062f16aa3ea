package escalation

import (
	"errors"

	"github.com/slaclock/slaclock/calendar/enum"
)

// A Reason says why somebody owns a ticket from an instant on. The zero Reason is
// NoneActive. It has two texts: a short name for JSON and the like, which
// [Reason.MarshalText] and [ReasonNames] have, and a sentence for people, which is
// [Reason.String].
type Reason uint8

// The reasons. The first three are those of an owner that is settled by a receipt
// or an event like one, the others those of a hand-over by the time of day.
const (
	NoneActive    Reason = iota // no region is active: the on-call service
	DefaultActive               // the default region is active
	LastOpened                  // the default region is not: the active one that opened last
	DefaultOpens                // the default region opens, and takes over
	FirstOpens                  // on-call hands over to the first region that opens
	OwnerCloses                 // the owner's hours end: the active region that opened last
	AllClosed                   // the owner's hours end, and no region is active: on-call
)

var reasonNames = enum.Of[Reason](ErrReason, "reason",
	"none_active", "default_active", "last_opened", "default_opens", "first_opens", "owner_closes", "all_closed")

// ErrReason says that a text names no reason of an owner, or that a [Reason] is none.
var ErrReason = errors.New("escalation: no such reason")

var reasonTexts = []string{
	"no region is active, so it is on call",
	"the default region is active",
	"the default region is not active, and of those that are this one opened last",
	"the default region opens and takes over",
	"the first region that opens takes over from on-call",
	"the owner's hours end, and of the regions that are active this one opened last",
	"the owner's hours end and no region is active, so it is on call",
}

// String returns the reason in words, not its name; Reason(9) and the like of a value
// that is none of the reasons.
func (r Reason) String() string {
	if int(r) < len(reasonTexts) {
		return reasonTexts[r]
	}
	return reasonNames.String(r)
}

// ReasonNames returns the names of the reasons, the zero one first: none_active,
// default_active, last_opened, default_opens, first_opens, owner_closes, all_closed. The
// list is the caller's.
func ReasonNames() []string { return reasonNames.All() }

// ParseReason returns the reason that text names; it does not take the sentence of
// [Reason.String]. The error is an [ErrReason], as an [enum.Error] that has the names.
func ParseReason(text string) (Reason, error) { return reasonNames.Parse(text) }

// MarshalText returns the name of r; what is no reason is an [ErrReason].
func (r Reason) MarshalText() ([]byte, error) { return reasonNames.Marshal(r) }

// UnmarshalText sets r to the reason that text names; see [ParseReason]. With an error
// r is as before.
func (r *Reason) UnmarshalText(text []byte) error { return reasonNames.Unmarshal(r, text) }

// later returns the reason of a hand-over for that of a receipt at its instant;
// closes says that the owner's hours end then.
func (r Reason) later(closes bool) Reason {
	switch {
	case r == DefaultActive:
		return DefaultOpens
	case !closes:
		return FirstOpens
	case r == NoneActive:
		return AllClosed
	}
	return OwnerCloses
}
