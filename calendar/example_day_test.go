package calendar_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

func ExampleCalendar_Day() {
	c, _ := calendar.New(calendar.Config{
		Zone: "America/New_York", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour), Region: calendar.Region{Code: "US"},
	})
	date, _ := calendar.ParseDate("2026-07-03")
	day, err := c.Day(date)
	fmt.Println(len(day.Windows), day.Holidays[0].Name, day.Holidays[0].Actual, err)
	// Output: 0 Independence Day 2026-07-04 <nil>
}

func ExampleDay_Reason() {
	c, _ := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	date, _ := calendar.ParseDate("2026-07-04")
	day, _ := c.Day(date)
	fmt.Println(day.Reason())
	// Output: weekend
}

// A union of calendars is closed for the reasons of its parts.
func ExampleDay_Dated() {
	office := func(zone, region string) *calendar.Calendar {
		c, err := calendar.New(calendar.Config{Zone: zone, Week: calendar.Weekdays(9*time.Hour, 17*time.Hour), Region: calendar.Region{Code: region}})
		if err != nil {
			fmt.Println(err)
		}
		return c
	}
	both, err := calendar.Union(office("Europe/Berlin", "DE-BE"), office("Europe/London", "GB-ENG"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, text := range []string{"2026-01-01", "2026-01-03"} {
		date, _ := calendar.ParseDate(text)
		day, err := both.Day(date)
		fmt.Println(day.Reason(), day.Dated(), err)
	}
	// Output:
	// Neujahrstag, New Year's Day true <nil>
	// weekend false <nil>
}

func ExampleCalendar_IsBusinessDay() {
	c, _ := calendar.New(calendar.Config{
		Zone: "Europe/Berlin", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour), Region: calendar.Region{Code: "DE"},
	})
	for _, text := range []string{"2026-04-30", "2026-05-01"} {
		date, _ := calendar.ParseDate(text)
		fmt.Println(c.IsBusinessDay(date))
	}
	// Output:
	// true <nil>
	// false <nil>
}

func ExampleCalendar_RegularDay() {
	c, _ := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(8*time.Hour, 17*time.Hour)})
	fmt.Println(c.RegularDay())
	// Output: 9h0m0s <nil>
}

func ExampleCalendar_WithRegularDay() {
	early, _ := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(6*time.Hour, 14*time.Hour)})
	late, _ := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(14*time.Hour, 20*time.Hour)})
	both, _ := calendar.Union(early, late)
	both, err := both.WithRegularDay(14 * time.Hour)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(both.AddDays(time.Date(2026, time.March, 2, 10, 0, 0, 0, time.UTC), 1, calendar.WorkingTime))
	// Output: 2026-03-03 10:00:00 +0000 UTC <nil>
}

func ExampleCalendar_OpenSpan() {
	night, _ := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Daily(22*time.Hour, 30*time.Hour)})
	s, ok, err := night.OpenSpan(time.Date(2026, time.March, 3, 1, 0, 0, 0, time.UTC))
	fmt.Println(s.Open, s.Close, ok, err)
	// Output: 2026-03-02 22:00:00 +0000 UTC 2026-03-03 06:00:00 +0000 UTC true <nil>
}

func ExampleMomentOf() {
	kl, _ := calendar.New(calendar.Config{
		Zone: "Asia/Kuala_Lumpur", Week: calendar.Weekdays(8*time.Hour, 17*time.Hour), Region: calendar.Region{Code: "MY-14"},
	})
	start := time.Date(2026, time.December, 31, 6, 0, 0, 0, time.UTC) // 14:00
	for _, d := range []time.Duration{2 * time.Hour, 8 * time.Hour} {
		due, err := calendar.MomentOf(kl.Add(start, d))
		fmt.Println(due, due.Unknown(), err)
	}
	// Output:
	// 2026-12-31T16:00:00+08:00 <nil> <nil>
	// unknown holidays of MY-14 are known through 2026-12-31 only <nil>
}

func ExampleAt() {
	m := calendar.At(time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC))
	fmt.Println(m.Get())
	// Output: 2026-03-02 09:00:00 +0000 UTC true
}

func ExampleMoment_Earlier() {
	a := calendar.At(time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC))
	b := calendar.At(time.Date(2026, time.March, 3, 9, 0, 0, 0, time.UTC))
	fmt.Println(a.Earlier(b), a.Later(b))
	// Output: 2026-03-02T09:00:00Z 2026-03-03T09:00:00Z
}

func ExampleCalendar_StartOfDay() {
	havana, _ := calendar.New(calendar.Config{Zone: "America/Havana", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	d, _ := calendar.NewDate(2026, time.March, 8)
	fmt.Println(havana.StartOfDay(d)) // summer time begins at midnight
	// Output: 2026-03-08 01:00:00 -0400 CDT <nil>
}

func ExampleCalendar_Date() {
	kl, _ := calendar.New(calendar.Config{Zone: "Asia/Kuala_Lumpur", Week: calendar.Weekdays(8*time.Hour, 17*time.Hour)})
	fmt.Println(kl.Date(time.Date(2026, time.March, 2, 16, 0, 0, 0, time.UTC)))
	// Output: 2026-03-03 <nil>
}
