package compliance_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy/compliance"
)

func ExampleOwner_AppendJSON() {
	owner := compliance.Owner{Agreement: "desk", Month: compliance.Month{Year: 2026, Month: 3}, Region: "Day", Tickets: 1, Open: compliance.TotalOf(time.Hour)}
	fmt.Printf("%s\n", owner.AppendJSON(nil))
	// Output: {"agreement":"desk","month":"2026-03","region":"Day","tickets":1,"open":"1h0m0s","worked":"0s","unknown":0}
}
