package policy_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
)

func ExampleParseOccurrenceKind() {
	kind, err := policy.ParseOccurrenceKind("hand_over")
	fmt.Println(kind == policy.OccurrenceHandOver, err)
	_, err = policy.ParseOccurrenceKind("closes")
	fmt.Println(errors.Is(err, policy.ErrOccurrenceKind))
	// Output:
	// true <nil>
	// true
}

func ExampleOccurrenceKindNames() {
	fmt.Println(policy.OccurrenceKindNames())
	// Output: [due starts step threshold notice hand_over version]
}

func ExampleOccurrenceKind_String() {
	fmt.Println(policy.OccurrenceDue, policy.OccurrenceThreshold)
	// Output: due threshold
}

func ExampleOccurrenceKind_MarshalText() {
	text, err := policy.OccurrenceNotice.MarshalText()
	fmt.Println(string(text), err)
	// Output: notice <nil>
}

func ExampleOccurrenceKind_UnmarshalText() {
	var kind policy.OccurrenceKind
	err := kind.UnmarshalText([]byte("starts"))
	fmt.Println(kind, err)
	// Output: starts <nil>
}

func ExampleRung_String() {
	fmt.Println(policy.Rung{Step: 2, Repeat: 1, Round: 1, To: "Regional Director"})
	fmt.Println(policy.Rung{Metric: "response", Threshold: "75%", Step: 1, Round: 2})
	// Output:
	// step 2, repeat 1
	// 75% of response 2
}

func ExampleOccurrence_String() {
	at := time.Date(2026, time.March, 6, 16, 0, 0, 0, time.FixedZone("", 3600))
	fmt.Println(policy.Occurrence{At: at, Kind: policy.OccurrenceDue, What: "response due"})
	fmt.Println(policy.Occurrence{At: at, Kind: policy.OccurrenceStep, What: "escalation step 1", To: "Regional Director"})
	fmt.Printf("%q\n", policy.Occurrence{}.String())
	// Output:
	// Fri 2026-03-06 16:00:00 +01:00  response due
	// Fri 2026-03-06 16:00:00 +01:00  escalation step 1 → Regional Director
	// ""
}
