package policytest

import (
	"time"

	"github.com/slaclock/slaclock/policy"
	"pgregory.net/rapid"
)

func elapsedNeverFalls(t *rapid.T, p *policy.Policy, ticket policy.Case) {
	early, late := pair(t, p, ticket)
	a, b := evaluate(t, p, ticket.Events, early), evaluate(t, p, ticket.Events, late)
	for i := range a.Clocks {
		was := &a.Clocks[i]
		is := find(&b, was)
		if is == nil || is.Severity != was.Severity {
			continue
		}
		before, ok1 := was.Elapsed.Get()
		after, ok2 := is.Elapsed.Get()
		if ok1 && ok2 && after < before {
			broken(t, p, ticket, "%s %d: %v has elapsed at %v, and %v at %v", was.Metric, was.Round, before, early, after, late)
		}
	}
}

func timeAddsUp(t *rapid.T, p *policy.Policy, ticket policy.Case) {
	a := evaluate(t, p, ticket.Events, ticket.AsOf)
	for i := range a.Clocks {
		c := &a.Clocks[i]
		target, err := time.ParseDuration(c.Target)
		started, ok := c.Started.Get()
		if err != nil || !ok || changed(p, ticket, started) {
			continue
		}
		elapsed, ok1 := c.Elapsed.Get()
		remaining, ok2 := c.Remaining.Get()
		if ok1 && ok2 && elapsed+remaining != target {
			broken(t, p, ticket, "%s %d: %v has elapsed and %v remains of %v", c.Metric, c.Round, elapsed, remaining, target)
		}
	}
}

// changed reports whether an event that can change the level, or another version of the
// agreement, came between from and the ticket's AsOf, both included.
func changed(p *policy.Policy, ticket policy.Case, from time.Time) bool {
	for _, at := range p.Moves() {
		if !at.Before(from) && !at.After(ticket.AsOf) {
			return true
		}
	}
	for _, e := range ticket.Events {
		if (e.Kind == policy.SeverityChanged || e.Kind == policy.WorkaroundAccepted) && !e.At.Before(from) && !e.At.After(ticket.AsOf) {
			return true
		}
	}
	return false
}

func reasonsAddUp(t *rapid.T, p *policy.Policy, ticket policy.Case) {
	a := evaluate(t, p, ticket.Events, ticket.AsOf)
	told, err := p.Explain(ticket.Events, ticket.AsOf)
	if err != nil {
		broken(t, p, ticket, "error: %v", err)
	}
	for i := range told.Clocks {
		c := &told.Clocks[i]
		var counted, ahead time.Duration
		for _, s := range c.Why {
			d, _ := s.Amount.Get()
			switch s.Kind {
			case policy.StepCounted:
				counted += d
			case policy.StepAhead:
				ahead += d
			}
		}
		if elapsed, ok := c.Elapsed.Get(); ok && elapsed != counted {
			broken(t, p, ticket, "%s %d: %v has elapsed, and the reasons count %v", c.Metric, c.Round, elapsed, counted)
		}
		if remaining, ok := c.Remaining.Get(); ok && max(remaining, 0) != ahead {
			broken(t, p, ticket, "%s %d: %v remains, and the reasons count %v", c.Metric, c.Round, remaining, ahead)
		}
		c.Why = nil
	}
	for i := range told.Escalation {
		told.Escalation[i].Why = nil
	}
	for i := range told.Ownership {
		told.Ownership[i].Cause = "" // only Explain gives an owner's reason
	}
	same(t, p, ticket, "with reasons another answer", a, told)
}
