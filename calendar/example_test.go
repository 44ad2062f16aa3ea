package calendar_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// supportHours is Monday to Friday, 09:00 to 17:00 in Berlin, except for
// Germany's holidays. The examples ask it.
func supportHours() *calendar.Calendar {
	c, err := calendar.New(calendar.Config{
		Zone:   "Europe/Berlin",
		Week:   calendar.Weekdays(9*time.Hour, 17*time.Hour),
		Region: calendar.Region{Code: "DE"},
	})
	if err != nil {
		panic(err)
	}
	return c
}

func ExampleNew() {
	c, err := calendar.New(calendar.Config{
		Zone:   "Europe/Berlin",
		Week:   calendar.Weekdays(9*time.Hour, 17*time.Hour),
		Region: calendar.Region{Code: "DE"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	// Thursday afternoon before Easter: Friday and Monday are holidays.
	reported := time.Date(2026, time.April, 2, 16, 0, 0, 0, c.Location())
	fmt.Println(c.Add(reported, 2*time.Hour))
	// Output: 2026-04-07 10:00:00 +0200 CEST <nil>
}

// All the mistakes of a description are reported at once.
func ExampleNew_mistakes() {
	_, err := calendar.New(calendar.Config{
		Zone: "Europe/Berlin",
		Week: calendar.Week{time.Monday: {{Open: 17 * time.Hour, Close: 9 * time.Hour}}, time.Friday: {{Open: 25 * time.Hour, Close: 26 * time.Hour}}},
	})
	fmt.Println(err)
	// Output:
	// calendar: week[mon][0]: 17:00-09:00 closes before it opens; write 17:00-33:00 to run past midnight
	// calendar: week[fri][0]: 25:00-26:00 must open from 00:00 to before 24:00; a window belongs to the day on which it opens
}

func ExampleCalendar_Add() {
	c := supportHours()
	monday := time.Date(2026, time.March, 2, 9, 0, 0, 0, c.Location())
	fmt.Println(c.Add(monday, 8*time.Hour))             // the closing
	fmt.Println(c.Add(monday, 8*time.Hour+time.Second)) // the next morning
	// Output:
	// 2026-03-02 17:00:00 +0100 CET <nil>
	// 2026-03-03 09:00:01 +0100 CET <nil>
}

func ExampleCalendar_Sub() {
	c := supportHours()
	due := time.Date(2026, time.March, 2, 10, 0, 0, 0, c.Location())
	fmt.Println(c.Sub(due, 2*time.Hour)) // Friday
	// Output: 2026-02-27 16:00:00 +0100 CET <nil>
}

func ExampleCalendar_Between() {
	c := supportHours()
	friday := time.Date(2026, time.March, 6, 16, 0, 0, 0, c.Location())
	monday := time.Date(2026, time.March, 9, 10, 0, 0, 0, c.Location())
	fmt.Println(c.Between(friday, monday))
	fmt.Println(c.Between(monday, friday))
	// Output:
	// 2h0m0s <nil>
	// -2h0m0s <nil>
}

func ExampleCalendar_IsOpen() {
	c := supportHours()
	fmt.Println(c.IsOpen(time.Date(2026, time.March, 2, 9, 0, 0, 0, c.Location())))
	fmt.Println(c.IsOpen(time.Date(2026, time.March, 2, 17, 0, 0, 0, c.Location())))
	// Output:
	// true <nil>
	// false <nil>
}

func ExampleCalendar_NextOpen() {
	c := supportHours()
	fmt.Println(c.NextOpen(time.Date(2026, time.March, 6, 12, 0, 0, 0, c.Location()))) // open already
	fmt.Println(c.NextOpen(time.Date(2026, time.March, 6, 17, 0, 0, 0, c.Location())))
	// Output:
	// 2026-03-06 12:00:00 +0100 CET <nil>
	// 2026-03-09 09:00:00 +0100 CET <nil>
}

func ExampleCalendar_PrevClose() {
	c := supportHours()
	fmt.Println(c.PrevClose(time.Date(2026, time.March, 9, 9, 0, 0, 0, c.Location())))
	// Output: 2026-03-06 17:00:00 +0100 CET <nil>
}

// "Within two business days" has three meanings.
// Good Friday and Easter Monday of 2026 are 3 and 6 April.
func ExampleCalendar_BusinessDays() {
	c, err := calendar.New(calendar.Config{Zone: "Europe/Berlin", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour), Region: calendar.Region{Code: "DE"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	wednesday, _ := calendar.NewDate(2026, time.April, 1)
	next, _ := calendar.NewDate(2026, time.April, 8)
	fmt.Println(c.BusinessDays(wednesday, next))
	fmt.Println(c.BusinessDays(next, wednesday))
	fmt.Println(wednesday.DaysUntil(next), "days in all")
	// Output:
	// 3 <nil>
	// -3 <nil>
	// 7 days in all
}

func ExampleCalendar_AddDays() {
	c := supportHours()
	thursday := time.Date(2026, time.March, 5, 7, 0, 0, 0, c.Location())
	for _, convention := range []calendar.Convention{calendar.CloseOfBusiness, calendar.SameTime, calendar.WorkingTime} {
		due, err := c.AddDays(thursday, 2, convention)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(due.Format("Mon 15:04"), convention)
	}
	// Output:
	// Mon 17:00 close_of_business
	// Mon 07:00 same_time
	// Fri 17:00 working_time
}

func ExampleCalendar_Windows() {
	c := supportHours()
	n := 0
	for window, err := range c.Windows(time.Date(2026, time.April, 2, 12, 0, 0, 0, c.Location())) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(window.Open.Format("Mon 2 Jan 15:04"), "to", window.Close.Format("15:04"))
		if n++; n == 2 {
			break
		}
	}
	// Output:
	// Thu 2 Apr 09:00 to 17:00
	// Tue 7 Apr 09:00 to 17:00
}

func ExampleCalendar_Location() {
	fmt.Println(supportHours().Location())
	// Output: Europe/Berlin
}

func ExampleCalendar_Config() {
	cfg, ok := supportHours().Config()
	fmt.Println(cfg.Zone, cfg.Region.Code, cfg.Week[time.Monday], ok)
	// Output: Europe/Berlin DE [09:00-17:00] true
}

// Two services that compare fingerprints know whether they compute the same.
func ExampleCalendar_Fingerprint() {
	describe := func(windows ...calendar.Window) calendar.Config {
		return calendar.Config{Zone: "UTC", Week: calendar.Week{time.Monday: windows}}
	}
	whole, _ := calendar.New(describe(calendar.Window{Open: 9 * time.Hour, Close: 17 * time.Hour}))
	parts, _ := calendar.New(describe(calendar.Window{Open: 12 * time.Hour, Close: 17 * time.Hour}, calendar.Window{Open: 9 * time.Hour, Close: 12 * time.Hour}))
	lunch, _ := calendar.New(describe(calendar.Window{Open: 13 * time.Hour, Close: 17 * time.Hour}, calendar.Window{Open: 9 * time.Hour, Close: 12 * time.Hour}))
	fmt.Println(whole.Fingerprint() == parts.Fingerprint(), whole.Fingerprint() == lunch.Fingerprint())
	// Output: true false
}

// A holiday is declared a few days before.
func ExampleCalendar_WithHolidays() {
	c := supportHours()
	day, _ := calendar.ParseDate("2026-03-04")
	late, err := c.WithHolidays(calendar.Holiday{Date: day, Name: "Day of mourning", Actual: day})
	if err != nil {
		fmt.Println(err)
		return
	}
	tuesday := time.Date(2026, time.March, 3, 17, 0, 0, 0, c.Location())
	fmt.Println(c.NextOpen(tuesday)) // the answers of c do not change
	fmt.Println(late.NextOpen(tuesday))
	// Output:
	// 2026-03-04 09:00:00 +0100 CET <nil>
	// 2026-03-05 09:00:00 +0100 CET <nil>
}

func ExampleCalendar_WithWorkdays() {
	labourDay, _ := calendar.ParseDate("2026-05-01")
	c, err := supportHours().WithWorkdays(labourDay)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.IsOpen(time.Date(2026, time.May, 1, 12, 0, 0, 0, c.Location())))
	// Output: true <nil>
}

func ExampleCalendar_WithSpecial() {
	eve, _ := calendar.ParseDate("2026-12-24")
	c, err := supportHours().WithSpecial(eve, calendar.Window{Open: 9 * time.Hour, Close: 12 * time.Hour})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Add(time.Date(2026, time.December, 24, 11, 0, 0, 0, c.Location()), 2*time.Hour))
	// Output: 2026-12-28 10:00:00 +0100 CET <nil>
}
