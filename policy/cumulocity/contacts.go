package cumulocity

import (
	"strconv"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// The figures of 2.2 (CUM-12).
const (
	contactReviewYears   = 1 // 2.2(7)
	consultationsPerYear = 4 // 2.2(8)
)

// ContactsReviewed reports whether the list of contacts, last reviewed on the day last,
// counts as reviewed on the day on. It does from last through the same day a year later (G5),
// but not on the day after that. The result is the fact contacts_reviewed of [Coverage]. The
// error is a [policy.ErrFacts] if last is after on.
func ContactsReviewed(last, on calendar.Date) (bool, error) {
	if last.Compare(on) > 0 {
		return false, &policy.PlaceError{Kind: policy.ErrFacts, Place: "last", Value: last.String(), Why: "is after the day that is asked for, " + on.String() + "; give the last review by then"}
	}
	year, err := calendar.PeriodAfter(last, contactReviewYears, calendar.Years)
	if err != nil {
		return false, err
	}
	return on.Compare(year.Through) <= 0, nil
}

// ConsultationsLeft returns how many of the year's consultations are left when held have been
// held, never less than 0. At 0, the fact consultations_used_up of [Coverage] is true for a
// request for another one. The text does not say which year counts; held is what the parties
// count as this year's. The error is a [policy.ErrFacts] if held is negative.
func ConsultationsLeft(held int) (int, error) {
	if held < 0 {
		return 0, &policy.PlaceError{Kind: policy.ErrFacts, Place: "held", Value: strconv.Itoa(held), Why: "is not a number of consultations; write 0 or more"}
	}
	return max(0, consultationsPerYear-held), nil
}
