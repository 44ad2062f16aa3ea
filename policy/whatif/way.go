package whatif

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// A way is a set of the respects in which a difference of hours matters to a clock.
type way uint8

const (
	ofTime  way = 1 << iota // when they are open
	ofDates                 // which dates are business days
	ofZone                  // when a date begins
)

// wayOf returns in which respects hours matter to a measure.
func wayOf(m policy.Measure) way {
	switch {
	case m.CalendarDays != 0:
		return ofZone
	case m.Days != 0:
		return ofTime | ofDates | ofZone
	}
	return ofTime
}

// way returns in which respects hours matter to a clock. A pause moves a due time by its
// working time, whatever the measure (G7): for calendar days that makes ofTime|ofZone.
func (c *Clock) way() way {
	before, _ := policy.ParseMeasure(c.Old.Target) // an answer's target is a measure
	after, _ := policy.ParseMeasure(c.New.Target)
	w := wayOf(before) | wayOf(after)
	if len(pick(c.Old.Why, policy.StepPaused))+len(pick(c.New.Why, policy.StepPaused)) > 0 {
		w |= ofTime
	}
	return w
}

// differ reports whether the hours of a pairing differ in its time, and finds where.
func (p *pairing) differ(w way) bool {
	if p.old == p.new {
		return false
	}
	if w&ofTime != 0 && p.openOtherwise() {
		return true
	}
	return w&(ofDates|ofZone) != 0 && p.datedOtherwise(w)
}

// openOtherwise goes from one opening or closing to the next while both sides are open or
// both are closed.
func (p *pairing) openOtherwise() bool {
	for at := p.from; at.Before(p.until); {
		open, err := p.old.IsOpen(at)
		alsoOpen, alsoErr := p.new.IsOpen(at)
		switch {
		case err != nil || alsoErr != nil:
			return (err == nil) != (alsoErr == nil) // from here on it is unknown (G9)
		case open != alsoOpen:
			p.at = at
			return true
		case open:
			next := earlier(openUntil(p.old, at, p.until), openUntil(p.new, at, p.until))
			if !next.After(at) {
				return false // the end of the supported years
			}
			at = next
			continue
		}
		next := p.until
		for _, hours := range [...]*calendar.Calendar{p.old, p.new} {
			if opens, err := hours.NextOpen(at); err == nil {
				next = earlier(next, opens)
			}
		}
		_, err = p.old.Between(at, next)
		_, alsoErr = p.new.Between(at, next)
		if err != nil || alsoErr != nil {
			return (err == nil) != (alsoErr == nil)
		}
		at = next
	}
	return false
}

// openUntil returns until when hours that are open at an instant stay open, but no later than
// last. It looks no further, since they may never close.
func openUntil(hours *calendar.Calendar, at, last time.Time) time.Time {
	for w, err := range hours.Windows(at) {
		if err != nil || w.Open.After(at) {
			break
		}
		if at = w.Close; !at.Before(last) {
			return last
		}
	}
	return at
}

// datedOtherwise reports whether a business day of one side is not one of the other, or
// begins at another time.
func (p *pairing) datedOtherwise(w way) bool {
	if w&ofDates != 0 {
		a, err := p.old.RegularDay()
		b, alsoErr := p.new.RegularDay()
		if a != b && err == nil && alsoErr == nil {
			return true
		}
	}
	first, err := p.old.Date(p.from)
	if err != nil {
		return false
	}
	last, err := p.old.Date(p.until)
	if err != nil {
		return false
	}
	for day := first; day.Compare(last) <= 0; {
		if w&ofDates != 0 {
			a, err := p.old.IsBusinessDay(day)
			b, alsoErr := p.new.IsBusinessDay(day)
			if a != b || (err == nil) != (alsoErr == nil) {
				return true
			}
		}
		if !begins(p.old, day).Equal(begins(p.new, day)) {
			return true
		}
		if day, err = day.Plus(1, calendar.Days); err != nil {
			return false
		}
	}
	return false
}

// begins returns when a date begins, or the zero time if the zone skips it.
func begins(hours *calendar.Calendar, day calendar.Date) time.Time {
	at, err := hours.StartOfDay(day)
	if err != nil {
		return time.Time{}
	}
	return at
}
