package calendar_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

func ExampleWeekdays() {
	week := calendar.Weekdays(9*time.Hour, 17*time.Hour)
	fmt.Println(week[time.Monday], week[time.Saturday])
	// Output: [09:00-17:00] []
}

func ExampleDaily() {
	week := calendar.Daily(0, 24*time.Hour) // round the clock
	fmt.Println(week[time.Monday], week[time.Saturday])
	// Output: [00:00-24:00] [00:00-24:00]
}

func ExampleHours() {
	week := calendar.Hours(22*time.Hour, 30*time.Hour, time.Friday, time.Saturday) // until 06:00
	fmt.Println(week[time.Friday], week[time.Saturday], week[time.Sunday])
	// Output: [22:00-30:00] [22:00-30:00] []
}

func ExampleDaysOff() {
	eve, _ := calendar.ParseDate("2026-12-24")
	c, err := calendar.New(calendar.Config{
		Zone:     "Europe/Berlin",
		Week:     calendar.Weekdays(9*time.Hour, 17*time.Hour),
		Holidays: calendar.DaysOff(eve),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.NextOpen(time.Date(2026, time.December, 23, 17, 0, 0, 0, c.Location())))
	// Output: 2026-12-25 09:00:00 +0100 CET <nil>
}

func ExampleZone() {
	for _, name := range []string{"Asia/Kuala_Lumpur", "-05:00", "Asia/Penang"} {
		loc, err := calendar.Zone(name)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(time.Date(2026, time.March, 2, 0, 0, 0, 0, time.UTC).In(loc).Format(time.RFC3339))
	}
	// Output:
	// 2026-03-02T08:00:00+08:00
	// 2026-03-01T19:00:00-05:00
	// calendar: zone "Asia/Penang" is not in tz database 2025c; write a name such as Europe/Berlin or UTC, or an offset such as +08:00
}

// The table of Malaysia's holidays ends with 2026. A caller who adds those of a
// further year says that they are known.
func ExampleCalendar_WithCoverage() {
	c, err := calendar.New(calendar.Config{Zone: "Asia/Kuala_Lumpur", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour), Region: calendar.Region{Code: "MY-14"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	eve := time.Date(2026, time.December, 31, 17, 0, 0, 0, c.Location())
	fmt.Println(c.NextOpen(eve))

	from, _ := calendar.ParseDate("2015-01-01")
	through, _ := calendar.ParseDate("2027-12-31")
	newYear, _ := calendar.ParseDate("2027-01-01")
	if c, err = c.WithHolidays(calendar.DaysOff(newYear)...); err != nil { // and the others of 2027
		fmt.Println(err)
		return
	}
	if c, err = c.WithCoverage(calendar.Period{From: from, Through: through}); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.NextOpen(eve))
	// Output:
	// 0001-01-01 00:00:00 +0000 UTC holidays of MY-14 are known through 2026-12-31 only
	// 2027-01-04 09:00:00 +0800 +08 <nil>
}

// office is a calendar of 09:00 to 17:00 in a zone.
func office(zone string) *calendar.Calendar {
	c, err := calendar.New(calendar.Config{Zone: zone, Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		panic(err)
	}
	return c
}

// Three offices follow the sun.
func ExampleUnion() {
	c, err := calendar.Union(office("Europe/Berlin"), office("Asia/Kuala_Lumpur"), office("America/Denver"))
	if err != nil {
		fmt.Println(err)
		return
	}
	monday := time.Date(2026, time.March, 2, 8, 0, 0, 0, c.Location())
	fmt.Println(c.Add(monday, 24*time.Hour)) // closed from 01:00 to 02:00
	// Output: 2026-03-03 09:00:00 +0100 CET <nil>
}

// Two offices share an hour, in summer two.
func ExampleIntersection() {
	c, err := calendar.Intersection(office("Europe/Berlin"), office("Asia/Kuala_Lumpur"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, month := range []time.Month{time.March, time.July} {
		day := time.Date(2026, month, 2, 0, 0, 0, 0, c.Location())
		fmt.Println(c.Between(day, day.AddDate(0, 0, 1)))
	}
	// Output:
	// 1h0m0s <nil>
	// 2h0m0s <nil>
}

// Nothing is changed during a freeze.
func ExampleDifference() {
	from, _ := calendar.ParseDate("2026-12-21")
	freeze, err := calendar.New(calendar.Config{Zone: "Europe/Berlin", Special: map[calendar.Date][]calendar.Window{
		from: {{Open: 12 * time.Hour, Close: 48 * time.Hour}}, // until midnight on the 22nd
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := calendar.Difference(office("Europe/Berlin"), freeze)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Add(time.Date(2026, time.December, 21, 11, 0, 0, 0, c.Location()), 2*time.Hour))
	// Output: 2026-12-23 10:00:00 +0100 CET <nil>
}

func ExampleWindow_String() {
	fmt.Println(calendar.Window{Open: 22 * time.Hour, Close: 30 * time.Hour})
	// Output: 22:00-30:00
}

func ExampleWindow_MarshalText() {
	text, err := calendar.Window{Open: 9 * time.Hour, Close: 17*time.Hour + 30*time.Minute}.MarshalText()
	fmt.Println(string(text), err)
	// Output: 09:00-17:30 <nil>
}

func ExampleWindow_UnmarshalText() {
	var w calendar.Window
	err := w.UnmarshalText([]byte("09:00-17:30"))
	fmt.Println(w.Close-w.Open, err)
	// Output: 8h30m0s <nil>
}

func ExampleParseConvention() {
	convention, err := calendar.ParseConvention("same_time")
	fmt.Println(convention == calendar.SameTime, err)
	_, err = calendar.ParseConvention("same time")
	fmt.Println(err)
	// Output:
	// true <nil>
	// calendar: convention: "same time" is not a convention; write close_of_business, same_time or working_time
}

func ExampleConventionNames() {
	fmt.Println(calendar.ConventionNames())
	// Output: [close_of_business same_time working_time]
}

func ExampleConvention_String() {
	fmt.Println(calendar.WorkingTime)
	// Output: working_time
}

func ExampleConvention_MarshalText() {
	text, err := calendar.SameTime.MarshalText()
	fmt.Println(string(text), err)
	// Output: same_time <nil>
}

func ExampleConvention_UnmarshalText() {
	var v calendar.Convention
	fmt.Println(v.UnmarshalText([]byte("working_time")), v == calendar.WorkingTime)
	fmt.Println(v.UnmarshalText([]byte("business days")))
	// Output:
	// <nil> true
	// calendar: convention: "business days" is not a convention; write close_of_business, same_time or working_time
}
