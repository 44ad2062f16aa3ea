package policy_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
)

func ExampleChange_String() {
	due := time.Date(2026, time.March, 9, 11, 0, 0, 0, time.FixedZone("", 3600))
	fmt.Println(policy.Change{At: due, What: "response due"})
	fmt.Println(policy.Change{})
	// Output:
	// Mon 2026-03-09 11:00:00 +01:00  response due
	// none
}

// A clock that is due at 11:00 is breached just after that; asking again at 11:00 sharp
// would give the same due time.
func ExampleChange_After() {
	due := time.Date(2026, time.March, 9, 11, 0, 0, 0, time.FixedZone("", 3600))
	fmt.Println(policy.Change{At: due, What: "response due"}.After().Format(time.RFC3339Nano))
	fmt.Println(policy.Change{}.After().IsZero())
	// Output:
	// 2026-03-09T11:00:00.000000001+01:00
	// true
}

func ExampleChange_MarshalJSON() {
	due := time.Date(2026, time.March, 9, 11, 0, 0, 0, time.FixedZone("", 3600))
	text, err := json.Marshal([]policy.Change{{At: due, What: "response due"}, {}})
	fmt.Println(string(text), err)
	// Output: [{"At":"2026-03-09T11:00:00+01:00","What":"response due"},null] <nil>
}
