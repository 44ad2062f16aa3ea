package policy

import (
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Measure is how long a target gives: working time, business days by a
// convention (G6), or calendar days. Exactly one of Time, Days and CalendarDays
// is set; of days there are at most [MaxDays]. The zero Measure is not valid.
type Measure struct {
	Time       time.Duration       // working time
	Days       int                 // business days
	Convention calendar.Convention // of Days; close of business if not said (G6)
	// CalendarDays are counted from the date of the start, in the calendar's
	// zone, which is excluded, and end with the last moment of the last one (G5).
	// If Convention is same time they end on the last one at the wall-clock time of
	// the start, also across a change of offset. A date that the zone skips is none
	// of them. They cannot be counted as working time.
	CalendarDays int
}

// MaxDays is the most business days or calendar days that a [Measure] has: some 270
// years, so that what is due has a date. [New] refuses more.
const MaxDays = 100_000

// tooManyDays is what is wrong with more of them.
const tooManyDays = "is too long; write at most 100000 days"

// String returns the measure as agreements put it: "8h0m0s", "1 business day",
// "7 calendar days".
func (m Measure) String() string {
	switch {
	case m.Days != 0:
		return count(m.Days, "business day")
	case m.CalendarDays != 0:
		return count(m.CalendarDays, "calendar day")
	}
	return m.Time.String()
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// valid reports whether exactly one measure is set, and is more than none.
func (m Measure) valid() bool {
	set := 0
	for _, n := range []int64{int64(m.Time), int64(m.Days), int64(m.CalendarDays)} {
		if n < 0 {
			return false
		}
		if n > 0 {
			set++
		}
	}
	return set == 1
}

// from returns the instant at which the measure has passed since start, on a
// calendar. Calendar days are counted on one of their own: see target.count.
func (m Measure) from(c *calendar.Calendar, start time.Time) (time.Time, error) {
	switch {
	case m.Days != 0:
		return c.AddDays(start, m.Days, m.Convention)
	}
	return c.Add(start, m.Time)
}

// A Target is what a metric owes at one level. The zero Target names no level,
// which [New] refuses.
type Target struct {
	Level    string  // the level's name
	Measure  Measure // how long
	Calendar string  // the name of the calendar on which it is counted
	// After is the name of the calendar on which what is left is counted once an
	// event of [Agreement.Switch] has come; empty if that changes nothing. Only
	// working time can go over to another calendar.
	After  string
	Clause string // the clause that promises it
	Gate   Gate   // what a report must be for the clock to start; the zero Gate lets all in
	// NextOpening says that a due time that falls on a closing instant moves to
	// the next opening, instead of staying there (G1).
	NextOpening bool
	// FromOpening says that days are counted from the next opening of the calendar
	// where the start is outside its hours, instead of from the start itself (G6): from
	// Saturday noon the first business day is Tuesday, and the same time of day that
	// of the opening. It is for days alone: working time passes from there anyhow.
	FromOpening bool
	// StopBy has the channels by which what stops the clock must be done. An
	// event that names no channel does. The zero Channels ask for none.
	StopBy Channels
}
