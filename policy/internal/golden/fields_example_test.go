package golden_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy/internal/golden"
)

// Answers of two programs, which write one instant in different zones.
func ExampleFields() {
	ours, err := golden.Fields([]byte(`{"next":{"at":"2026-03-02T09:00:00+01:00","what":"response due"}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	theirs, err := golden.Fields([]byte(`{"next":{"what":"response due","at":"2026-03-02T08:00:00Z"}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%q\n", golden.Diff(ours, theirs))
	// Output: ""
}

func ExampleDiff() {
	want := map[string]any{"severity": "2", "clocks": []any{map[string]any{"metric": "response", "state": "met"}}}
	got := map[string]any{"clocks": []any{map[string]any{"metric": "response", "state": "breached"}}}
	fmt.Print(golden.Diff(want, got))
	// Output:
	//   clocks[0].state: want "met"
	//                    got  "breached"
	//   severity: want "2"
	//             got  nothing
}
