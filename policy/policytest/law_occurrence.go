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
		broken(t, p, policy.Case{Events: events, AsOf: through}, "error: %v", err)
	}
	return all
}

func occurrencesAddUp(t *rapid.T, p *policy.Policy, ticket policy.Case) {
	from, through := pair(t, p, ticket)
	var parts []policy.Occurrence
	at := from
	for _, cut := range cuts(p, ticket.Events) {
		if cut.After(at) && cut.Before(through) {
			parts = append(parts, occurrences(t, p, ticket.Events, at, cut)...)
			at = cut
		}
	}
	parts = append(parts, occurrences(t, p, ticket.Events, at, through)...)
	whole := occurrences(t, p, ticket.Events, from, through)
	if !slices.EqualFunc(parts, whole, equal) {
		broken(t, p, ticket, "from %v through %v, span by span:\n%v\nand at once:\n%v", from, through, parts, whole)
	}
	seen := map[string]bool{}
	for _, o := range whole {
		if seen[o.ID] {
			broken(t, p, ticket, "two occurrences have the id %q", o.ID)
		}
		seen[o.ID] = true
	}
}

// cuts returns the instants at which something happens to a ticket, and those
// just after and just before them, in order.
func cuts(p *policy.Policy, events []policy.Event) []time.Time {
	at := edges(p, events)
	for _, e := range events {
		at = append(at, e.At)
	}
	for _, t := range slices.Clone(at) {
		at = append(at, t.Add(1), t.Add(-1))
	}
	slices.SortFunc(at, time.Time.Compare)
	return at
}

func occurrencesStay(t *rapid.T, p *policy.Policy, ticket policy.Case) {
	from := ticket.Events[0].At.AddDate(-1, 0, 0)
	past := until(ticket.Events, ticket.AsOf)
	if len(past) == 0 {
		return
	}
	later := Instants(p, ticket.Events).Draw(t, "later")
	if later.Before(ticket.AsOf) {
		later = ticket.AsOf
	}
	short, long := occurrences(t, p, past, from, ticket.AsOf), occurrences(t, p, ticket.Events, from, later)
	for _, o := range short {
		if !slices.ContainsFunc(long, func(other policy.Occurrence) bool { return equal(o, other) }) {
			broken(t, p, ticket, "%v happens up to %v, and not up to %v:\n%v", o, ticket.AsOf, later, long)
		}
	}
}

func nextIsFirst(t *rapid.T, p *policy.Policy, ticket policy.Case) {
	past := until(ticket.Events, ticket.AsOf)
	if len(past) == 0 {
		return
	}
	a := evaluate(t, p, past, ticket.AsOf)
	next, ok := a.Next.Get()
	if !ok {
		if all := occurrences(t, p, past, ticket.AsOf, ticket.AsOf.AddDate(2, 0, 0)); len(all) > 0 && !unknown(&a) {
			broken(t, p, ticket, "nothing is next, and %v comes", all)
		}
		return
	}
	all := occurrences(t, p, past, ticket.AsOf, next.At.Add(1))
	if len(all) == 0 || !all[0].At.Equal(next.At) {
		broken(t, p, ticket, "next is %q at %v, and %v comes", next.What, next.At, all)
	}
	if !slices.ContainsFunc(all, func(o policy.Occurrence) bool { return o.At.Equal(next.At) && o.What == next.What }) {
		broken(t, p, ticket, "next is %q at %v, and %v comes", next.What, next.At, all)
	}
	// Asking again just after it returns something later.
	if then, ok := evaluate(t, p, past, next.After()).Next.Get(); ok && !then.At.After(next.At) {
		broken(t, p, ticket, "next is %q at %v, and after that %q at %v", next.What, next.At, then.What, then.At)
	}
}

// unknown reports whether an answer depends on unknown holidays.
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
