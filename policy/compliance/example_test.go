package compliance_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy/compliance"
)

// A ticket that was answered in time, one that was late, and one that is overdue.
func Example() {
	p, err := desk("UTC", true)
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := compliance.New(compliance.Options{Basis: compliance.ByStart, Worst: 5})
	if err != nil {
		fmt.Println(err)
		return
	}
	for id, story := range map[string]string{
		"T-1": "Mid email 03-02T09:00 responded 03-02T10:00 as of 03-10T09:00",
		"T-2": "Mid email 03-02T16:00 responded 03-04T10:00 as of 03-10T09:00",
		"T-3": "Mid email 03-06T15:00 as of 03-10T09:00",
	} {
		events, asOf, err := parse(p, story)
		if err != nil {
			fmt.Println(err)
			return
		}
		ticket, err := compliance.Judge(id, p, events, asOf)
		if err != nil {
			fmt.Println(err)
			return
		}
		report.Add(&ticket)
	}
	for _, row := range report.Rows() {
		fmt.Println(row.Metric, row.Level, row.Month, row.Share(), "median", row.Elapsed.Median, "of the target", row.OfTarget.Median)
	}
	for _, late := range report.Worst() {
		overdue, _ := late.Overdue.Get()
		fmt.Println(late.ID, overdue, late.Stopped)
	}
	for _, owner := range report.Owners() {
		fmt.Println(owner.Region, owner.Tickets, owner.Open, owner.Worked)
	}
	fmt.Println(report.Tickets(), "tickets")
	// Output:
	// response Mid 2026-03 33.3 (1 of 3) median 1h0m0s of the target 25.0
	// T-2 6h0m0s true
	// T-3 6h0m0s false
	// Day 3 467h0m0s 99h0m0s
	// 3 tickets
}

func ExampleJudge() {
	p, err := desk("UTC", true)
	if err != nil {
		fmt.Println(err)
		return
	}
	events, asOf, err := parse(p, "Mid email 03-02T09:00 as of 03-02T10:00")
	if err != nil {
		fmt.Println(err)
		return
	}
	ticket, err := compliance.Judge("T-1", p, events, asOf)
	fmt.Println(ticket.ID, ticket.Answer.Clocks[0].State, ticket.Progress.Open, err)
	// Output: T-1 running 1h0m0s <nil>
}
