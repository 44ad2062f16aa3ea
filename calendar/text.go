package calendar

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// String describes the calendar in a few words: "Europe/Berlin Mon-Fri 09:00-17:00,
// holidays of DE", "UTC union of 2 calendars". It does not say everything, and two
// calendars can have the same text; see [Calendar.Config] and [Calendar.Fingerprint].
// For a nil or zero Calendar it is "no calendar".
func (c *Calendar) String() string {
	if c == nil {
		return "no calendar"
	}
	switch s := c.schedule.(type) {
	case *plan:
		return s.loc.String() + " " + s.summary()
	case *combination:
		return fmt.Sprintf("%v %s of %d calendars", s.loc, combinationNames[s.kind], len(s.parts(nil)))
	}
	return "no calendar"
}

// GoString returns [Calendar.String] in the form that the verb %#v prints. Without it,
// that verb would read what other goroutines are just laying out.
func (c *Calendar) GoString() string { return fmt.Sprintf("calendar.Calendar(%q)", c.String()) }

// summary returns the hours of the first week, with successive days of the same hours
// as one, and the other things that decide the hours.
func (p *plan) summary() string {
	var parts []string
	week := p.weeks[0].hours
	for i := 0; i < len(week); i++ {
		first := i
		hours := week[(i+1)%7] // from Monday
		for i+1 < len(week) && slices.Equal(week[(i+2)%7], hours) {
			i++
		}
		if len(hours) > 0 {
			parts = append(parts, dayRun(first, i)+" "+hoursText(hours))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, "no hours by the week")
	}
	if len(p.weeks) > 1 {
		parts = append(parts, "other hours from "+Date{p.weeks[1].from}.String())
	}
	if n := len(p.special); n > 0 {
		parts = append(parts, counted(n, "special date"))
	}
	if p.source != nil && p.region != noHolidays {
		parts = append(parts, "holidays of "+p.region)
	}
	if n := len(p.own); n > 0 {
		parts = append(parts, counted(n, "day")+" off")
	}
	return strings.Join(parts, ", ")
}

// dayRun returns the days of the week from one to another, counted from Monday.
func dayRun(first, last int) string {
	short := func(i int) string { return time.Weekday((i + 1) % 7).String()[:3] }
	if first == last {
		return short(first)
	}
	return short(first) + "-" + short(last)
}

// hoursText returns the windows of a date, or how many there are if they are many.
func hoursText(hours []bounds) string {
	const most = 3
	if len(hours) > most {
		return counted(len(hours), "window")
	}
	var texts []string
	for _, b := range hours {
		texts = append(texts, Window{time.Duration(b.open) * time.Second, time.Duration(b.close) * time.Second}.String())
	}
	return strings.Join(texts, " ")
}

// counted returns a number of things.
func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
