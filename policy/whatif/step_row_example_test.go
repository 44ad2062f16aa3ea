package whatif_test

import (
	"encoding/json"
	"fmt"

	"github.com/slaclock/slaclock/policy/whatif"
)

func ExampleStepRow_MarshalJSON() {
	b, err := json.Marshal(whatif.StepRow{Agreement: "desk", Metric: "response", Differ: 3, Later: 1, Recipient: 2})
	fmt.Println(string(b), err)
	// Output: {"agreement":"desk","metric":"response","differ":3,"earlier":0,"later":1,"appeared":0,"vanished":0,"recipient":2} <nil>
}
