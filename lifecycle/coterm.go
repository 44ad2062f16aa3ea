package lifecycle

import (
	"fmt"
	"strconv"

	"github.com/slaclock/slaclock/calendar"
)

// A CoTermRule says how many months make terms of different ends end on one day.
// The zero CoTermRule rounds every rest up.
type CoTermRule struct {
	// RoundDown is the longest rest, in days, that is rounded down; a longer one
	// makes a full month. 0 or more.
	RoundDown int
}

// A CoTerm is the months to buy, and how they came about. The zero CoTerm is
// none to buy.
type CoTerm struct {
	Months int `json:"months"` // to buy
	Whole  int `json:"whole"`  // the full months that fit
	Rest   int `json:"rest"`   // the days that are left after them
}

// Months returns the months to buy from the last day covered until a common end.
//
// The last day covered does not count and the common end does (G5). Full months
// are counted from the last day covered, each from there and none from the one
// before it (G4): from 31 January, 28 February is one full month and 31 March
// two. Where both are one day there is nothing to buy.
//
// The error, an [ErrTerms], says that the common end is before the last day
// covered, or that RoundDown is negative.
func (r CoTermRule) Months(covered, end calendar.Date) (CoTerm, error) {
	if r.RoundDown < 0 {
		return CoTerm{}, &TermError{Place: "round_down", Value: strconv.Itoa(r.RoundDown), Why: "is no number of days; write 0 or more"}
	}
	if end.Compare(covered) < 0 {
		return CoTerm{}, &TermError{Place: "end", Value: end.String(), Why: fmt.Sprintf("is before the last day covered; write %v or later", covered)}
	}
	whole := monthsSince(covered, end)
	after, err := covered.Plus(whole, calendar.Months)
	if err != nil {
		return CoTerm{}, beyond("end", end.String(), err)
	}
	if end.Compare(after) < 0 {
		whole--
		if after, err = covered.Plus(whole, calendar.Months); err != nil {
			return CoTerm{}, beyond("end", end.String(), err)
		}
	}
	co := CoTerm{Months: whole, Whole: whole, Rest: after.DaysUntil(end)}
	if co.Rest > r.RoundDown {
		co.Months++
	}
	return co, nil
}
