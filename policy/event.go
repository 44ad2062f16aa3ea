package policy

import (
	"time"

	"github.com/slaclock/slaclock/severity"
)

// An Event is one thing that happened to a ticket.
type Event struct {
	At       time.Time
	Kind     Kind
	Severity severity.Level // of Reported and SeverityChanged; the zero Level in others
	Channel  Channel        // of Reported, Contacted, Responded and Reopened, where known
}
