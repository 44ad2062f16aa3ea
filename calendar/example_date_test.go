package calendar_test

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

func ExampleParseDate() {
	fmt.Println(calendar.ParseDate("2026-03-01"))
	_, err := calendar.ParseDate("2026-02-29")
	fmt.Println(err)
	// Output:
	// 2026-03-01 <nil>
	// calendar: date "2026-02-29": the day must be 1 to 28
}

func ExampleNewDate() {
	fmt.Println(calendar.NewDate(2024, time.February, 29))
	// Output: 2024-02-29 <nil>
}

// The date of an instant is that of its location.
func ExampleDateOf() {
	kl, _ := calendar.Zone("Asia/Kuala_Lumpur")
	evening := time.Date(2026, time.March, 1, 20, 0, 0, 0, time.UTC)
	fmt.Println(calendar.DateOf(evening))
	fmt.Println(calendar.DateOf(evening.In(kl)))
	// Output:
	// 2026-03-01 <nil>
	// 2026-03-02 <nil>
}

func ExampleDate_Plus() {
	january, _ := calendar.ParseDate("2026-01-31")
	for n := range 4 {
		fmt.Println(january.Plus(n, calendar.Months)) // counted from the anchor, so nothing drifts
	}
	// Output:
	// 2026-01-31 <nil>
	// 2026-02-28 <nil>
	// 2026-03-31 <nil>
	// 2026-04-30 <nil>
}

func ExampleDate_Civil() {
	d, _ := calendar.ParseDate("2026-03-01")
	fmt.Println(d.Civil())
	// Output: 2026 March 1
}

func ExampleDate_Year() {
	d, _ := calendar.ParseDate("2026-03-01")
	fmt.Println(d.Year())
	// Output: 2026
}

func ExampleDate_Weekday() {
	d, _ := calendar.ParseDate("2026-03-01")
	fmt.Println(d.Weekday())
	// Output: Sunday
}

func ExampleDate_Compare() {
	first, _ := calendar.ParseDate("2026-03-01")
	second, _ := calendar.ParseDate("2026-03-02")
	fmt.Println(first.Compare(second), first.Compare(first), second.Compare(first))
	// Output: -1 0 1
}

func ExampleDate_DaysUntil() {
	march, _ := calendar.ParseDate("2026-03-01")
	april, _ := calendar.ParseDate("2026-04-01")
	fmt.Println(march.DaysUntil(april), april.DaysUntil(march))
	// Output: 31 -31
}

func ExampleDate_IsLastOfMonth() {
	d, _ := calendar.ParseDate("2024-02-28")
	fmt.Println(d.IsLastOfMonth())
	// Output: false
}

func ExampleDate_LastOfMonth() {
	d, _ := calendar.ParseDate("2024-02-01")
	fmt.Println(d.LastOfMonth())
	// Output: 2024-02-29
}

// Havana moves its clocks at midnight: this date begins at 01:00.
func ExampleDate_In() {
	havana, _ := calendar.Zone("America/Havana")
	d, _ := calendar.ParseDate("2026-03-08")
	fmt.Println(d.In(havana))
	// Output: 2026-03-08 01:00:00 -0400 CDT
}

func ExampleDate_String() {
	d, _ := calendar.NewDate(987, time.June, 5)
	fmt.Println(d.String())
	// Output: 0987-06-05
}

func ExampleDate_AppendText() {
	d, _ := calendar.ParseDate("2026-03-01")
	text, err := d.AppendText([]byte("through "))
	fmt.Println(string(text), err)
	// Output: through 2026-03-01 <nil>
}

func ExampleDate_MarshalText() {
	d, _ := calendar.ParseDate("2026-03-01")
	text, err := json.Marshal(map[string]calendar.Date{"through": d})
	fmt.Println(string(text), err)
	// Output: {"through":"2026-03-01"} <nil>
}

func ExampleDate_UnmarshalText() {
	var v struct{ Through calendar.Date }
	err := json.Unmarshal([]byte(`{"through":"2026-03-01"}`), &v)
	fmt.Println(v.Through, err)
	// Output: 2026-03-01 <nil>
}

func ExampleDate_Value() {
	d, _ := calendar.ParseDate("2026-03-01")
	fmt.Println(d.Value())
	// Output: 2026-03-01 <nil>
}

func ExampleDate_Scan() {
	var d calendar.Date
	err := d.Scan([]byte("2026-03-01"))
	fmt.Println(d, err)
	var perhaps sql.Null[calendar.Date]
	err = perhaps.Scan(nil)
	fmt.Println(perhaps.Valid, err)
	// Output:
	// 2026-03-01 <nil>
	// false <nil>
}

func ExampleUnit_String() {
	fmt.Println(calendar.Days, calendar.Weeks, calendar.Months, calendar.Years)
	// Output: days weeks months years
}

// Twelve months from 1 March 2026 are covered through 1 March 2027.
func ExamplePeriodAfter() {
	delivery, _ := calendar.ParseDate("2026-03-01")
	fmt.Println(calendar.PeriodAfter(delivery, 12, calendar.Months))
	// Output: 2026-03-02/2027-03-01 <nil>
}

func ExamplePeriod_Contains() {
	delivery, _ := calendar.ParseDate("2026-03-01")
	p, _ := calendar.PeriodAfter(delivery, 12, calendar.Months)
	next, _ := p.Through.Plus(1, calendar.Days)
	fmt.Println(p.Contains(delivery), p.Contains(p.From), p.Contains(p.Through), p.Contains(next))
	// Output: false true true false
}

func ExamplePeriod_Days() {
	delivery, _ := calendar.ParseDate("2026-03-01")
	p, _ := calendar.PeriodAfter(delivery, 12, calendar.Months)
	fmt.Println(p.Days())
	// Output: 365
}

func ExamplePeriod_String() {
	var p calendar.Period
	fmt.Println(p.String())
	// Output: 0001-01-01/0001-01-01
}
