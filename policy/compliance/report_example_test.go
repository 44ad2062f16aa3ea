package compliance_test

import (
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/compliance"
	"github.com/slaclock/slaclock/policy/cumulocity"
)

// ticketOf reads and judges a ticket of an agreement, of a customer of EMEA
// without public holidays.
func ticketOf(line string) *compliance.Judgement {
	var ticket policy.Ticket
	if err := ticket.UnmarshalJSON([]byte(line)); err != nil {
		fmt.Println(err)
	}
	p, err := cumulocity.New(policy.Customer{Region: "EMEA", Country: "NONE"}, nil)
	if err != nil {
		fmt.Println(err)
	}
	events, err := p.Events(&ticket)
	if err != nil {
		fmt.Println(err)
	}
	asOf, _ := ticket.Instant()
	judged, err := compliance.Judge(ticket.ID, p, events, asOf.Time)
	if err != nil {
		fmt.Println(err)
	}
	return &judged
}

// late is a Critical ticket, to be answered within two hours round the clock, that
// was answered after three, and resolved at once.
func late() *compliance.Judgement {
	return ticketOf(`{"id":"T-1","agreement":"cumulocity","events":[
		{"at":"2026-03-02T09:00:00+01:00","kind":"reported","severity":"Critical","channel":"portal"},
		{"at":"2026-03-02T12:00:00+01:00","kind":"resolved"}]}`)
}

func ExampleNew() {
	_, err := compliance.New(compliance.Options{Basis: 7})
	fmt.Println(errors.Is(err, compliance.ErrOptions), err)
	// Output: true compliance: basis: "Basis(7)" is not a basis; write started, due or stopped
}

func ExampleReport_Add() {
	var r compliance.Report
	r.Add(late())
	fmt.Println(r.Tickets(), "ticket,", len(r.Rows()), "rows")
	// Output: 1 ticket, 2 rows
}

func ExampleReport_Tickets() {
	var r compliance.Report
	r.Add(new(compliance.Judgement)) // of no agreement: it is counted as a ticket and nothing else
	fmt.Println(r.Tickets(), len(r.Rows()))
	// Output: 1 0
}

// Two workers count a part of the tickets each.
func ExampleReport_Merge() {
	var one, other compliance.Report
	one.Add(late())
	other.Add(late())
	fmt.Println(one.Merge(&other), one.Tickets())
	// Output: <nil> 2
}

func ExampleReport_Rows() {
	var r compliance.Report
	r.Add(late())
	for _, row := range r.Rows() {
		fmt.Println(row.Agreement, row.Metric, row.Level, row.Month, "met", row.Met, "breached", row.Breached, "cancelled", row.Cancelled)
	}
	// Output:
	// cumulocity response Critical 2026-03 met 0 breached 1 cancelled 0
	// cumulocity update Critical 2026-03 met 0 breached 0 cancelled 1
}

func ExampleReport_Worst() {
	r, err := compliance.New(compliance.Options{Worst: 5})
	if err != nil {
		fmt.Println(err)
		return
	}
	r.Add(late())
	for _, l := range r.Worst() {
		overdue, known := l.Overdue.Get()
		fmt.Println(l.ID, l.Metric, l.Due, overdue, known, l.Stopped)
	}
	// Output: T-1 response 2026-03-02 11:00:00 +0100 CET 1h0m0s true true
}

func ExampleReport_Owners() {
	var r compliance.Report
	r.Add(late())
	for _, o := range r.Owners() {
		fmt.Println(o.Agreement, o.Month, o.Region, o.Tickets, o.Open, o.Worked)
	}
	// Output: cumulocity 2026-03 EMEA 1 3h0m0s 3h0m0s
}
