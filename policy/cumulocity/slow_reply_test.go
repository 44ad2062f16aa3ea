package cumulocity_test

import "time"

// slowReply is the twin's answer, with the field names of the command.
type slowReply struct {
	ID         string            `json:"id,omitempty"`
	Agreement  string            `json:"agreement"`
	AsOf       string            `json:"as_of"`
	Severity   string            `json:"severity,omitempty"`
	Clocks     []slowClock       `json:"clocks"`
	Escalation []slowStep        `json:"escalation"`
	Ownership  []slowOwner       `json:"ownership"`
	Next       *slowNext         `json:"next,omitempty"`
	Readings   map[string]string `json:"readings"`

	asOf  time.Time
	nexts []slowNext // whatever changes by itself, in the order of the answer
	// ownerUnknown says that the walk through the owners met a day whose
	// holidays nobody knows, before as_of or right after it.
	ownerUnknown bool
	// stepsUnclear says that a step came due while the ladder was halted, of
	// which the rules do not say when it is reached.
	stepsUnclear bool
}

// slowClock is one row of the answer. The name of the business calendar is left
// to the library, so Calendar is empty for it.
type slowClock struct {
	Metric     string     `json:"metric"`
	Round      int        `json:"round"`
	Severity   string     `json:"severity"`
	Target     string     `json:"target"`
	Calendar   string     `json:"calendar,omitempty"`
	Clause     string     `json:"clause"`
	Started    *time.Time `json:"started,omitempty"`
	Due        *time.Time `json:"due,omitempty"`
	Unknown    string     `json:"unknown,omitempty"`
	Stopped    *time.Time `json:"stopped,omitempty"`
	State      string     `json:"state"`
	WaitingFor string     `json:"waiting_for,omitempty"`
	Elapsed    *slowSpan  `json:"elapsed,omitempty"`
	Remaining  *slowSpan  `json:"remaining,omitempty"`

	starts slowWhen // a waiting clock: when it will start by itself; zero if it will not
}

type slowStep struct {
	Step    int        `json:"step"`
	To      string     `json:"to"`
	Clause  string     `json:"clause"`
	Round   int        `json:"round"`
	At      *time.Time `json:"at,omitempty"`
	Unknown string     `json:"unknown,omitempty"`
	State   string     `json:"state"`
}

type slowOwner struct {
	From   time.Time `json:"from"`
	Region string    `json:"region"`
}

type slowNext struct {
	At   time.Time `json:"at"`
	What string    `json:"what"`
}

// slowSpan prints as Go prints a duration.
type slowSpan time.Duration

func (s slowSpan) MarshalText() ([]byte, error) { return []byte(time.Duration(s).String()), nil }
