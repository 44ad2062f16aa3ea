package purchased_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/purchased"
)

// Severity 2 by e-mail at 09:00: 8 business hours of 08:00 to 20:00 are over at 17:00, and the fifth business day closes on Monday a week later.
func ExampleNew() {
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
	monday := time.Date(2026, time.March, 2, 9, 0, 0, 0, p.Location())
	a, err := p.Evaluate([]policy.Event{{At: monday, Kind: policy.Reported, Severity: level, Channel: policy.Email}}, monday)
	for i := range a.Clocks {
		fmt.Println(a.Clocks[i].Metric, a.Clocks[i].Clause, a.Clocks[i].State, a.Clocks[i].Due)
	}
	fmt.Println(err)
	// Output:
	// response PUR-4 running 2026-03-02T17:00:00-05:00
	// resolution PUR-4 running 2026-03-09T20:00:00-05:00
	// <nil>
}

// The first value of a reading is the default.
func ExampleReadings() {
	for _, r := range purchased.Readings() {
		fmt.Println(r.Name, r.Values)
	}
	// Output:
	// purchased.zone [-05:00 America/New_York]
	// purchased.holidays [state-closings statutory]
	// purchased.prior_release [from_replacement from_own_release]
	// purchased.term_end [month_end day_before_anniversary]
	// purchased.severity_change [fair from_start from_change]
}

func ExampleClauses() {
	c := purchased.Clauses()[0]
	fmt.Println(c.ID, c.Section)
	// Output: PUR-1 3.1.1
}
