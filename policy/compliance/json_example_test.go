package compliance_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/compliance"
)

func ExampleRow_MarshalJSON() {
	row := compliance.Row{Agreement: "desk", Metric: "response", Level: "Mid", Month: compliance.Month{Year: 2026, Month: time.March}, Clocks: 1, Waiting: 1}
	text, err := json.Marshal(row)
	fmt.Println(string(text), err)
	// Output: {"agreement":"desk","metric":"response","severity":"Mid","month":"2026-03","clocks":1,"met":0,"breached":0,"overdue":0,"open":0,"paused":0,"waiting":1,"cancelled":0,"unknown":0} <nil>
}

func ExampleLateClock_MarshalJSON() {
	text, err := json.Marshal(compliance.LateClock{Agreement: "desk", Metric: "response", ID: "T-1", Round: 1, Level: "Mid",
		Due: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), Overdue: policy.LengthOf(8 * time.Hour), Wall: 24 * time.Hour})
	fmt.Println(string(text), err)
	// Output: {"agreement":"desk","metric":"response","id":"T-1","round":1,"severity":"Mid","due":"2026-03-02T09:00:00Z","stopped":false,"overdue":"8h0m0s","wall":"24h0m0s"} <nil>
}

func ExampleOwner_MarshalJSON() {
	text, err := json.Marshal(compliance.Owner{Agreement: "desk", Region: "EMEA", Tickets: 2, Open: compliance.TotalOf(3 * time.Hour), Worked: compliance.TotalOf(time.Hour)})
	fmt.Println(string(text), err)
	// Output: {"agreement":"desk","region":"EMEA","tickets":2,"open":"3h0m0s","worked":"1h0m0s","unknown":0} <nil>
}

func ExamplePercentiles_MarshalJSON() {
	text, err := json.Marshal(compliance.Percentiles[time.Duration]{Count: 3, Median: time.Hour, P90: 2 * time.Hour, P95: 2 * time.Hour})
	fmt.Println(string(text), err)
	// Output: {"count":3,"median":"1h0m0s","p90":"2h0m0s","p95":"2h0m0s"} <nil>
}

func ExampleTenths_MarshalJSON() {
	text, err := json.Marshal(compliance.Tenths(975))
	fmt.Println(string(text), err)
	// Output: 97.5 <nil>
}

func ExampleBasis_MarshalText() {
	text, err := json.Marshal(compliance.Options{Basis: compliance.ByDue})
	fmt.Println(string(text), err)
	// Output: {"basis":"due","worst":0} <nil>
}

func ExampleBasis_UnmarshalText() {
	var o compliance.Options
	err := json.Unmarshal([]byte(`{"basis":"stopped"}`), &o)
	fmt.Println(o.Basis, err)
	// Output: stopped <nil>
}

func ExampleParseMonth() {
	fmt.Println(compliance.ParseMonth("2026-03"))
	_, err := compliance.ParseMonth("March")
	fmt.Println(err)
	// Output:
	// 2026-03 <nil>
	// compliance: month: "March" is not a month; write one such as 2026-03, or none
}

func ExampleMonth_MarshalText() {
	text, err := json.Marshal([]compliance.Month{{Year: 2026, Month: time.March}, {}})
	fmt.Println(string(text), err)
	// Output: ["2026-03","none"] <nil>
}

func ExampleMonth_UnmarshalText() {
	var m compliance.Month
	fmt.Println(m.UnmarshalText([]byte("2026-03")), m)
	// Output: <nil> 2026-03
}

func ExampleMonthError_Error() {
	_, err := compliance.ParseMonth("2026-13")
	fmt.Println(err)
	// Output: compliance: month: "2026-13" is not a month; write one such as 2026-03, or none
}

func ExampleMonthError_Is() {
	_, err := compliance.ParseMonth("2026-13")
	var wrong *compliance.MonthError
	fmt.Println(errors.Is(err, compliance.ErrMonth), errors.As(err, &wrong), wrong.Text)
	// Output: true true 2026-13
}
