// Package calendartest helps to test what is built on package calendar. It has
// generators of zones, weeks, holidays, whole calendars and instants for
// property tests with [pgregory.net/rapid], and the laws of working time as a
// suite that any calendar must pass.
//
// The generators prefer what tends to go wrong: clocks that are put forward and back at
// midnight, by half an hour, by two hours or past a whole day; windows until 24:00,
// past midnight, or touching; leap days and year ends; the nanosecond before and after
// each edge. Their dates lie mostly in the years 1990 to 2040.
//
// To check a calendar of your own:
//
//	func TestCalendar(t *testing.T) {
//		calendartest.Laws(t, myCalendar)
//	}
//
// To test with any calendar:
//
//	rapid.Check(t, func(t *rapid.T) {
//		c := calendartest.Calendars().Draw(t, "calendar")
//		start := calendartest.Instants(c).Draw(t, "start")
//		...
//	})
//
// [Plain] generates calendars that are not combinations. [Configs] generates what a
// calendar is made from, and [InstantsOf] the instants that matter to it. [Holidays],
// [Special], [WeekChanges] and [Coverage] generate the parts of a config near a date,
// for a test that fixes the rest. [Durations] generates amounts to add, [InstantsNear]
// a second instant.
//
// The package is for tests only: it imports package testing.
package calendartest
