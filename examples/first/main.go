// Command first is the shortest way to a due time: eight business hours after an
// instant, by the hours and holidays of a Berlin desk.
//
//	go run ./examples/first
package main

import (
	"fmt"
	"log"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

func main() {
	// snippet: first
	desk, err := calendar.New(calendar.Config{
		Zone:   "Europe/Berlin",
		Week:   calendar.Weekdays(9*time.Hour, 17*time.Hour),
		Region: calendar.Region{Code: "DE-BE"},
	})
	if err != nil {
		log.Fatal(err)
	}
	reported := time.Date(2026, time.April, 30, 13, 30, 0, 0, time.UTC)
	due, err := desk.Add(reported, 8*time.Hour) // across Labour Day and a weekend
	fmt.Println(due, err)                       // 2026-05-04 15:30:00 +0200 CEST <nil>
	// end of snippet
}
