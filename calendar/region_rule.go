package calendar

import (
	"slices"
	"time"
)

// A rule says on which day of each year a holiday falls, and to which day off
// it moves from which day of the week. Rules are built once and never changed.
type rule struct {
	name        string
	kind        ruleKind
	month       time.Month
	day         int
	weekday     time.Weekday
	n           int     // ruleNth, ruleFrom: which one; ruleEaster…: days after Easter
	plus        int     // days from the day so found to the holiday
	moves       [7]int8 // by the holiday's weekday: days from it to the day off
	first, last int     // the first and the last year; zero stands for no limit
	except      []int   // years without it
	compute     func(int) (Date, bool)
}

type ruleKind uint8

const (
	ruleFixed          ruleKind = iota // month and day
	ruleNth                            // the nth weekday of month; a negative n counts from its end
	ruleFrom                           // the nth weekday from month and day on, that day included
	ruleEaster                         // n days after Easter Sunday
	ruleOrthodoxEaster                 // n days after Easter Sunday of the Julian calendar
	ruleCompute                        // whatever compute says; false: not this year
)

// appendYear appends the holidays whose day off lies in year. There is no year 0 and
// none after 9999: what a holiday of those would do to year 1 or 9999 is left out.
func (r *rule) appendYear(dst []Holiday, year int) []Holiday {
	if !r.crosses() {
		if h, ok := r.holiday(year); ok {
			dst = append(dst, h)
		}
		return dst
	}
	for y := year - 1; y <= year+1; y++ {
		if h, ok := r.holiday(y); ok && h.Date.Year() == year {
			dst = append(dst, h)
		}
	}
	return dst
}

// holiday returns the holiday of a year; its day off can lie in a neighbouring
// year. It is false where the year has none.
func (r *rule) holiday(year int) (Holiday, bool) {
	if year < 1 || year > 9999 || year < r.first || r.last > 0 && year > r.last {
		return Holiday{}, false
	}
	if slices.Contains(r.except, year) {
		return Holiday{}, false
	}
	actual, ok := r.actual(year)
	if !ok {
		return Holiday{}, false
	}
	actual.n += int32(r.plus)
	off := Date{actual.n + int32(r.moves[actual.Weekday()])}
	if off.n < minDay || off.n > maxDay {
		return Holiday{}, false
	}
	return Holiday{Date: off, Name: r.name, Actual: actual}, true
}

func (r *rule) actual(year int) (Date, bool) {
	switch r.kind {
	case ruleNth:
		day := 1
		if r.n < 0 {
			day = daysIn(year, r.month)
		}
		return nthWeekday(fromCivil(year, r.month, day), r.weekday, r.n), true
	case ruleFrom:
		return nthWeekday(fromCivil(year, r.month, r.day), r.weekday, r.n), true
	case ruleEaster:
		return Date{easter(year).n + int32(r.n)}, true
	case ruleOrthodoxEaster:
		return Date{orthodoxEaster(year).n + int32(r.n)}, true
	case ruleCompute:
		return r.compute(year)
	}
	if r.day > daysIn(year, r.month) {
		return Date{}, false
	}
	return fromCivil(year, r.month, r.day), true
}

// crosses reports whether the day off can lie in another year than the holiday:
// it moves, and can fall within days of the year's end.
func (r *rule) crosses() bool {
	switch {
	case r.kind == ruleEaster || r.kind == ruleOrthodoxEaster:
		return false
	case r.month == 0 || r.month == time.January || r.month == time.December:
		return r.moves != [7]int8{} || r.plus != 0
	}
	return false
}

// nthWeekday returns the nth such weekday from d on, or, where n is negative,
// back from d. The day d itself counts.
func nthWeekday(d Date, weekday time.Weekday, n int) Date {
	if n > 0 {
		ahead := (int32(weekday-d.Weekday()) + 7) % 7
		return Date{d.n + ahead + 7*int32(n-1)}
	}
	back := (int32(d.Weekday()-weekday) + 7) % 7
	return Date{d.n - back + 7*int32(n+1)}
}

// easter returns Easter Sunday of the Gregorian calendar: the anonymous
// algorithm that Nature published in 1876.
func easter(year int) Date {
	golden, century, rest := year%19, year/100, year%100
	leap, quarter := century/4, century%4
	moon := (century - (century+8)/25 + 1) / 3
	epact := (19*golden + century - leap - moon + 15) % 30
	weekday := (32 + 2*quarter + 2*(rest/4) - epact - rest%4) % 7
	late := (golden + 11*epact + 22*weekday) / 451
	days := epact + weekday - 7*late + 114
	return fromCivil(year, time.Month(days/31), days%31+1)
}

// orthodoxEaster returns Easter Sunday of the Julian calendar as the date of
// the Gregorian one. The two are 13 days apart from March 1900 to February
// 2100 only, so the distance is computed: a day more in each century whose
// first year is a leap year in just one of them.
func orthodoxEaster(year int) Date {
	epact := (19*(year%19) + 15) % 30
	weekday := (2*(year%4) + 4*(year%7) - epact + 34) % 7
	days := epact + weekday + 114
	apart := year/100 - year/400 - 2
	return Date{fromCivil(year, time.Month(days/31), days%31+1).n + int32(apart)}
}
