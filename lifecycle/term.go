package lifecycle

import (
	"fmt"
	"strconv"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/enum"
)

// A TermEnd says on which day a term of whole months ends. The zero TermEnd is
// MonthEnd.
type TermEnd uint8

// The ends of terms. The anniversary is the start plus the months of the term (G4).
const (
	// MonthEnd is the last day, included, of the calendar month in which the anniversary
	// falls.
	MonthEnd TermEnd = iota
	// DayBeforeAnniversary is the day before the anniversary, included.
	DayBeforeAnniversary
)

var termEndNames = enum.Of[TermEnd](ErrTerms, "end of terms", "month_end", "day_before_anniversary")

// TermEndNames returns the names of the ends, the zero one first. The list is the
// caller's.
func TermEndNames() []string { return termEndNames.All() }

// String returns month_end or day_before_anniversary. If e is not one of the ends, it
// returns a text such as TermEnd(9).
func (e TermEnd) String() string { return termEndNames.String(e) }

// ParseTermEnd returns the end that text names. The error is an [ErrTerms]: an
// [enum.Error] that lists the names.
func ParseTermEnd(text string) (TermEnd, error) { return termEndNames.Parse(text) }

// MarshalText returns the name of e. The error is an [ErrTerms] if e is not one of the
// ends.
func (e TermEnd) MarshalText() ([]byte, error) { return termEndNames.Marshal(e) }

// UnmarshalText sets e to the end that text names; see [ParseTermEnd]. On error, e is
// unchanged.
func (e *TermEnd) UnmarshalText(text []byte) error { return termEndNames.Unmarshal(e, text) }

// A TermRule makes terms of equal length that follow each other from one day, the anchor.
// Every term is counted from the anchor, not from the one before it, so terms from 31
// January or 29 February return to that day (G4). The zero TermRule is invalid: it has no
// length, which is an [ErrTerms].
type TermRule struct {
	Months int     `json:"months"` // the length, at least 1
	End    TermEnd `json:"end"`    // the last day
	Clause string  `json:"clause"` // the clause that the reasons cite
}

// maxMonths is more months than the years 1 to 9999 have.
const maxMonths = 120_000

// Term returns the nth term, both ends included. The first is number 1 and begins on the
// anchor; the nth begins on the anniversary n-1. With [DayBeforeAnniversary] each term
// begins on the day after the end of the one before it. With [MonthEnd] it begins on the
// anniversary all the same, and the days from then until the end of that month are in
// both terms.
//
// The error is an [ErrTerms] if the rule has no valid length or end, n is less than 1, or
// the term would end after the year 9999.
func (r TermRule) Term(anchor calendar.Date, n int) (calendar.Period, error) {
	if err := r.check(); err != nil {
		return calendar.Period{}, err
	}
	if n < 1 {
		return calendar.Period{}, &TermError{Place: "term", Value: strconv.Itoa(n), Why: "is not a term; the first one is 1"}
	}
	from, err := r.anniversary(anchor, n-1)
	if err != nil {
		return calendar.Period{}, err
	}
	next, err := r.anniversary(anchor, n)
	if err != nil {
		return calendar.Period{}, err
	}
	if r.End == MonthEnd {
		return calendar.Period{From: from, Through: next.LastOfMonth()}, nil
	}
	// The anniversary is at least 28 days after the anchor, so the day before exists.
	through, err := next.Plus(-1, calendar.Days)
	return calendar.Period{From: from, Through: through}, err
}

// TermOn returns the number of the term that began last on or before a day; on an
// anniversary it is the new one. ok is false before the anchor. TermOn does not say that
// the term was renewed; a [SubscriptionRule] does.
//
// The error is an [ErrTerms] if the rule has no valid length or end.
func (r TermRule) TermOn(anchor, day calendar.Date) (n int, ok bool, err error) {
	if err := r.check(); err != nil {
		return 0, false, err
	}
	if day.Compare(anchor) < 0 {
		return 0, false, nil
	}
	// Whole months between the two, then at most one step back where the day of
	// the month has not come yet.
	months := monthsSince(anchor, day)
	n = months / r.Months
	begin, err := r.anniversary(anchor, n)
	if err != nil {
		return 0, false, err
	}
	if day.Compare(begin) < 0 {
		n--
	}
	return n + 1, true, nil
}

// monthsSince returns the number of calendar months from a's to b's, whatever
// their days are.
func monthsSince(a, b calendar.Date) int {
	yearA, monthA, _ := a.Civil()
	yearB, monthB, _ := b.Civil()
	return (yearB-yearA)*12 + int(monthB) - int(monthA)
}

func (r TermRule) check() error {
	switch {
	case r.Months < 1 || r.Months > maxMonths:
		return &TermError{Place: "months", Value: strconv.Itoa(r.Months), Why: fmt.Sprintf("is no length of a term; write 1 to %d", maxMonths)}
	case !termEndNames.Has(r.End):
		return &TermError{Place: "end", Value: r.End.String(), Why: termEndNames.Why()}
	}
	return nil
}

// anniversary returns the day n terms after the anchor; the anchor for n = 0.
func (r TermRule) anniversary(anchor calendar.Date, n int) (calendar.Date, error) {
	place := fmt.Sprintf("term %d from %v", n+1, anchor)
	if n > maxMonths/r.Months {
		return calendar.Date{}, beyond(place, "", nil)
	}
	day, err := anchor.Plus(n*r.Months, calendar.Months)
	if err != nil {
		return calendar.Date{}, beyond(place, "", err)
	}
	return day, nil
}
