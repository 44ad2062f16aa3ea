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
	offDays  *calendar.Calendar // of the gate; nil if it has none
	everyDay *calendar.Calendar // of calendar days at the same time: open every day, in the zone of calendar
	text     string             // the measure
	plain    bool               // it is a working time whose due time does not move on to an opening
}

// compile checks a target and looks its names up.
func (a *Agreement) compile(place string, t Target) (*target, error) {
	level, err := a.Scale.Parse(t.Level)
	if err != nil {
		return nil, wrong(place+".level", t.Level, "is not a level")
	}
	c := &target{Target: t, level: level, text: t.Measure.String()}
	c.calendar, c.after, c.offDays = a.Calendars[t.Calendar], a.Calendars[t.After], a.Calendars[t.Gate.OffDays]
	c.missing, c.lacking = a.Lacking[t.Calendar], a.Lacking[t.After]
	switch m := t.Measure; {
	case c.calendar == nil && c.missing == nil:
		return nil, wrong(place+".calendar", t.Calendar, "is not a calendar of the agreement")
	case t.After != "" && c.after == nil && c.lacking == nil:
		return nil, wrong(place+".after", t.After, "is not a calendar of the agreement")
	case t.Gate.OffDays != "" && c.offDays == nil:
		return nil, wrong(place+".gate.off_days", t.Gate.OffDays, "is not a calendar of the agreement")
	case !m.valid():
		return nil, wrong(place+".measure", m.String(), "must have exactly one of a time, business days and calendar days, more than none")
	case t.After != "" && m.Time == 0:
		return nil, wrong(place+".after", t.After, "is for working time only, not for days")
	case m.CalendarDays != 0 && m.Convention != calendar.CloseOfBusiness && m.Convention != calendar.SameTime:
		return nil, wrong(place+".measure", m.Convention.String(), "is for business days; calendar days end with the day, or at the same time")
	case t.FromOpening && m.Time != 0:
		return nil, wrong(place+".from_opening", m.String(), "is working time, which passes from the next opening anyhow")
	case t.Clause == "":
		return nil, wrong(place+".clause", "", "is missing; every target cites the clause that promises it")
	case t.Gate.Event != 0 && a.checkKinds("", On(t.Gate.Event)) != nil:
		return nil, wrong(place+".gate.event", t.Gate.Event.String(), "is not an event of the agreement")
	case t.Gate.Accepts != 0 && t.Gate.WaitsFor == 0:
		return nil, wrong(place+".gate", "", "must say for which channel it waits")
	case t.Gate.Accepts != 0 && !t.Gate.Accepts.Accept(t.Gate.WaitsFor):
		return nil, wrong(place+".gate", t.Gate.WaitsFor.String(), "is waited for, and not accepted")
	}
	c.plain = t.Measure.Time > 0 && !t.NextOpening
	if m := t.Measure; m.CalendarDays != 0 && m.Convention == calendar.SameTime && c.calendar != nil {
		if c.everyDay, err = calendar.New(calendar.Config{Location: c.calendar.Location(), Week: calendar.Daily(0, 24*time.Hour)}); err != nil {
			return nil, wrong(place+".calendar", t.Calendar, err.Error())
		}
	}
	return c, nil
}

// lacks returns why no clock can run by a target: a calendar that it is counted on
// cannot be made.
func (g *target) lacks(switched calendar.Moment) error {
	switch {
	case g.calendar == nil:
		return g.missing
	case g.After != "" && g.after == nil && switched.IsKnown():
		return g.lacking
	}
	return nil
}

// on returns the name of the calendar on which a target is counted: from a switch on,
// the one after it.
func (g *target) on(switched calendar.Moment) string {
	if g.After != "" && switched.IsKnown() {
		return g.After
	}
	return g.Calendar
}

// describe says what is owed, in words.
func (g *target) describe(switched calendar.Moment) string {
	text := g.level.String() + ": " + g.text
	switch days := g.Measure.Days != 0; {
	case g.everyDay != nil || days && g.Measure.Convention == calendar.SameTime:
		text += " at the same time of day"
	case days && g.Measure.Convention == calendar.WorkingTime:
		text += " as working time"
	}
	if g.FromOpening {
		text += " from the next opening"
	}
	return text + " on " + g.on(switched)
}
