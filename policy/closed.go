package policy

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A ClosedReason is why a calendar is closed for a while, or for a part of it. The zero
// ClosedReason is none.
type ClosedReason struct {
	// Text is that of [calendar.Day.Reason] for a day on which nothing opens: the name
	// of a holiday, "weekend", "closed on Fridays"; or else one of the constants.
	Text string
	// Dated says that it is a reason of certain dates, as [calendar.Day.Dated] has it: a
	// holiday, a day with hours of its own, or one that lacks its hours, or does not
	// come, as the clocks are changed. All others come every day or every week.
	Dated bool
}

// Why a calendar is closed though something opens on each of the days.
const (
	ClosedAtNight      = "night"         // from one day to another
	ClosedOutsideHours = "outside hours" // within one day
	// ClosedBeyondDates is for what lies outside the years 1 to 9999, which alone have
	// dates.
	ClosedBeyondDates = "closed"
)

// maxClosedDays is how many days after the first are looked at for reasons: no holidays
// are longer.
const maxClosedDays = 40

// ClosedReasons returns why a calendar is closed from one instant to another, between
// which it does not open: a reason for each day on which nothing opens, in their order,
// days in a row with one and the same reason told once; the days are those of both
// instants too, in the calendar's zone. A combination of calendars can have several
// for a day: those of its parts, see [calendar.Day].Parts. There is at least one reason,
// unless to is not after from. Of a stretch of more than 40 days those after the first
// 41 are not looked at. Of a nil calendar there is none.
func ClosedReasons(c *calendar.Calendar, from, to time.Time) []ClosedReason {
	if c == nil || !from.Before(to) {
		return nil
	}
	first, err := calendar.DateOf(from.In(c.Location()))
	if err != nil {
		return []ClosedReason{{Text: ClosedBeyondDates}}
	}
	last, err := calendar.DateOf(to.In(c.Location()))
	if err != nil {
		return []ClosedReason{{Text: ClosedBeyondDates}}
	}
	var reasons, told []ClosedReason // told are those of the last day that had any
	for n := 0; n <= min(first.DaysUntil(last), maxClosedDays); n++ {
		date, err := first.Plus(n, calendar.Days)
		if err != nil {
			break
		}
		day, err := c.Day(date)
		if err != nil {
			break
		}
		if of := dayReasons(&day); len(of) > 0 {
			for _, r := range of {
				if !slices.Contains(told, r) {
					reasons = append(reasons, r)
				}
			}
			told = of
		}
	}
	switch {
	case len(reasons) > 0:
		return reasons
	case first == last:
		return []ClosedReason{{Text: ClosedOutsideHours}}
	}
	return []ClosedReason{{Text: ClosedAtNight}}
}

// dayReasons returns why nothing opens on a day, each reason once; none if something
// does.
func dayReasons(day *calendar.Day) (reasons []ClosedReason) {
	if len(day.Parts) == 0 {
		if text := day.Reason(); text != "" {
			reasons = append(reasons, ClosedReason{Text: text, Dated: day.Dated()})
		}
	}
	for _, part := range day.Parts {
		if r := (ClosedReason{Text: part.Reason(), Dated: part.Dated()}); !slices.Contains(reasons, r) {
			reasons = append(reasons, r)
		}
	}
	return reasons
}

// closedText puts reasons in a line.
func closedText(reasons []ClosedReason) string {
	text := ""
	for i, r := range reasons {
		if i > 0 {
			text += ", "
		}
		text += r.Text
	}
	return text
}
