package calendartest_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/calendartest"
)

// A second question to ask of the same calendar, about a week away at most.
func ExampleInstantsNear() {
	c, err := calendar.New(calendar.Config{Zone: "Europe/Berlin", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		fmt.Println(err)
		return
	}
	start := time.Date(2026, time.March, 29, 1, 0, 0, 0, time.UTC)
	end := calendartest.InstantsNear(c, start, 7*24*time.Hour).Example(1) // in a test: .Draw(t, "end")
	fmt.Println(end.Location(), end.Sub(start).Abs() < 70*24*time.Hour)
	// Output: Europe/Berlin true
}
