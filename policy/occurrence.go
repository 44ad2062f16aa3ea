package policy

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/escalation"
)

// An Occurrence is something that happens to a ticket by itself: a due time passes, a clock
// starts at an opening, a step of a ladder is reached, or the ticket is handed over or
// closes. The zero Occurrence stands for no occurrence.
type Occurrence struct {
	// ID identifies the occurrence within its ticket by when its clock or ladder began:
	// "response/2026-03-02T08:00:00Z/due". It does not change when the events are evaluated
	// again, up to a later instant or with later events, so that a backend that keeps it
	// sends each notice once. An event that is entered late does not change it either,
	// unless it moves that beginning.
	ID     string         `json:"id,omitempty"`
	Kind   OccurrenceKind `json:"kind,omitzero"`
	At     time.Time      `json:"at,omitzero"`
	What   string         `json:"what,omitempty"`   // as in [Change]: "response due", "escalation step 2", "hand-over to APJ"
	Metric string         `json:"metric,omitempty"` // of a clock that starts or is due, or that has a threshold; otherwise empty
	Round  int            `json:"round,omitempty"`  // of the clock or the ladder, or the number of the hand-over, from 1; 0 for a version
	Step   int            `json:"step,omitempty"`   // of a ladder, or among the thresholds of a metric, from 1; otherwise 0
	Repeat int            `json:"repeat,omitempty"` // of a step or its notice: 0 for the step itself, then from 1; otherwise 0
	To     string         `json:"to,omitempty"`     // who is told by a step, a threshold or a notice; otherwise empty
	Region string         `json:"region,omitempty"` // who owns the ticket after a hand-over: a region or on-call; otherwise empty
}

// String returns the occurrence in words: when it happens, in the zone that At has, what it
// is, and who is told, as in
//
//	Fri 2026-03-06 16:00:00 +01:00  escalation step 1 → Regional Director
//
// It is empty for the zero Occurrence.
func (o Occurrence) String() string {
	if o.What == "" {
		return ""
	}
	text := o.At.Format(TimeLayout) + "  " + o.What
	if o.To != "" {
		text += " → " + o.To
	}
	return text
}

// Occurrences returns, in order, what happens to a ticket by itself between two instants,
// from excluded and through included. The occurrences of adjoining spans add up to those of
// the whole. A breach comes just after its due instant, which is its At: a due time equal
// to from is in the span and one equal to through is not, and a breach comes after
// everything else that happens at its At. A change of severity can move a due time into the
// past (G8, from_start); that breach comes at the change.
//
// Only events up to through have an effect. If through is not after from, there are no
// occurrences. The error is that of [Policy.Evaluate].
func (p *Policy) Occurrences(events []Event, from, through time.Time) ([]Occurrence, error) {
	a, err := p.Evaluate(events, through)
	if err != nil {
		return nil, err
	}
	var all, breaches []Occurrence
	ids := identifier{Answer: &a}
	for i := range a.Clocks {
		c := &a.Clocks[i]
		if started, ok := c.Started.Get(); ok && c.itself && from.Before(started) && !started.After(through) {
			all = append(all, ids.ofClock(i, OccurrenceStarts, started))
		}
		due, ok := c.Due.Get()
		moved := p.changed(&a, c)
		switch stopped, over := c.Stopped.Get(); {
		case !ok:
		case c.ends && over && c.State == Met: // it ran out, and closed the ticket
			if from.Before(stopped) && !stopped.After(through) {
				all = append(all, ids.ofClock(i, OccurrenceDue, stopped))
			}
		case c.State != Breached:
		case moved != nil:
			if from.Before(moved.at) && !moved.at.After(through) {
				all = append(all, ids.ofClock(i, OccurrenceDue, moved.at))
			}
		case !due.Before(from) && due.Before(through):
			breaches = append(breaches, ids.ofClock(i, OccurrenceDue, due))
		}
	}
	for i := range a.Escalation {
		all = ids.ofRung(all, &a.Escalation[i], from, through)
	}
	handOvers := 0
	for _, o := range a.Ownership {
		if !o.ByItself {
			continue
		}
		handOvers++
		if from.Before(o.From) && !o.From.After(through) {
			all = append(all, Occurrence{
				ID: "hand-over/" + instantID(o.From), Kind: OccurrenceHandOver,
				At: o.From, What: p.handOverText(o.Region), Round: handOvers, Region: o.Region,
			})
		}
	}
	for _, at := range a.succeeded {
		if from.Before(at) && !at.After(through) {
			all = append(all, Occurrence{ID: "version/" + instantID(at), Kind: OccurrenceVersion, At: at, What: whatSucceeds})
		}
	}
	all = append(all, breaches...)
	slices.SortStableFunc(all, func(a, b Occurrence) int { return a.At.Compare(b.At) })
	return all, nil
}

// changed returns what moved a clock's due time into the past, or nil.
func (p *Policy) changed(a *Answer, c *Clock) *movedDue {
	for i := range a.moved {
		if m := &a.moved[i]; int(m.round) == c.Round && p.metrics[m.metric].Name == c.Metric {
			return m
		}
	}
	return nil
}

// ofClock returns what happens to clock i; its words and its ID end in the name of the
// kind.
func (d *identifier) ofClock(i int, kind OccurrenceKind, at time.Time) Occurrence {
	c, what := &d.Clocks[i], kind.String()
	return Occurrence{
		ID: d.clock(i) + "/" + what, Kind: kind,
		At: at, What: c.Metric + " " + what, Metric: c.Metric, Round: c.Round,
	}
}

// ofRung appends what a step brings about in a span: that it is reached, and its notice, if
// notices have hours of their own.
func (d *identifier) ofRung(all []Occurrence, r *Rung, from, through time.Time) []Occurrence {
	if r.State != escalation.Reached {
		return all
	}
	o := Occurrence{ID: d.rung(r), Kind: OccurrenceStep, What: r.what(), Metric: r.Metric, Round: r.Round, Step: r.Step, Repeat: r.Repeat, To: r.To}
	if r.Metric != "" {
		o.Kind = OccurrenceThreshold
	}
	if at, ok := r.At.Get(); ok && from.Before(at) && !at.After(through) {
		o.At = at
		all = append(all, o)
	}
	if at, ok := r.Notified.Get(); ok && from.Before(at) && !at.After(through) {
		o.ID, o.Kind, o.At, o.What = "notice/"+o.ID, OccurrenceNotice, at, "notice of "+o.What
		all = append(all, o)
	}
	return all
}
