package policy

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Measure is how much time a target gives: working time, business days by a convention
// (G6), or calendar days. Exactly one of Time, Days and CalendarDays must be set, and there
// can be at most [MaxDays] days. The zero Measure is invalid: it has none of them.
type Measure struct {
	Time       time.Duration       // working time
	Days       int                 // business days
	Convention calendar.Convention // how Days are counted; by default close of business (G6)
	// CalendarDays are counted from the date of the start in the calendar's zone. That date
	// is excluded, and the time ends with the last moment of the last day (G5). If
	// Convention is same time, it ends on the last day at the wall-clock time of the start,
	// even across a change of offset. A date that the zone skips does not count. Calendar
	// days cannot be counted as working time.
	CalendarDays int
}

// MaxDays is the greatest number of business days or calendar days in a [Measure]: some 270
// years, so that what is due has a date. [New] refuses more.
const MaxDays = 100_000

// tooManyDays is what is wrong with more days than that.
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

// ErrMeasure means that a text is not a [Measure].
var ErrMeasure = errors.New("policy: no such measure")

// WriteMeasure says how to write a measure in a ticket, in words that follow what is wrong
// with one. It is for those who read a measure from a field, so that all errors say it in
// the same words.
const WriteMeasure = "write a duration such as 4h, or up to 100000 business days such as 2 business days"

// ParseMeasure returns the measure that a text stands for: working time as
// [calendar.ParseDuration] reads it, such as "8h" or "1h30m", or "1 business day", "5 business
// days" or "7 calendar days", as [Measure.String] writes them. Working time must be more
// than 0. The number of days is written in digits, from 1 through [MaxDays], and their
// convention is close of business, the default. The error is an [ErrMeasure].
func ParseMeasure(text string) (Measure, error) {
	digits, unit, days := strings.Cut(text, " ")
	if !days {
		d, err := calendar.ParseDuration(text)
		switch {
		case err == nil && d > 0:
			return Measure{Time: d}, nil
		case err == nil:
			return Measure{}, wrongMeasure(text, "is not more than none; "+WriteMeasure)
		case calendar.WhyNot(err) != calendar.WhyDuration: // it is one that cannot be kept
			return Measure{}, wrongMeasure(text, calendar.WhyNot(err))
		}
		return Measure{}, notMeasure(text)
	}
	n, err := strconv.ParseUint(digits, 10, 64) // which takes no sign
	if err != nil && !errors.Is(err, strconv.ErrRange) {
		return Measure{}, notMeasure(text)
	}
	var m Measure
	switch unit {
	case "business day", "business days":
		m.Days = int(min(n, MaxDays+1))
	case "calendar day", "calendar days":
		m.CalendarDays = int(min(n, MaxDays+1))
	default:
		return Measure{}, notMeasure(text)
	}
	switch {
	case n == 0:
		return Measure{}, wrongMeasure(text, "is not more than none; "+WriteMeasure)
	case n > MaxDays:
		return Measure{}, wrongMeasure(text, tooManyDays)
	}
	return m, nil
}

func notMeasure(text string) error {
	return wrongMeasure(text, "is not a measure; "+WriteMeasure+", or calendar days such as 7 calendar days")
}

func wrongMeasure(text, why string) error {
	return &PlaceError{Kind: ErrMeasure, Place: "measure", Value: text, Why: why}
}

// valid reports whether exactly one of the fields is set, and none is negative.
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
