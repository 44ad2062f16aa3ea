package whatif_test

import (
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/policy/whatif"
)

// summarize counts one ticket that the clocks of New York save.
func summarize() *whatif.Summary {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	if err != nil {
		fmt.Println(err)
	}
	s := whatif.NewSummary(10)
	s.Add(&diff)
	return s
}

func ExampleNewSummary() {
	s := whatif.NewSummary(10)
	s.Add(new(whatif.Diff)) // of no ticket: it is counted as one that does not differ
	fmt.Println(s.Tickets(), s.Differing())
	// Output: 1 0
}

func ExampleSummary_Add() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	if err != nil {
		fmt.Println(err)
		return
	}
	var s whatif.Summary
	s.Add(&diff)
	fmt.Println(s.Differing(), "of", s.Tickets())
	// Output: 1 of 1
}

// Two workers count a part of the tickets each.
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

func ExampleSummary_Causes() {
	for _, c := range summarize().Causes() {
		fmt.Println(c.Agreement, c.Kind, c.Name, c.Old, c.New, c.Clocks)
	}
	// Output: purchased reading purchased.zone -05:00 America/New_York 2
}
