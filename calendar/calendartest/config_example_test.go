package calendartest_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/calendartest"
)

// office is a config for a test that draws the rest of it.
func office() calendar.Config {
	return calendar.Config{Zone: "Europe/Berlin", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)}
}

// The day on which the clocks of Berlin go forward.
func summer() calendar.Date {
	day, err := calendar.NewDate(2026, time.March, 29)
	if err != nil {
		fmt.Println(err)
	}
	return day
}

func ExampleCoverage() {
	cfg := office()
	known := calendartest.Coverage(summer()).Example(1) // in a test: .Draw(t, "coverage")
	cfg.HolidaysFrom, cfg.HolidaysThrough = known.From, known.Through
	_, err := calendar.New(cfg)
	fmt.Println(err)
	// Output: <nil>
}

func ExampleSpecial() {
	cfg := office()
	cfg.Special = calendartest.Special(summer()).Example(1) // in a test: .Draw(t, "special")
	_, err := calendar.New(cfg)
	fmt.Println(len(cfg.Special) <= 4, err)
	// Output: true <nil>
}

func ExampleWeekChanges() {
	cfg := office()
	cfg.Changes = calendartest.WeekChanges(summer()).Example(1) // in a test: .Draw(t, "changes")
	_, err := calendar.New(cfg)
	fmt.Println(len(cfg.Changes) <= 3, err)
	// Output: true <nil>
}
