package policy

import (
	"fmt"
	"slices"
	"time"
)

// An Occurrence is something that happens to a ticket by itself: a due time
// passes, a clock starts at an opening, a step of a ladder is reached, the ticket
// is handed over, or closes. The zero Occurrence is none.
type Occurrence struct {
	// ID identifies the occurrence within its ticket. It does not change when
	// the events are gone through again, up to a later instant or with later
	// events, so that a backend that keeps it sends each notice once.
	ID   string
	At   time.Time
	What string // as in [Change]: "response due", "escalation step 2", "hand-over to APJ"
	// Metric is that of a clock, and otherwise "escalation" (thresholds, too),
	// "ownership" or "agreement". It groups; only the ID tells a metric apart
	// that an agreement calls by one of these.
	Metric string
	Round  int // of the clock or the ladder; hand-overs are counted
}

// Occurrences returns what happens by itself to a ticket from an instant,
// excluded, through another one, included, in order. Those of adjoining spans
// add up to those of the whole. A breach comes just after its due instant, its
// At: so a due time equal to from is in the span and one equal to through is not,
// and it stands behind what happens at that instant. A change of severity can
// move a due time into the past (G8, from_start): that breach comes at the change.
//
// Only events up to through have an effect. The error is that of
// [Policy.Evaluate].
func (p *Policy) Occurrences(events []Event, from, through time.Time) ([]Occurrence, error) {
	a, err := p.Evaluate(events, through)
	if err != nil {
		return nil, err
	}
	var all, breaches []Occurrence
	for i := range a.Clocks {
		c := &a.Clocks[i]
		if started, ok := c.Started.Get(); ok && c.itself && from.Before(started) && !started.After(through) {
			all = append(all, c.occurrence(started, "starts"))
		}
		due, ok := c.Due.Get()
		switch stopped, over := c.Stopped.Get(); {
		case !ok:
		case c.ends && over && c.State == Met: // it ran out, and closed the ticket
			if from.Before(stopped) && !stopped.After(through) {
				all = append(all, c.occurrence(stopped, "due"))
			}
		case c.State != Breached:
		case !c.moved.IsZero():
			if from.Before(c.moved) && !c.moved.After(through) {
				all = append(all, c.occurrence(c.moved, "due"))
			}
		case !due.Before(from) && due.Before(through):
			breaches = append(breaches, c.occurrence(due, "due"))
		}
	}
	for i := range a.Escalation {
		all = a.Escalation[i].occurrences(all, from, through)
	}
	handOvers := 0
	for _, o := range a.Ownership {
		if !o.Itself {
			continue
		}
		handOvers++
		if from.Before(o.From) && !o.From.After(through) {
			all = append(all, Occurrence{
				ID: "hand-over/" + o.From.UTC().Format(time.RFC3339Nano),
				At: o.From, What: p.handOverText(o.Region), Metric: "ownership", Round: handOvers,
			})
		}
	}
	for _, at := range a.succeeded {
		if from.Before(at) && !at.After(through) {
			all = append(all, Occurrence{ID: "version/" + at.UTC().Format(time.RFC3339Nano), At: at, What: whatSucceeds, Metric: "agreement"})
		}
	}
	all = append(all, breaches...)
	slices.SortStableFunc(all, func(a, b Occurrence) int { return a.At.Compare(b.At) })
	return all, nil
}

func (c *Clock) occurrence(at time.Time, what string) Occurrence {
	return Occurrence{
		ID: fmt.Sprintf("%s/%d/%s", c.Metric, c.Round, what),
		At: at, What: c.Metric + " " + what, Metric: c.Metric, Round: c.Round,
	}
}
