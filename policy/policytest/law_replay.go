package policytest

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/policy"
	"pgregory.net/rapid"
)

func futureChangesNothing(t *rapid.T, p *policy.Policy, ticket policy.Case) {
	past := until(ticket.Events, ticket.AsOf)
	if len(past) == 0 {
		a := evaluate(t, p, ticket.Events, ticket.AsOf)
		if !a.Severity.IsZero() || len(a.Clocks) > 0 {
			broken(t, p, ticket, "a severity or clocks before the report")
		}
		return
	}
	a := evaluate(t, p, past, ticket.AsOf)
	same(t, p, ticket, "with and without the events to come", a, evaluate(t, p, ticket.Events, ticket.AsOf))
	last := policy.Event{At: ticket.AsOf.Add(1), Kind: rapid.SampledFrom([]policy.Kind{policy.Closed, policy.Resolved, policy.Responded}).Draw(t, "future")}
	same(t, p, ticket, last.String()+" a nanosecond later", a, evaluate(t, p, append(slices.Clone(ticket.Events), last), ticket.AsOf))
}

func splitReplay(t *rapid.T, p *policy.Policy, ticket policy.Case) {
	stop := Instants(p, ticket.Events).Draw(t, "stop")
	present := evaluate(t, p, ticket.Events, stop).Severity
	if present.IsZero() {
		return // nothing can come before the report
	}
	a := p.Agreement()
	nothing, ok := idle(&a, stop, present)
	if !ok {
		return // every event does something
	}
	// What happens by itself up to that instant is then evaluated at it.
	split := append(sorted(ticket.Events), nothing)
	same(t, p, policy.Case{Events: split, AsOf: ticket.AsOf}, "without and with a stop in between",
		evaluate(t, p, ticket.Events, ticket.AsOf), evaluate(t, p, split, ticket.AsOf))
}

func orderHandedIn(t *rapid.T, p *policy.Policy, ticket policy.Case) {
	want := evaluate(t, p, ticket.Events, ticket.AsOf)
	// Events at one instant keep their order: they are put into the places that the shuffled
	// list has for them.
	order := rapid.Permutation(ticket.Events).Draw(t, "order")
	zone := time.FixedZone("", rapid.IntRange(-14, 14).Draw(t, "offset")*60*60)
	given := map[int64][]policy.Event{}
	for _, e := range ticket.Events {
		given[e.At.UnixNano()] = append(given[e.At.UnixNano()], e)
	}
	for i, e := range order {
		of := given[e.At.UnixNano()]
		order[i], given[e.At.UnixNano()] = of[0], of[1:]
		order[i].At = order[i].At.In(zone)
	}
	same(t, p, policy.Case{Events: order, AsOf: ticket.AsOf}, "in another order", want, evaluate(t, p, order, ticket.AsOf.In(zone)))
	same(t, p, ticket, "by time", want, evaluate(t, p, sorted(ticket.Events), ticket.AsOf))
}

func writtenOver(t *rapid.T, p *policy.Policy, ticket policy.Case) {
	at := []time.Time{ticket.AsOf}
	for _, e := range ticket.Events {
		at = append(at, e.At)
	}
	var a policy.Answer
	for _, asOf := range rapid.Permutation(append(at, at...)).Draw(t, "instants") {
		c := policy.Case{Events: ticket.Events, AsOf: asOf}
		if err := p.EvaluateInto(&a, c.Events, c.AsOf); err != nil {
			broken(t, p, c, "error: %v", err)
		}
		same(t, p, c, "new and written over another", evaluate(t, p, c.Events, c.AsOf), a)
	}
}

func manyAsOne(t *rapid.T, p *policy.Policy, ticket policy.Case) {
	cases := []policy.Case{{Events: ticket.Events, AsOf: ticket.AsOf}}
	for _, e := range ticket.Events {
		cases = append(cases, policy.Case{Events: ticket.Events, AsOf: e.At})
	}
	i := 0
	for a, err := range p.EvaluateAll(slices.Values(cases), 2) {
		if err != nil {
			broken(t, p, cases[i], "error: %v", err)
		}
		same(t, p, cases[i], "alone and with others", evaluate(t, p, ticket.Events, cases[i].AsOf), a)
		i++
	}
	if i != len(cases) {
		broken(t, p, ticket, "%d answers to %d tickets", i, len(cases))
	}
}
