package compliance

import (
	"time"

	"github.com/slaclock/slaclock/policy"
)

// A Judgement is everything about a ticket that a [Report] counts. It is made by [Judge], or
// by a caller that already has the answer. The zero Judgement belongs to no agreement; it
// counts as a ticket and nothing else.
type Judgement struct {
	ID       string // the ticket's ID; "" if it has none
	Policy   *policy.Policy
	Answer   policy.Answer
	AsOf     time.Time       // the instant of the answer
	Reported time.Time       // the zero time if AsOf is before the report
	Progress policy.Progress // from the report to AsOf; the zero Progress if there is no ownership
}

// Judge answers a ticket at asOf. If its agreement has regions that own tickets, Judge also
// computes their progress from the report to that instant. Events after asOf have no effect;
// before the report the ticket has no clocks. The error is that of [policy.Policy.Evaluate],
// which for a nil Policy is that of the zero Policy, or of [policy.Policy.Progress].
func Judge(id string, p *policy.Policy, events []policy.Event, asOf time.Time) (Judgement, error) {
	j := Judgement{ID: id, Policy: p, AsOf: asOf}
	var err error
	if j.Answer, err = p.Evaluate(events, asOf); err != nil {
		return Judgement{}, err
	}
	if j.Answer.Severity.IsZero() {
		return j, nil // T3: not reported yet
	}
	for i := range events {
		if events[i].Kind == policy.Reported {
			j.Reported = events[i].At
		}
	}
	if !p.Owned() {
		return j, nil // nobody owns its tickets
	}
	if j.Progress, err = p.Progress(events, j.Reported, asOf); err != nil {
		return Judgement{}, err
	}
	return j, nil
}
