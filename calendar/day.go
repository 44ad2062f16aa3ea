package calendar

import (
	"slices"
	"strings"
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
	// has no Windows, but those of a combination's parts that know.
	Unknown bool
	// Skipped says that the calendar's zone has no such date, and so no Windows:
	// Samoa went from 29 to 31 December 2011 (G2).
	Skipped bool
	// Gap says that the date has hours, which all lie where the clocks go forward, and
	// so no Windows: 02:00 to 03:00 on the last Sunday of March in Berlin (G2).
	Gap bool
	// Parts are why a combination of calendars has no window on the date, where certain
	// dates of its parts have to do with that. Each is such a date of a part, in the
	// part's zone, without its Windows: a holiday, a special date, or one that lacks its
	// hours or does not come. A union has those of all its parts; an intersection those
	// of the parts in which no window opens on the date, or of all, if some does in each
	// and they do not meet; a difference those of the calendar that hours are taken from,
	// and, if that has hours on the date, the special dates by which they are taken.
	//
	// A part in the combination's zone is asked about the same date, one in another zone
	// about each of its dates whose hours by the week would open on the combination's.
	Parts []Day
}

// Day returns what the calendar says of a date. A combination of calendars asks its
// parts why it is closed on one: its day's Special, Gap and Holidays are those of
// [Day].Parts, and none if a window opens.
func (c *Calendar) Day(d Date) (Day, error) {
	if c.unmade() {
		return Day{}, c.rangeError(0)
	}
	z := newZone(c.loc)
	day := Day{Date: d, Skipped: z.skips(d.n)}
	from, until := z.dayStart(d.n), z.dayStart(d.n+1)
	for _, p := range c.schedule.pieces(nil, from-longest, until+longest) {
		switch {
		case p.day != d.n:
		case p.unknown != nil:
			day.Unknown = true
		default:
			day.Windows = append(day.Windows, Span{c.time(p.open, 0), c.time(p.close, 0)})
		}
	}
	closed := !day.Unknown && !day.Skipped && len(day.Windows) == 0
	switch s := c.schedule.(type) {
	case *plan:
		s.describe(&day)
		day.Gap = closed && s.hasHours(&day)
	case *combination:
		if closed {
			g := closing{c: s, day: d.n, from: from, until: until}
			g.closed(s)
			day.addParts(g.parts)
		}
	}
	return day, nil
}

// describe says whether a date is special, and which holidays it is.
func (p *plan) describe(day *Day) {
	n := day.Date.n
	_, day.Special = p.specialHours(n)
	if p.source != nil && p.covered.Contains(day.Date) && !slices.Contains(p.workdays, n) {
		year := day.Date.Year()
		for y := year - 1; y <= year+1; y++ {
			for _, h := range p.years.of(p.source, y) {
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
	if hours, special := p.specialHours(day.Date.n); special {
		return len(hours) > 0
	}
	return len(day.Holidays) == 0 && len(p.weeks[p.weekOf(day.Date.n)].hours[day.Date.Weekday()]) > 0
}

// specialHours returns the hours of a special date; it is false if the date is none.
func (p *plan) specialHours(day int32) (hours []bounds, ok bool) {
	i, ok := slices.BinarySearchFunc(p.special, day, func(s planSpecial, day int32) int { return int(s.day) - int(day) })
	if ok {
		hours = p.special[i].hours
	}
	return hours, ok
}

// Reason says in a few words why no window opens on the date: the name of a
// holiday, "special day", "weekend", "closed on Wednesdays", "no such date", "no such
// hours" where the clocks skip all of them. It is empty if one does. Those of Parts
// are told once each, with a comma between them.
func (d Day) Reason() string {
	switch {
	case len(d.Windows) > 0:
		return ""
	case d.Unknown:
		return "holidays not known"
	case d.Skipped:
		return "no such date"
	case len(d.Parts) > 0:
		return d.partReasons()
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

// Dated reports whether what closes the day belongs to certain dates: a holiday, a
// special day, or the change of the clocks. All else comes every week, or is not known.
func (d Day) Dated() bool {
	return len(d.Windows) == 0 && !d.Unknown && (len(d.Parts) > 0 || len(d.Holidays) > 0 || d.Special || d.Gap || d.Skipped)
}

// addParts gives d the days of a combination's parts.
func (d *Day) addParts(parts []Day) {
	d.Parts = parts
	for _, p := range parts {
		d.Special, d.Gap = d.Special || p.Special, d.Gap || p.Gap
		for _, h := range p.Holidays {
			if !slices.Contains(d.Holidays, h) {
				d.Holidays = append(d.Holidays, h)
			}
		}
	}
}

// partReasons joins the reasons of Parts.
func (d Day) partReasons() string {
	var reasons []string
	for _, p := range d.Parts {
		if r := p.Reason(); !slices.Contains(reasons, r) {
			reasons = append(reasons, r)
		}
	}
	return strings.Join(reasons, ", ")
}
