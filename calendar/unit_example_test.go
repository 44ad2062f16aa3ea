package calendar_test

import (
	"encoding/json"
	"fmt"

	"github.com/slaclock/slaclock/calendar"
)

func ExampleParseUnit() {
	unit, err := calendar.ParseUnit("months")
	fmt.Println(unit == calendar.Months, err)
	_, err = calendar.ParseUnit("month")
	fmt.Println(err)
	// Output:
	// true <nil>
	// calendar: unit: "month" is not a unit; write days, weeks, months or years
}

func ExampleUnitNames() {
	fmt.Println(calendar.UnitNames())
	// Output: [days weeks months years]
}

func ExampleUnit_MarshalText() {
	term := struct {
		N    int           `json:"n"`
		Unit calendar.Unit `json:"unit"`
	}{18, calendar.Months}
	text, err := json.Marshal(term)
	fmt.Println(string(text), err)
	// Output: {"n":18,"unit":"months"} <nil>
}

func ExampleUnit_UnmarshalText() {
	var units []calendar.Unit
	err := json.Unmarshal([]byte(`["days","years"]`), &units)
	fmt.Println(units, err)
	// Output: [days years] <nil>
}
