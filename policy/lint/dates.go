package lint

import (
	"fmt"
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy/document"
)

// A dated is a plain calendar whose dates are being checked.
type dated struct {
	name   string
	config calendar.Config
	// anyRegion says that the calendar closes on the holidays of a region that tickets
	// choose.
	anyRegion bool
	years     map[int]holidays // of the region
	hints     []hint
}

// holidays are the holidays of a year, or why they are unknown.
type holidays struct {
	all []calendar.Holiday
	err error
}

// A hint is what to say about some dates of one list.
type hint struct {
	list, why, consequence, remedy string
	first                          int // the index of the first of them in the list
	dates                          []string
}

// maxDates is how many workdays and holidays of a calendar are checked.
const maxDates = 2000

// dates checks the dates and windows of a version's calendars.
func (v *version) dates() {
	for i := range v.v.Calendars {
		row := &v.v.Calendars[i]
		d := dated{name: row.Name, config: row.Hours, anyRegion: chosen(row.Region) || chosen(row.List)}
		if row.Region != nil {
			d.config.Region.Code = row.Region.Text
		}
		if row.List != nil {
			d.config.Region.List = row.List.Text
		}
		v.add(func(f *found) {
			f.at = v.at
			d.look(f, fmt.Sprintf("calendars[%d]", i))
		})
	}
}

// chosen reports whether a value is not the same for all tickets.
func chosen(v *document.Value) bool { return v != nil && v.Text == "" }

// look reports dates that do nothing, and windows that end just before midnight.
func (d *dated) look(f *found, place string) {
	d.midnight(f, place)
	for i, day := range d.config.Workdays[:min(len(d.config.Workdays), maxDates)] {
		d.workday(i, day)
	}
	for i := range d.config.Holidays[:min(len(d.config.Holidays), maxDates)] {
		d.holiday(i)
	}
	for _, h := range d.hints {
		verb := "do"
		if len(h.dates) == 1 {
			verb = "does"
		}
		f.say(Note, "date-does-nothing", fmt.Sprintf("%s.%s[%d]", place, h.list, h.first),
			fmt.Sprintf("%s in %s of %s %s nothing: %s", list(h.dates), h.list, d.name, verb, h.why), h.consequence, h.remedy)
	}
}

// hint notes a date that does nothing.
func (d *dated) hint(list string, i int, day calendar.Date, why, consequence, remedy string) {
	k := slices.IndexFunc(d.hints, func(h hint) bool { return h.list == list && h.why == why })
	if k < 0 {
		k = len(d.hints)
		d.hints = append(d.hints, hint{list, why, consequence, remedy, i, nil})
	}
	d.hints[k].dates = append(d.hints[k].dates, day.String())
}

// workday checks a date on which the region's holidays are not to apply.
func (d *dated) workday(i int, day calendar.Date) {
	const in = "workdays"
	_, special := d.config.Special[day]
	switch {
	case special:
		d.hint(in, i, day, "special has the hours of that date", "special wins over all holidays", "leave it out of workdays")
	case slices.ContainsFunc(d.config.Holidays, func(h calendar.Holiday) bool { return closes(h, day) }):
		d.hint(in, i, day, "holidays has that date too, and wins", "the day stays off", "leave it out of one of the two")
	case len(d.hours(day)) == 0:
		d.hint(in, i, day, "it opens nothing on a day that has no hours", "workdays takes a holiday away, and the date has the hours of its weekday, which are none",
			"use special, which gives a date hours of its own")
	case slices.Contains(d.config.Workdays[:i], day):
		d.hint(in, i, day, "it stands there twice", "once is enough", "leave one out")
	default:
		if off, known := d.regional(day); known && !off {
			d.hint(in, i, day, "it is no holiday", "the date has the hours of its weekday as it is", "leave it out, or write the date that was meant")
		}
	}
}

// holiday checks a day off.
func (d *dated) holiday(i int) {
	const in = "holidays"
	h := d.config.Holidays[i]
	_, special := d.config.Special[h.Date]
	switch { // the first case that is true of all days whose hours it takes
	case d.each(h, d.bare) && special:
		d.hint(in, i, h.Date, "special has the hours of that date", "special wins over all holidays", "leave it out of one of the two")
	case d.each(h, d.bare):
		d.hint(in, i, h.Date, "a day without hours is closed anyway", "nothing is closed that would be open", "leave it out, or write the date that was meant")
	case slices.ContainsFunc(d.config.Holidays[:i], func(o calendar.Holiday) bool {
		return d.each(h, func(day calendar.Date) bool { return closes(o, day) })
	}):
		d.hint(in, i, h.Date, "it stands there twice", "once is enough", "leave one out")
	case d.each(h, func(day calendar.Date) bool {
		off, _ := d.regional(day)
		return off && !slices.Contains(d.config.Workdays, day)
	}):
		d.hint(in, i, h.Date, "it is a holiday of "+d.config.Region.Code+" as it is", "once is enough", "leave it out, or write the date that was meant")
	}
}

// each reports whether so is true for all days whose hours a holiday takes.
func (d *dated) each(h calendar.Holiday, so func(calendar.Date) bool) bool {
	return so(h.Date) && (h.Actual == h.Date || !closes(h, h.Actual) || so(h.Actual))
}

// bare reports whether a date has no hours that a holiday could take.
func (d *dated) bare(day calendar.Date) bool {
	_, special := d.config.Special[day]
	return special || len(d.hours(day)) == 0
}

// closes reports whether a holiday takes the hours of a date: its day off, or the
// Saturday or Sunday that it stands for.
func closes(h calendar.Holiday, day calendar.Date) bool {
	weekend := h.Actual.Weekday() == time.Saturday || h.Actual.Weekday() == time.Sunday
	return h.Date == day || weekend && h.Actual != (calendar.Date{}) && h.Actual == day
}

// hours returns the hours of a date by its weekday.
func (d *dated) hours(day calendar.Date) []calendar.Window {
	week, from := &d.config.Week, calendar.Date{}
	for i := range d.config.Changes {
		if c := &d.config.Changes[i]; from.Compare(c.From) <= 0 && c.From.Compare(day) <= 0 {
			week, from = &c.Week, c.From
		}
	}
	return week[day.Weekday()]
}

// regional reports whether a date is a holiday of the region; known is false if that depends
// on the ticket, or is unknown.
func (d *dated) regional(day calendar.Date) (off, known bool) {
	switch {
	case d.anyRegion:
		return false, false
	case d.config.Region.Code == "":
		return false, true
	}
	for year := day.Year() - 1; year <= day.Year()+1; year++ {
		y, ok := d.years[year]
		if !ok {
			y.all, y.err = d.config.Region.Holidays(year)
			if d.years == nil {
				d.years = map[int]holidays{}
			}
			d.years[year] = y
		}
		off = off || slices.ContainsFunc(y.all, func(h calendar.Holiday) bool { return closes(h, day) })
	}
	return off, off || d.years[day.Year()].err == nil
}
