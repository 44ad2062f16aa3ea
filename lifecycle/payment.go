package lifecycle

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/slaclock/slaclock/calendar"
)

// A PaymentRule says how long an amount may stay unpaid before it has a consequence. The
// zero PaymentRule is invalid: it leaves no time, which is an [ErrTerms].
type PaymentRule struct {
	Count  int           `json:"count"`  // 1 or more
	Unit   calendar.Unit `json:"unit"`   // what Count counts
	Clause string        `json:"clause"` // the clause that the reasons cite
}

// A Debt is an amount that is due. The zero Debt was due on 0001-01-01.
type Debt struct {
	Name string         `json:"name"`           // names the amount in reasons, such as an invoice number
	Due  calendar.Date  `json:"due"`            // the day by which it was to be paid
	Paid *calendar.Date `json:"paid,omitempty"` // the day on which all of it was paid; nil as long as it is not
}

// Period returns the days within which an unpaid amount has no consequence yet. An event
// starts the period: a due date, or the receipt of a notice. The day of the event does
// not count, and the last day is included (G5); the consequence begins on the day after
// it.
//
// The error is an [ErrTerms] if Count is less than 1, the unit is unknown, or the period
// would end after the year 9999.
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

// Status returns where a customer with these debts stands on a day. The state is [Active]
// while nothing is late, [PaymentDue] from the day after the first due date that passed
// unpaid, and [Suspendable] from the day after the period that follows it. A payment
// takes effect on its day: support that could be suspended for that amount no longer can
// be. Reasons name every amount that is late, in the order of their due dates, those of
// one day in the order given.
//
// Payments after the day have no effect, so that the answer is the one that could be
// given on that day; due dates are known ahead.
//
// The error is an [ErrTerms] if the rule makes no sense or the day after a period would
// be after the year 9999; see [PaymentRule.Period].
func (r PaymentRule) Status(debts []Debt, on calendar.Date) (TermStatus, error) {
	if err := r.check(); err != nil {
		return TermStatus{}, err
	}
	var unpaid unpaidDebts
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
			unpaid = append(unpaid, unpaidDebt{d, period.From, period.Through, after})
		}
	}
	slices.SortStableFunc(unpaid, func(a, b unpaidDebt) int { return a.late.Compare(b.late) })
	stretches := []stretch{{state: Active}}
	if len(unpaid) > 0 {
		stretches = append(stretches, stretch{from: unpaid[0].late, state: PaymentDue}, stretch{from: unpaid[0].after, state: Suspendable})
	}
	// Amounts become late within a stretch too, so the reasons are those of the day.
	status := statusOn(on, stretches)
	status.Reasons = unpaid.reasons(r, on)
	if status.Next != nil {
		status.Next.Reasons = unpaid.reasons(r, status.Next.On)
	}
	return status, nil
}

// An unpaidDebt is a debt that is not paid on the day of the answer.
type unpaidDebt struct {
	debt    Debt
	late    calendar.Date // the first day on which it is late
	through calendar.Date // the last day without consequence
	after   calendar.Date // the day after it
}

// unpaidDebts are debts in the order of their due dates. All their periods have the same
// length, though clamping can let two of them end on one day, so the first debt is the
// first to be late and the first to have a consequence.
type unpaidDebts []unpaidDebt

// reasons returns why a customer stands where it does on a day: the debts that are
// late then, or that none is.
func (u unpaidDebts) reasons(r PaymentRule, on calendar.Date) []TermReason {
	var all []TermReason
	for _, d := range u {
		if d.late.Compare(on) > 0 {
			break
		}
		text := fmt.Sprintf("due on %v, was not paid ", d.debt.Due)
		if d.debt.Name != "" {
			text = d.debt.Name + ", " + text
		}
		switch {
		case d.after.Compare(on) <= 0:
			text += fmt.Sprintf("through %v, %d %v later; support may be suspended from the day after", d.through, r.Count, r.Unit)
		case d.through == u[0].through:
			text += fmt.Sprintf("by then; support goes on through %v", d.through)
		default: // an earlier one has its consequence before
			text += fmt.Sprintf("by then; for its part support goes on through %v", d.through)
		}
		all = append(all, TermReason{r.Clause, "an amount, " + text})
	}
	if all == nil {
		return []TermReason{{r.Clause, "no amount is late"}}
	}
	return all
}

func (r PaymentRule) check() error {
	if r.Count < 1 {
		return &TermError{Place: "count", Value: strconv.Itoa(r.Count), Why: "leaves no time to pay; write 1 or more"}
	}
	return checkUnit(r.Unit)
}
