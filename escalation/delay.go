package escalation

import (
	"math"
	"math/bits"
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// maxDays is more business days than the years 1 to 9999 have.
const maxDays = 10_000 * 366

// A Delay is the time until a step: an amount of working time, or a number of business
// days by a convention (G6), on the ladder's calendar. At most one of the two is set. The
// zero Delay means at once.
//
// Working time is the usual convention of a ladder, because only working time can be
// halted and resumed like a stopwatch (G6). The zero Convention is close of business all
// the same, as in package calendar, so a ladder says which convention it means.
type Delay struct {
	Time       time.Duration
	Days       int                 // business days
	Convention calendar.Convention // how Days are counted
}

// String returns the delay in words, such as "24h0m0s" or "5 business days
// (working_time)". It is "at once" for the zero Delay.
func (d Delay) String() string {
	switch {
	case d.Days == 1:
		return "1 business day (" + d.Convention.String() + ")"
	case d.Days != 0:
		return strconv.Itoa(d.Days) + " business days (" + d.Convention.String() + ")"
	case d.Time != 0:
		return d.Time.String()
	}
	return "at once"
}

// check says what is wrong with a delay on a calendar.
func (d Delay) check(place string, c *calendar.Calendar) error {
	switch {
	case d.Time < 0:
		return wrong(place, d.Time.String(), "is negative; a step comes at the start or later")
	case d.Days < 0:
		return wrong(place, strconv.Itoa(d.Days)+" days", "is negative; a step comes at the start or later")
	case d.Time != 0 && d.Days != 0:
		return wrong(place, d.Time.String(), "stands beside "+strconv.Itoa(d.Days)+" days; write one of the two")
	case d.Convention > calendar.WorkingTime:
		return wrong(place, d.Convention.String(), "is not close_of_business, same_time or working_time")
	case d.Time != 0 && d.Convention != 0:
		return wrong(place, d.Convention.String(), "says how business days are counted, and stands beside "+d.Time.String())
	case d.Days != 0:
		if err := d.count(c); err != nil {
			return wrongFor(place, err)
		}
	}
	return nil
}

// count says why days cannot be counted on a calendar, if they cannot.
func (d Delay) count(c *calendar.Calendar) error {
	if d.Days > maxDays {
		return &calendar.RangeError{What: strconv.Itoa(d.Days) + " business days", Why: "are more than the years 1 to 9999 have"}
	}
	_, err := d.need(c)
	return err
}

// stopwatch reports whether the delay is an amount of working time.
func (d Delay) stopwatch() bool { return d.Days == 0 || d.Convention == calendar.WorkingTime }

// need returns the working time of a delay that is such an amount.
func (d Delay) need(c *calendar.Calendar) (time.Duration, error) {
	if d.Days == 0 || !d.stopwatch() {
		return d.Time, nil
	}
	day, err := c.RegularDay()
	if err != nil {
		return 0, err
	}
	if over, all := bits.Mul64(uint64(d.Days), uint64(day)); over != 0 || all > math.MaxInt64 {
		return 0, &calendar.RangeError{What: strconv.Itoa(d.Days) + " days", Why: "are more than a time.Duration can hold"}
	}
	return time.Duration(d.Days) * day, nil
}

// times returns n times d, which is longer than zero.
func (d Delay) times(n int) (Delay, error) {
	if int64(d.Days) > maxDays/int64(n) || int64(d.Time) > math.MaxInt64/int64(n) {
		return Delay{}, &calendar.RangeError{What: strconv.Itoa(n) + " times " + d.String(), Why: "is more than the years 1 to 9999 have"}
	}
	d.Time *= time.Duration(n)
	d.Days *= n
	return d, nil
}

// from returns the instant a delay after start, on the ladder's calendar, put
// off by the working time of the pauses, which are in order (G7).
func (l *Ladder) from(d Delay, start time.Time, pauses []calendar.Span) (calendar.Moment, error) {
	if l.Calendar == nil {
		return calendar.Moment{}, l.Check()
	}
	if !d.stopwatch() {
		return calendar.MomentOf(l.fromDays(d, start, pauses))
	}
	need, err := d.need(l.Calendar)
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

// fromDays is from for a convention that is not a stopwatch: it takes the instant that
// the convention gives, and each pause before that instant puts it off.
func (l *Ladder) fromDays(d Delay, start time.Time, pauses []calendar.Span) (time.Time, error) {
	at, err := l.Calendar.AddDays(start, d.Days, d.Convention)
	if err != nil {
		return time.Time{}, err
	}
	for _, p := range pauses {
		from := p.Open
		if from.Before(start) {
			from = start
		}
		if !from.Before(at) {
			break
		}
		if !from.Before(p.Close) {
			continue // it was over by the start
		}
		paused, err := l.Calendar.Between(from, p.Close)
		if err != nil {
			return time.Time{}, err
		}
		if at, err = l.Calendar.Add(at, paused); err != nil {
			return time.Time{}, err
		}
	}
	return at, nil
}
