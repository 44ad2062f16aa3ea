package policy

import (
	"time"

	"github.com/slaclock/slaclock/severity"
)

// History returns a ticket's severity over time, up to and including asOf: what it was
// reported as, what it was changed to, and what an accepted workaround made of it. The What
// of each entry names the event and, for a workaround, the clause too. Events that leave
// the level as it is have no entry. If asOf is before the report, the History is empty.
//
// The error is that of [Policy.Evaluate].
func (p *Policy) History(events []Event, asOf time.Time) (severity.History, error) {
	events, err := p.inOrder(events)
	if err != nil {
		return severity.History{}, err
	}
	t := timeline{policy: p, record: new(record)}
	if err := t.run(events, asOf); err != nil {
		return severity.History{}, err
	}
	return severity.NewHistory(t.record.entries...)
}

// A record is what a timeline keeps of a ticket's levels.
type record struct {
	entries []severity.Entry
}

// enter records that an event gave the ticket its present level.
func (t *timeline) enter(e *Event) {
	if n := len(t.record.entries); n > 0 && t.record.entries[n-1].Level == t.level {
		return
	}
	what := t.policy.agreement.kindName(e.Kind)
	if e.Kind == WorkaroundAccepted {
		what += " " + t.policy.agreement.Lowering.Clause()
	}
	t.record.entries = append(t.record.entries, severity.Entry{From: e.At, Level: t.level, What: what})
}
