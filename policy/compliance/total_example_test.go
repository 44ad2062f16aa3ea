package compliance_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy/compliance"
)

func ExampleTotalOf() {
	fmt.Println(compliance.TotalOf(90*time.Minute), compliance.TotalOf(90*time.Minute) == compliance.TotalOf(5400*time.Second))
	// Output: 1h30m0s true
}

// Four centuries are longer than a time.Duration can be.
func ExampleTotal_Plus() {
	century := compliance.TotalOf(100 * 365 * 24 * time.Hour)
	fmt.Println(century.Plus(century).Plus(century).Plus(century))
	// Output: 3504000h0m0s
}

func ExampleTotal_String() {
	fmt.Println(compliance.TotalOf(time.Hour+500*time.Millisecond).String(), compliance.Total{}.String())
	// Output: 1h0m0.5s 0s
}

func ExampleTotal_Get() {
	hours, ok := compliance.TotalOf(90 * time.Minute).Get()
	fmt.Println(hours.Hours(), ok)
	century := compliance.TotalOf(100 * 365 * 24 * time.Hour)
	_, ok = century.Plus(century).Plus(century).Get()
	fmt.Println(ok)
	// Output:
	// 1.5 true
	// false
}

func ExampleTotal_MarshalText() {
	text, err := json.Marshal(map[string]compliance.Total{"open": compliance.TotalOf(90 * time.Minute), "worked": {}})
	fmt.Println(string(text), err)
	// Output: {"open":"1h30m0s","worked":"0s"} <nil>
}
