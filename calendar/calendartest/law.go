package calendartest

import (
	"testing"

	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

// A Law is something that holds for every calendar, whatever its windows. The zero Law
// stands for no law.
type Law struct {
	// Name is an identifier that says what the law is about.
	Name string
	// Says is the law in a sentence.
	Says string
	// Check draws instants and amounts for c and fails t where the law is broken.
	Check func(t *rapid.T, c *calendar.Calendar)
}

// Laws checks all laws on a calendar, each in a subtest of its name.
// TestG1_LawsOfOneCalendar in this package's law_test.go shows its use.
//
// A law speaks of answers. Where the calendar answers with an error, because holidays
// are unknown, working time is exhausted, or the years 1 to 9999 are left, the laws
// check that it does so consistently: a question that is answered contains no smaller
// one that is not.
func Laws(t *testing.T, c *calendar.Calendar) {
	t.Helper()
	for _, law := range AllLaws() {
		t.Run(law.Name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) { law.Check(t, c) })
		})
	}
}

// AllLaws returns the laws, for tests that draw the calendar too:
//
//	rapid.Check(t, func(t *rapid.T) { law.Check(t, calendartest.Calendars().Draw(t, "calendar")) })
func AllLaws() []Law {
	return []Law{
		{"AddThenBetween", "From t to Add(t, d) passes d, and from Sub(t, d) to t.", addThenBetween},
		{"AddIsEarliest", "A nanosecond before Add(t, d), d has not passed.", addIsEarliest},
		{"SubIsLatest", "From a nanosecond after Sub(t, d), less than d passes.", subIsLatest},
		{"AddZero", "Add, Sub and AddDays of nothing return the instant, in the calendar's zone.", addZero},
		{"AddNegative", "Add of a negative amount is Sub of the positive one, and the reverse.", addNegative},
		{"AddMonotone", "A later start or a larger amount never gives an earlier end.", addMonotone},
		{"AddAdditive", "Adding a and then b is adding a + b; so is subtracting.", addAdditive},
		{"AddThenSub", "Subtracting what was added leads back to the start, or to the next opening after it.", addThenSub},
		{"SubThenAdd", "Adding what was subtracted leads back to the start, or to the last close before it.", subThenAdd},
		{"AddReachesEveryOpenInstant", "Adding the time between two instants leads to the second, or to the last close before it.", addReaches},
		{"BetweenAntisymmetric", "Between(b, a) is -Between(a, b), and nothing passes from an instant to itself.", betweenAntisymmetric},
		{"BetweenAdditive", "From a to b and on to c passes what passes from a to c, in any order of the three.", betweenAdditive},
		{"BetweenBounded", "No less than nothing and no more than elapsed time passes, the latter exactly when always open.", betweenBounded},
		{"BetweenNested", "Within a stretch whose working time is known, every stretch and every instant is known.", betweenNested},
		{"NextOpenIsOpen", "NextOpen is open, is its own next opening, and no time passes before it.", nextOpenIsOpen},
		{"NextOpenStays", "NextOpen returns t exactly when t is open.", nextOpenStays},
		{"PrevCloseIsClose", "Just before PrevClose it is open, it is its own previous close, and no time passes after it.", prevCloseIsClose},
		{"PrevCloseStays", "PrevClose returns t exactly when the instant just before t is open.", prevCloseStays},
		{"WindowsAscend", "Windows are not empty, disjoint, ascending, and close after the start.", windowsAscend},
		{"WindowsAreOpen", "A window is open from its first instant to just before its close, and between windows it is closed.", windowsAreOpen},
		{"WindowsSum", "The windows cut to a stretch add up to the working time in it.", windowsSum},
		{"WindowsStart", "The first window from t on holds t or opens at NextOpen(t).", windowsStart},
		{"DaysCloseOfBusiness", "Close of business is a close: just before it, it is open.", daysCloseOfBusiness},
		{"DaysAscend", "The nth business day comes before the one after it, and n days back lead as far as one day back after one.", daysAscend},
		{"DaysSameTime", "The same time n business days away shows the same wall clock, unless clocks were put forward over it.", daysSameTime},
		{"DaysWorkingTime", "n business days of working time are n times one.", daysWorkingTime},
		{"ZoneOfAnswer", "The zone in which an instant is written does not matter, and answers are in the calendar's.", zoneOfAnswer},
		{"Concurrent", "Questions asked at the same time get the same answers.", concurrent},
	}
}
