package calendar

import (
	"slices"
	"strings"
	"time"
)

// A Day is what a calendar says about one date, and why. The zero Day is 0001-01-01
// without windows.
type Day struct {
	Date Date
	// Windows are the windows that open on the date, in order; they can run on into the
	// next date. None opens on a holiday unless the date is Special.
	Windows []Span
	// Special says that the date has hours of its own, which win over those of the week
	// and over holidays.
	Special bool
	// Holidays are the holidays that keep the date closed, or would if the week had
	// windows on it. A Special date lists its holidays too.
	Holidays []Holiday
	// Unknown says that the date would have windows, but may be a holiday. It then has
	// no Windows, except those of a combination's parts whose holidays are known.
	Unknown bool
	// Skipped says that the calendar's zone has no such date, and so no Windows:
	// Samoa went from 29 to 31 December 2011 (G2).
	Skipped bool
	// Gap says that the date has hours, but that all of them lie where the clocks go
	// forward, so that it has no Windows: 02:00 to 03:00 on the last Sunday of March in
	// Berlin (G2).
	Gap bool
	// Parts say why a combination of calendars has no window on the date, as far as
	// particular dates of its parts are the reason. Each is such a date of a part, in
	// that part's zone and without its Windows: a holiday, a special date, a date whose
	// hours fall into a gap, or one that the zone skips. A union takes them from all
	// its parts. An intersection takes them from the parts in which no window opens on
	// the date or, if windows open in all parts but do not overlap, from all. A
	// difference takes them from the calendar whose hours are reduced and, if that has
	// hours on the date, adds the special dates by which they are taken away.
	//
	// A part in the combination's zone is asked about the same date; a part in another
	// zone is asked about each of its own dates whose weekly hours would open on the
	// combination's date.
	Parts []Day
}

// Day returns what the calendar says about a date. A combination of calendars asks its
// parts why it is closed on a date: the Special, Gap and Holidays of its day are those
// of [Day].Parts, and there are none if a window opens.
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

// describe says whether a date is special, and which holidays fall on it.
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

// hasHours reports whether a described date has hours that no holiday takes away, be
// they its own or those of the week.
func (p *plan) hasHours(day *Day) bool {
	if hours, special := p.specialHours(day.Date.n); special {
		return len(hours) > 0
	}
	return len(day.Holidays) == 0 && len(p.weeks[p.weekOf(day.Date.n)].hours[day.Date.Weekday()]) > 0
}

// specialHours returns the hours of a special date; it returns false if the date is not
// special.
func (p *plan) specialHours(day int32) (hours []bounds, ok bool) {
	i, ok := slices.BinarySearchFunc(p.special, day, func(s planSpecial, day int32) int { return int(s.day) - int(day) })
	if ok {
		hours = p.special[i].hours
	}
	return hours, ok
}

// Reason says in a few words why no window opens on the date: the name of a holiday, or
// "holiday" if it has no name, "special day", "weekend", "closed on Wednesdays", "no
// such date", "no such hours" if the clocks skip all of them, or "holidays not known".
// It is empty if a window opens. The reasons of Parts are each given once, separated by
// commas.
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

// Dated reports whether the day is closed because of its date: a holiday, a special
// day, a date that the zone skips, or hours that the clocks skip. Any other reason
// recurs every week or is unknown.
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
