package policy_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// wholly compares answers in all their fields, except that an empty list equals a nil one.
var wholly = cmp.Options{
	cmp.Exporter(func(t reflect.Type) bool { return t.PkgPath() != "time" }),
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) && a.Location() == b.Location() }),
}

// An asked is a ticket and the policy that is asked about it.
type asked struct {
	name   string
	policy *policy.Policy
	policy.Case
}

// askedTickets are the tickets of the benchmark, and one that another version of its
// agreement makes overdue when it comes into force.
func askedTickets(t *testing.T) []asked {
	t.Helper()
	var all []asked
	for i, ticket := range benchTickets {
		p, events, asOf := benchTicket(t, i)
		all = append(all, asked{ticket.name, p, policy.Case{Events: events, AsOf: asOf}})
	}
	_, p := moving(t, severity.FromStart, false)
	mid, err := p.Scale().Parse("Mid")
	if err != nil {
		t.Fatal(err)
	}
	report := policy.Event{At: parseAt(t, "02 14:00"), Kind: policy.Reported, Severity: mid, Channel: policy.Email}
	return append(all, asked{"moving", p, policy.Case{Events: []policy.Event{report}, AsOf: parseAt(t, "03 12:00")}})
}

// TestEvaluateInto: one answer is written over and over with those to tickets under
// several agreements at all their instants, and always says what a new one says.
func TestEvaluateInto(t *testing.T) {
	var again policy.Answer
	var clocks, rungs, owners bool
	tickets := askedTickets(t)
	for step := range 2 * len(tickets) {
		ticket := tickets[step%len(tickets)]
		at := []time.Time{ticket.AsOf, ticket.Events[0].At.Add(-1)}
		for _, e := range ticket.Events {
			at = append(at, e.At)
		}
		if step%2 == 1 {
			slices.Reverse(at)
		}
		for _, at := range at {
			want, err := ticket.policy.Evaluate(ticket.Events, at)
			if err != nil {
				t.Fatal(err)
			}
			if err := ticket.policy.EvaluateInto(&again, ticket.Events, at); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, again, wholly); diff != "" {
				t.Fatalf("%s at %v: (-new +again)\n%s", ticket.name, at, diff)
			}
			clocks, rungs, owners = clocks || len(again.Clocks) == 0, rungs || len(again.Escalation) > 3, owners || len(again.Ownership) > 2
		}
	}
	if !clocks || !rungs || !owners {
		t.Errorf("no clocks %v, steps %v, owners %v: some answer should have had each", clocks, rungs, owners)
	}
}

// TestEvaluateIntoExplained: the reasons of an answer go with it.
func TestEvaluateIntoExplained(t *testing.T) {
	for i := range benchTickets {
		p, events, asOf := benchTicket(t, i)
		a, err := p.Explain(events, asOf)
		if err != nil || len(a.Clocks[0].Why) == 0 {
			t.Fatal(a.Clocks, err)
		}
		want, err := p.Evaluate(events, asOf)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.EvaluateInto(&a, events, asOf); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, a, wholly); diff != "" {
			t.Errorf("%s: (-new +again)\n%s", benchTickets[i].name, diff)
		}
	}
}

// TestEvaluateIntoForgets: an answer does not keep alive what it no longer says.
func TestEvaluateIntoForgets(t *testing.T) {
	p, events, asOf := benchTicket(t, 1)
	for name, ask := range map[string]func(*policy.Answer) error{
		"less":  func(a *policy.Answer) error { return p.EvaluateInto(a, events[:1], events[0].At) },
		"none":  func(a *policy.Answer) error { return p.EvaluateInto(a, events, events[0].At.Add(-1)) },
		"wrong": func(a *policy.Answer) error { return errors.Join(p.EvaluateInto(a, nil, asOf), nil) },
	} {
		a, err := p.Explain(events, asOf)
		if err != nil {
			t.Fatal(err)
		}
		clocks, rungs, owners := a.Clocks, a.Escalation, a.Ownership
		if err := ask(&a); (err == nil) == (name == "wrong") {
			t.Fatal(name, err)
		}
		for i := range clocks[len(a.Clocks):] {
			if diff := cmp.Diff(policy.Clock{}, clocks[len(a.Clocks)+i], wholly); diff != "" {
				t.Errorf("%s: a clock is left: %s", name, diff)
			}
		}
		for i := range rungs[len(a.Escalation):] {
			if diff := cmp.Diff(policy.Rung{}, rungs[len(a.Escalation)+i], wholly); diff != "" {
				t.Errorf("%s: a step is left: %s", name, diff)
			}
		}
		for i := range owners[len(a.Ownership):] {
			if owners[len(a.Ownership)+i] != (escalation.Owner{}) {
				t.Errorf("%s: an owner is left", name)
			}
		}
	}
}

// TestEvaluateIntoError: on error nothing is left of the answer before, nor of the one that
// was begun.
func TestEvaluateIntoError(t *testing.T) {
	p, events, asOf := benchTicket(t, 1)
	other, others, _ := benchTicket(t, 0)
	ended := append(slices.Clone(events), policy.Event{At: asOf, Kind: policy.Closed})
	for _, wrong := range []struct {
		policy *policy.Policy
		events []policy.Event
		asOf   time.Time
		want   error
	}{
		{p, nil, asOf, policy.ErrEvents},
		{p, events[1:], asOf, policy.ErrEvents},
		{p, append(slices.Clone(events), policy.Event{At: asOf}), asOf, policy.ErrEvents},
		{p, events, asOf.AddDate(5000, 0, 0), escalation.ErrHandOvers},
		{other, others, asOf.AddDate(2000, 0, 0), calendar.ErrRange}, // of the first clock's elapsed time
	} {
		for _, before := range [][]policy.Event{events, ended} {
			var a policy.Answer
			if err := p.EvaluateInto(&a, before, asOf); err != nil || len(a.Ownership) == 0 || a.Ended.IsKnown() != (len(before) == len(ended)) {
				t.Fatal(a, err)
			}
			if err := wrong.policy.EvaluateInto(&a, wrong.events, wrong.asOf); !errors.Is(err, wrong.want) {
				t.Errorf("error %v, want %v", err, wrong.want)
			}
			if diff := cmp.Diff(policy.Answer{}, a, wholly); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		}
	}
}

// TestEvaluateAllocations: a new answer takes one allocation for its clocks, and one for
// its rows if there is ownership; an answer that is written again takes none.
func TestEvaluateAllocations(t *testing.T) {
	want := map[string]float64{"purchased": 1, "cumulocity": 2, "ispsystem": 1, "portx": 1}
	for i, ticket := range benchTickets {
		p, events, asOf := benchTicket(t, i)
		var a policy.Answer
		for _, c := range []struct {
			name string
			want float64
			do   func() error
		}{
			{"new", want[ticket.name], func() error { _, err := p.Evaluate(events, asOf); return err }},
			{"again", 0, func() error { return p.EvaluateInto(&a, events, asOf) }},
		} {
			if got := testing.AllocsPerRun(100, func() {
				if err := c.do(); err != nil {
					t.Error(err)
				}
			}); got != c.want {
				t.Errorf("%s, %s: %v allocations, want %v", ticket.name, c.name, got, c.want)
			}
		}
	}
}
