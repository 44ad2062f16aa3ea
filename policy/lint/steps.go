package lint

import (
	"fmt"
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// checkLadders checks who is told while a ticket stays open.
func (v *view) checkLadders(f *found) {
	for i := range v.Ladders {
		l, place := &v.Ladders[i], v.ladders[i]
		level, err := v.Scale.Parse(l.Level)
		if err != nil || v.of(l.Ladder.Calendar).never != nil {
			continue // New refuses such a level; such a calendar is reported on its own
		}
		ladder := &l.Ladder
		for k := range ladder.Steps {
			s, at := &ladder.Steps[k], fmt.Sprintf("%s.steps[%d]", place, k)
			v.checkDays(f, at+".after", s.After.Time, ladder.Calendar, false)
			if v.neverReached(f, ladder, s, at, level) {
				continue
			}
			if k > 0 {
				v.inOrder(f, ladder, k, at, level)
			}
		}
		v.checkDays(f, place+".repeat.every", ladder.Repeat.Every.Time, ladder.Calendar, false)
		v.outlives(f, l, place, level)
		v.ladderZones(f, l, place, level)
	}
}

// neverReached reports a step for which there is not enough working time.
func (v *view) neverReached(f *found, l *escalation.Ladder, s *escalation.Step, at string, level severity.Level) bool {
	var first error
	for _, start := range v.starts {
		_, err := after(l.Calendar, s.After, start)
		if err == nil || unknown(err) != nil {
			return false
		}
		if first == nil {
			first = err
		}
	}
	f.say(Error, "unreachable-step", at, fmt.Sprintf("%v never comes", s.After),
		fmt.Sprintf("of a ticket reported on %s as %v %s is never told: %v", stamp(v.starts[0], v.Location), level, s.To, first), "take a shorter delay, or a calendar with more hours")
	return true
}

// stepEvery says that steps are compared at one of so many starts.
const stepEvery = 16

// inOrder reports a step that is reached before the step above it.
func (v *view) inOrder(f *found, l *escalation.Ladder, k int, at string, level severity.Level) {
	before, s := &l.Steps[k-1], &l.Steps[k]
	for i := 0; i < len(v.starts); i += stepEvery {
		start := v.starts[i]
		a, errA := after(l.Calendar, before.After, start)
		b, errB := after(l.Calendar, s.After, start)
		if errA == nil && errB == nil && b.Before(a) {
			f.say(Warning, "step-before-earlier", at, fmt.Sprintf("step %d, after %v, can come before step %d, after %v", k+1, s.After, k, before.After),
				fmt.Sprintf("of a ticket reported on %s as %v %s is told on %s and %s only on %s", stamp(start, v.Location), level, s.To, stamp(b, v.Location), before.To, stamp(a, v.Location)),
				"put the steps into the order of their delays")
			return
		}
	}
}

// outlives reports steps of a ladder that come after the ticket has closed by itself.
func (v *view) outlives(f *found, l *policy.LevelLadder, place string, level severity.Level) {
	for i := range v.Metrics {
		m, c := &v.Metrics[i], v.promise(i, level)
		if !m.Ends || c == nil || c.open {
			continue
		}
		k, at, closes := v.firstLate(&l.Ladder, c)
		if k < 0 {
			continue
		}
		s := &l.Ladder.Steps[min(k, len(l.Ladder.Steps)-1)]
		which, place := fmt.Sprintf("step %d", k+1), fmt.Sprintf("%s.steps[%d]", place, k)
		if k == len(l.Ladder.Steps) {
			which, place = "the last repeat", v.ladderPlace(l)+".repeat"
		}
		tells := fmt.Sprintf("a ticket reported on %s as %v", stamp(at, v.Location), level)
		switch {
		case m.Start&policy.Report == 0:
			f.say(Note, "ladder-outlives-ticket", place, which+" takes longer than "+m.Name,
				tells+fmt.Sprintf(", and waiting from then on, has closed on %s, before %s is told", stamp(closes, v.Location), s.To), "take a shorter delay if a waiting ticket should reach it")
		case (m.Stop|m.Cancel|m.Restart|m.Pause|v.Halt)&^(ended|unheard) != 0:
			f.say(Warning, "ladder-outlives-ticket", place, which+" comes after the ticket has closed by itself",
				tells+fmt.Sprintf(" closes on %s by %s, before %s is told, unless something stops that clock", stamp(closes, v.Location), m.Name, s.To), "take a shorter delay, or let the ticket stay open longer")
		default:
			f.say(Error, "ladder-outlives-ticket", place, which+" comes after the ticket has closed by itself",
				tells+fmt.Sprintf(" closes on %s by %s, before %s is told", stamp(closes, v.Location), m.Name, s.To), "take a shorter delay, or let the ticket stay open longer")
		}
	}
}

// ladderPlace returns the place of a ladder.
func (v *view) ladderPlace(l *policy.LevelLadder) string {
	return v.ladders[slices.IndexFunc(v.Ladders, func(o policy.LevelLadder) bool { return o.Level == l.Level })]
}

// firstLate returns the first step that comes after a clock's due time from every start, and
// an example; len(Steps) means the last repeat, and -1 no step.
func (v *view) firstLate(l *escalation.Ladder, c *clock) (k int, at, closes time.Time) {
	for k := range len(l.Steps) + 1 {
		late, tried := true, false
		for i, d := range c.due {
			if d.err != nil {
				continue
			}
			reached, err := v.reached(l, k, v.starts[i])
			if err != nil {
				continue
			}
			if !tried {
				tried, at, closes = true, v.starts[i], d.at
			}
			if late = reached.After(d.at); !late {
				break
			}
		}
		if late && tried {
			return k, at, closes
		}
	}
	return -1, at, closes
}

// reached returns when step k of a ladder is reached; k = len(Steps) is the last repeat.
func (v *view) reached(l *escalation.Ladder, k int, start time.Time) (time.Time, error) {
	if k < len(l.Steps) {
		return after(l.Calendar, l.Steps[k].After, start)
	}
	at, err := after(l.Calendar, l.Steps[len(l.Steps)-1].After, start)
	every := l.Repeat.Every
	every.Time, every.Days = every.Time*time.Duration(l.Repeat.Times), every.Days*l.Repeat.Times
	if err != nil || every == (escalation.Delay{}) {
		return at, err
	}
	return after(l.Calendar, every, at)
}

// ladderZones looks for a ladder whose wall clock differs from that of its notices or of the
// clocks of its level.
func (v *view) ladderZones(f *found, l *policy.LevelLadder, place string, level severity.Level) {
	names := map[*calendar.Calendar]string{}
	for _, name := range sortedKeys(v.Calendars) {
		if c := v.Calendars[name]; names[c] == "" {
			names[c] = name
		}
	}
	own := names[l.Ladder.Calendar]
	if l.Ladder.Notices != nil {
		v.zones(f, place, "calendar", "notices", own, names[l.Ladder.Notices], "the hour at which people are told at "+level.String())
	}
	if v.of(l.Ladder.Calendar).always {
		return
	}
	for i := range v.Metrics {
		if c := v.promise(i, level); c != nil && !v.of(c.calendar).always {
			v.zones(f, place, "ladder", v.Metrics[i].Name, own, c.Calendar, "the clock of "+v.Metrics[i].Name+" at "+level.String())
		}
	}
}
