package calendar

import (
	"slices"
	"time"
)

// A Day is what a calendar says of one date, and why. The zero Day is 0001-01-01
// without windows.
type Day struct {
	Date Date
	// Windows are the windows that open on the date, in order; they can run on
	// into the next. None opens on a day off.
	Windows []Span
	// Special says that the date has hours of its own, which win over the week
	// and over holidays.
	Special bool
	// Holidays are those that keep the date closed; or that would, if the week
	// had windows on it.
	Holidays []Holiday
	// Unknown says that it is not known whether the date is a holiday; then it
	// has no Windows.
	Unknown bool
	// Skipped says that the calendar's zone has no such date, and so no Windows:
	// Samoa went from 29 to 31 December 2011 (G2).
	Skipped bool
	// Gap says that the date has hours, which all lie where the clocks go forward, and
	// so no Windows: 02:00 to 03:00 on the last Sunday of March in Berlin (G2).
	Gap bool
}

// Day returns what the calendar says of a date. Of a combination of calendars it
// tells the windows only: the reasons are those of its parts.
func (c *Calendar) Day(d Date) (Day, error) {
	if c.schedule == nil {
		return Day{}, c.rangeError(0)
	}
	day := Day{Date: d}
	hours := false
	if p, ok := c.schedule.(*plan); ok {
		p.describe(&day)
		hours = p.hasHours(&day)
	}
	z := newZone(c.loc)
	day.Skipped = z.skips(d.n)
	for _, p := range c.schedule.pieces(nil, z.dayStart(d.n)-longest, z.dayStart(d.n+1)+longest) {
		switch {
		case p.day != d.n:
		case p.unknown != nil:
			day.Unknown = true
		default:
			day.Windows = append(day.Windows, Span{c.time(p.open, 0), c.time(p.close, 0)})
		}
	}
	day.Gap = hours && !day.Unknown && !day.Skipped && len(day.Windows) == 0
	return day, nil
}

// describe says whether a date is special, and which holidays it is.
func (p *plan) describe(day *Day) {
	n := day.Date.n
	_, day.Special = slices.BinarySearchFunc(p.special, n, func(s planSpecial, day int32) int { return int(s.day) - int(day) })
	if p.source != nil && p.covered.Contains(day.Date) && !slices.Contains(p.workdays, n) {
		year := day.Date.Year()
		for y := year - 1; y <= year+1; y++ {
			for _, h := range p.source.appendYear(nil, y) {
				if h.Date == day.Date || h.moved() && h.Actual == day.Date {
					day.Holidays = append(day.Holidays, h)
				}
			}
		}
	}
	for _, h := range p.own {
		if h.Date == day.Date || h.moved() && h.Actual == day.Date {
			day.Holidays = append(day.Holidays, h)
		}
	}
}

// hasHours reports whether a described date has hours that no holiday takes, be it of
// its own or by the week.
func (p *plan) hasHours(day *Day) bool {
	if day.Special {
		i, _ := slices.BinarySearchFunc(p.special, day.Date.n, func(s planSpecial, day int32) int { return int(s.day) - int(day) })
		return len(p.special[i].hours) > 0
	}
	return len(day.Holidays) == 0 && len(p.weeks[p.weekOf(day.Date.n)].hours[day.Date.Weekday()]) > 0
}

// Reason says in a few words why no window opens on the date: the name of a
// holiday, "special day", "weekend", "closed on Wednesdays", "no such date", "no such
// hours" where the clocks skip all of them. It is empty if one does.
func (d Day) Reason() string {
	switch {
	case d.Unknown:
		return "holidays not known"
	case len(d.Windows) > 0:
		return ""
	case d.Skipped:
		return "no such date"
	case d.Gap:
		return "no such hours"
	case d.Special:
		return "special day"
	case len(d.Holidays) > 0 && d.Holidays[0].Name != "":
		return d.Holidays[0].Name
	case len(d.Holidays) > 0:
		return "holiday"
	case d.Date.Weekday() == time.Saturday || d.Date.Weekday() == time.Sunday:
		return "weekend"
	}
	return "closed on " + d.Date.Weekday().String() + "s"
}
