package policy_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// From Thursday evening across Good Friday to Monday morning, and across a night.
func ExampleClosedReasons() {
	friday, err := calendar.NewDate(2026, time.April, 3)
	if err != nil {
		fmt.Println(err)
		return
	}
	office, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour),
		Holidays: []calendar.Holiday{{Date: friday, Actual: friday, Name: "Good Friday"}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	thursday := time.Date(2026, time.April, 2, 17, 0, 0, 0, time.UTC)
	for _, r := range policy.ClosedReasons(office, thursday, thursday.Add(88*time.Hour)) {
		fmt.Println(r.Text, r.Dated)
	}
	wednesday := thursday.Add(-24 * time.Hour)
	fmt.Println(policy.ClosedReasons(office, wednesday, wednesday.Add(16*time.Hour)))
	// Output:
	// Good Friday true
	// weekend false
	// [{night false}]
}
