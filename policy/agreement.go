package policy

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// An Agreement is what a supplier promises to a customer, as data: under one
// choice of the open readings and with all that depends on the customer filled
// in. It is checked and made usable by [New], which refuses the zero Agreement: it
// has no name.
type Agreement struct {
	Name      string
	Scale     *severity.Scale
	Location  *time.Location                // in which answers are printed
	Calendars map[string]*calendar.Calendar // by the names that targets use
	Metrics   []Metric                      // in the order in which answers list them; MaxMetrics at most
	// Events are the names of events that the agreement has besides those that
	// all agreements have, [MaxEvents] at most; see [Own] for their kinds. Such an event does what
	// the agreement says, and nothing else.
	Events []string
	// Lowering is what an accepted workaround makes of the levels; the zero
	// Lowering lowers nothing.
	Lowering severity.Lowering
	// Halt has the events from which on nothing is owed until a reopening.
	Halt Kinds
	// Switch has the events from which on targets are counted on their After
	// calendar, until a reopening. SwitchClause is the clause that says so, for
	// reasons; if it is empty they cite that of the target.
	Switch       Kinds
	SwitchClause string
	// Asked and Given have the events with which something is asked of the
	// customer, and has come; see [Metric.Unasked].
	Asked, Given Kinds
	// Lacking has, by name, calendars that cannot be made, and why: a ticket with a
	// clock on one, be it waiting, gets this error.
	Lacking map[string]error
	// Ladders are who is told while a ticket of a level stays open. A ladder
	// halts with an event of Test, while the customer tests, and goes on with
	// one of Failed.
	Ladders      []LevelLadder
	Test, Failed Kinds
	// Regions own the tickets; nil if there is no ownership.
	Regions *escalation.Regions
	// Roaming are the levels at which a ticket is handed over round the clock;
	// at the others the default region keeps it.
	Roaming []string
	// ReportNeedsChannel says that a clause asks for the channel of a report, so
	// that one without it is an error.
	ReportNeedsChannel bool
	SeverityChange     severity.Mode // what a change does to a running clock (G8)
	Choices            Choices       // the open readings, with the values picked
}

// A LevelLadder is the ladder of one level. The zero LevelLadder names no level,
// which [New] refuses.
type LevelLadder struct {
	Level  string
	Ladder escalation.Ladder
	Gate   Gate // what a report must be for the ladder to start
}
