package policytest_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/policytest"
	"github.com/slaclock/slaclock/policy/purchased"
)

func ExampleAllLaws() {
	for _, law := range policytest.AllLaws()[:2] {
		fmt.Println(law.Name+":", law.Says)
	}
	// Output:
	// StatesAreTrue: A clock's state says what its instants say, and a metric has one open clock at most.
	// ElapsedNeverFalls: As long as a clock is judged by one level, its elapsed time never falls.
}

// A property of your own for the agreement's tickets: each names the channel of its report.
// In a test, the tickets are drawn in rapid.Check, with Draw.
func ExampleTimelines() {
	p, err := purchased.New(policy.Customer{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	tickets := policytest.Timelines(p)
	named := 0
	for seed := range 50 {
		for _, e := range tickets.Example(seed).Events {
			if e.Kind == policy.Reported && e.Channel != 0 {
				named++
			}
		}
	}
	fmt.Println(named, "of 50")
	// Output: 50 of 50
}

// The agreement answers its own tickets at any instant.
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

// A test that fails for a drawn ticket can print it in the form that the command reads.
func ExampleLine() {
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
	ticket := policy.Case{AsOf: at, Events: []policy.Event{{At: at, Kind: policy.Reported, Severity: level, Channel: policy.Email}}}
	fmt.Println(policytest.Line(p, ticket))
	// Output: {"agreement":"purchased","as_of":"2026-03-02T09:00:00Z","readings":{"purchased.zone":"-05:00","purchased.holidays":"state-closings","purchased.severity_change":"fair"},"events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"2","channel":"email"}]}
}

// What Goldens compares with an agreement's cases.
func ExampleAnswers() {
	answer := policytest.Answers(purchased.New)
	for _, line := range []string{
		`{"agreement":"purchased","events":[{"at":"2026-03-02T09:00:00-05:00","kind":"reported","severity":"1","channel":"email"}]}`,
		`{"agreement":"purchased","readings":{"purchased.zone":"Mars"},"events":[]}`,
	} {
		out, err := answer([]byte(line))
		fmt.Println(string(out), err)
	}
	// Output:
	// {"agreement":"purchased","as_of":"2026-03-02T09:00:00-05:00","severity":"1","clocks":[{"metric":"response","round":1,"severity":"1","target":"1h0m0s","calendar":"24x7","clause":"PUR-3","state":"waiting","waiting_for":"phone"}],"escalation":[],"readings":{"purchased.zone":"-05:00","purchased.holidays":"state-closings","purchased.severity_change":"fair"}} <nil>
	//  policy: readings[purchased.zone]: "Mars" is not a value of this reading; write -05:00 or America/New_York
}
