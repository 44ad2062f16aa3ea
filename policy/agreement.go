package policy

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// An Agreement is what a supplier promises to a customer, as data, under one choice of the
// open readings and with all that depends on the customer filled in. [New] checks it and
// makes it usable. The zero Agreement is invalid: it has no name, so [New] refuses it.
type Agreement struct {
	Name      string
	Scale     *severity.Scale
	Location  *time.Location                // the zone in which answers are printed; not time.Local
	Calendars map[string]*calendar.Calendar // by the names that targets use
	Metrics   []Metric                      // in the order in which answers list them; at most MaxMetrics
	// Events are the names of the events that the agreement has besides those that all
	// agreements have, at most [MaxEvents]; see [Own] for their kinds. Such an event does
	// what the agreement says, and nothing else.
	Events []string
	// Lowering says how an accepted workaround lowers the level; the zero Lowering lowers
	// nothing.
	Lowering severity.Lowering
	// Halt is the set of events after which nothing is owed until a reopening.
	Halt Kinds
	// Switch is the set of events after which targets are counted on their After calendar,
	// until a reopening. SwitchClause is the clause that the reasons cite for this; if it
	// is empty, they cite that of the target.
	Switch       Kinds
	SwitchClause string
	// Asked is the set of events that ask the customer for something, and Given the set of
	// events with which it arrives; see [Metric.Unasked].
	Asked, Given Kinds
	// Lacking says, by name, which calendars cannot be made, and why: a ticket with a clock
	// on one of them, even a waiting clock, gets this error.
	Lacking map[string]error
	// Ladders say who is told while a ticket of a level stays open. A ladder halts at an
	// event of Test, while the customer tests, and resumes at an event of Failed.
	Ladders      []LevelLadder
	Test, Failed Kinds
	// Regions own the tickets; nil if there is no ownership.
	Regions *escalation.Regions
	// Roaming lists the levels at which a ticket is handed over round the clock; at the
	// others the default region keeps it.
	Roaming []string
	// If ReportNeedsChannel is set, a clause asks for the channel of a report, so that a
	// report without one is an error.
	ReportNeedsChannel bool
	SeverityChange     severity.Mode // what a change of severity does to a running clock (G8)
	Choices            Choices       // the open readings, with the values picked
}

// A LevelLadder is the ladder of one level. The zero LevelLadder is invalid: it names no
// level, so [New] refuses it.
type LevelLadder struct {
	Level  string
	Ladder escalation.Ladder
	Gate   Gate // what a report must be for the ladder to start
}
