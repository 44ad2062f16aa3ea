package policy_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
)

func ExamplePolicy_Name() {
	p, err := frontDesk()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Name())
	// Output: front-desk
}

func ExamplePolicy_Scale() {
	p, err := frontDesk()
	if err != nil {
		fmt.Println(err)
		return
	}
	level, err := p.Scale().Parse("urgent") // as somebody has typed it
	fmt.Println(level, level.Rank(), err)
	// Output: Urgent 1 <nil>
}

func ExamplePolicy_Location() {
	p, err := frontDesk()
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
	p, err := frontDesk()
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
	// front-desk <nil>
	// policy: reported: "2026-06-30T23:59:59.999999999+02:00" is before the first version, which is in force from 2026-07-01T00:00:00+02:00
}

func ExamplePolicy_Owned() {
	p, err := frontDesk()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Owned()) // it has no regions
	// Output: false
}

// An agreement reads the names of its own events, and those that all have.
func ExamplePolicy_ParseKind() {
	p, err := serviceDesk()
	if err != nil {
		fmt.Println(err)
		return
	}
	kind, err := p.ParseKind("pending")
	fmt.Println(p.KindName(kind), err)
	kind, err = p.ParseKind("reported")
	fmt.Println(kind == policy.Reported, err)
	_, err = p.ParseKind("Pending")
	fmt.Println(errors.Is(err, policy.ErrKind))
	// Output:
	// pending <nil>
	// true <nil>
	// true
}

// The events of a ticket tell which version judges it, in whatever order they stand.
func ExampleVersions_For() {
	p, events, friday, err := urgent()
	if err != nil {
		fmt.Println(err)
		return
	}
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
	// front-desk <nil>
	// policy: events: a ticket has at least the event reported
}
