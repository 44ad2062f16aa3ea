package policy_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy"
)

func ExampleRules() {
	for _, r := range policy.Rules() {
		if r.How == policy.ByConstruction {
			fmt.Println(r.ID, r.Section+":", r.Why)
		}
	}
	// Output:
	// G3 conventions: instants and lengths of time are whole nanoseconds from end to end, and no code rounds them
	// T11 timelines: a metric pauses at the events that it names in Pause, and none of these agreements names one
	// T12 timelines: a timeline takes each event in its turn by the state it finds, and nothing compares events with one another
	// T13 timelines: a target has no field for how hard the supplier promises to try
}
