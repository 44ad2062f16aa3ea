package calendar

import "time"

// bulgarianMayDay returns 1 May of the years in which it is Easter Saturday or
// Easter Sunday, or of the other years.
func bulgarianMayDay(atEaster bool) func(int) (Date, bool) {
	return func(year int) (Date, bool) {
		day := fromCivil(year, time.May, 1)
		before := day.DaysUntil(orthodoxEaster(year))
		return day, (before == 0 || before == 1) == atEaster
	}
}

// vernalEquinox and autumnalEquinox return the days of the equinoxes in Japan,
// by the formula that the Hydrographic Department published for 1851 to 2150;
// false before 1980. It is in millionths of a day, since a floating-point sum
// may be rounded in another way on another machine.
func vernalEquinox(year int) (Date, bool) { return equinox(year, time.March, 20_843_100, 21_851_000) }

func autumnalEquinox(year int) (Date, bool) {
	return equinox(year, time.September, 23_248_800, 24_248_800)
}

func equinox(year int, month time.Month, until2099, from2100 int) (Date, bool) {
	start := until2099
	if year >= 2100 {
		start = from2100
	}
	if year < 1980 || year > 2150 {
		return Date{}, false
	}
	return fromCivil(year, month, (start+242_194*(year-1980))/1_000_000-(year-1980)/4), true
}

// japaneseDayBetween returns the day between Respect for the Aged Day, the
// third Monday of September, and the equinox, where there is just one.
func japaneseDayBetween(year int) (Date, bool) {
	monday := nthWeekday(fromCivil(year, time.September, 1), time.Monday, 3)
	autumn, ok := autumnalEquinox(year)
	return Date{monday.n + 1}, ok && monday.DaysUntil(autumn) == 2
}

// mexicanInauguration returns 1 October of the years in which a president takes
// office, from 2024 on.
func mexicanInauguration(year int) (Date, bool) {
	return fromCivil(year, time.October, 1), year >= 2024 && (year-2024)%6 == 0
}

// matariki returns the Friday that the schedule of the Te Kāhui o Matariki
// Public Holiday Act 2022 gives to a year, 2022 to 2052.
func matariki(year int) (Date, bool) {
	if year < 2022 || year > 2052 {
		return Date{}, false
	}
	// Days since 1 June.
	day := [...]int{
		23, 43, 27, 19, 39, 24, 43, 35, 20, 40, // 2022
		31, 23, 36, 28, 47, 39, 24, 44, 35, 48, // 2032
		40, 32, 23, 36, 28, 48, 32, 24, 44, 29, // 2042
		20, // 2052
	}[year-2022]
	return Date{fromCivil(year, time.June, 1).n + int32(day)}, true
}
