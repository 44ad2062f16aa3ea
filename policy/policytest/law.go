package policytest

import (
	"fmt"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
	"pgregory.net/rapid"
)

// A Law is something that holds for every agreement, whatever it promises. The zero
// Law is none.
type Law struct {
	// Name is an identifier that says what the law is about.
	Name string
	// Says is the law in a sentence.
	Says string
	// Check fails t where the law is broken for a ticket of p. It can draw more.
	Check func(t *rapid.T, p *policy.Policy, ticket policy.Case)
}

// Laws checks all laws on an agreement, each in a subtest of its name, with
// tickets drawn by [Timelines]. A law that is broken prints the smallest ticket
// that was found to break it, as [Line] writes it.
//
// TestOwnAgreement in this package's example_own_test.go is such a test, with the
// agreement that it is for.
//
// The laws speak of agreements that do nothing at severity_changed but what the
// change of level does (T6, T7): one that names the kind in a Metric, in Halt,
// Switch, Test or Failed, or in a Gate, breaks the law SplitReplay.
func Laws(t *testing.T, p *policy.Policy) {
	t.Helper()
	timelines := Timelines(p)
	for _, law := range AllLaws() {
		t.Run(law.Name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) { law.Check(t, p, timelines.Draw(t, "ticket")) })
		})
	}
}

// AllLaws returns the laws, for tests that draw the agreement too:
//
//	rapid.Check(t, func(t *rapid.T) {
//		p := myAgreements().Draw(t, "agreement")
//		law.Check(t, p, policytest.Timelines(p).Draw(t, "ticket"))
//	})
func AllLaws() []Law {
	return []Law{
		{"StatesAreTrue", "A clock's state says what its instants say, and a metric has one open clock at most.", statesAreTrue},
		{"ElapsedNeverFalls", "As long as a clock is judged by one level, its elapsed time never falls.", elapsedNeverFalls},
		{"TimeAddsUp", "Of a target in working time that saw no change, elapsed and remaining time add up to the target.", timeAddsUp},
		{"WhatIsOverStays", "A clock that has stopped stays as it is, and an overdue one overdue, with its due time.", whatIsOverStays},
		{"FutureChangesNothing", "Events after the instant asked for change nothing.", futureChangesNothing},
		{"SplitReplay", "Going through a ticket with a stop in between, at a change to the present level, changes nothing.", splitReplay},
		{"OrderHandedIn", "In which order events of different instants are handed in, and in which zones, changes nothing.", orderHandedIn},
		{"OccurrencesAddUp", "The occurrences of adjoining spans are those of the whole, and no two have one id.", occurrencesAddUp},
		{"OccurrencesStay", "Events after a span change none of its occurrences.", occurrencesStay},
		{"NextIsFirst", "What comes next is the first occurrence, and without a next there is none.", nextIsFirst},
		{"ReasonsAddUp", "Reasons change nothing, and their stretches add up to the elapsed and the remaining time.", reasonsAddUp},
		{"ManyAsOne", "Many tickets at once get the answers that each gets alone, in their order.", manyAsOne},
		{"WrittenOver", "An answer that is written over another one says nothing of that.", writtenOver},
	}
}

// evaluate answers a ticket.
func evaluate(t *rapid.T, p *policy.Policy, events []policy.Event, asOf time.Time) policy.Answer {
	a, err := p.Evaluate(events, asOf)
	if err != nil {
		broken(t, p, policy.Case{Events: events, AsOf: asOf}, "error: %v", err)
	}
	return a
}

// broken fails t for a ticket.
func broken(t *rapid.T, p *policy.Policy, ticket policy.Case, format string, args ...any) {
	t.Fatalf("%s\n%s", fmt.Sprintf(format, args...), Line(p, ticket))
}

// same fails t if two answers to a ticket differ.
func same(t *rapid.T, p *policy.Policy, ticket policy.Case, what string, one, other policy.Answer) {
	if a, b := text(p, &one), text(p, &other); a != b {
		broken(t, p, ticket, "%s\n%s\n%s", what, a, b)
	}
}

// pair returns two instants to ask a ticket at, the earlier one first.
func pair(t *rapid.T, p *policy.Policy, ticket policy.Case) (a, b time.Time) {
	a, b = ticket.AsOf, Instants(p, ticket.Events).Draw(t, "another instant")
	if b.Before(a) {
		a, b = b, a
	}
	return a, b
}

// find returns the clock of an answer with another one's metric and round.
func find(a *policy.Answer, like *policy.Clock) *policy.Clock {
	for i := range a.Clocks {
		if c := &a.Clocks[i]; c.Metric == like.Metric && c.Round == like.Round {
			return c
		}
	}
	return nil
}
