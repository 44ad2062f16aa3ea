package lifecycle

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/slaclock/slaclock/calendar"
)

// A CoTermRule says how many months to buy so that terms with different ends end on one
// day. The zero CoTermRule rounds every rest up.
type CoTermRule struct {
	// RoundDown is the longest rest, in days, that is rounded down; a longer one counts
	// as a full month. It must be 0 or more.
	RoundDown int `json:"round_down"`
}

// A CoTerm has the months to buy, and how they are made up. The zero CoTerm has none to
// buy.
type CoTerm struct {
	Months int `json:"months"` // to buy
	Whole  int `json:"whole"`  // the full months that fit
	Rest   int `json:"rest"`   // the days that remain after them
}

// Months returns the months to buy from the last day covered until a common end.
//
// The last day covered does not count, and the common end does (G5). Each full month is
// counted from the last day covered, not from the month before it (G4): from 31 January,
// 28 February is one full month and 31 March two. If both are the same day, there is
// nothing to buy.
//
// The error is an [ErrTerms] if the common end is before the last day covered or
// RoundDown is negative.
func (r CoTermRule) Months(covered, end calendar.Date) (CoTerm, error) {
	if r.RoundDown < 0 {
		return CoTerm{}, &TermError{Place: "round_down", Value: strconv.Itoa(r.RoundDown), Why: "is no number of days; write 0 or more"}
	}
	if end.Compare(covered) < 0 {
		return CoTerm{}, &TermError{Place: "end", Value: end.String(), Why: fmt.Sprintf("is before the last day covered; write %v or later", covered)}
	}
	whole := monthsSince(covered, end)
	after, _ := covered.Plus(whole, calendar.Months) // lies in the month of end, so it has no error
	if end.Compare(after) < 0 {
		whole--
		after, _ = covered.Plus(whole, calendar.Months)
	}
	co := CoTerm{Months: whole, Whole: whole, Rest: after.DaysUntil(end)}
	if co.Rest > r.RoundDown {
		co.Months++
	}
	return co, nil
}

// A StandardTermRule lists the lengths of the terms on sale, one of which is cut to a
// common end (ISP-10, 10.2.2). The zero StandardTermRule is invalid: it sells none, which
// is an [ErrTerms].
type StandardTermRule struct {
	Months []int `json:"months"` // the lengths on sale, each at least 1, in any order
}

// A StandardTerm is the term to buy, and what is cut off it. The zero StandardTerm stands
// for no term.
type StandardTerm struct {
	Months  int           `json:"months"`  // to buy: the shortest that is long enough
	Through calendar.Date `json:"through"` // the common end, to which it is cut
	Cut     int           `json:"cut"`     // the days of the term that are lost
}

// Least returns the shortest term on sale that reaches from the last day covered to a
// common end, to which it is cut. The last day covered does not count, and the term ends
// on the same day of a later month, or on the last day of a shorter one (G4, G5); a term
// that ends on the common end itself is long enough. If nothing remains to be covered, it
// is the shortest term of all.
//
// The error is an [ErrTerms] if the common end is before the last day covered, no term is
// long enough, a length is less than 1 or more than 120,000, or a term that is tried
// would end after the year 9999.
func (r StandardTermRule) Least(covered, end calendar.Date) (StandardTerm, error) {
	for i, months := range r.Months {
		if months < 1 || months > maxMonths {
			return StandardTerm{}, &TermError{Place: fmt.Sprintf("months[%d]", i), Value: strconv.Itoa(months), Why: fmt.Sprintf("is no length of a term; write 1 to %d", maxMonths)}
		}
	}
	if end.Compare(covered) < 0 {
		return StandardTerm{}, &TermError{Place: "end", Value: end.String(), Why: fmt.Sprintf("is before the last day covered; write %v or later", covered)}
	}
	for _, months := range slices.Sorted(slices.Values(r.Months)) {
		through, err := covered.Plus(months, calendar.Months)
		if err != nil {
			return StandardTerm{}, beyond("end", end.String(), err)
		}
		if end.Compare(through) <= 0 {
			return StandardTerm{Months: months, Through: end, Cut: end.DaysUntil(through)}, nil
		}
	}
	return StandardTerm{}, &TermError{Place: "end", Value: end.String(), Why: fmt.Sprintf("is later than any term on sale from %v reaches; write an earlier one, or sell a longer term", covered)}
}
