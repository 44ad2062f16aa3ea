package escalation

import (
	"strconv"

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
	// outside them is reached all the same, and who is to be told is told at
	// their next opening. Without such hours, nil, it is one and the same
	// instant, and answers tell of no notices.
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

// Check says what is wrong with a ladder: it needs a calendar, at least one
// step, and for each step somebody who is told and a delay that is not negative
// and has one of its two parts at most. Business days as working time need a
// calendar with a regular day; the other conventions do not. A repeat has both of
// its parts or none: a delay of more than nothing, and 1 to [MaxTimes] times. The
// error is an [ErrLadder], a [calendar.ErrRegularDay] or a [calendar.ErrRange].
func (l *Ladder) Check() error {
	switch {
	case l.Calendar == nil:
		return wrong("calendar", "", "is missing; delays are counted on it")
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
