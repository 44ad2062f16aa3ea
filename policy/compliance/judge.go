package compliance

import (
	"errors"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// A Ticket is a ticket with all that a [Report] counts of it. It is made by
// [Judge], or by a caller that has the answer already. The zero Ticket is of no
// agreement; it is counted as a ticket and nothing else.
type Ticket struct {
	ID       string // "" if it has none
	Policy   *policy.Policy
	Answer   policy.Answer
	AsOf     time.Time       // the instant of the answer
	Reported time.Time       // the zero time if AsOf is before the report
	Progress policy.Progress // from the report to AsOf; the zero Progress where there is no ownership
}

// Judge answers a ticket at an instant, and where its agreement has regions
// that own tickets, takes their progress from the report to that instant. Events
// after it have no effect; before the report the ticket has no clocks. The error is
// that of [policy.Policy.Evaluate].
func Judge(id string, p *policy.Policy, events []policy.Event, asOf time.Time) (Ticket, error) {
	t := Ticket{ID: id, Policy: p, AsOf: asOf}
	var err error
	if t.Answer, err = p.Evaluate(events, asOf); err != nil {
		return Ticket{}, err
	}
	if t.Answer.Severity.IsZero() {
		return t, nil // T3: it is not reported yet
	}
	for i := range events {
		if events[i].Kind == policy.Reported {
			t.Reported = events[i].At
		}
	}
	t.Progress, err = p.Progress(events, t.Reported, asOf)
	if errors.Is(err, policy.ErrAgreement) {
		return t, nil // it has no regions
	}
	if err != nil {
		return Ticket{}, err
	}
	return t, nil
}
