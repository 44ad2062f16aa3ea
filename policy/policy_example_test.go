package policy_test

import (
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
