package whatif_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy/whatif"
)

func ExampleCompare() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, clock := range diff.Clocks {
		fmt.Println(clock.Metric, clock.Old.Due, clock.New.Due)
	}
	_, err = whatif.Compare(late(), asIs, withOverrides("customer.add_ons=gold"))
	fmt.Println(err)
	// Output:
	// response 2026-03-16T19:30:00-05:00 2026-03-17T08:30:00-04:00
	// resolution 2026-03-23T20:00:00-05:00 2026-03-23T20:00:00-04:00
	// new side: policy: customer.add_ons[0]: "gold" is not an add-on; write call-in
}

func ExampleDiff_Differs() {
	// The statutory list has a holiday on 25 March, after all that is due here.
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.holidays=statutory"))
	fmt.Println(diff.Differs(), err)
	// Output: false <nil>
}

func ExampleDiff_NextDiffers() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	fmt.Println(diff.NextDiffers(), err)
	fmt.Println(diff.Old.Answer.Next.What, "or", diff.New.Answer.Next.What)
	// Output:
	// true <nil>
	// resolution due or response due
}

func ExampleDiff_SeverityDiffers() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	fmt.Println(diff.SeverityDiffers(), err)
	// Output: false <nil>
}

// Compare names readings and clauses; Explain what follows from them.
func ExampleDiff_Explain() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(diff.Clocks[0].Causes), "cause")
	if err := diff.Explain(late()); err != nil {
		fmt.Println(err)
		return
	}
	for _, cause := range diff.Clocks[0].Causes {
		fmt.Println(cause.Kind, cause.Name, cause.At)
	}
	// Output:
	// 1 cause
	// reading purchased.zone none
	// hours business-hours none
	// closed shifted hours 2026-03-16T20:00:00-04:00
}
