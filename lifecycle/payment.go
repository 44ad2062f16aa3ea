package lifecycle

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/slaclock/slaclock/calendar"
)

// A PaymentRule says how long an amount may stay unpaid before it has a
// consequence. The zero PaymentRule has no time, which is an error.
type PaymentRule struct {
	Count  int           `json:"count"`  // 1 or more
	Unit   calendar.Unit `json:"unit"`   // what Count counts
	Clause string        `json:"clause"` // the clause that the reasons cite
}

// A Debt is an amount that is due. The zero Debt was due on 0001-01-01.
type Debt struct {
	Name string         `json:"name"`           // names the amount in reasons and errors, such as an invoice number
	Due  calendar.Date  `json:"due"`            // the day by which it was to be paid
	Paid *calendar.Date `json:"paid,omitempty"` // the day on which all of it was paid; nil as long as it is not
}

// Period returns the days within which an unpaid amount has no consequence yet,
// for a period that an event starts: the due date, or the receipt of a notice.
// The day of the event does not count and the last day is included (G5); the
// consequence begins on the day after it.
//
// The error, an [ErrTerms], says that Count is less than 1, that the unit is
// unknown, or that the period would end after the year 9999.
func (r PaymentRule) Period(event calendar.Date) (calendar.Period, error) {
	if err := r.check(); err != nil {
		return calendar.Period{}, err
	}
	period, err := calendar.PeriodAfter(event, r.Count, r.Unit)
	if err != nil {
		return calendar.Period{}, beyond("payment", fmt.Sprintf("%d %v after %v", r.Count, r.Unit, event), err)
	}
	return period, nil
}

// Status returns where a customer with these debts stands on a day. It is
// [Active] while nothing is late, [PaymentDue] from the day after the first due
// date that passed unpaid, and [Suspendable] from the day after the period that
// follows it. A payment takes effect on its day, and support that could be
// suspended no longer can.
//
// Payments after the day are checked and have no effect, so that the answer is
// the one that could be given on that day; due dates are known ahead. The error,
// an [ErrTerms], says that a period cannot be (see [PaymentRule.Period]).
func (r PaymentRule) Status(debts []Debt, on calendar.Date) (TermStatus, error) {
	type open struct {
		debt    Debt
		late    calendar.Date // the first day of its being late
		through calendar.Date // the last day without consequence
		after   calendar.Date // the day after it
	}
	if err := r.check(); err != nil {
		return TermStatus{}, err
	}
	var unpaid []open
	for i, d := range debts {
		period, err := r.Period(d.Due)
		if err != nil {
			return TermStatus{}, beyond(fmt.Sprintf("debts[%d].due", i), d.Due.String(), err)
		}
		after, err := period.Through.Plus(1, calendar.Days)
		if err != nil {
			return TermStatus{}, beyond(fmt.Sprintf("debts[%d].due", i), d.Due.String(), err)
		}
		if d.Paid == nil || d.Paid.Compare(on) > 0 {
			unpaid = append(unpaid, open{d, period.From, period.Through, after})
		}
	}
	none := []TermReason{{r.Clause, "no amount is late"}}
	stretches := []stretch{{state: Active, reasons: none}}
	if len(unpaid) > 0 {
		// The period has one length, but clamping lets two due dates end on one day;
		// the earlier is the one that was late first.
		first := slices.MinFunc(unpaid, func(a, b open) int { return a.late.Compare(b.late) })
		name := ""
		if first.debt.Name != "" {
			name = first.debt.Name + ", "
		}
		late := fmt.Sprintf("%sdue on %v, was not paid by then; support goes on through %v", name, first.debt.Due, first.through)
		gone := fmt.Sprintf("%sdue on %v, was not paid through %v, %d %v later; support may be suspended from the day after", name, first.debt.Due, first.through, r.Count, r.Unit)
		stretches = append(stretches,
			stretch{first.late, PaymentDue, []TermReason{{r.Clause, "an amount, " + late}}},
			stretch{first.after, Suspendable, []TermReason{{r.Clause, "an amount, " + gone}}})
	}
	return statusOn(on, stretches), nil
}

func (r PaymentRule) check() error {
	if r.Count < 1 {
		return &TermError{Place: "count", Value: strconv.Itoa(r.Count), Why: "leaves no time to pay; write 1 or more"}
	}
	return checkUnit(r.Unit)
}
