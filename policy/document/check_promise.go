package document

import (
	"fmt"
	"slices"

	"github.com/slaclock/slaclock/policy"
)

// metric checks a row of metrics.
func (c *versionChecker) metric(m *Metric, place string) {
	c.when(place+".when", m.When, c.scale, nil)
	for _, list := range []struct {
		field string
		names []string
	}{
		{"start", m.Start}, {"unasked", m.Unasked}, {"restart", m.Restart}, {"resume", m.Resume}, {"stop", m.Stop}, {"cancel", m.Cancel}, {"pause", m.Pause},
	} {
		c.kinds(place+"."+list.field, list.names)
	}
	for _, part := range []struct {
		field string
		names []string
	}{{"unasked", m.Unasked}, {"restart", m.Restart}} {
		for i, name := range part.names {
			if !slices.Contains(m.Start, name) {
				c.wrong(fmt.Sprintf("%s.%s[%d]", place, part.field, i), name, "is not among the events of start")
			}
		}
	}
	for i, name := range m.Pause {
		if slices.Contains(m.Resume, name) {
			c.wrong(fmt.Sprintf("%s.pause[%d]", place, i), name, "is in resume too; an event does one of the two")
		}
	}
	if m.Ends && m.Continue {
		c.wrong(place+".continue", "", "cannot be: a clock that closes the ticket when it runs out cannot go on")
	}
	for i := range m.Targets {
		c.target(&m.Targets[i], fmt.Sprintf("%s.targets[%d]", place, i))
	}
	c.byLevel(func(on int) []candidate {
		level, _ := c.scale.Level(on)
		rows, _ := rowsOf(m.Targets, place+".targets", func(t *Target) (When, int, bool) {
			named, asked := forLevel(t.Level, t.Levels, level)
			return t.When, named, asked
		})
		return rows
	})
	for i := range m.Thresholds {
		c.threshold(&m.Thresholds[i], fmt.Sprintf("%s.thresholds[%d]", place, i))
	}
}

// byLevel looks for contradictions among the rows of each level. Levels that have
// the same rows are looked at once.
func (c *versionChecker) byLevel(rows func(rank int) []candidate) {
	seen := map[string]bool{}
	for rank := 1; rank <= c.scale.Len(); rank++ {
		all := rows(rank)
		key := ""
		for i := range all {
			key += all[i].place + ";"
		}
		if !seen[key] {
			seen[key] = true
			c.contradictions(all, false)
		}
	}
}

// target checks a row of targets.
func (c *versionChecker) target(t *Target, place string) {
	c.levelOr(place, t.Level, t.Levels)
	c.when(place+".when", t.When, c.scale, nil)
	m := c.measure(place+".measure", t.Measure, true)
	timed := m.Time != 0 || t.Measure.Attribute != ""
	switch {
	case t.Convention == "" || m.Days != 0 || t.Measure.Attribute != "":
	case m.CalendarDays == 0:
		c.wrong(place+".convention", t.Convention, "is for business days and calendar days")
	case t.Convention != "same_time":
		c.wrong(place+".convention", t.Convention, "is for business days; calendar days end with the day, or by same_time")
	}
	if t.From != "" && m.Time != 0 {
		c.wrong(place+".from", t.From, "is for days only; working time passes from the next opening anyhow")
	}
	c.calendar(place+".calendar", t.Calendar)
	if t.DaysCalendar != "" {
		c.calendar(place+".days_calendar", t.DaysCalendar)
		if t.Measure.Attribute == "" {
			c.wrong(place+".days_calendar", t.DaysCalendar, "is for a measure that is an attribute; use calendar")
		}
	}
	if t.After != "" {
		c.calendar(place+".after", t.After)
		if !timed {
			c.wrong(place+".after", t.After, "is for working time only, not for days")
		}
	}
	c.gate(place+".gate", t.Gate)
	c.unique(place+".stop_by", t.StopBy)
}

// measure checks a measure, which can be an attribute if a level is known. It returns the
// measure that its text stands for.
func (c *versionChecker) measure(place string, m Measure, byLevel bool) policy.Measure {
	if m.Attribute == "" {
		p, _ := m.Parse("")
		return p
	}
	switch a := c.doc.attribute(m.Attribute); {
	case m.Text != "": // which would not be written
		c.wrong(place, "", "must have exactly one of Text and Attribute")
	case !byLevel:
		c.wrong(place+".attribute", m.Attribute, "cannot stand here; write the measure itself")
	case a == nil:
		c.wrong(place+".attribute", m.Attribute, "is not an attribute"+choose(c.doc.attributeNames()))
	case a.Type != TypeMeasures && a.Type != TypeDays:
		c.wrong(place+".attribute", m.Attribute, "is of the type "+a.Type+"; a measure is of the type measures or days")
	}
	return policy.Measure{}
}

