package agreementtest

import "time"

// A Reply is an answer in the form in which the command prints it, for a [Twin] to
// fill in: the form is given, and so is the one thing that twins can share. What
// stands in it is for each of them to find out. The zero Reply is the answer to a
// ticket that has not been reported yet, but that its lists are null.
type Reply struct {
	ID         string            `json:"id,omitempty"`
	Agreement  string            `json:"agreement"`
	AsOf       string            `json:"as_of"` // as the ticket has it; without one, the last event's instant
	Severity   string            `json:"severity,omitempty"`
	Clocks     []ReplyClock      `json:"clocks"`
	Escalation []ReplyStep       `json:"escalation,omitzero"` // nil is not printed, a list without steps is
	Ownership  []ReplyOwner      `json:"ownership,omitzero"`
	Next       *ReplyNext        `json:"next,omitempty"`
	Readings   map[string]string `json:"readings"`
}

// Dues returns the due times of the clocks that have not stopped, in their order.
func (r Reply) Dues() []time.Time {
	var dues []time.Time
	for _, c := range r.Clocks {
		if c.Due != nil && c.Stopped == nil {
			dues = append(dues, *c.Due)
		}
	}
	return dues
}

// A ReplyClock is one row of the clocks. A twin leaves the name of a calendar that
// is not round the clock to the library. Nil and empty fields are not printed.
type ReplyClock struct {
	Metric     string     `json:"metric"`
	Round      int        `json:"round"`
	Severity   string     `json:"severity"`
	Target     string     `json:"target"`
	Calendar   string     `json:"calendar,omitempty"`
	Clause     string     `json:"clause"`
	Started    *time.Time `json:"started,omitempty"`
	Due        *time.Time `json:"due,omitempty"`
	Stopped    *time.Time `json:"stopped,omitempty"`
	State      string     `json:"state"`
	WaitingFor string     `json:"waiting_for,omitempty"`
	Elapsed    *ReplySpan `json:"elapsed,omitempty"`
	Remaining  *ReplySpan `json:"remaining,omitempty"`
	Unknown    string     `json:"unknown,omitempty"`
}

// A ReplyStep is one row of the escalation.
type ReplyStep struct {
	Step    int        `json:"step"`
	To      string     `json:"to"`
	Clause  string     `json:"clause"`
	Round   int        `json:"round"`
	At      *time.Time `json:"at,omitempty"`
	Unknown string     `json:"unknown,omitempty"`
	State   string     `json:"state"`
}

// A ReplyOwner is one row of the ownership.
type ReplyOwner struct {
	From   time.Time `json:"from"`
	Region string    `json:"region"`
}

// A ReplyNext is what changes next by itself, such as "response due".
type ReplyNext struct {
	At   time.Time `json:"at"`
	What string    `json:"what"`
}

// A ReplySpan is a time that prints as Go prints a duration: 1h0m0s.
type ReplySpan time.Duration

// MarshalText returns s as a duration is written.
func (s ReplySpan) MarshalText() ([]byte, error) { return []byte(time.Duration(s).String()), nil }

// UnmarshalText reads a duration; the error is that of time.ParseDuration.
func (s *ReplySpan) UnmarshalText(text []byte) error {
	d, err := time.ParseDuration(string(text))
	*s = ReplySpan(d)
	return err
}
