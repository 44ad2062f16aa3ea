package document

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/slaclock/slaclock/calendar"
)

// calendar checks the name of a calendar.
func (c *versionChecker) calendar(place, name string) {
	if !c.calendars[name] {
		c.wrong(place, name, "is not a calendar"+choose(c.v.calendarNames()))
	}
}

// zone checks the zone in which answers are printed.
func (c *versionChecker) zone() {
	switch z := c.v.Zone; {
	case z == nil:
	case z.Calendar != "" && (z.ways() > 0 || z.Key != ""):
		c.wrong(c.at+"zone", "", "must have exactly one of Calendar, Text, Attribute, Reading and Choose")
	case z.Calendar != "":
		c.calendar(c.at+"zone.calendar", z.Calendar)
	default:
		c.value(c.at+"zone", &z.Value, valueKind{TypeZone, zoneFlaw})
	}
}

// hours checks the calendars.
func (c *versionChecker) hours() {
	parts := map[string]bool{} // names that other calendars are made of
	for i := range c.v.Calendars {
		row := &c.v.Calendars[i]
		place := fmt.Sprintf("%scalendars[%d]", c.at, i)
		c.when(place+".when", row.When, c.scale, nil)
		ways := c.oneWay(place, row)
		names, _ := row.parts()
		for k, name := range names {
			parts[name] = true
			index := fmt.Sprintf("[%d]", k)
			if row.As != "" {
				index = ""
			}
			c.calendar(fmt.Sprintf("%s.%s%s", place, row.way(), index), name)
		}
		if names == nil && ways > 0 {
			c.plain(place, row)
		}
	}
	for _, name := range c.v.calendarNames() {
		rows, _ := rowsOf(c.v.Calendars, c.at+"calendars", func(row *Calendar) (When, int, bool) { return row.When, 0, row.Name == name })
		c.contradictions(rows, false)
	}
	if len(parts) > 0 {
		c.circles()
	}
}

// way names the field by which a row is made of other calendars.
func (row *Calendar) way() string {
	switch {
	case row.As != "":
		return "as"
	case len(row.Union) > 0:
		return "union"
	case len(row.Intersection) > 0:
		return "intersection"
	}
	return "difference"
}

// oneWay checks that a calendar is described in exactly one way, and returns in how many it
// is described.
func (c *versionChecker) oneWay(place string, row *Calendar) (ways int) {
	hours := row.Hours
	if row.As == "" {
		hours.RegularDay = 0
	}
	for _, set := range []bool{
		row.Zone != nil || row.Region != nil || row.List != nil || !reflect.ValueOf(hours).IsZero(),
		len(row.Union) > 0, len(row.Intersection) > 0, len(row.Difference) > 0, row.As != "",
	} {
		if set {
			ways++
		}
	}
	if ways != 1 {
		c.wrong(place, "", "must be one of: zone and week and so on, union, intersection, difference, as")
	}
	if len(row.Difference) == 1 {
		c.wrong(place+".difference", row.Difference[0], "needs another calendar, to be taken away")
	}
	return ways
}

// plain checks a calendar that is described by its fields.
func (c *versionChecker) plain(place string, row *Calendar) {
	if windows, dates := size(&row.Hours); windows > MaxWindows || dates > MaxDates {
		c.wrong(place, "", fmt.Sprintf("has %d windows and %d dates; a calendar has at most %d and %d", windows, dates, MaxWindows, MaxDates))
		return
	}
	if row.Zone == nil {
		c.wrong(place+".zone", "", `is missing; write a name such as "Europe/Berlin", or {"attribute":…}`)
	}
	before := len(c.mistakes)
	c.value(place+".zone", row.Zone, valueKind{TypeZone, zoneFlaw})
	c.value(place+".region", row.Region, valueKind{TypeRegion, regionFlaw})
	cfg := row.Hours
	cfg.Zone = "UTC" // the zone has been checked already
	if row.Region != nil && row.Region.Text != "" && len(c.mistakes) == before {
		cfg.Region.Code = row.Region.Text
	}
	c.value(place+".list", row.List, valueKind{TypeText, func(text string) string {
		switch _, err := (calendar.Region{Code: cfg.Region.Code, List: text}).Reach(); {
		case row.Region == nil:
			return "is a list of no region; name the region"
		case cfg.Region.Code != "" && err != nil:
			return "is not a list of this region: " + reason(err)
		}
		return ""
	}})
	var wrong *calendar.ConfigError
	if _, err := calendar.New(cfg); errors.As(err, &wrong) {
		for _, m := range wrong.Mistakes {
			c.mistake(Mistake{Place: place + "." + m.Place, Value: m.Value, Why: m.Why})
		}
	}
}

// size returns how many windows and dates a description has.
func size(cfg *calendar.Config) (windows, dates int) {
	week := func(w *calendar.Week) {
		for _, day := range w {
			windows += len(day)
		}
	}
	week(&cfg.Week)
	for i := range cfg.Changes {
		week(&cfg.Changes[i].Week)
	}
	for _, special := range cfg.Special {
		windows += len(special)
	}
	return windows, len(cfg.Holidays) + len(cfg.Workdays) + len(cfg.Special) + len(cfg.Changes)
}

// circles checks that no calendar is made of itself, and none of too many parts. Conditions
// are taken to hold: calendars that could form a circle for some ticket are refused even if
// no ticket does that.
func (c *versionChecker) circles() {
	of := map[string][]string{}
	rows := map[string]int{}
	for i := range c.v.Calendars {
		row := &c.v.Calendars[i]
		names, _ := row.parts()
		of[row.Name] = append(of[row.Name], names...)
		rows[row.Name] = i
	}
	s := &sizer{of: of, sizes: map[string]int{}}
	for _, name := range c.v.calendarNames() {
		place := fmt.Sprintf("%scalendars[%d]", c.at, rows[name])
		switch n := s.size(name); {
		case s.circle != nil:
			c.wrong(place, "", "is made of itself: "+strings.Join(s.circle, " of "))
			return
		case n > MaxParts:
			c.wrong(place, "", fmt.Sprintf("is made of more than %d calendars, itself and each part as often as it counts", MaxParts))
			return
		}
	}
}

// A sizer counts the calendars of which another is made.
type sizer struct {
	of     map[string][]string
	sizes  map[string]int
	way    []string // the calendars that are being counted
	circle []string // the circle that was found, if any
}

func (s *sizer) size(name string) int {
	if n, ok := s.sizes[name]; ok || s.circle != nil {
		return n
	}
	if i := slices.Index(s.way, name); i >= 0 {
		s.circle = append(slices.Clone(s.way[i:]), name)
		return 0
	}
	s.way = append(s.way, name)
	n := 1
	for _, part := range s.of[name] {
		n = min(n+s.size(part), MaxParts+1)
	}
	s.way = s.way[:len(s.way)-1]
	s.sizes[name] = n
	return n
}
