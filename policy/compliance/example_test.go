package compliance_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy/compliance"
)

// A ticket that was answered in time, one that was late, and one that is overdue.
func Example() {
	p, err := desk("UTC", true)
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := compliance.New(compliance.Options{Month: compliance.ByStart, Worst: 5})
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

func ExampleNew() {
	_, err := compliance.New(compliance.Options{Month: 7})
	fmt.Println(errors.Is(err, compliance.ErrOptions), err)
	// Output: true compliance: month: "unknown": write started, due or stopped
}

// Two workers count a part of the tickets each.
func ExampleReport_Merge() {
	var one, other compliance.Report
	one.Add(new(compliance.Ticket))
	other.Add(new(compliance.Ticket))
	fmt.Println(one.Merge(&other), one.Tickets())
	// Output: <nil> 2
}

func ExampleParseBasis() {
	basis, err := compliance.ParseBasis("due")
	fmt.Println(basis == compliance.ByDue, err)
	_, err = compliance.ParseBasis("month")
	fmt.Println(err)
	// Output:
	// true <nil>
	// compliance: month: "month": write started, due or stopped
}

func ExampleBasisNames() {
	fmt.Println(compliance.BasisNames())
	// Output: [started due stopped]
}

func ExampleShare() {
	share := compliance.Share{Met: 9999, Decided: 10000}
	tenths, ok := share.Tenths()
	fmt.Println(share, tenths, ok)
	fmt.Println(compliance.Share{})
	// Output:
	// 99.9 (9999 of 10000) 99.9 true
	// none
}

func ExampleTotalOf() {
	century := compliance.TotalOf(100 * 365 * 24 * time.Hour)
	fmt.Println(century.Plus(century).Plus(century).Plus(century))
	// Output: 3504000h0m0s
}

func ExampleRow_AppendJSON() {
	row := compliance.Row{Agreement: "desk", Metric: "response", Level: "Mid", Clocks: 1, Waiting: 1}
	fmt.Printf("%s\n", row.AppendJSON(nil))
	// Output: {"row":"clocks","agreement":"desk","metric":"response","severity":"Mid","clocks":1,"met":0,"breached":0,"overdue":0,"open":0,"paused":0,"waiting":1,"cancelled":0,"unknown":0}
}

func ExampleLate_AppendJSON() {
	late := compliance.Late{Agreement: "desk", Metric: "response", ID: "T-1", Round: 1, Level: "Mid", Due: time.Date(2026, 3, 2, 13, 0, 0, 0, time.UTC), Wall: time.Hour}
	fmt.Printf("%s\n", late.AppendJSON(nil))
	// Output: {"row":"late","agreement":"desk","metric":"response","id":"T-1","round":1,"severity":"Mid","due":"2026-03-02T13:00:00Z","stopped":false,"wall":"1h0m0s"}
}

func ExampleOwner_AppendJSON() {
	owner := compliance.Owner{Agreement: "desk", Month: compliance.Month{Year: 2026, Month: 3}, Region: "Day", Tickets: 1, Open: compliance.TotalOf(time.Hour)}
	fmt.Printf("%s\n", owner.AppendJSON(nil))
	// Output: {"row":"owner","agreement":"desk","month":"2026-03","region":"Day","tickets":1,"open":"1h0m0s","worked":"0s","unknown":0}
}
