package escalation

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Ladder says who is told, and after how long, while a ticket stays open. The
// zero Ladder has no steps.
type Ladder struct {
	Calendar *calendar.Calendar // on which the delays are counted
	Steps    []Step
}

// A Step is one step of a ladder.
type Step struct {
	To     string // who is told
	After  Delay  // since the ladder's start
	Clause string // the clause that says so
}

// A Delay is the time from a ladder's start to a step: an amount of working
// time, or business days as working time (G6), because only a stopwatch can be
// halted and resumed.
type Delay struct {
	Time time.Duration
	Days int
}

// from returns the instant a delay after start, on the ladder's calendar,
// without the time of the pauses.
func (l *Ladder) from(d Delay, start time.Time, pauses []calendar.Span) (calendar.Moment, error) {
	need := d.Time
	if d.Days != 0 {
		day, err := l.Calendar.RegularDay()
		if err != nil {
			return calendar.Moment{}, err
		}
		need = time.Duration(d.Days) * day
	}
	for _, p := range pauses {
		if !p.Close.After(start) {
			continue
		}
		if start.Before(p.Open) {
			used, err := l.Calendar.Between(start, p.Open)
			if err != nil {
				return calendar.MomentOf(time.Time{}, err)
			}
			if used >= need {
				break
			}
			need -= used
		}
		start = p.Close
	}
	return calendar.MomentOf(l.Calendar.Add(start, need))
}
