package portx_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/portx"
)

// S2: a response by the close of business of the second business day.
func ExampleNew() {
	p, err := portx.New(policy.Customer{Zone: "UTC", Country: "NONE", ResponseDays: map[string]int{"S1": 1, "S2": 2, "S3": 3, "S4": 5}}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	level, err := p.Scale().Parse("S2")
	if err != nil {
		fmt.Println(err)
		return
	}
	monday := time.Date(2026, time.March, 2, 9, 0, 0, 0, p.Location())
	a, err := p.Evaluate([]policy.Event{{At: monday, Kind: policy.Reported, Severity: level, Channel: policy.Email}}, monday)
	for i := range a.Clocks {
		fmt.Println(a.Clocks[i].Metric, a.Clocks[i].Clause, a.Clocks[i].State, a.Clocks[i].Due)
	}
	fmt.Println(err)
	// Output:
	// response POR-4 running 2026-03-04T17:00:00Z
	// <nil>
}

// The first value of a reading is the default.
func ExampleReadings() {
	for _, r := range portx.Readings() {
		fmt.Println(r.Name, r.Values)
	}
	// Output:
	// portx.severity_change [fair from_start from_change]
}

func ExampleClauses() {
	c := portx.Clauses()[0]
	fmt.Println(c.ID, c.Section)
	// Output: POR-1 Business Day, Business Hour
}
