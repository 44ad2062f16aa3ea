package compliance_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/compliance"
	"github.com/slaclock/slaclock/policy/cumulocity"
)

// ticketOf reads and judges a ticket of a customer in EMEA without public holidays.
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

// late is a Critical ticket, to be answered within two hours round the clock, that was
// answered after three and resolved at once.
func late() *compliance.Judgement {
	return ticketOf(`{"id":"T-1","agreement":"cumulocity","events":[
		{"at":"2026-03-02T09:00:00+01:00","kind":"reported","severity":"Critical","channel":"portal"},
		{"at":"2026-03-02T12:00:00+01:00","kind":"resolved"}]}`)
}

// Of three tickets, to be answered within a day round the clock, one was answered
// after six hours, one after thirty, and the third is overdue.
func Example() {
	report, err := compliance.NewReport(compliance.Options{Basis: compliance.ByStart, Worst: 5})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, line := range []string{
		`{"id":"T-1","agreement":"cumulocity","as_of":"2026-03-09T09:00:00+01:00","events":[
			{"at":"2026-03-02T09:00:00+01:00","kind":"reported","severity":"Standard","channel":"portal"},
			{"at":"2026-03-02T15:00:00+01:00","kind":"responded"}]}`,
		`{"id":"T-2","agreement":"cumulocity","as_of":"2026-03-09T09:00:00+01:00","events":[
			{"at":"2026-03-02T09:00:00+01:00","kind":"reported","severity":"Standard","channel":"portal"},
			{"at":"2026-03-03T15:00:00+01:00","kind":"responded"}]}`,
		`{"id":"T-3","agreement":"cumulocity","as_of":"2026-03-09T09:00:00+01:00","events":[
			{"at":"2026-03-06T09:00:00+01:00","kind":"reported","severity":"Standard","channel":"portal"}]}`,
	} {
		report.Add(ticketOf(line))
	}
	for _, row := range report.Rows() {
		fmt.Println(row.Metric, row.Level, row.Month, row.Share(), "median", row.Elapsed.Median, "of the target", row.OfTarget.Median)
	}
	for _, late := range report.Worst() {
		overdue, _ := late.Overdue.Get()
		fmt.Println(late.ID, overdue, late.Stopped)
	}
	for _, owner := range report.Owners() { // in total, and within the owner's hours
		fmt.Println(owner.Region, owner.Tickets, owner.Open, owner.Worked)
	}
	fmt.Println(report.Tickets(), "tickets")
	// Output:
	// response Standard 2026-03 33.3 (1 of 3) median 6h0m0s of the target 25.0
	// T-3 48h0m0s false
	// T-2 6h0m0s true
	// EMEA 3 408h0m0s 99h0m0s
	// 3 tickets
}

func ExampleJudge() {
	p, err := cumulocity.New(policy.Customer{Region: "EMEA", Country: "NONE"}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	level, err := p.Scale().Parse("Standard")
	if err != nil {
		fmt.Println(err)
		return
	}
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, p.Location())
	reported := policy.Event{At: at, Kind: policy.Reported, Severity: level, Channel: policy.Portal}
	ticket, err := compliance.Judge("T-1", p, []policy.Event{reported}, at.Add(time.Hour))
	fmt.Println(ticket.ID, ticket.Answer.Clocks[0].State, ticket.Progress.Open, err)
	// Output: T-1 running 1h0m0s <nil>
}

func ExampleNewReport() {
	_, err := compliance.NewReport(compliance.Options{Basis: 7})
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
	r.Add(new(compliance.Judgement)) // it has no agreement, so it counts as a ticket and nothing else
	fmt.Println(r.Tickets(), len(r.Rows()))
	// Output: 1 0
}

// Two workers each count a part of the tickets.
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
	r, err := compliance.NewReport(compliance.Options{Worst: 5})
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
