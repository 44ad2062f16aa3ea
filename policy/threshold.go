package policy

import (
	"fmt"
	"math/bits"
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
)

// A Threshold is a step that follows a clock: it is reached when a part of the clock's time
// has been used, or some time before or after the clock is due. It halts and moves with the
// clock, is cancelled when the clock stops, and stays reached once it has been. If a change
// moves it into the past, it is reached at the change.
//
// Exactly one of Percent, Before and After must be set. Times are counted on the clock's
// own calendar. The zero Threshold is invalid: it has none of them, so [New] refuses it.
type Threshold struct {
	// Percent is the part of the time from the clock's start to its due time, without
	// pauses, that has been used: 100 is the due time, and more is later, up to 1000.
	Percent int
	Before  Measure  // how long before the due time: working time or business days
	After   Measure  // how long after the due time: working time or business days
	To      string   // who is told
	Clause  string   // the clause that says so
	Levels  []string // the levels at which it holds; empty for all
}

// maxPercent is the greatest part of a clock's time that a threshold can be at: ten times
// all of it.
const maxPercent = 1000

// String returns when the threshold is reached: "75%", "2h0m0s before due".
func (h Threshold) String() string {
	switch {
	case h.Percent != 0:
		return strconv.Itoa(h.Percent) + "%"
	case h.Before != Measure{}:
		return h.Before.String() + " before due"
	}
	return h.After.String() + " after due"
}

// A mark is a threshold of a round: when it is reached, if that is known, and
// what has become of it.
type mark struct {
	at    calendar.Moment
	state escalation.State
	late  bool // it was already past at a change or at the start: at is that instant
}

// checkThreshold says what is wrong with a threshold.
func (a *Agreement) checkThreshold(place string, h Threshold) error {
	var found mistakes
	set := 0
	for _, is := range []bool{h.Percent != 0, h.Before != Measure{}, h.After != Measure{}} {
		if is {
			set++
		}
	}
	for _, m := range []struct {
		field string
		Measure
	}{{"before", h.Before}, {"after", h.After}} {
		switch {
		case m.Measure == (Measure{}):
		case !m.valid() || m.CalendarDays != 0:
			found.wrong(place+"."+m.field, m.String(), "must be a working time or business days, more than none")
		case m.Days > MaxDays:
			found.wrong(place+"."+m.field, m.String(), tooManyDays)
		}
	}
	if set != 1 {
		found.wrong(place, "", "must have exactly one of percent, before and after")
	}
	if h.Percent < 0 || h.Percent > maxPercent {
		found.wrong(place+".percent", strconv.Itoa(h.Percent), fmt.Sprintf("must be from 1 through %d", maxPercent))
	}
	if h.To == "" {
		found.wrong(place+".to", "", "is missing; a threshold tells somebody")
	}
	if h.Clause == "" {
		found.wrong(place+".clause", "", "is missing; every threshold cites the clause that says so")
	}
	for i, name := range h.Levels {
		if _, err := a.Scale.Parse(name); err != nil && a.Scale.Len() > 0 {
			found.wrong(fmt.Sprintf("%s.levels[%d]", place, i), name, "is not a level")
		}
	}
	return found.err()
}

// holds reports whether a threshold holds at the level of a round.
func (t *timeline) holds(r *round, i int) bool {
	return t.policy.metrics[r.metric.place].holds[i]>>r.target.level.Rank()&1 != 0
}

// aim sets the instants of the thresholds of a clock that has started or whose due time has
// moved.
func (t *timeline) aim(r *round, at time.Time) error {
	if !t.policy.followed {
		return nil
	}
	return t.aimMarks(r, at)
}

// aimMarks is aim where there are thresholds.
func (t *timeline) aimMarks(r *round, at time.Time) error {
	if r.waits() {
		return nil
	}
	thresholds := t.policy.metrics[r.metric.place].Thresholds
	if len(thresholds) == 0 {
		return nil
	}
	if r.marks == nil {
		r.marks = make([]mark, len(thresholds))
	}
	for i := range r.marks {
		m := &r.marks[i]
		if m.state == escalation.Reached {
			continue
		}
		if !t.holds(r, i) || !r.open() {
			*m = mark{state: escalation.Cancelled}
			continue
		}
		m.state = escalation.Pending
		if r.paused() {
			m.state = escalation.Halted
		}
		var err error
		if m.at, err = r.markOf(&thresholds[i]); err != nil {
			return err
		}
		if m.late = m.at.Passed(at); m.late {
			m.at = calendar.At(at)
			if r.paused() {
				m.state = escalation.Reached // at the change, and not when the clock goes on
			}
		}
	}
	return nil
}

// markOf returns when a threshold of a clock is reached, if nothing more happens
// to the clock.
func (r *round) markOf(h *Threshold) (calendar.Moment, error) {
	due, ok := r.due.Get()
	if !ok {
		return r.due, nil
	}
	switch {
	case h.Before != Measure{}:
		return r.target.offset(due, h.Before, -1, &r.switched)
	case h.After != Measure{}:
		at, err := r.target.offset(due, h.After, +1, &r.switched)
		return r.behind(due, at, err)
	}
	if h.Percent == 100 {
		return r.due, nil
	}
	total, err := r.total()
	if err != nil {
		return calendar.Moment{}, err
	}
	d, ok := total.Get()
	switch {
	case !ok:
		return calendar.MomentOf(time.Time{}, total.Unknown())
	case h.Percent > 100:
		return r.after(due, percentOf(d, h.Percent-100))
	}
	return r.after(r.started.Time(), percentOf(d, h.Percent))
}

// percentOf returns a part of an amount of time, rounded up to the nanosecond, because that
// much has not been used any earlier. A part beyond what a time.Duration holds is its
// greatest value.
func percentOf(d time.Duration, percent int) time.Duration {
	high, low := bits.Mul64(uint64(d), uint64(percent))
	low, carry := bits.Add64(low, 99, 0)
	if high += carry; high >= 100 {
		return 1<<63 - 1
	}
	part, _ := bits.Div64(high, low, 100)
	return time.Duration(min(part, 1<<63-1))
}

// reachMarks marks as reached the thresholds whose instants are not after until.
func (t *timeline) reachMarks(until time.Time) {
	for open := t.open; open != 0; open &= open - 1 { // what a clock has not reached was cancelled when it stopped
		r := t.openRound(bits.TrailingZeros32(open))
		for k := range r.marks {
			if m := &r.marks[k]; m.state == escalation.Pending {
				if at, ok := m.at.Get(); ok && !at.After(until) {
					m.state = escalation.Reached
				}
			}
		}
	}
}

// dropMarks cancels the thresholds that a clock has not reached when it stops.
func (r *round) dropMarks() {
	for i := range r.marks {
		if m := &r.marks[i]; m.state != escalation.Reached {
			*m = mark{state: escalation.Cancelled}
		}
	}
}
