package escalation

import (
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Ladder says who is told, and after how long, while a ticket stays open. The
// zero Ladder has no steps. See [Ladder.Check] for what is right.
type Ladder struct {
	Calendar *calendar.Calendar // on which the delays are counted
	Steps    []Step
	// Repeat says how often the last step is reached again. The zero Repeat is
	// never.
	Repeat Repeat
	// Notices has the hours in which people are told. A step that is reached
	// outside them is reached all the same, and its notice is given at their next
	// opening. Without such hours, nil, it is given when the step is reached, and
	// answers tell of no notices.
	Notices    *calendar.Calendar
	HaltClause string // the clause by which the ladder halts, for answers that give reasons
}

// A Step is one step of a ladder. The zero Step tells nobody, at once.
type Step struct {
	To     string // who is told
	After  Delay  // since the ladder's start
	Clause string // the clause that says so
}

// A Repeat says that the last step of a ladder is reached again and again. It
// comes once more each Every, counted from when the last step was reached: the
// third time after three times Every, whenever anybody looked. It halts, resumes
// and ends like a step. After a change of severity, which moves the pending one
// as it moves a step (G8; its start is the reaching before it), it is counted
// from when that one is reached. The zero Repeat is none.
type Repeat struct {
	Every Delay // more than none
	Times int   // how often at most, besides the step itself; up to MaxTimes
}

// MaxTimes is the largest Times of a [Repeat]: enough for once an hour over six
// weeks, and little enough to list.
const MaxTimes = 1000

// Check says what is wrong with a ladder. It needs a calendar, at least one step, and for
// each step somebody who is told and a delay that is not negative and has one of its two
// parts at most. Neither Calendar nor Notices may be the zero Calendar. Business days as
// working time need a calendar with a regular day; the other conventions do not. A
// repeat has both of its parts or none: a delay of more than nothing, and 1 to
// [MaxTimes] times. A nil Ladder is like the zero Ladder. The error is an [ErrLadder];
// where it comes from a calendar it is also a [calendar.ErrRegularDay] or a
// [calendar.ErrRange].
func (l *Ladder) Check() error {
	switch {
	case l == nil || l.Calendar == nil:
		return wrong("calendar", "", "is missing; delays are counted on it")
	case !made(l.Calendar):
		return wrong("calendar", "", unmade)
	case l.Notices != nil && !made(l.Notices):
		return wrong("notices", "", unmade)
	case len(l.Steps) == 0:
		return wrong("steps", "", "are missing; a ladder has at least one")
	}
	for i, s := range l.Steps {
		place := "steps[" + strconv.Itoa(i) + "]"
		if s.To == "" {
			return wrong(place+".to", "", "is missing; a step tells somebody")
		}
		if err := s.After.check(place+".after", l.Calendar); err != nil {
			return err
		}
	}
	return l.Repeat.check(l.Calendar)
}

// made reports whether a calendar is not the zero Calendar, the only one that cannot
// tell that nothing after an instant is that instant.
func made(c *calendar.Calendar) bool {
	_, err := c.Add(time.Unix(0, 0).UTC(), 0)
	return err == nil
}

// unmade is what is wrong with the zero Calendar.
const unmade = "was not made; make it with calendar.New"

// check says what is wrong with a repeat on a calendar.
func (r Repeat) check(c *calendar.Calendar) error {
	if r == (Repeat{}) {
		return nil
	}
	if err := r.Every.check("repeat.every", c); err != nil {
		return err
	}
	switch {
	case r.Every.Time == 0 && r.Every.Days == 0:
		return wrong("repeat.every", "", "is missing; a step comes again after more than nothing")
	case r.Times < 1 || r.Times > MaxTimes:
		return wrong("repeat.times", strconv.Itoa(r.Times), "is not within 1 and "+strconv.Itoa(MaxTimes))
	}
	all, err := r.Every.times(r.Times)
	if err == nil {
		err = all.count(c)
	}
	if err != nil {
		return wrongFor("repeat", err)
	}
	return nil
}
