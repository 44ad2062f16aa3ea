package whatif_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy/whatif"
)

func ExampleClock_Moved() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range diff.Clocks {
		by, known := diff.Clocks[i].Moved()
		fmt.Println(diff.Clocks[i].Metric, by, known)
	}
	// Output:
	// response 12h0m0s true
	// resolution -1h0m0s true
}

func ExampleClock_Breached() {
	diff, err := whatif.Compare(late(), withOverrides("purchased.zone=America/New_York"), asIs)
	if err != nil {
		fmt.Println(err)
		return
	}
	response := &diff.Clocks[0]
	fmt.Println(response.Old.State, response.New.State, response.Breached())
	// Output: running breached true
}

func ExampleClock_Saved() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	if err != nil {
		fmt.Println(err)
		return
	}
	response := &diff.Clocks[0]
	fmt.Println(response.Old.State, response.New.State, response.Saved())
	// Output: breached running true
}
