package policy_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
)

// emea is one of the agreements, for a customer in Germany.
func emea() (*policy.Policy, error) {
	return cumulocity.New(policy.Customer{Region: "EMEA", Country: "DE"}, nil)
}

func ExamplePolicy_Name() {
	p, err := emea()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Name())
	// Output: cumulocity
}

func ExamplePolicy_String() {
	p, err := emea()
	fmt.Printf("%v, %v\n", p, err)
	// Output: cumulocity, <nil>
}

func ExamplePolicy_Scale() {
	p, err := emea()
	if err != nil {
		fmt.Println(err)
		return
	}
	level, err := p.Scale().Parse("crisis") // as somebody has typed it
	fmt.Println(level, level.Rank(), err)
	// Output: Crisis 1 <nil>
}

func ExamplePolicy_Location() {
	p, err := emea()
	if err != nil {
		fmt.Println(err)
		return
	}
	due := time.Date(2026, time.March, 9, 10, 0, 0, 0, time.UTC)
	fmt.Println(due.In(p.Location()).Format(time.Kitchen))
	// Output: 11:00AM
}

// A ticket is judged by the version that was in force at its report.
func ExampleVersions_InForce() {
	p, err := emea()
	if err != nil {
		fmt.Println(err)
		return
	}
	july := time.Date(2026, time.July, 1, 0, 0, 0, 0, p.Location())
	versions, err := policy.NewVersions(policy.Version{From: july, Policy: p})
	if err != nil {
		fmt.Println(err)
		return
	}
	inForce, err := versions.InForce(july)
	fmt.Println(inForce.Name(), err)
	_, err = versions.InForce(july.Add(-1))
	fmt.Println(err)
	// Output:
	// cumulocity <nil>
	// policy: reported: "2026-06-30T23:59:59.999999999+02:00" is before the first version, which is in force from 2026-07-01T00:00:00+02:00
}

func ExamplePolicy_Owned() {
	p, err := emea()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Owned()) // its regions hand tickets over to each other
	// Output: true
}

// The events of a ticket say which version judges it, in whatever order they are.
func ExampleVersions_For() {
	p, err := emea()
	if err != nil {
		fmt.Println(err)
		return
	}
	crisis, err := p.Scale().Parse("Crisis")
	if err != nil {
		fmt.Println(err)
		return
	}
	friday := time.Date(2026, time.March, 6, 15, 0, 0, 0, p.Location())
	events := []policy.Event{{At: friday, Kind: policy.Reported, Severity: crisis, Channel: policy.Phone}}
	versions, err := policy.NewVersions(policy.Version{From: friday.AddDate(-1, 0, 0), Policy: p})
	if err != nil {
		fmt.Println(err)
		return
	}
	judge, err := versions.For(events)
	fmt.Println(judge.Name(), err)
	_, err = versions.For(events[:0])
	fmt.Println(err)
	// Output:
	// cumulocity <nil>
	// policy: events: a ticket has at least the event reported
}
