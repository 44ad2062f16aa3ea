// Command ticket evaluates a ticket under one of the library's agreements: what is
// owed, when it is due, by which clause, and what happens next.
//
//	go run ./examples/ticket
package main

import (
	"fmt"
	"log"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/purchased"
)

func main() {
	// snippet: ticket
	agreement, err := purchased.New(policy.Customer{}, nil)
	if err != nil {
		log.Fatal(err)
	}
	severity, err := agreement.Scale().Parse("2")
	if err != nil {
		log.Fatal(err)
	}
	reported := time.Date(2026, time.July, 2, 22, 0, 0, 0, time.UTC)
	answer, err := agreement.Explain([]policy.Event{ // or Evaluate, which is faster and gives no reasons
		{At: reported, Kind: policy.Reported, Severity: severity, Channel: policy.Email},
	}, reported.Add(24*time.Hour))
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range answer.Clocks {
		fmt.Println(c.Clause, c.Metric, c.State, "due", c.Due)
		for _, step := range c.Why {
			fmt.Println("   ", step.In(agreement.Location()))
		}
	}
	if next, ok := answer.Next.Get(); ok {
		fmt.Println("next:", next.What, "at", next.At)
	}
	// end of snippet
}
