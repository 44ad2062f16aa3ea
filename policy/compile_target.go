package policy

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/severity"
)

// A target is a Target with what its names stand for.
type target struct {
	Target
	level    severity.Level
	calendar *calendar.Calendar
	after    *calendar.Calendar // nil if it stays on calendar
	missing  error              // why there is no calendar
	lacking  error              // why there is no after where there should be one
	gaps     bool               // one of the two is not there
	offDays  *calendar.Calendar // of the gate; nil if it has none
	everyDay *calendar.Calendar // of calendar days: open every day, in the zone of calendar
	text     string             // the measure
	plain    bool               // it is a working time whose due time does not move on to an opening
}

// compile checks a target and looks its names up. What it returns with an error has
// its level, if there is such a level. days has the calendars of calendar days by zone.
func (a *Agreement) compile(place string, t Target, days map[*time.Location]*calendar.Calendar) (*target, error) {
	c := &target{Target: t, text: t.Measure.String()}
	c.calendar, c.after, c.offDays = a.Calendars[t.Calendar], a.Calendars[t.After], a.Calendars[t.Gate.OffDays]
	c.missing, c.lacking = a.Lacking[t.Calendar], a.Lacking[t.After]
	var found mistakes
	var err error
	if c.level, err = a.Scale.Parse(t.Level); err != nil && a.Scale.Len() > 0 {
		found.wrong(place+".level", t.Level, "is not a level")
	}
	switch m := t.Measure; {
	case !m.valid():
		found.wrong(place+".measure", m.String(), "must have exactly one of a time, business days and calendar days, more than none")
	case max(m.Days, m.CalendarDays) > MaxDays:
		found.wrong(place+".measure", m.String(), tooManyDays)
	case m.CalendarDays != 0 && m.Convention != calendar.CloseOfBusiness && m.Convention != calendar.SameTime:
		found.wrong(place+".measure", m.Convention.String(), "is for business days; calendar days end with the day, or at the same time")
	}
	if !a.hasCalendar(t.Calendar) && c.missing == nil {
		found.wrong(place+".calendar", t.Calendar, "is not a calendar of the agreement")
	}
	switch {
	case t.After == "":
	case !a.hasCalendar(t.After) && c.lacking == nil:
		found.wrong(place+".after", t.After, "is not a calendar of the agreement")
	case t.Measure.valid() && t.Measure.Time == 0:
		found.wrong(place+".after", t.After, "is for working time only, not for days")
	}
	if t.Clause == "" {
		found.wrong(place+".clause", "", "is missing; every target cites the clause that promises it")
	}
	found.add(t.StopBy.check(place + ".stop_by"))
	found.add(a.checkGate(place+".gate", t.Gate))
	if t.FromOpening && t.Measure.Time != 0 && t.Measure.valid() {
		found.wrong(place+".from_opening", t.Measure.String(), "is working time, which passes from the next opening anyhow")
	}
	if err := found.err(); err != nil {
		return c, err
	}
	c.gaps = c.calendar == nil || t.After != "" && c.after == nil
	c.plain = t.Measure.Time > 0 && !t.NextOpening
	if t.Measure.CalendarDays != 0 && c.calendar != nil {
		zone := c.calendar.Location()
		if days[zone] == nil {
			if days[zone], err = calendar.New(calendar.Config{Location: zone, Week: calendar.Daily(0, 24*time.Hour)}); err != nil {
				return c, wrong(place+".calendar", t.Calendar, err.Error())
			}
		}
		c.everyDay = days[zone]
	}
	return c, nil
}

// checkGate says what is wrong with a target's gate.
func (a *Agreement) checkGate(place string, g Gate) error {
	var found mistakes
	if int(g.Event) >= int(kindEnd)+len(a.Events) {
		found.wrong(place+".event", g.Event.String(), "is not an event of the agreement")
	}
	unfit := g.Accepts.check(place + ".accepts")
	found.add(unfit)
	switch {
	case g.Accepts == 0 || unfit != nil:
	case g.WaitsFor == 0:
		found.wrong(place, "", "must say for which channel it waits")
	case !g.Accepts.Accept(g.WaitsFor):
		found.wrong(place, g.WaitsFor.String(), "is waited for, and not accepted")
	}
	if g.OffDays != "" && !a.hasCalendar(g.OffDays) {
		found.wrong(place+".off_days", g.OffDays, "is not a calendar of the agreement")
	}
	return found.err()
}

// hasCalendar reports whether there is a calendar of a name, be it one that is none:
// that has been said of it.
func (a *Agreement) hasCalendar(name string) bool {
	_, ok := a.Calendars[name]
	return ok
}

// lacks returns why no clock can run by a target: a calendar that it is counted on
// cannot be made.
func (g *target) lacks(switched *calendar.Moment) error {
	switch {
	case !g.gaps:
		return nil
	case g.calendar == nil:
		return g.missing
	case g.After != "" && g.after == nil && switched.IsKnown():
		return g.lacking
	}
	return nil
}

// on returns the name of the calendar on which a target is counted: from a switch on,
// the one after it.
func (g *target) on(switched *calendar.Moment) string {
	if g.After != "" && switched.IsKnown() {
		return g.After
	}
	return g.Calendar
}

// describe says what is owed, in words.
func (r *round) describe() string {
	g := r.target
	text := g.level.String() + ": " + g.text
	switch days := g.Measure.Days != 0; {
	case (g.everyDay != nil || days) && g.Measure.Convention == calendar.SameTime:
		text += " at the same time of day"
	case days && g.Measure.Convention == calendar.WorkingTime:
		text += " as working time"
	}
	if g.FromOpening {
		text += " from the next opening"
	}
	if r.started.IsKnown() && r.started.Passed(r.switched.Time()) && g.After != "" {
		return text + " on " + g.Calendar + " and then on " + g.After
	}
	return text + " on " + g.on(&r.switched)
}
