package whatif_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy/whatif"
)

func ExampleDiff_MarshalJSON() {
	text, err := json.Marshal([]whatif.Diff{{ID: "T-1"}})
	fmt.Println(string(text), err)
	// Output: [{"id":"T-1"}] <nil>
}

func ExampleSummary_MarshalJSON() {
	s := whatif.NewSummary(10)
	s.Add(new(whatif.Diff))
	text, err := json.Marshal(s)
	fmt.Println(string(text), err)
	// Output: {"tickets":1,"differ":0,"rows":[],"breached":{"total":0,"list":[]},"saved":{"total":0,"list":[]},"because":[]} <nil>
}

func ExampleRow_MarshalJSON() {
	text, err := json.Marshal(whatif.Row{Agreement: "shop", Metric: "response", Level: "Mid", Clocks: 2, Differ: 1, Later: 1,
		Min: time.Hour, Median: time.Hour, Max: time.Hour})
	fmt.Println(string(text), err)
	// Output: {"agreement":"shop","metric":"response","severity":"Mid","clocks":2,"differ":1,"earlier":0,"later":1,"appeared":0,"vanished":0,"breached":0,"saved":0,"min":"1h0m0s","median":"1h0m0s","max":"1h0m0s"} <nil>
}

func ExampleVerdicts_MarshalJSON() {
	text, err := json.Marshal(whatif.Verdicts{Total: 7, List: []whatif.Verdict{{ID: "T-1", Agreement: "shop", Metric: "response", Round: 1, Level: "Mid"}}})
	fmt.Println(string(text), err)
	// Output: {"total":7,"list":[{"id":"T-1","agreement":"shop","metric":"response","round":1,"severity":"Mid"}]} <nil>
}
