package ispsystem_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/ispsystem"
)

// High: 16 hours round the clock, from when the user is notified of the registration; by
// 09:00 that has not happened.
func ExampleNew() {
	p, err := ispsystem.New(policy.Customer{Product: "VMmanager", Tier: "Standard", Country: "DE"}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	level, err := p.Scale().Parse("High")
	if err != nil {
		fmt.Println(err)
		return
	}
	monday := time.Date(2026, time.March, 2, 9, 0, 0, 0, p.Location())
	a, err := p.Evaluate([]policy.Event{{At: monday, Kind: policy.Reported, Severity: level, Channel: policy.Email}, {At: monday.Add(time.Hour), Kind: policy.Registered}}, monday)
	for i := range a.Clocks {
		fmt.Println(a.Clocks[i].Metric, a.Clocks[i].Clause, a.Clocks[i].State, a.Clocks[i].Due)
	}
	fmt.Println(err)
	// Output:
	// response ISP-2 waiting none
	// <nil>
}

// The first value of a reading is the default.
func ExampleReadings() {
	for _, r := range ispsystem.Readings() {
		fmt.Println(r.Name, r.Values)
	}
	// Output:
	// ispsystem.billing_days [every_day business_days]
	// ispsystem.auto_close [calendar_days 168h]
	// ispsystem.severity_change [fair from_start from_change]
}

func ExampleClauses() {
	c := ispsystem.Clauses()[0]
	fmt.Println(c.ID, c.Section)
	// Output: ISP-1 3.1
}
