package whatif_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy/whatif"
)

func ExampleDiff_Readings() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range diff.Readings() {
		fmt.Println(r.Name, r.Old, r.New)
	}
	// Output: purchased.zone -05:00 America/New_York
}
