package whatif

import (
	"errors"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// A pairing is the hours of the two sides for a stretch of time, and where they differ in it.
type pairing struct {
	name        string // of the calendar, on the new side
	old, new    *calendar.Calendar
	from, until time.Time
	at          time.Time // the first instant at which one is open and the other is not; the zero time if they differ in something else
}

// fingerprint identifies hours, as [policy.Step.Source] does.
func fingerprint(hours *calendar.Calendar) string {
	return policy.Step{Kind: policy.StepHours, Hours: hours}.Source()
}

// partingHours finds the first hours that differ in the time during which the clock depends
// on them: the hours that let it start, those of a target that a change replaced, and those
// in which it is counted at the end. n is how many events the sides have in common. If both
// the due times and the calendars' names are the same, the hours do not contribute to the
// difference.
func (d *Diff) partingHours(c *Clock, before, after []event, n int) (pairing, bool) {
	if c.Old.Due.Equal(c.New.Due) && c.Old.Calendar == c.New.Calendar {
		return pairing{}, false
	}
	if p, ok := d.opening(c.Metric, before, after, n); ok && p.differ(ofTime|ofDates) {
		return p, true
	}
	for i := 1; i < n; i++ {
		if before[i].Kind != policy.StepTarget || !changes(before[i+1:]) && !changes(after[i+1:]) {
			continue
		}
		if p, way, ok := d.replaced(c.Metric, before[i], after[i]); ok && p.differ(way) {
			return p, true
		}
	}
	last, way := c.last(), c.way()
	a, b := segments(c.Old.Why, last, way == ofTime|ofZone), segments(c.New.Why, last, way == ofTime|ofZone)
	for len(a) > 0 && len(b) > 0 {
		x, y := a[0], b[0]
		p := pairing{name: y.name, old: x.hours, new: y.hours, from: later(x.from, y.from), until: earlier(x.until, y.until)}
		if !last.IsZero() {
			p.until = earlier(p.until, last)
		}
		if p.from.Before(p.until) && p.differ(way) {
			return p, true
		}
		if !y.until.Before(x.until) {
			a = a[1:]
		}
		if !x.until.Before(y.until) {
			b = b[1:]
		}
	}
	return pairing{}, false
}

// opening pairs the hours at whose opening a clock starts by itself, if it does so on one
// side, and on the other at a different instant, at once, or not yet.
func (d *Diff) opening(metric string, before, after []event, n int) (pairing, bool) {
	var x, y event
	if n < len(before) {
		x = before[n]
	}
	if n < len(after) {
		y = after[n]
	}
	var from calendar.Moment // the report
	switch start, wait := policy.StepStart, policy.StepWait; {
	case x.Kind != start && y.Kind != start:
		return pairing{}, false
	case x.Kind == wait || y.Kind == wait:
		from = x.when.Earlier(y.when)
	case n > 0 && before[n-1].Kind == wait:
		from = before[n-1].when
	default:
		return pairing{}, false
	}
	level := firstLevel(before[n:])
	if level.IsZero() {
		level = firstLevel(after[n:])
	}
	a, known := d.Old.target(metric, level)
	b, alsoKnown := d.New.target(metric, level)
	if !known || !alsoKnown {
		return pairing{}, false
	}
	p := pairing{name: b.Gate.OffDays, old: d.Old.hours(a.Gate.OffDays), new: d.New.hours(b.Gate.OffDays), from: from.Time()}
	if p.old == nil || p.new == nil {
		return pairing{}, false
	}
	for _, hours := range [...]*calendar.Calendar{p.old, p.new} {
		if opens, err := hours.NextOpen(p.from); err == nil {
			p.until = later(p.until, opens)
		}
	}
	return p, true
}

// firstLevel returns the level of the first target of some events, or the zero Level.
func firstLevel(events []event) severity.Level {
	for _, e := range events {
		if e.Kind == policy.StepTarget {
			return e.Level
		}
	}
	return severity.Level{}
}

// changes reports whether events begin with a change.
func changes(events []event) bool { return len(events) > 0 && events[0].Kind == policy.StepChange }

// replaced pairs the hours of a target that a change replaced. They can still matter, because
// the change never moves the due time later, or never earlier.
func (d *Diff) replaced(metric string, x, y event) (pairing, way, bool) {
	a, known := d.Old.target(metric, x.Level)
	b, alsoKnown := d.New.target(metric, y.Level)
	if !known || !alsoKnown || !x.At.IsKnown() || !y.At.IsKnown() || x.At.Equal(y.At) {
		return pairing{}, 0, false
	}
	p := pairing{name: b.Calendar, old: d.Old.hours(a.Calendar), new: d.New.hours(b.Calendar), from: x.when.Time(), until: later(x.At.Time(), y.At.Time())}
	return p, wayOf(b.Measure), p.old != nil && p.new != nil
}

// target returns the target of a side at a level. The level can be of the other side's scale:
// it is found by name or alias.
func (s *Side) target(metric string, level severity.Level) (policy.Target, bool) {
	a, scale := s.Policy.Agreement(), s.Policy.Scale()
	own, err := scale.Parse(level.String())
	if err != nil {
		return policy.Target{}, false
	}
	for _, m := range a.Metrics {
		if m.Name != metric {
			continue
		}
		for _, t := range m.Targets {
			if of, err := scale.Parse(t.Level); err == nil && of == own {
				return t, true
			}
		}
	}
	return policy.Target{}, false
}

// hours returns a side's calendar of a name, or nil.
func (s *Side) hours(name string) *calendar.Calendar { return s.Policy.Agreement().Calendars[name] }

// closed returns where the hours part: the first instant at which one side counts and the
// other does not.
func (p *pairing) closed() (Cause, bool) {
	if p.at.IsZero() {
		return Cause{}, false
	}
	var both [2]stretch
	for i, hours := range [...]*calendar.Calendar{p.old, p.new} {
		s := &both[i]
		s.from, s.until, s.hours = p.at, p.until, hours
		if s.open, _ = hours.IsOpen(p.at); s.open { // it has been asked before, so it is known
			s.until = openUntil(hours, p.at, p.until)
			continue
		}
		switch opens, err := hours.NextOpen(p.at); {
		case errors.Is(err, calendar.ErrCoverage):
			return Cause{}, false // it is unknown for how long it is closed (G9)
		case err == nil:
			s.until = opens
		}
		var words []string
		for _, r := range policy.ClosedReasons(hours, s.from, s.until) {
			words = append(words, r.Text)
		}
		s.text = strings.Join(words, ", ")
	}
	return closedCause(both[0], both[1]), true
}

// A segment is a time in which a clock goes on, or is closed, in some hours.
type segment struct {
	name        string
	hours       *calendar.Calendar
	from, until time.Time
}

// segments returns the hours of a computation; pauses says whether to include its pauses. The
// last hours are taken to continue to the last instant.
func segments(steps []policy.Step, last time.Time, pauses bool) []segment {
	kinds := []policy.StepKind{policy.StepHours, policy.StepCounted, policy.StepAhead, policy.StepClosed}
	if pauses {
		kinds = append(kinds, policy.StepPaused)
	}
	var all []segment
	var next segment
	for _, s := range pick(steps, kinds...) {
		if s.Kind == policy.StepHours {
			next = segment{name: s.Text, hours: s.Hours}
			continue
		}
		from, ok := s.At.Get()
		until, alsoOK := s.Until.Get()
		if !ok || !alsoOK || next.hours == nil {
			continue
		}
		if next.from.IsZero() {
			next.from = from
			all = append(all, next)
		}
		all[len(all)-1].until = until
	}
	if n := len(all); n > 0 {
		all[n-1].until = later(all[n-1].until, last)
	}
	return all
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
