package desk

import (
	"time"

	"github.com/slaclock/slaclock/policy"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// A standing is what the index keeps about a ticket, as derived at some instant. Instants are
// in nanoseconds; 0 means none.
type standing struct {
	wake    int64     // when to look at the ticket again
	due     int64     // the next due time of what is owed, not yet breached
	overdue int64     // the earliest due time of what is owed and breached
	ended   time.Time // the zero time while the ticket is open
	broken  bool      // it could not be judged
}

// judge derives a ticket's standing at an instant.
func (d *Desk) judge(t *store.Ticket, asOf time.Time) (standing, error) {
	p, events, err := d.policy(t)
	if err != nil {
		return standing{broken: true}, err
	}
	return stand(p, events, asOf)
}

// policy returns a ticket's agreement, and its events in terms of that agreement.
func (d *Desk) policy(t *store.Ticket) (*policy.Policy, []policy.Event, error) {
	p, err := d.inForce(t)
	if err != nil {
		return nil, nil, err
	}
	events, err := policyEvents(p, t.Events)
	return p, events, err
}

// inForce returns the version of a ticket's agreement by which it is judged: the one in force
// at its report, which is its first event.
func (d *Desk) inForce(t *store.Ticket) (*policy.Policy, error) {
	versions, err := d.registry.Of(t.Terms)
	if err != nil {
		return nil, err
	}
	return versions.InForce(t.Events[0].At)
}

func policyEvents(p *policy.Policy, stored []store.Event) ([]policy.Event, error) {
	t := policy.Ticket{Events: make([]policy.TicketEvent, len(stored))}
	for i := range stored {
		e := &stored[i]
		to := &t.Events[i]
		to.At.Time = e.At
		if kind, err := policy.ParseKind(e.Kind); err == nil {
			to.Kind = kind
		} else {
			to.Name = e.Kind
		}
		if e.Severity != "" {
			to.Severity = &e.Severity
		}
		if e.Channel != "" {
			channel, err := policy.ParseChannel(e.Channel)
			if err != nil {
				return nil, err
			}
			to.Channel = channel
		}
	}
	return p.Events(&t)
}

func stand(p *policy.Policy, events []policy.Event, asOf time.Time) (standing, error) {
	a, err := p.Evaluate(events, asOf)
	if err != nil {
		return standing{broken: true}, err
	}
	var s standing
	closing := closingMetrics(p)
	for i := range a.Clocks {
		c := &a.Clocks[i]
		due, ok := c.Due.Get()
		_, stopped := c.Stopped.Get()
		switch {
		case !ok || closing[c.Metric]:
		case c.State == policy.Running:
			s.due = earliest(s.due, due)
		case c.State == policy.Breached && !stopped:
			s.overdue = earliest(s.overdue, due)
		}
	}
	if next, ok := a.Next.Get(); ok {
		// A breach comes just after its due instant: the breach of what is due at asOf comes
		// a nanosecond later.
		s.wake = max(next.At.UnixNano(), asOf.UnixNano()+1)
	}
	for _, e := range events {
		if e.At.After(asOf) { // from a client whose clock is ahead
			s.wake = earliest(s.wake, e.At)
		}
	}
	s.ended, _ = a.Ended.Get()
	return s, nil
}

func earliest(ns int64, t time.Time) int64 {
	if at := t.UnixNano(); ns == 0 || at < ns {
		return at
	}
	return ns
}

// closingMetrics returns the metrics whose due time is not a breach, but closes the ticket.
func closingMetrics(p *policy.Policy) map[string]bool {
	var closing map[string]bool
	for _, m := range p.Agreement().Metrics {
		if m.Ends {
			if closing == nil {
				closing = map[string]bool{}
			}
			closing[m.Name] = true
		}
	}
	return closing
}

// Closes reports whether a metric's due time is not a breach, but closes the ticket.
func Closes(p *policy.Policy, metric string) bool { return closingMetrics(p)[metric] }
