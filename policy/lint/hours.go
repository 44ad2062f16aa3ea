package lint

import (
	"errors"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// hours are what is known about a calendar.
type hours struct {
	never  *calendar.NeverOpenError // it never opens again from the start on
	always bool                     // it is open at all starts
}

// A reach is how far the holidays of a calendar are known.
type reach struct {
	calendar.Period
	region string // whose holidays they are
}

// lastDays is the first day of a week at the end of time: a calendar whose holidays are known
// for ever has an answer for each day of that week.
const lastDays = "9999-12-20T12:00:00Z"

// of returns what is known about a calendar.
func (v *view) of(c *calendar.Calendar) *hours {
	if h := v.memo.hours[c]; h != nil {
		return h
	}
	h := &hours{always: true}
	v.memo.hours[c] = h
	_, err := c.NextOpen(v.start)
	errors.As(err, &h.never)
	for _, at := range v.starts {
		if open, err := c.IsOpen(at); err != nil || !open {
			h.always = false
			break
		}
	}
	return h
}

// reachOf returns how far the holidays of a calendar are known; limited is false if they are
// known for ever.
func reachOf(c *calendar.Calendar) (r reach, limited bool) {
	last, _ := calendar.ParseTime(lastDays)
	for day := range 7 {
		_, err := c.NextOpen(last.AddDate(0, 0, day))
		if e := unknown(err); e != nil && (!limited || e.Known.Through.Compare(r.Through) < 0) {
			r, limited = reach{e.Known, e.Region}, true
		}
	}
	return r, limited
}

// checkHours looks for calendars that never open, and for holidays that are unknown within
// the coming twelve months.
func (v *view) checkHours(f *found) {
	used := v.usedHours()
	for _, name := range sortedKeys(v.Calendars) {
		c := v.Calendars[name]
		h, place := v.of(c), v.calendars[name]
		by := used[name]
		switch {
		case h.never == nil:
		case !h.never.Ever && by != "":
			f.say(Error, "calendar-never-opens", place, name+" is never open", "what is counted on it, such as "+by+", is never due", "give it a week, or hours on some date")
		case !h.never.Ever:
			f.say(Warning, "calendar-never-opens", place, name+" is never open", "nothing can be counted on it, and it adds nothing to a calendar that is made of it", "give it a week, or hours on some date")
		case by != "":
			f.say(Warning, "calendar-never-opens", place, name+" does not open any more",
				"after "+stamp(v.start, c.Location())+" there is no working time, so that what is counted on it, such as "+by+", is never due", "give it hours for the time to come")
		}
		if by != "" && v.on != (calendar.Date{}) {
			v.coverage(f, name, place, c)
		}
	}
}

// coverage checks how long the holidays of a calendar are known.
func (v *view) coverage(f *found, name, place string, c *calendar.Calendar) {
	known, limited := reachOf(c)
	year, err := v.on.Plus(1, calendar.Years)
	if err != nil || !limited || known.Through.Compare(year) >= 0 {
		return
	}
	whose := "holidays"
	if known.region != "" {
		whose = "holidays of " + known.region
	}
	severity, consequence := Warning, fmt.Sprintf("a due time after that day is not known, and tickets of the twelve months from %v on reach it", v.on)
	if known.Through.Compare(v.on) < 0 {
		severity, consequence = Error, fmt.Sprintf("on %v no due time that is counted on it is known", v.on)
	}
	f.say(severity, "coverage-ends", place, fmt.Sprintf("the %s that %s closes on are known through %v only", whose, name, known.Through),
		consequence, "add the holidays of the next years, and say with holidays_through how far they reach")
}

// usedHours returns, by the name of a calendar, what is counted on it.
func (v *view) usedHours() map[string]string {
	used := map[string]string{}
	use := func(name, by string) {
		if name != "" && used[name] == "" {
			used[name] = by
		}
	}
	for i := range v.Metrics {
		for _, t := range v.Metrics[i].Targets {
			by := v.Metrics[i].Name + " of " + t.Level
			if needsHours(&t) {
				use(t.Calendar, by)
			}
			use(t.After, by)
			use(t.Gate.OffDays, by)
		}
	}
	for name, c := range v.Calendars {
		for i := range v.Ladders {
			if l := &v.Ladders[i]; l.Ladder.Calendar == c || l.Ladder.Notices == c {
				use(name, "the ladder of "+l.Level)
			}
		}
	}
	return used
}

// checkClock checks a single target: whether it is ever due, whether it leaves any working
// time, whether its after calendar can ever count, and whether its calendars' zones differ.
func (v *view) checkClock(f *found, c *clock) {
	if c.After != "" && v.Switch == 0 {
		f.say(Warning, "after-without-switch", c.place+".after", fmt.Sprintf("%v is to go on with %s, and nothing is in switch", c.Measure, c.After),
			"no event is one after which that calendar counts, so that all of it passes on "+c.Calendar, "name in switch the event from which on it counts, or leave after out")
	} else if err := v.Lacking[c.After]; c.After != "" && errors.Is(err, policy.ErrAgreement) {
		f.say(Error, "calendar-lacking", c.place, c.After+" is no calendar for such a ticket",
			"once an event of switch has come the ticket is answered with an error: "+err.Error(), "add a row for the calendar that holds for these tickets")
	}
	v.checkZones(f, c)
	v.checkDays(f, c.place+".measure", c.Measure.Time, c.calendar, true)
	if v.of(c.calendar).never != nil && needsHours(c.Target) {
		return // the calendar has been reported
	}
	if !v.checkEnds(f, c) || c.open {
		return
	}
	for i, d := range c.due {
		if d.err != nil {
			continue
		}
		if left, err := c.calendar.Between(v.starts[i], d.at); err == nil && left == 0 {
			f.say(Warning, "no-open-hours", c.place, fmt.Sprintf("%v can pass without any working time of %s", c.Measure, c.Calendar),
				fmt.Sprintf("a ticket reported on %s as %v is due on %s, and nobody works in between", stamp(v.starts[i], c.calendar.Location()), c.level, stamp(d.at, c.calendar.Location())),
				"count working time or business days, or more calendar days")
			return
		}
	}
}

// checkEnds reports a target that is never due. It reports whether it ever is.
func (v *view) checkEnds(f *found, c *clock) bool {
	var first error
	for _, d := range c.due {
		if d.err == nil {
			first = nil
			break
		}
		if first == nil {
			first = d.err
		}
	}
	what := fmt.Sprintf("%v on %s never ends", c.Measure, c.Calendar)
	example := func(at time.Time) string {
		return fmt.Sprintf("a ticket reported on %s as %v has no due time: ", stamp(at, c.calendar.Location()), c.level)
	}
	if first != nil {
		if known, limited := reachOf(c.calendar); unknown(first) != nil && limited {
			if _, err := c.ends(startOf(known.Period, c.calendar.Location())); err == nil {
				return true // it did once; the end of coverage is reported elsewhere
			}
			what = fmt.Sprintf("%v on %s does not end while the holidays are known", c.Measure, c.Calendar)
		}
		f.say(Error, "target-never-ends", c.place, what, example(v.starts[0])+first.Error(), moreHours(first, "measure"))
		return false
	}
	for year := range 10 {
		at := v.start.AddDate(year, 0, 0)
		var never *calendar.NeverOpenError
		if _, err := c.ends(at); errors.As(err, &never) {
			f.say(Warning, "target-never-ends", c.place, fmt.Sprintf("%v on %s ends no more some day", c.Measure, c.Calendar),
				example(at)+err.Error(), "give the calendar hours for the time to come")
			break
		}
	}
	return true
}

// moreHours says what to write where a measure or delay does not end.
func moreHours(why error, length string) string {
	switch {
	case errors.Is(why, calendar.ErrRegularDay):
		return "give the calendar its regular_day, or count the days by another convention"
	case unknown(why) != nil:
		return "take a shorter " + length + ", or add the holidays of more years"
	}
	return "take a shorter " + length + ", or a calendar with more hours"
}

// startOf returns an instant on the first known day or, if that is the first day of all, on
// the second: the first day does not lie wholly within the years that tickets can have.
func startOf(known calendar.Period, loc *time.Location) time.Time {
	if known.From == (calendar.Date{}) {
		return time.Date(1, time.January, 2, 0, 0, 0, 0, time.UTC)
	}
	return known.From.In(loc)
}

// checkZones looks for calendars of one clock whose wall clocks differ. Those that
// are open round the clock have no wall clock as long as no days are counted.
func (v *view) checkZones(f *found, c *clock) {
	if v.of(c.calendar).always && c.Measure.Time != 0 && c.Gate.OffDays == "" {
		return
	}
	if v.Switch != 0 { // otherwise nothing moves to it
		v.zones(f, c.place, "target", "after", c.Calendar, c.After, fmt.Sprintf("what is left of a clock at %v", c.level))
	}
	v.zones(f, c.place, "target", "gate.off_days", c.Calendar, c.Gate.OffDays, fmt.Sprintf("the day off that keeps a report at %v waiting", c.level))
}

// zones reports two calendars by name whose zones have different offsets.
func (v *view) zones(f *found, place, one, two, a, b, what string) {
	x, y := v.Calendars[a], v.Calendars[b]
	if x == nil || y == nil || v.of(x).always && v.of(y).always {
		return
	}
	at, differ := v.offsetsDiffer(x.Location(), y.Location())
	if !differ {
		return
	}
	f.say(Warning, "zones-differ", place, fmt.Sprintf("%s %s and %s %s are in zones that differ", one, a, two, b),
		fmt.Sprintf("%s is told by another wall clock: %s is %s there", what, stamp(at, x.Location()), stamp(at, y.Location())),
		"give both calendars one zone; if two are meant, leave it as it is")
}

// offsetsDiffer returns the first sampled instant at which two zones have different
// offsets.
func (v *view) offsetsDiffer(a, b *time.Location) (time.Time, bool) {
	for _, at := range v.starts {
		_, x := at.In(a).Zone()
		_, y := at.In(b).Zone()
		if x != y {
			return at, true
		}
	}
	return time.Time{}, false
}
