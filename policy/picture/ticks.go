package picture

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A unit is what an axis counts in.
type unit uint8

const (
	minutes unit = iota
	days
	weeks
	months
	years
)

// Ticks are how an axis is divided.
type ticks struct {
	unit   unit
	n      int // minutes, months or years from one to the next
	layout string
	titles []string // for the groups that ticks fall into, the longest first
}

// approximate lengths, to choose by
const (
	day   = 24 * time.Hour
	month = 30 * day
	year  = 365 * day
)

// chooseTicks returns the finest division that has room for its labels and is no finer than a
// unit.
func chooseTicks(sc *scale, finest unit) ticks {
	const clock, date = 44 * pixel, 50 * pixel
	ofDay := []string{"Monday 2 January 2006", "Mon 2 Jan 2006", "Mon 2 Jan", "Mon 2"}
	ofMonth := []string{"January 2006", "Jan 2006", "Jan"}
	for _, n := range [...]int{1, 5, 15, 30, 60, 120, 180, 360, 720} {
		if finest == minutes && sc.width(time.Duration(n)*time.Minute) >= clock {
			return ticks{minutes, n, "15:04", ofDay}
		}
	}
	if sc.width(day) >= date {
		return ticks{days, 1, "Mon 2", ofMonth}
	}
	if sc.width(day) >= 18*pixel {
		return ticks{days, 1, "2", ofMonth}
	}
	if sc.width(7*day) >= clock {
		return ticks{weeks, 7, "2 Jan", ofMonth}
	}
	for _, n := range [...]int{1, 3, 6} {
		if sc.width(time.Duration(n)*month) >= clock {
			return ticks{months, n, "Jan", []string{"2006"}}
		}
	}
	// Thousands of years are too long for a time.Duration.
	n := 1
	for _, n = range [...]int{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000} {
		if int64(n)*year.Milliseconds()*int64(sc.far-sc.near) >= int64(clock)*(sc.to-sc.from) {
			break
		}
	}
	return ticks{years, n, "2006", nil}
}

// ticks returns the instants of the ticks that are on the scale.
func (t *ticks) ticks(sc *scale, loc *time.Location) []time.Time {
	switch t.unit {
	case minutes:
		return t.clock(sc, loc)
	case days:
		return dates(sc, loc, everyDay, 1, calendar.Days)
	case weeks:
		return dates(sc, loc, func(d calendar.Date) bool { return d.Weekday() == time.Monday }, 7, calendar.Days)
	case months:
		return dates(sc, loc, func(d calendar.Date) bool {
			_, m, day := d.Civil()
			return day == 1 && (int(m)-1)%t.n == 0
		}, t.n, calendar.Months)
	}
	return dates(sc, loc, func(d calendar.Date) bool {
		y, m, day := d.Civil()
		return day == 1 && m == time.January && y%t.n == 0
	}, t.n, calendar.Years)
}

// groups returns the beginnings of the days, months or years above the ticks; the first is
// the beginning of the scale.
func (t *ticks) groups(sc *scale, loc *time.Location) []time.Time {
	var begins []time.Time
	switch t.unit {
	case minutes:
		begins = dates(sc, loc, everyDay, 1, calendar.Days)
	case days, weeks:
		begins = dates(sc, loc, func(d calendar.Date) bool { return firstOfMonth(d) == d }, 1, calendar.Months)
	case months:
		begins = dates(sc, loc, func(d calendar.Date) bool { return firstOfYear(d) == d }, 1, calendar.Years)
	}
	if len(begins) > 0 && begins[0].Equal(sc.first()) {
		return begins
	}
	return append([]time.Time{sc.first()}, begins...)
}

// clock returns the full minutes and hours of the wall clock. It goes in steps of elapsed
// time from each midnight, so that an hour that occurs twice has two ticks, and one that is
// skipped has none.
func (t *ticks) clock(sc *scale, loc *time.Location) []time.Time {
	var all []time.Time
	step := time.Duration(min(t.n, 15)) * time.Minute
	for _, midnight := range append([]time.Time{midnightBefore(sc.first(), loc)}, dates(sc, loc, everyDay, 1, calendar.Days)...) {
		for n := time.Duration(0); n < 30*time.Hour; n += step {
			at := midnight.Add(n)
			if n > 0 && at.In(loc).Day() != midnight.In(loc).Day() || at.After(sc.last()) {
				break
			}
			if h, m, s := at.In(loc).Clock(); s == 0 && (h*60+m)%t.n == 0 && sc.contains(at) && (len(all) == 0 || at.After(all[len(all)-1])) {
				all = append(all, at)
			}
		}
	}
	return all
}

func everyDay(calendar.Date) bool { return true }

// midnightBefore returns the beginning of the day of an instant.
func midnightBefore(t time.Time, loc *time.Location) time.Time {
	d, err := calendar.DateOf(t.In(loc))
	if err != nil {
		return t
	}
	return d.In(loc)
}

// dates returns the beginnings of the dates on the scale that are wanted, every
// n units.
func dates(sc *scale, loc *time.Location, wanted func(calendar.Date) bool, n int, u calendar.Unit) []time.Time {
	d, err := calendar.DateOf(sc.first().In(loc))
	if err != nil {
		if sc.from > 0 {
			return nil // the year 10000 has begun there
		}
		d, _ = calendar.NewDate(1, time.January, 1)
	}
	var all []time.Time
	for {
		at := d.In(loc)
		if at.After(sc.last()) {
			return all
		}
		switch {
		case wanted(d):
			if sc.contains(at) {
				all = append(all, at)
			}
			d, err = d.Plus(n, u)
		case u == calendar.Years:
			d, err = calendar.NewDate((d.Year()/n+1)*n, time.January, 1)
		case u == calendar.Months:
			d, err = firstOfMonth(d).Plus(1, calendar.Months)
		default:
			d, err = d.Plus(1, calendar.Days)
		}
		if err != nil {
			return all
		}
	}
}

func firstOfYear(d calendar.Date) calendar.Date {
	first, _ := calendar.NewDate(d.Year(), time.January, 1)
	return first
}

func firstOfMonth(d calendar.Date) calendar.Date {
	y, m, _ := d.Civil()
	first, _ := calendar.NewDate(y, m, 1)
	return first
}
