package policytest_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/policytest"
	"github.com/slaclock/slaclock/policy/purchased"
	"pgregory.net/rapid"
)

// In a test, Laws is called with the test's own t.
func ExampleLaws() {
	test := func(t *testing.T) {
		p, err := purchased.New(policy.Customer{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		policytest.Laws(t, p)
	}
	_ = test
	// Output:
}

func ExampleAllLaws() {
	for _, law := range policytest.AllLaws()[:2] {
		fmt.Println(law.Name+":", law.Says)
	}
	// Output:
	// StatesAreTrue: A clock's state says what its instants say, and a metric has one open clock at most.
	// ElapsedNeverFalls: As long as a clock is judged by one level, its elapsed time never falls.
}

// A property of one's own, over the agreement's tickets.
func ExampleTimelines() {
	p, err := purchased.New(policy.Customer{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	neverBlocks := func(t *rapid.T) {
		ticket := policytest.Timelines(p).Draw(t, "ticket")
		if _, err := p.Evaluate(ticket.Events, ticket.AsOf); err != nil {
			t.Fatalf("%v\n%s", err, ticket.Line(p))
		}
	}
	_ = rapid.MakeCheck(neverBlocks) // go test runs it
	// Output:
}

func ExampleInstants() {
	p, err := purchased.New(policy.Customer{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	ticket := policytest.Timelines(p).Example(1)
	at := policytest.Instants(p, ticket.Events).Example(1)
	_, err = p.Evaluate(ticket.Events, at)
	fmt.Println(err)
	// Output: <nil>
}

func ExampleTimeline_Line() {
	p, err := purchased.New(policy.Customer{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	level, err := p.Scale().Parse("2")
	if err != nil {
		fmt.Println(err)
		return
	}
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	ticket := policytest.Timeline{AsOf: at, Events: []policy.Event{{At: at, Kind: policy.Reported, Severity: level, Channel: policy.Email}}}
	fmt.Println(ticket.Line(p))
	// Output: {"agreement":"purchased","as_of":"2026-03-02T09:00:00Z","readings":{"purchased.zone":"-05:00","purchased.holidays":"state-closings","purchased.severity_change":"fair"},"events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"2","channel":"email"}]}
}
