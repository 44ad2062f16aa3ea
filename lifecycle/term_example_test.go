package lifecycle_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

func ExampleTermRule_Term() {
	anchor, _ := calendar.NewDate(2024, time.February, 29)
	rule := lifecycle.TermRule{Months: 12, End: lifecycle.DayBeforeAnniversary}
	for n := 1; n <= 5; n++ {
		term, err := rule.Term(anchor, n)
		fmt.Println(n, term, err)
	}
	// Output:
	// 1 2024-02-29/2025-02-27 <nil>
	// 2 2025-02-28/2026-02-27 <nil>
	// 3 2026-02-28/2027-02-27 <nil>
	// 4 2027-02-28/2028-02-28 <nil>
	// 5 2028-02-29/2029-02-27 <nil>
}

func ExampleTermRule_TermOn() {
	anchor, _ := calendar.NewDate(2026, time.March, 15)
	day, _ := calendar.NewDate(2028, time.March, 14)
	fmt.Println(lifecycle.TermRule{Months: 12}.TermOn(anchor, day))
	// Output: 2 true <nil>
}

func ExampleParseTermEnd() {
	end, err := lifecycle.ParseTermEnd("day_before_anniversary")
	fmt.Println(end == lifecycle.DayBeforeAnniversary, err)
	_, err = lifecycle.ParseTermEnd("sometime")
	fmt.Println(err)
	// Output:
	// true <nil>
	// lifecycle: end of terms: "sometime" is not an end of terms; write month_end or day_before_anniversary
}

func ExampleParseTermEventKind() {
	kind, err := lifecycle.ParseTermEventKind("non_payment")
	fmt.Println(kind == lifecycle.NonPayment, err)
	// Output: true <nil>
}

func ExampleSubscriptionRule_Status() {
	rule := lifecycle.SubscriptionRule{
		Term:         lifecycle.TermRule{Months: 12, End: lifecycle.MonthEnd, Clause: "8"},
		Decline:      lifecycle.NoticeRule{Ahead: 1, Unit: calendar.Days, Clause: "8"},
		InvoiceAhead: 30,
		Unpaid:       lifecycle.PaymentRule{Count: 15, Unit: calendar.Days, Clause: "6.1"},
	}
	anchor, _ := calendar.NewDate(2026, time.March, 15)
	paid, _ := calendar.NewDate(2027, time.March, 10)
	status, err := rule.Status(anchor, []lifecycle.TermEvent{{Kind: lifecycle.FeePaid, On: paid, Term: 2}}, paid)
	fmt.Println(status.State, status.Term.Number, status.Term.Period, err)
	fmt.Println("next:", status.Next.On, status.Next.State, status.Next.Reasons)
	// Output:
	// active 1 2026-03-15/2027-03-31 <nil>
	// next: 2027-03-15 active [term 2 runs from 2027-03-15 through 2028-03-31 [8] its fee was paid on 2027-03-10 [8]]
}

func ExampleNoticeRule_LastDay() {
	end, _ := calendar.NewDate(2028, time.March, 31)
	fmt.Println(lifecycle.NoticeRule{Ahead: 1, Unit: calendar.Months}.LastDay(end))
	// Output: 2028-02-29 <nil>
}

func ExampleNoticeRule_Check() {
	change, _ := calendar.NewDate(2026, time.June, 30)
	given, _ := calendar.NewDate(2026, time.June, 2)
	check, err := lifecycle.NoticeRule{Ahead: 30, Unit: calendar.Days, Clause: "5"}.Check(change, given)
	fmt.Println(check.LastDay, check.InTime, check.DaysLate, err)
	// Output: 2026-05-31 false 2 <nil>
}

func ExamplePaymentRule_Period() {
	received, _ := calendar.NewDate(2026, time.March, 1)
	fmt.Println(lifecycle.PaymentRule{Count: 15, Unit: calendar.Days}.Period(received))
	// Output: 2026-03-02/2026-03-16 <nil>
}

func ExamplePaymentRule_Status() {
	due, _ := calendar.NewDate(2026, time.March, 1)
	on, _ := calendar.NewDate(2026, time.March, 31)
	status, err := lifecycle.PaymentRule{Count: 30, Unit: calendar.Days}.Status([]lifecycle.Debt{{Due: due}}, on)
	fmt.Println(status.State, status.Next.On, status.Next.State, err)
	// Output: payment_due 2026-04-01 suspendable <nil>
}

func ExampleTemporaryFix_Window() {
	delivered, _ := calendar.NewDate(2026, time.March, 2)
	fmt.Println(lifecycle.TemporaryFix{Delivered: delivered}.Window())
	proper, _ := calendar.NewDate(2026, time.April, 1)
	fmt.Println(lifecycle.TemporaryFix{Delivered: delivered, Proper: &proper}.Window())
	// Output:
	// 2026-03-02/2026-03-02 false <nil>
	// 2026-03-02/2026-03-31 true <nil>
}

func ExampleTemporaryFix_Status() {
	delivered, _ := calendar.NewDate(2026, time.March, 2)
	status, err := lifecycle.TemporaryFix{Delivered: delivered, Clause: "2"}.Status(delivered)
	fmt.Println(status.State, status.Covered, status.Next == nil, err)
	fmt.Println(status.Reasons[0])
	// Output:
	// active true true <nil>
	// the fix, delivered on 2026-03-02, is supported until a proper one is available [2]
}

func ExampleLicense_Status() {
	day := func(year int, month time.Month, day int) calendar.Date {
		d, _ := calendar.NewDate(year, month, day)
		return d
	}
	license := lifecycle.License{Perpetual: true, Terms: []calendar.Period{
		{From: day(2026, 1, 1), Through: day(2026, 12, 31)},
		{From: day(2027, 3, 1), Through: day(2028, 2, 29)}, // after a break of two months
	}}
	status, err := license.Status(day(2027, 3, 1))
	fmt.Println(status.State, *status.UpdatesThrough, status.Missed, err)
	license.Paid = []lifecycle.MissedPayment{{On: day(2027, 3, 5), Period: status.Missed[0]}}
	status, err = license.Status(day(2027, 3, 5))
	fmt.Println(status.State, *status.UpdatesThrough, status.Missed, err)
	// Output:
	// updates_held 2026-12-31 [2027-01-01/2027-02-28] <nil>
	// active 2028-02-29 [] <nil>
}

func ExampleLicenseStatus_Entitled() {
	through, _ := calendar.NewDate(2026, time.December, 31)
	released, _ := calendar.NewDate(2027, time.January, 1)
	status := lifecycle.LicenseStatus{UpdatesThrough: &through}
	fmt.Println(status.Entitled(through), status.Entitled(released))
	// Output: true false
}

func ExampleCoTermRule_Months() {
	covered, _ := calendar.NewDate(2026, time.January, 31)
	end, _ := calendar.NewDate(2026, time.March, 6)
	co, err := lifecycle.CoTermRule{RoundDown: 5}.Months(covered, end)
	fmt.Println(co.Months, co.Whole, co.Rest, err)
	// Output: 2 1 6 <nil>
}

func ExampleLiabilityRule_Cap() {
	from, _ := calendar.NewDate(2026, time.January, 1)
	through, _ := calendar.NewDate(2026, time.December, 31)
	claim, _ := calendar.NewDate(2026, time.December, 1)
	limit, err := lifecycle.LiabilityRule{Percent: 50}.Cap(99_900, calendar.Period{From: from, Through: through}, claim)
	fmt.Println(limit.Minor, limit.RestDays, limit.TermDays, limit.Rounding, err)
	// Output: 4105 30 365 down <nil>
}
