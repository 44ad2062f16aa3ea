package escalation

import "strconv"

// A Reason says why somebody owns a ticket from an instant on. The zero Reason is
// NoneActive.
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

var reasonTexts = []string{
	"no region is active, so it is on call",
	"the default region is active",
	"the default region is not active, and of those that are this one opened last",
	"the default region opens and takes over",
	"the first region that opens takes over from on-call",
	"the owner's hours end, and of the regions that are active this one opened last",
	"the owner's hours end and no region is active, so it is on call",
}

// String returns the reason in words; Reason(9) and the like of a value that is none
// of the reasons.
func (r Reason) String() string {
	if int(r) < len(reasonTexts) {
		return reasonTexts[r]
	}
	return "Reason(" + strconv.Itoa(int(r)) + ")"
}

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
