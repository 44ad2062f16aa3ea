package policytest

import (
	"time"

	"github.com/slaclock/slaclock/policy"
	"pgregory.net/rapid"
)

func statesAreTrue(t *rapid.T, p *policy.Policy, ticket policy.Case) {
	a := evaluate(t, p, ticket.Events, ticket.AsOf)
	open, rounds := map[string]int{}, map[string]map[int]bool{}
	for i := range a.Clocks {
		c := &a.Clocks[i]
		if why := falseState(c, ticket.AsOf); why != "" {
			broken(t, p, ticket, "%s %d is %v, and %s\n%s", c.Metric, c.Round, c.State, why, text(p, &a))
		}
		if !c.Stopped.IsKnown() {
			open[c.Metric]++
		}
		if rounds[c.Metric] == nil {
			rounds[c.Metric] = map[int]bool{}
		}
		rounds[c.Metric][c.Round] = true
		if i > 0 && misplaced(&a.Clocks[i-1], c) {
			broken(t, p, ticket, "%s %d comes after %s %d", c.Metric, c.Round, a.Clocks[i-1].Metric, a.Clocks[i-1].Round)
		}
	}
	for metric, n := range open {
		if n > 1 {
			broken(t, p, ticket, "%s has %d open clocks", metric, n)
		}
	}
	for metric, has := range rounds {
		for n := range len(has) {
			if !has[n+1] {
				broken(t, p, ticket, "%s has %d clocks, and no round %d", metric, len(has), n+1)
			}
		}
	}
	if next, ok := a.Next.Get(); ok && next.At.Before(ticket.AsOf) {
		broken(t, p, ticket, "next is %q at %v, which is over", next.What, next.At)
	}
}

// falseState says what about a clock contradicts its state, or returns "".
func falseState(c *policy.Clock, asOf time.Time) string {
	started, begun := c.Started.Get()
	due, owed := c.Due.Get()
	stopped, over := c.Stopped.Get()
	elapsed, measured := c.Elapsed.Get()
	switch {
	case over && stopped.After(asOf), begun && started.After(asOf):
		return "something is still to come"
	case over && begun && stopped.Before(started):
		return "it stopped before it started"
	case owed && due.Before(started):
		return "it is due before it started"
	case measured && elapsed < 0:
		return "less than nothing has elapsed"
	case !begun && (owed || measured):
		return "it has not started"
	case begun && !owed && c.Due.Unknown() == nil && c.State != policy.Paused:
		return "it has started and is not due"
	case c.State == policy.Paused && (!begun || over || owed):
		return "it does not stand still"
	case c.State == policy.Waiting && (begun || over || c.WaitingFor == ""):
		return "it does not wait for anything"
	case c.State == policy.Running && (!begun || over || owed && due.Before(asOf)):
		return "it does not run, or is overdue"
	case (c.State == policy.Met || c.State == policy.Cancelled) && (!over || owed && stopped.After(due)):
		return "it has not stopped, or stopped late"
	case c.State == policy.Breached && (!owed || !over && !due.Before(asOf) || over && !due.Before(stopped)):
		return "it is not overdue"
	}
	return ""
}

// misplaced reports whether a clock that comes before another one belongs after it.
func misplaced(before, after *policy.Clock) bool {
	a, first := before.Started.Get()
	b, second := after.Started.Get()
	if first != second {
		return second
	}
	return first && b.Before(a) || a.Equal(b) && before.Metric == after.Metric && before.Round > after.Round
}

func whatIsOverStays(t *rapid.T, p *policy.Policy, ticket policy.Case) {
	early, late := pair(t, p, ticket)
	a, b := evaluate(t, p, ticket.Events, early), evaluate(t, p, ticket.Events, late)
	for i := range a.Clocks {
		was := &a.Clocks[i]
		is := find(&b, was)
		switch {
		case is == nil:
			broken(t, p, ticket, "%s %d of %v is gone at %v", was.Metric, was.Round, early, late)
		case was.Started.IsKnown() && was.Started.String() != is.Started.String():
			broken(t, p, ticket, "%s %d started at %v, and at %v", was.Metric, was.Round, was.Started, is.Started)
		case was.State == policy.Breached && (is.State != policy.Breached || is.Due.String() != was.Due.String()):
			broken(t, p, ticket, "%s %d is overdue since %v at %v, but %v, due %v at %v", was.Metric, was.Round, was.Due, early, is.State, is.Due, late)
		case !was.Stopped.IsKnown():
		case is.Stopped.String() != was.Stopped.String() && goesOn(p, was.Metric):
		case was.State != is.State || was.Severity != is.Severity || was.Target != is.Target || was.Due.String() != is.Due.String() ||
			was.Stopped.String() != is.Stopped.String() || !sameLength(was.Elapsed, is.Elapsed) || !sameLength(was.Remaining, is.Remaining):
			broken(t, p, ticket, "%s %d has stopped at %v, and yet changes up to %v", was.Metric, was.Round, early, late)
		}
	}
}

// goesOn reports whether clocks of a metric can continue after a reopening.
func goesOn(p *policy.Policy, metric string) bool {
	for _, m := range p.Agreement().Metrics {
		if m.Name == metric {
			return m.Continue
		}
	}
	return false
}

// sameLength reports whether two amounts of time are the same; two unknown amounts are.
func sameLength(a, b policy.Length) bool {
	x, known := a.Get()
	y, other := b.Get()
	return x == y && known == other && (a.Unknown() == nil) == (b.Unknown() == nil)
}
