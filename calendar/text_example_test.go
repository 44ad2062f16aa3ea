package calendar_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

func ExampleCalendar_String() {
	c, err := calendar.New(calendar.Config{
		Zone: "Europe/Berlin", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour), Region: calendar.Region{Code: "DE"},
	})
	fmt.Println(c, err)
	// Output: Europe/Berlin Mon-Fri 09:00-17:00, holidays of DE <nil>
}

func ExampleCalendar_GoString() {
	c, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Daily(0, 24*time.Hour)})
	fmt.Printf("%#v %v\n", c, err)
	// Output: calendar.Calendar("UTC Mon-Sun 00:00-24:00") <nil>
}
