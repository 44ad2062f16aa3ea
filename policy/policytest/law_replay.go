package policytest

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/policy"
	"pgregory.net/rapid"
)

func futureChangesNothing(t *rapid.T, p *policy.Policy, l Timeline) {
	past := until(l.Events, l.AsOf)
	if len(past) == 0 {
		a := evaluate(t, p, l.Events, l.AsOf)
		if !a.Severity.IsZero() || len(a.Clocks) > 0 {
			broken(t, p, l, "a severity or clocks before the report")
		}
		return
	}
	a := evaluate(t, p, past, l.AsOf)
	same(t, p, l, "with and without the events to come", a, evaluate(t, p, l.Events, l.AsOf))
	last := policy.Event{At: l.AsOf.Add(1), Kind: rapid.SampledFrom([]policy.Kind{policy.Closed, policy.Resolved, policy.Responded}).Draw(t, "future")}
	same(t, p, l, last.String()+" a nanosecond later", a, evaluate(t, p, append(slices.Clone(l.Events), last), l.AsOf))
}

func splitReplay(t *rapid.T, p *policy.Policy, l Timeline) {
	stop := Instants(p, l.Events).Draw(t, "stop")
	present := evaluate(t, p, l.Events, stop).Severity
	if present.IsZero() {
		return // nothing can come before the report
	}
	// T7, T9: a change to the present level is none, of a live ticket and of one
	// that has ended. But all that happens by itself up to it happens at it.
	split := append(sorted(l.Events), policy.Event{At: stop, Kind: policy.SeverityChanged, Severity: present})
	same(t, p, Timeline{split, l.AsOf}, "without and with a stop in between",
		evaluate(t, p, l.Events, l.AsOf), evaluate(t, p, split, l.AsOf))
}

func orderHandedIn(t *rapid.T, p *policy.Policy, l Timeline) {
	want := evaluate(t, p, l.Events, l.AsOf)
	// Those of one instant keep their order: they are dealt out to the places
	// that the shuffled list has for them.
	order := rapid.Permutation(l.Events).Draw(t, "order")
	zone := time.FixedZone("", rapid.IntRange(-14, 14).Draw(t, "offset")*60*60)
	given := map[int64][]policy.Event{}
	for _, e := range l.Events {
		given[e.At.UnixNano()] = append(given[e.At.UnixNano()], e)
	}
	for i, e := range order {
		of := given[e.At.UnixNano()]
		order[i], given[e.At.UnixNano()] = of[0], of[1:]
		order[i].At = order[i].At.In(zone)
	}
	same(t, p, Timeline{order, l.AsOf}, "in another order", want, evaluate(t, p, order, l.AsOf.In(zone)))
	same(t, p, l, "by time", want, evaluate(t, p, sorted(l.Events), l.AsOf))
}

func manyAsOne(t *rapid.T, p *policy.Policy, l Timeline) {
	cases := []policy.Case{{Events: l.Events, AsOf: l.AsOf}}
	for _, e := range l.Events {
		cases = append(cases, policy.Case{Events: l.Events, AsOf: e.At})
	}
	i := 0
	for a, err := range p.EvaluateAll(slices.Values(cases), 2) {
		if err != nil {
			broken(t, p, Timeline{l.Events, cases[i].AsOf}, "error: %v", err)
		}
		same(t, p, Timeline{l.Events, cases[i].AsOf}, "alone and with others", evaluate(t, p, l.Events, cases[i].AsOf), a)
		i++
	}
	if i != len(cases) {
		broken(t, p, l, "%d answers to %d tickets", i, len(cases))
	}
}
