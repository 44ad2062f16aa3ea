package lifecycle_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/lifecycle"
)

func ExampleBound_MarshalJSON() {
	text, err := json.Marshal([]lifecycle.Bound{{WaitsFor: "the next release"}, {Kind: lifecycle.Never}})
	fmt.Println(string(text), err)
	// Output: [{"kind":"open","waits_for":"the next release"},{"kind":"never"}] <nil>
}

func ExampleBound_UnmarshalJSON() {
	var b lifecycle.Bound
	fmt.Println(json.Unmarshal([]byte(`{"kind":"known","through":"2027-03-01"}`), &b), b)
	err := json.Unmarshal([]byte(`{"kind":"known"}`), &b)
	fmt.Println(errors.Is(err, lifecycle.ErrBound), err)
	// Output:
	// <nil> through 2027-03-01
	// true lifecycle: column 1: needs "through", since its kind is known
}

func ExampleAlignmentKindNames() {
	fmt.Println(lifecycle.AlignmentKindNames())
	// Output: [month_end day weekday year_end]
}

func ExampleParseAlignmentKind() {
	k, err := lifecycle.ParseAlignmentKind("weekday")
	fmt.Println(k == lifecycle.ToWeekday, err)
	_, err = lifecycle.ParseAlignmentKind("quarter_end")
	fmt.Println(err)
	// Output:
	// true <nil>
	// lifecycle: kind of regular day: "quarter_end" is not a kind of regular day; write month_end, day, weekday or year_end
}

func ExampleAlignmentKind_MarshalText() {
	text, err := lifecycle.ToYearEnd.MarshalText()
	fmt.Println(string(text), err)
	// Output: year_end <nil>
}

func ExampleAlignmentKind_UnmarshalText() {
	var k lifecycle.AlignmentKind
	fmt.Println(k.UnmarshalText([]byte("day")), k)
	// Output: <nil> day
}
