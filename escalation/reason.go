package escalation

import (
	"errors"

	"github.com/slaclock/slaclock/calendar/enum"
)

// A Reason says why somebody owns a ticket from an instant on. It has two texts: a short
// name for JSON and the like, which [Reason.MarshalText] and [ReasonNames] return, and a
// sentence for people, which [Reason.String] returns. The zero Reason is NoneActive.
type Reason uint8

// The reasons. The first three are for an owner that is settled by a receipt or a similar
// event, the others for a hand-over by the time of day.
const (
	NoneActive    Reason = iota // no region is active: the on-call service owns it
	DefaultActive               // the default region is active
	LastOpened                  // the default region is not active: the active region that opened last owns it
	DefaultOpens                // the default region opens, and takes over
	FirstOpens                  // the first region that opens takes over from on-call
	OwnerCloses                 // the owner's hours end: the active region that opened last takes over
	AllClosed                   // the owner's hours end, and no region is active: on-call takes over
)

var reasonNames = enum.Of[Reason](ErrReason, "reason",
	"none_active", "default_active", "last_opened", "default_opens", "first_opens", "owner_closes", "all_closed")

// ErrReason means that a text names no reason of an owner, or that a [Reason] is invalid.
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

// String returns the reason as a sentence, not its name. If r is not one of the reasons,
// it returns a text such as Reason(9).
func (r Reason) String() string {
	if int(r) < len(reasonTexts) {
		return reasonTexts[r]
	}
	return reasonNames.String(r)
}

// ReasonNames returns the names of the reasons, the zero one first: none_active,
// default_active, last_opened, default_opens, first_opens, owner_closes, all_closed.
// The caller may change the slice.
func ReasonNames() []string { return reasonNames.All() }

// ParseReason returns the reason that text names; it does not accept the sentence that
// [Reason.String] returns. The error is an [ErrReason]: an [enum.Error] that lists the
// names.
func ParseReason(text string) (Reason, error) { return reasonNames.Parse(text) }

// MarshalText returns the name of r. The error is an [ErrReason] if r is not one of the
// reasons.
func (r Reason) MarshalText() ([]byte, error) { return reasonNames.Marshal(r) }

// UnmarshalText sets r to the reason that text names; see [ParseReason]. On error, r is
// unchanged.
func (r *Reason) UnmarshalText(text []byte) error { return reasonNames.Unmarshal(r, text) }

// later turns the reason that a receipt at an instant would have into that of a hand-over
// then; closes says that the owner's hours end then.
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
