package compliance_test

import (
	"encoding/json"
	"fmt"

	"github.com/slaclock/slaclock/policy/compliance"
)

func ExampleReport_MarshalJSON() {
	r, err := compliance.NewReport(compliance.Options{Basis: compliance.ByDue, Worst: 5})
	if err != nil {
		fmt.Println(err)
		return
	}
	r.Add(new(compliance.Judgement)) // it has no agreement: it counts as a ticket and nothing else
	text, err := json.Marshal(r)
	fmt.Println(string(text), err)
	// Output: {"tickets":1,"basis":"due","rows":[],"worst":[],"owners":[]} <nil>
}
