package lifecycle_test

import (
	"encoding/json"
	"fmt"

	"github.com/slaclock/slaclock/lifecycle"
)

func ExampleTermEndNames() {
	fmt.Println(lifecycle.TermEndNames())
	// Output: [month_end day_before_anniversary]
}

func ExampleTermEnd_String() {
	fmt.Println(lifecycle.MonthEnd, lifecycle.DayBeforeAnniversary)
	// Output: month_end day_before_anniversary
}

func ExampleTermEnd_MarshalText() {
	text, err := json.Marshal(map[string]lifecycle.TermEnd{"ends": lifecycle.DayBeforeAnniversary})
	fmt.Println(string(text), err)
	// Output: {"ends":"day_before_anniversary"} <nil>
}

func ExampleTermEnd_UnmarshalText() {
	var contract struct{ Ends lifecycle.TermEnd }
	err := json.Unmarshal([]byte(`{"ends":"month_end"}`), &contract)
	fmt.Println(contract.Ends, err)
	// Output: month_end <nil>
}

func ExampleTermEventKindNames() {
	fmt.Println(lifecycle.TermEventKindNames())
	// Output: [fee_paid non_payment not_renewing]
}

func ExampleTermEventKind_String() {
	fmt.Println(lifecycle.FeePaid, lifecycle.NonPayment, lifecycle.NotRenewing)
	// Output: fee_paid non_payment not_renewing
}

func ExampleTermEventKind_MarshalText() {
	text, err := lifecycle.NonPayment.MarshalText()
	fmt.Println(string(text), err)
	// Output: non_payment <nil>
}

func ExampleTermEventKind_UnmarshalText() {
	var event lifecycle.TermEvent
	err := json.Unmarshal([]byte(`{"kind":"fee_paid","on":"2027-03-10","term":2}`), &event)
	fmt.Println(event.Kind, event.On, event.Term, err)
	// Output: fee_paid 2027-03-10 2 <nil>
}

func ExampleTermReason_String() {
	fmt.Println(lifecycle.TermReason{Clause: "PUR-9", Text: "the fee is unpaid"})
	// Output: the fee is unpaid [PUR-9]
}

func ExampleParseRounding() {
	rounding, err := lifecycle.ParseRounding("half_up")
	fmt.Println(rounding == lifecycle.RoundHalfUp, err)
	_, err = lifecycle.ParseRounding("nearest")
	fmt.Println(err)
	// Output:
	// true <nil>
	// lifecycle: way of rounding: "nearest" is not a way of rounding; write down, up or half_up
}

func ExampleRoundingNames() {
	fmt.Println(lifecycle.RoundingNames())
	// Output: [down up half_up]
}

func ExampleRounding_String() {
	fmt.Println(lifecycle.RoundDown, lifecycle.RoundUp, lifecycle.RoundHalfUp)
	// Output: down up half_up
}

func ExampleRounding_MarshalText() {
	text, err := lifecycle.RoundHalfUp.MarshalText()
	fmt.Println(string(text), err)
	// Output: half_up <nil>
}

func ExampleRounding_UnmarshalText() {
	var r lifecycle.Rounding
	fmt.Println(r.UnmarshalText([]byte("up")), r)
	fmt.Println(r.UnmarshalText([]byte("off")), r)
	// Output:
	// <nil> up
	// lifecycle: way of rounding: "off" is not a way of rounding; write down, up or half_up up
}