// delay checks a measure that must be working time or business days.
func (c *versionChecker) delay(place string, m Measure) {
	if p := c.measure(place, m, false); p.CalendarDays != 0 {
		c.wrong(place, m.Text, "must be working time or business days")
	}
}

// gate checks a gate.
func (c *versionChecker) gate(place string, g *Gate) {
	if g == nil {
		return
	}
	if g.Event != "" {
		c.kind(place+".event", g.Event)
	}
	if g.OffDays != "" {
		c.calendar(place+".off_days", g.OffDays)
	}
	c.unique(place+".accepts", g.Accepts)
	switch {
	case len(g.Accepts) > 0 && g.WaitsFor == "":
		c.wrong(place+".waits_for", "", "is missing; say for which channel the clock waits")
	case len(g.Accepts) == 0 && g.WaitsFor != "":
		c.wrong(place+".accepts", "", "is missing; say which channels are let through")
	case g.WaitsFor != "" && !slices.Contains(g.Accepts, g.WaitsFor):
		c.wrong(place+".waits_for", g.WaitsFor, "is not among the channels that are accepted")
	case g.Opens && g.OffDays == "":
		c.wrong(place+".opens", "", "needs off_days, the calendar at whose opening the clock starts")
	case g.OffDays != "" && len(g.Accepts) == 0:
		c.wrong(place+".off_days", g.OffDays, "needs accepts, the channels that are let through on its days off")
	}
}

// threshold checks a row of thresholds.
func (c *versionChecker) threshold(h *Threshold, place string) {
	c.when(place+".when", h.When, c.scale, nil)
	c.levelList(place+".levels", h.Levels)
	set := 0
	for _, is := range []bool{h.Percent != 0, h.Before != Measure{}, h.After != Measure{}} {
		if is {
			set++
		}
	}
	if set != 1 {
		c.wrong(place, "", "must have exactly one of percent, before and after")
	}
	c.delay(place+".before", h.Before)
	c.delay(place+".after", h.After)
	before, _ := h.Before.Parse("")
	after, _ := h.After.Parse("")
	if h.Convention != "" && before.Days == 0 && after.Days == 0 {
		c.wrong(place+".convention", h.Convention, "is for business days")
	}
}

// ladders checks the ladders.
func (c *versionChecker) ladders() {
	place := c.at + "ladders"
	first := -1 // the first ladder for all tickets
	for i := range c.v.Ladders {
		l := &c.v.Ladders[i]
		at := fmt.Sprintf("%s[%d]", place, i)
		c.levelOr(at, l.Level, l.Levels)
		c.when(at+".when", l.When, c.scale, nil)
		c.calendar(at+".calendar", l.Calendar)
		if l.Notices != "" {
			c.calendar(at+".notices", l.Notices)
		}
		for k, s := range l.Steps {
			c.delay(fmt.Sprintf("%s.steps[%d].after", at, k), s.After)
		}
		if l.Repeat != nil {
			c.delay(at+".repeat.every", l.Repeat.Every)
		}
		if c.gate(at+".gate", l.Gate); l.Gate != nil && (l.Gate.Event != "" || l.Gate.OffDays != "") {
			c.wrong(at+".gate", "", "can wait for a channel only")
		}
		if len(l.When) == 0 && first < 0 {
			first = i
		} else if steps := len(c.v.Ladders[max(first, 0)].Steps); len(l.When) == 0 && steps != len(l.Steps) {
			c.wrong(at+".steps", "", fmt.Sprintf("are %d, not as many as those of ladders[%d], %d; a ticket has one ladder, whose steps a change of level moves", len(l.Steps), first, steps))
		}
	}
	c.byLevel(func(on int) []candidate {
		level, _ := c.scale.Level(on)
		rows, _ := rowsOf(c.v.Ladders, place, func(l *Ladder) (When, int, bool) {
			named, asked := forLevel(l.Level, l.Levels, level)
			return l.When, named, asked
		})
		return rows
	})
}
