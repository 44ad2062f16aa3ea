package cumulocity_test

import (
	"time"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
)

// slowReply is the twin's answer. Its form is that of the command; twins share
// nothing else, so that one mistake cannot hide in all of them.
type slowReply struct {
	agreementtest.Reply
	Clocks []slowClock `json:"clocks"` // stand for those of Reply

	asOf  time.Time
	nexts []slowNext // whatever changes by itself, in the order of the answer
	// ownerUnknown says that the walk through the owners met a day whose
	// holidays nobody knows, before as_of or right after it.
	ownerUnknown bool
	// stepsUnclear says that a step came due while the ladder was halted, of
	// which the rules do not say when it is reached.
	stepsUnclear bool
}

// slowClock is one row of the answer.
type slowClock struct {
	agreementtest.ReplyClock
	starts slowWhen // a waiting clock: when it will start by itself; zero if it will not
}

type (
	slowStep  = agreementtest.ReplyStep
	slowOwner = agreementtest.ReplyOwner
	slowNext  = agreementtest.ReplyNext
	slowSpan  = agreementtest.ReplySpan
)
