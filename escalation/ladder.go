package escalation

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Ladder says who is told, and after how long, while a ticket stays open. The
// zero Ladder has no steps. See [Ladder.Check] for what is right.
type Ladder struct {
	Calendar *calendar.Calendar // on which the delays are counted
	Steps    []Step
}

// A Step is one step of a ladder. The zero Step tells nobody, at once.
type Step struct {
	To     string // who is told
	After  Delay  // since the ladder's start
	Clause string // the clause that says so
}

// A Delay is the time from a ladder's start to a step: an amount of working
// time, or business days as working time (G6), because only a stopwatch can be
// halted and resumed. At most one of the two is set. The zero Delay is at once.
type Delay struct {
	Time time.Duration
	Days int // each of the calendar's regular day
}

// Check says what is wrong with a ladder: it needs a calendar, at least one
// step, and for each step somebody who is told and a delay that is not negative
// and has one of its two parts at most; one in days needs a calendar with a
// regular day. The error is an [ErrLadder], or a [calendar.ErrRegularDay].
func (l *Ladder) Check() error {
	switch {
	case l.Calendar == nil:
		return &LadderError{Place: "calendar", Why: "is missing; delays are counted on it"}
	case len(l.Steps) == 0:
		return &LadderError{Place: "steps", Why: "are missing; a ladder has at least one"}
	}
	for i, s := range l.Steps {
		place := "steps[" + strconv.Itoa(i) + "]"
		switch d := s.After; {
		case s.To == "":
			return &LadderError{Place: place + ".to", Why: "is missing; a step tells somebody"}
		case d.Time < 0:
			return &LadderError{Place: place + ".after", Value: d.Time.String(), Why: "is negative; a step comes at the start or later"}
		case d.Days < 0:
			return &LadderError{Place: place + ".after", Value: strconv.Itoa(d.Days) + " days", Why: "is negative; a step comes at the start or later"}
		case d.Time != 0 && d.Days != 0:
			return &LadderError{Place: place + ".after", Value: d.Time.String(), Why: "stands beside " + strconv.Itoa(d.Days) + " days; write one of the two"}
		case d.Days != 0:
			if _, err := l.need(d); err != nil {
				return fmt.Errorf("escalation: %s.after: %w", place, err)
			}
		}
	}
	return nil
}

// need returns a delay as working time.
func (l *Ladder) need(d Delay) (time.Duration, error) {
	switch {
	case l.Calendar == nil:
		return 0, l.Check()
	case d.Days == 0:
		return d.Time, nil
	}
	day, err := l.Calendar.RegularDay()
	if err != nil {
		return 0, err
	}
	if n := int64(d.Days); n > math.MaxInt64/int64(day) || n < -math.MaxInt64/int64(day) {
		return 0, &calendar.RangeError{What: strconv.Itoa(d.Days) + " days", Why: "are more than a time.Duration can hold"}
	}
	return time.Duration(d.Days) * day, nil
}

// from returns the instant a delay after start, on the ladder's calendar,
// without the time of the pauses.
func (l *Ladder) from(d Delay, start time.Time, pauses []calendar.Span) (calendar.Moment, error) {
	need, err := l.need(d)
	if err != nil {
		return calendar.Moment{}, err
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
