package policy

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A ClosedReason says why a calendar is closed for a while, or for part of it. The zero
// ClosedReason stands for no reason.
type ClosedReason struct {
	// Text is the text of [calendar.Day.Reason] for a day on which nothing opens: the name
	// of a holiday, "weekend", "closed on Fridays". Otherwise it is [ClosedAtNight],
	// [ClosedOutsideHours] or [ClosedBeyondDates].
	Text string
	// If Dated is set, the reason belongs to certain dates, as with [calendar.Day.Dated]:
	// to a holiday, a day with hours of its own, or a day that lacks its hours, or does not
	// exist, because the clocks change. All other reasons recur every day or every week.
	Dated bool
}

// The reasons why a calendar is closed even though it opens on each of the days.
const (
	ClosedAtNight      = "night"         // from one day to another
	ClosedOutsideHours = "outside hours" // within one day
	// ClosedBeyondDates is for instants outside the years 1 to 9999, which have no dates.
	ClosedBeyondDates = "closed"
)

// maxClosedDays is how many days after the first are searched for reasons: no holidays are
// longer.
const maxClosedDays = 40

// ClosedReasons returns why a calendar is closed from one instant to another, between which
// it does not open. It has a reason for each day on which nothing opens, in order,
// including the days of both instants in the calendar's zone; consecutive days with the
// same reason give it once. A combination of calendars can have several reasons for a day,
// those of its parts; see [calendar.Day].Parts. There is at least one reason, unless to is
// not after from or c is nil. Only the first 41 days are looked at.
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

// dayReasons returns why nothing opens on a day, each reason once, or nil if something
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
