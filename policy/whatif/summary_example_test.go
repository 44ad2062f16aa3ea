package whatif_test

import (
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/purchased"
	"github.com/slaclock/slaclock/policy/whatif"
)

// newYork compares a ticket with what it would be if the office followed the clocks of New
// York: its response, overdue by a quarter of an hour, would not be overdue.
func newYork() *whatif.Diff {
	agreement := func(t *policy.Ticket) (*policy.Policy, error) { return purchased.New(t.Customer, t.Readings) }
	zone, err := whatif.ParseOverrides("purchased.zone=America/New_York")
	if err != nil {
		fmt.Println(err)
	}
	var ticket policy.Ticket
	if err := ticket.UnmarshalJSON([]byte(`{"id":"T-1","agreement":"purchased","as_of":"2026-03-16T19:45:00-05:00","events":[
		{"at":"2026-03-16T11:30:00-05:00","kind":"reported","severity":"2","channel":"email"}]}`)); err != nil {
		fmt.Println(err)
	}
	diff, err := whatif.Compare(&ticket, agreement, zone.Maker(agreement))
	if err != nil {
		fmt.Println(err)
	}
	return &diff
}

// summarize counts that ticket.
func summarize() *whatif.Summary {
	s := whatif.NewSummary(10)
	s.Add(newYork())
	return s
}

func ExampleNewSummary() {
	s := whatif.NewSummary(10)
	s.Add(new(whatif.Diff)) // it has no ticket, but counts as one that does not differ
	fmt.Println(s.Tickets(), s.Differing())
	// Output: 1 0
}

func ExampleSummary_Add() {
	var s whatif.Summary
	s.Add(newYork())
	fmt.Println(s.Differing(), "of", s.Tickets())
	// Output: 1 of 1
}

// Two workers each count a part of the tickets.
func ExampleSummary_Merge() {
	one, other := summarize(), summarize()
	fmt.Println(one.Merge(other), one.Differing(), "of", one.Tickets())
	// Output: <nil> 2 of 2
}

func ExampleMergeError_Error() {
	fmt.Println(summarize().Merge(new(whatif.Summary)))
	// Output: whatif: a summary that lists 10 clocks cannot take one that lists 0; make both with the same number
}

func ExampleMergeError_Is() {
	var wrong *whatif.MergeError
	err := summarize().Merge(whatif.NewSummary(5))
	fmt.Println(errors.Is(err, whatif.ErrMerge), errors.As(err, &wrong), wrong.Ours, wrong.Theirs)
	// Output: true true 10 5
}

func ExampleSummary_Tickets() {
	fmt.Println(summarize().Tickets())
	// Output: 1
}

func ExampleSummary_Differing() {
	fmt.Println(summarize().Differing())
	// Output: 1
}

func ExampleSummary_Breached() {
	fmt.Println(summarize().Breached())
	// Output: {0 []}
}

func ExampleSummary_Saved() {
	saved := summarize().Saved()
	fmt.Println(saved.Total)
	for _, one := range saved.List {
		fmt.Println(one.ID, one.Agreement, one.Metric, one.Round, one.Level)
	}
	// Output:
	// 1
	// T-1 purchased response 1 2
}

// A ticket without differing steps adds no row.
func ExampleSummary_Steps() {
	fmt.Println(len(summarize().Steps()))
	// Output: 0
}

func ExampleSummary_Causes() {
	for _, c := range summarize().Causes() {
		fmt.Println(c.Agreement, c.Kind, c.Name, c.Old, c.New, c.Clocks)
	}
	// Output: purchased reading purchased.zone -05:00 America/New_York 2
}

func ExampleSummary_Rows() {
	for _, r := range summarize().Rows() {
		fmt.Println(r.Agreement, r.Metric, r.Level, "earlier", r.Earlier, "later", r.Later, "by", r.Median, "saved", r.Saved)
	}
	// Output:
	// purchased resolution 2 earlier 1 later 0 by -1h0m0s saved 0
	// purchased response 2 earlier 0 later 1 by 12h0m0s saved 1
}

func ExampleRow_Moves() {
	for _, r := range summarize().Rows() {
		fmt.Println(r.Metric, r.Moves(), "of", r.Clocks)
	}
	// Output:
	// resolution 1 of 1
	// response 1 of 1
}

func ExampleSummary_AppendJSON() {
	fmt.Printf("%s\n", summarize().AppendJSON(nil))
	// Output:
	// {"tickets":1,"differ":1,"rows":[{"agreement":"purchased","metric":"resolution","severity":"2","clocks":1,"differ":1,"earlier":1,"later":0,"appeared":0,"vanished":0,"breached":0,"saved":0,"min":"-1h0m0s","median":"-1h0m0s","max":"-1h0m0s"},{"agreement":"purchased","metric":"response","severity":"2","clocks":1,"differ":1,"earlier":0,"later":1,"appeared":0,"vanished":0,"breached":0,"saved":1,"min":"12h0m0s","median":"12h0m0s","max":"12h0m0s"}],"breached":{"total":0,"list":[]},"saved":{"total":1,"list":[{"id":"T-1","agreement":"purchased","metric":"response","round":1,"severity":"2"}]},"because":[{"agreement":"purchased","kind":"reading","name":"purchased.zone","old":"-05:00","new":"America/New_York","clocks":2}]}
}
