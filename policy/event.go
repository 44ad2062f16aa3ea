package policy

import (
	"time"

	"github.com/slaclock/slaclock/severity"
)

// An Event is one thing that happened to a ticket. The zero Event is invalid: it has no
// kind. An Event can be written as JSON, and is read back as a [TicketEvent].
type Event struct {
	At       time.Time // in the years 1 to 9999 in UTC; the zero time is an error
	Kind     Kind
	Severity severity.Level // of Reported and SeverityChanged; the zero Level in other events
	Channel  Channel        // of Reported, Contacted, Responded and Reopened, if known
}

// String returns the event in a few words, without its instant: "reported as 2
// by email", "severity_changed to 1".
func (e Event) String() string { return e.named(e.Kind.String()) }

// tell returns an event in words as [Event.String] does, with the names that the agreement
// gives.
func (p *Policy) tell(e *Event) string { return e.named(p.agreement.kindName(e.Kind)) }

func (e Event) named(text string) string {
	if !e.Severity.IsZero() {
		word := " as "
		if e.Kind == SeverityChanged {
			word = " to "
		}
		text += word + e.Severity.String()
	}
	if e.Channel != 0 {
		text += " by " + e.Channel.String()
	}
	return text
}
