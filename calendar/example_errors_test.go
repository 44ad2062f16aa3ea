package calendar_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

func ExampleDateError_Error() {
	_, err := calendar.ParseDate("1 March 2026")
	fmt.Println(err)
	// Output: calendar: date "1 March 2026": write it as 2006-01-02
}

func ExampleDateError_Is() {
	_, err := calendar.NewDate(2026, time.February, 29)
	fmt.Println(errors.Is(err, calendar.ErrDate))
	// Output: true
}

func ExampleTimeError_Error() {
	_, err := calendar.ParseTime("2026-03-02T24:00:00Z")
	fmt.Println(err)
	// Output: calendar: no such instant: "2026-03-02T24:00:00Z": the hour must be 00 to 23
}

func ExampleTimeError_Is() {
	_, err := calendar.ParseTime("noon")
	fmt.Println(errors.Is(err, calendar.ErrTime))
	// Output: true
}

func ExampleWhyNot() {
	text := "2026-06-31T09:00:00Z"
	if _, err := calendar.ParseTime(text); err != nil {
		fmt.Printf("reported_at: %q %s\n", text, calendar.WhyNot(err))
	}
	// Output: reported_at: "2026-06-31T09:00:00Z" is not an instant; June 2026 has the days 1 to 30
}

func ExampleConfigError_Error() {
	_, err := calendar.New(calendar.Config{Zone: "Europe/Berlin", RegularDay: -time.Hour})
	var mistakes *calendar.ConfigError
	if errors.As(err, &mistakes) {
		fmt.Println(len(mistakes.Mistakes), "mistake:", mistakes.Mistakes[0].Place)
	}
	fmt.Println(err)
	// Output:
	// 1 mistake: regular_day
	// calendar: regular_day: -1h0m0s must be more than none and at most 48h
}

func ExampleConfigError_Is() {
	_, err := calendar.New(calendar.Config{})
	fmt.Println(errors.Is(err, calendar.ErrConfig))
	// Output: true
}

func ExampleConfigError_Unwrap() {
	_, err := calendar.New(calendar.Config{Zone: "UTC", Region: calendar.Region{Code: "US-MD", List: "all"}})
	var region *calendar.RegionError
	if errors.As(err, &region) {
		fmt.Println("write one of", region.Valid)
	}
	fmt.Println(errors.Is(err, calendar.ErrConfig), errors.Is(err, calendar.ErrRegion), errors.Is(err, calendar.ErrZone))
	// Output:
	// write one of [state-closings statutory]
	// true true false
}

func ExampleDateError_Unwrap() {
	_, err := calendar.Date{}.Plus(1, calendar.Unit(9))
	fmt.Println(errors.Is(err, calendar.ErrDate), errors.Is(err, calendar.ErrUnit))
	fmt.Println(errors.Unwrap(err))
	// Output:
	// true true
	// calendar: unit: "Unit(9)" is not a unit; write days, weeks, months or years
}

func ExampleMistake_String() {
	fmt.Println(calendar.Mistake{Place: "week[mon][1]", Value: "13:00-12:00", Why: "closes before it opens"})
	// Output: week[mon][1]: 13:00-12:00 closes before it opens
}

func ExampleCoverageError_Error() {
	c, _ := calendar.New(calendar.Config{Zone: "Asia/Kuala_Lumpur", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour), Region: calendar.Region{Code: "MY"}})
	_, err := c.IsOpen(time.Date(2027, time.January, 4, 12, 0, 0, 0, c.Location()))
	var unknown *calendar.CoverageError
	if errors.As(err, &unknown) {
		fmt.Println(unknown.Region, unknown.Day, unknown.Known)
	}
	fmt.Println(err)
	// Output:
	// MY 2027-01-04 2015-01-01/2026-12-31
	// holidays of MY are known through 2026-12-31 only
}

func ExampleCoverageError_Is() {
	_, err := calendar.Region{Code: "MY"}.Holidays(2027)
	fmt.Println(errors.Is(err, calendar.ErrCoverage))
	// Output: true
}

func ExampleNeverOpenError_Error() {
	c, _ := calendar.New(calendar.Config{Zone: "UTC"})
	_, err := c.NextOpen(time.Date(2026, time.March, 2, 0, 0, 0, 0, time.UTC))
	fmt.Println(err)
	// Output: calendar: the calendar is never open; give it a window
}

func ExampleNeverOpenError_Is() {
	c, _ := calendar.New(calendar.Config{Zone: "UTC"})
	_, err := c.Add(time.Date(2026, time.March, 2, 0, 0, 0, 0, time.UTC), time.Second)
	fmt.Println(errors.Is(err, calendar.ErrNeverOpen))
	// Output: true
}

func ExampleRangeError_Error() {
	c, _ := calendar.New(calendar.Config{Zone: "UTC"})
	_, err := c.IsOpen(time.Date(10000, time.March, 2, 0, 0, 0, 0, time.UTC))
	fmt.Println(err)
	// Output: calendar: instant 10000-03-02T00:00:00Z is outside the years 1 to 9999
}

func ExampleRangeError_Is() {
	c, _ := calendar.New(calendar.Config{Zone: "UTC"})
	_, err := c.IsOpen(time.Date(0, time.March, 2, 0, 0, 0, 0, time.UTC))
	fmt.Println(errors.Is(err, calendar.ErrRange))
	// Output: true
}

// If the days differ in length, there is no regular day unless one is given.
func ExampleCalendar_AddDays_noRegularDay() {
	week := calendar.Weekdays(9*time.Hour, 17*time.Hour)
	week[time.Friday] = []calendar.Window{{Open: 9 * time.Hour, Close: 14 * time.Hour}}
	c, _ := calendar.New(calendar.Config{Zone: "UTC", Week: week})
	_, err := c.AddDays(time.Date(2026, time.March, 2, 0, 0, 0, 0, time.UTC), 1, calendar.WorkingTime)
	fmt.Println(err)
	// Output: calendar: no regular day: the weekdays differ in length, or have no hours; say how long a regular day is (regular_day)
}

func ExampleZoneError_Error() {
	_, err := calendar.Zone("Local")
	fmt.Println(err)
	// Output: calendar: zone "Local" is not in tz database 2025c; write a name such as Europe/Berlin or UTC, or an offset such as +08:00
}

func ExampleZoneError_Is() {
	_, err := calendar.Zone("Mars/Olympus_Mons")
	fmt.Println(errors.Is(err, calendar.ErrZone))
	// Output: true
}
