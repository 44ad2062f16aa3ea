package policytest

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/policy"
	"pgregory.net/rapid"
)

// occurrences returns what happens to a ticket by itself in a span.
func occurrences(t *rapid.T, p *policy.Policy, events []policy.Event, from, through time.Time) []policy.Occurrence {
	all, err := p.Occurrences(events, from, through)
	if err != nil {
		broken(t, p, Timeline{events, through}, "error: %v", err)
	}
	return all
}

func occurrencesAddUp(t *rapid.T, p *policy.Policy, l Timeline) {
	a, b := pair(t, p, l)
	c := Instants(p, l.Events).Draw(t, "a third instant")
	span := []time.Time{a, b, c}
	slices.SortFunc(span, time.Time.Compare)
	parts := append(occurrences(t, p, l.Events, span[0], span[1]), occurrences(t, p, l.Events, span[1], span[2])...)
	whole := occurrences(t, p, l.Events, span[0], span[2])
	if !slices.EqualFunc(parts, whole, equal) {
		broken(t, p, l, "from %v to %v:\n%v\nand on to %v:\n%v", span[0], span[1], parts, span[2], whole)
	}
	seen := map[string]bool{}
	for _, o := range whole {
		if seen[o.ID] {
			broken(t, p, l, "two occurrences have the id %q", o.ID)
		}
		seen[o.ID] = true
	}
}

func occurrencesStay(t *rapid.T, p *policy.Policy, l Timeline) {
	from := l.Events[0].At.AddDate(-1, 0, 0)
	past := until(l.Events, l.AsOf)
	if len(past) == 0 {
		return
	}
	later := Instants(p, l.Events).Draw(t, "later")
	if later.Before(l.AsOf) {
		later = l.AsOf
	}
	short, long := occurrences(t, p, past, from, l.AsOf), occurrences(t, p, l.Events, from, later)
	for _, o := range short {
		if !slices.ContainsFunc(long, func(other policy.Occurrence) bool { return equal(o, other) }) {
			broken(t, p, l, "%v happens up to %v, and not up to %v:\n%v", o, l.AsOf, later, long)
		}
	}
}

func nextIsFirst(t *rapid.T, p *policy.Policy, l Timeline) {
	past := until(l.Events, l.AsOf)
	if len(past) == 0 {
		return
	}
	a := evaluate(t, p, past, l.AsOf)
	next, ok := a.Next.Get()
	if !ok {
		if all := occurrences(t, p, past, l.AsOf, l.AsOf.AddDate(2, 0, 0)); len(all) > 0 && !unknown(&a) {
			broken(t, p, l, "nothing is next, and %v comes", all)
		}
		return
	}
	all := occurrences(t, p, past, l.AsOf, next.At.Add(1))
	if len(all) == 0 || !all[0].At.Equal(next.At) {
		broken(t, p, l, "next is %q at %v, and %v comes", next.What, next.At, all)
	}
	if !slices.ContainsFunc(all, func(o policy.Occurrence) bool { return o.At.Equal(next.At) && o.What == next.What }) {
		broken(t, p, l, "next is %q at %v, and %v comes", next.What, next.At, all)
	}
}

// unknown reports whether an answer hangs on holidays that are not known.
func unknown(a *policy.Answer) bool {
	for i := range a.Clocks {
		if a.Clocks[i].Unknown() != nil {
			return true
		}
	}
	for i := range a.Escalation {
		if a.Escalation[i].At.Unknown() != nil {
			return true
		}
	}
	return false
}

// equal reports whether two occurrences are the same.
func equal(a, b policy.Occurrence) bool {
	at := a.At
	a.At = b.At
	return a == b && at.Equal(b.At)
}
