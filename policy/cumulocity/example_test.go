package cumulocity_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
)

// A Crisis by telephone: a response within 30 minutes, a resolution plan within 4 hours.
func ExampleNew() {
	p, err := cumulocity.New(policy.Customer{Region: "EMEA", Country: "DE"}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	level, err := p.Scale().Parse("Crisis")
	if err != nil {
		fmt.Println(err)
		return
	}
	monday := time.Date(2026, time.March, 2, 9, 0, 0, 0, p.Location())
	a, err := p.Evaluate([]policy.Event{{At: monday, Kind: policy.Reported, Severity: level, Channel: policy.Phone}}, monday)
	for i := range a.Clocks {
		fmt.Println(a.Clocks[i].Metric, a.Clocks[i].Clause, a.Clocks[i].State, a.Clocks[i].Due)
	}
	fmt.Println(err)
	// Output:
	// response CUM-2 running 2026-03-02T09:30:00+01:00
	// plan CUM-5 running 2026-03-02T13:00:00+01:00
	// <nil>
}

// The first value of a reading is the default.
func ExampleReadings() {
	for _, r := range cumulocity.Readings() {
		fmt.Println(r.Name, r.Values)
	}
	// Output:
	// cumulocity.zone [local fixed]
	// cumulocity.other_hubs [weekdays customer]
	// cumulocity.reaction_standard [24h business_day]
	// cumulocity.no_call [opening never]
	// cumulocity.severity_change [fair from_start from_change]
}

func ExampleClauses() {
	c := cumulocity.Clauses()[0]
	fmt.Println(c.ID, c.Section)
	// Output: CUM-1 1.1 Business Day, Business Hour
}
