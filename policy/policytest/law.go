package policytest

import (
	"fmt"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
	"pgregory.net/rapid"
)

// A Law is a property that holds for every agreement, whatever it promises. The zero Law
// stands for no law.
type Law struct {
	// Name is an identifier that says what the law is about.
	Name string
	// Says is the law in one sentence.
	Says string
	// Check fails t if the law is broken for a ticket of p. It can draw more values from t.
	Check func(t *rapid.T, p *policy.Policy, ticket policy.Case)
}

// Laws checks all laws for an agreement, each in a subtest of its name, with tickets drawn by
// [Timelines]. If a law is broken, the test prints the smallest ticket found that breaks it,
// as [Line] writes it.
//
// TestOwnAgreement in this package's example_own_test.go is such a test, together with its
// agreement.
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
		{"SplitReplay", "Going through a ticket with a stop in between, at an event that does nothing, changes nothing.", splitReplay},
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

// same fails t if two answers for a ticket differ.
func same(t *rapid.T, p *policy.Policy, ticket policy.Case, what string, one, other policy.Answer) {
	if a, b := text(p, &one), text(p, &other); a != b {
		broken(t, p, ticket, "%s\n%s\n%s", what, a, b)
	}
}

// pair returns two instants at which to evaluate a ticket, the earlier one first.
func pair(t *rapid.T, p *policy.Policy, ticket policy.Case) (a, b time.Time) {
	a, b = ticket.AsOf, Instants(p, ticket.Events).Draw(t, "another instant")
	if b.Before(a) {
		a, b = b, a
	}
	return a, b
}

// find returns the clock of an answer that has the same metric and round as another.
func find(a *policy.Answer, like *policy.Clock) *policy.Clock {
	for i := range a.Clocks {
		if c := &a.Clocks[i]; c.Metric == like.Metric && c.Round == like.Round {
			return c
		}
	}
	return nil
}
