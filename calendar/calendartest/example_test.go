package calendartest_test

import (
	"fmt"
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/calendartest"
)

func ExampleAllLaws() {
	for _, law := range calendartest.AllLaws()[:3] {
		fmt.Printf("%s: %s\n", law.Name, law.Says)
	}
	// Output:
	// AddThenBetween: From t to Add(t, d) passes d, and from Sub(t, d) to t.
	// AddIsEarliest: A nanosecond before Add(t, d), d has not passed.
	// SubIsLatest: From a nanosecond after Sub(t, d), less than d passes.
}

// A property that holds for any calendar at any instant. A test would use rapid.Check
// and Draw; this example looks at twenty cases.
func ExampleCalendars() {
	calendars, durations := calendartest.Calendars(), calendartest.Durations()
	answered, early := 0, 0
	for seed := range 20 {
		c := calendars.Example(seed)
		start := calendartest.Instants(c).Example(seed)
		due, err := c.Add(start, durations.Example(seed))
		if err != nil {
			continue // unknown holidays, or no working time left
		}
		answered++
		if due.Before(start) {
			early++
		}
	}
	fmt.Println(answered > 10, early)
	// Output: true 0
}

func ExamplePlain() {
	fmt.Println(calendartest.Plain().Example(1).Location() != nil)
	// Output: true
}

func ExampleConfigs() {
	cfg := calendartest.Configs().Example(1)
	_, err := calendar.New(cfg)
	fmt.Println(err)
	// Output: <nil>
}

func ExampleZones() {
	_, err := calendar.Zone(calendartest.Zones().Example(1))
	fmt.Println(err)
	// Output: <nil>
}

func ExampleTransitions() {
	havana, _ := calendar.Zone("America/Havana")
	at := calendartest.Transitions(havana).Example(1)
	_, before := at.Add(-1).Zone()
	_, after := at.Zone()
	fmt.Println(before != after)
	// Output: true
}

func ExampleDates() {
	year := calendartest.Dates().Example(1).Year()
	fmt.Println(1989 <= year && year <= 2041)
	// Output: true
}

func ExampleDatesNear() {
	leapDay, _ := calendar.NewDate(2024, time.February, 29)
	near := calendartest.DatesNear(leapDay).Example(1)
	fmt.Println(near.Year())
	// Output: 2024
}

func ExampleWeeks() {
	cfg := calendar.Config{Zone: "UTC", Week: calendartest.Weeks().Example(1)}
	_, err := calendar.New(cfg)
	fmt.Println(err)
	// Output: <nil>
}

func ExampleWindowsOfDay() {
	windows := calendartest.WindowsOfDay().Example(1)
	fmt.Println(slices.IsSortedFunc(windows, func(v, w calendar.Window) int { return int(v.Open - w.Open) }))
	// Output: true
}

// The parts of a config, for a test that fixes the rest.
func ExampleHolidays() {
	day, _ := calendar.NewDate(2026, time.March, 29)
	known := calendartest.Coverage(day).Example(1)
	cfg := calendar.Config{
		Zone: "Europe/Berlin", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour),
		Changes:         calendartest.WeekChanges(day).Example(1),
		Holidays:        calendartest.Holidays(day).Example(1),
		Special:         calendartest.Special(day).Example(1),
		HolidaysFrom:    known.From,
		HolidaysThrough: known.Through,
	}
	_, err := calendar.New(cfg)
	fmt.Println(err)
	// Output: <nil>
}

func ExampleInstants() {
	c, _ := calendar.New(calendar.Config{Zone: "Australia/Lord_Howe", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	start := calendartest.Instants(c).Example(1)
	end := calendartest.InstantsNear(c, start, 24*time.Hour).Example(1)
	fmt.Println(start.Location(), end.Location())
	// Output: Australia/Lord_Howe Australia/Lord_Howe
}

func ExampleInstantsIn() {
	beirut, _ := calendar.Zone("Asia/Beirut")
	fmt.Println(calendartest.InstantsIn(beirut).Example(1).Location())
	// Output: Asia/Beirut
}

func ExampleInstantsOf() {
	cfg := calendartest.Configs().Example(1)
	c, _ := calendar.New(cfg)
	_, err := c.Add(calendartest.InstantsOf(cfg).Example(1), 0)
	fmt.Println(err)
	// Output: <nil>
}

func ExampleDurations() {
	fmt.Println(calendartest.Durations().Example(1) >= 0)
	// Output: true
}

func ExampleOffsets() {
	fmt.Println(calendartest.Offsets().Example(1).Abs() <= 24*time.Hour)
	// Output: true
}
