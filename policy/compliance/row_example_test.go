package compliance_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy/compliance"
)

func ExampleRow_Share() {
	row := compliance.Row{Clocks: 10, Met: 7, Breached: 1, Cancelled: 2}
	fmt.Println(row.Share())
	// Output: 87.5 (7 of 8)
}

func ExampleRow_AppendJSON() {
	row := compliance.Row{Agreement: "desk", Metric: "response", Level: "Mid", Clocks: 1, Waiting: 1}
	fmt.Printf("%s\n", row.AppendJSON(nil))
	// Output: {"agreement":"desk","metric":"response","severity":"Mid","clocks":1,"met":0,"breached":0,"overdue":0,"open":0,"paused":0,"waiting":1,"cancelled":0,"unknown":0}
}
