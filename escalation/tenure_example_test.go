package escalation_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
)

// Nobody has said yet which days of 2027 are holidays: from 09:00 on 1 January the
// office may have opened, or not.
func ExampleTenure_Unknown() {
	known, _ := calendar.NewDate(2026, time.December, 31)
	hours, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour), HolidaysThrough: known})
	if err != nil {
		fmt.Println(err)
		return
	}
	rota, err := escalation.NewRota(escalation.Regions{List: []escalation.Region{{Name: "Lisbon", Calendar: hours}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	w := escalation.NewWatch(rota)
	evening := time.Date(2026, time.December, 31, 17, 0, 0, 0, time.UTC)
	_ = w.Receive(evening, true)
	tenures, err := w.Tenures(evening.AddDate(0, 0, 1))
	for _, t := range tenures {
		fmt.Printf("%v %q %v\n", t.Until.Sub(t.From), t.Region, t.Unknown())
	}
	fmt.Println(err)
	// Output:
	// 16h0m0s "on-call" <nil>
	// 8h0m0s "" holidays are known through 2026-12-31 only
	// <nil>
}
