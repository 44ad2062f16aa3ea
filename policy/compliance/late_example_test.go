package compliance_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy/compliance"
)

func ExampleLateClock_AppendJSON() {
	late := compliance.LateClock{Agreement: "desk", Metric: "response", ID: "T-1", Round: 1, Level: "Mid", Due: time.Date(2026, 3, 2, 13, 0, 0, 0, time.UTC), Wall: time.Hour}
	fmt.Printf("%s\n", late.AppendJSON(nil))
	// Output: {"agreement":"desk","metric":"response","id":"T-1","round":1,"severity":"Mid","due":"2026-03-02T13:00:00Z","stopped":false,"wall":"1h0m0s"}
}
