package escalation

import (
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Ladder says who is told, and after how long, while a ticket stays open. The zero
// Ladder is invalid: it has no calendar and no steps. See [Ladder.Check] for what is
// valid.
type Ladder struct {
	Calendar *calendar.Calendar // on which the delays are counted
	Steps    []Step
	// Repeat says how often the last step is reached again. The zero Repeat means never.
	Repeat Repeat
	// Notices has the hours in which people are told. A step can be reached outside these
	// hours; its notice is then given at their next opening. If Notices is nil, the
	// notice is given when the step is reached, and answers do not mention notices.
	Notices    *calendar.Calendar
	HaltClause string // the clause by which the ladder halts, for answers that give reasons
}

// A Step is one step of a ladder. The zero Step is invalid: it tells nobody, at once.
type Step struct {
	To     string // who is told
	After  Delay  // since the ladder's start
	Clause string // the clause that prescribes the step
}

// A Repeat says that the last step of a ladder is reached again and again, once more
// after each Every, counted from when the step itself was reached: the third repeat comes
// after three times Every, no matter when anybody looked. Repeats halt, resume and end
// like steps. A change of severity moves the pending repeat as it moves a step (G8; its
// start is when the step was last reached), and the repeats after that count from when
// the moved one is reached. The zero Repeat stands for no repeats.
type Repeat struct {
	Every Delay // longer than zero
	Times int   // how many repeats at most, besides the step itself; 1 to MaxTimes
}

// MaxTimes is the largest Times of a [Repeat]: enough for one every hour for almost six
// weeks, and few enough to list.
const MaxTimes = 1000

// Check returns nil if the ladder is valid, and otherwise an error for its first mistake.
// A ladder needs a calendar and at least one step; each step needs somebody to tell and a
// delay that is not negative and sets at most one of Time and Days. Neither Calendar nor
// Notices may be the zero Calendar. Business days as working time need a calendar with a
// regular day; the other conventions do not. A Repeat is zero, or has both a delay longer
// than zero and 1 to [MaxTimes] times. A nil Ladder is like the zero Ladder. The error is
// an [ErrLadder]; if it comes from a calendar, it is also a [calendar.ErrRegularDay] or a
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

// made reports whether a calendar is other than the zero Calendar, the only one that
// cannot add nothing to an instant.
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
