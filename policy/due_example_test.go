package policy_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/purchased"
)

// How long a customer who calls on a Friday afternoon has to wait for a response at each
// severity, before there is a ticket.
func ExamplePolicy_Due() {
	p, err := purchased.New(policy.Customer{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	friday := time.Date(2026, time.March, 6, 16, 0, 0, 0, p.Location())
	for _, level := range p.Scale().Levels() {
		due, err := p.Due("response", level.String(), friday)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(level, due)
	}
	_, err = p.Due("plan", "1", friday)
	fmt.Println(err)
	// Output:
	// 1 2026-03-06T17:00:00-05:00
	// 2 2026-03-09T12:00:00-05:00
	// 3 none
	// policy: metric: "plan" is not a metric of purchased; write response or resolution
}

func ExampleThreshold_Holds() {
	p, err := purchased.New(policy.Customer{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	h := policy.Threshold{Percent: 75, To: "lead", Clause: "DESK-1", Levels: []string{"1", "2"}}
	for _, level := range p.Scale().Levels() {
		fmt.Println(level, h.Holds(level))
	}
	// Output:
	// 1 true
	// 2 true
	// 3 false
}
