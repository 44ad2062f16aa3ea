package lifecycle

import (
	"fmt"
	"strconv"

	"github.com/slaclock/slaclock/calendar"
)

// A NoticeRule says how long before a day notice of it must be given. The zero
// NoticeRule asks for notice on the day itself at the latest.
type NoticeRule struct {
	Ahead  int           `json:"ahead"`  // 0 or more
	Unit   calendar.Unit `json:"unit"`   // what Ahead counts
	Clause string        `json:"clause"` // the clause that the reasons cite
}

// A NoticeCheck says whether a notice was in time. The zero NoticeCheck stands for no
// check.
type NoticeCheck struct {
	LastDay  calendar.Date `json:"last_day"` // a notice given on it is in time
	InTime   bool          `json:"in_time"`
	DaysLate int           `json:"days_late"` // 0 if it is in time
	Reason   TermReason    `json:"reason"`
}

// LastDay returns the last day, included, on which notice of a day can be given: Ahead
// units before it. Months and years clamp to the end of a month (G4): one month before 31
// March is 28 or 29 February.
//
// The error is an [ErrTerms] if Ahead is negative, the unit is unknown, or the last day
// would be before the year 1.
func (r NoticeRule) LastDay(of calendar.Date) (calendar.Date, error) {
	if r.Ahead < 0 {
		return calendar.Date{}, &TermError{Place: "ahead", Value: strconv.Itoa(r.Ahead), Why: "is after the day itself; write 0 or more"}
	}
	if err := checkUnit(r.Unit); err != nil {
		return calendar.Date{}, err
	}
	last, err := of.Plus(-r.Ahead, r.Unit)
	if err != nil {
		return calendar.Date{}, beyond("notice", fmt.Sprintf("%d %v before %v", r.Ahead, r.Unit, of), err)
	}
	return last, nil
}

// Check reports whether notice of a day, given on another, was in time. For
// errors see [NoticeRule.LastDay].
func (r NoticeRule) Check(of, given calendar.Date) (NoticeCheck, error) {
	last, err := r.LastDay(of)
	if err != nil {
		return NoticeCheck{}, err
	}
	check := NoticeCheck{LastDay: last, InTime: given.Compare(last) <= 0, DaysLate: max(0, last.DaysUntil(given))}
	text := fmt.Sprintf("notice of %v was due by %v, %d %v before, and was given on %v", of, last, r.Ahead, r.Unit, given)
	check.Reason = TermReason{Clause: r.Clause, Text: text}
	return check, nil
}

func checkUnit(u calendar.Unit) error {
	if u > calendar.Years {
		return &TermError{Place: "unit", Value: u.String(), Why: "is not a unit of notice periods; write Days, Weeks, Months or Years"}
	}
	return nil
}
