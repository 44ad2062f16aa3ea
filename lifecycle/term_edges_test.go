package lifecycle_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// The first value that is not an end, kind or rounding is an error, and the last that is
// one is not.
func TestTerms_FirstUnknown(t *testing.T) {
	anchor := day(t, "2026-03-15")
	term := calendar.Period{From: anchor, Through: anchor}
	_, ended := lifecycle.TermRule{Months: 1, End: 2}.Term(anchor, 1)
	_, rounded := lifecycle.LiabilityRule{Rounding: 3}.Cap(1, term, anchor)
	_, cost := lifecycle.LiabilityRule{}.Cap(-10, term, anchor)
	_, events := lifecycle.SubscriptionRule{Term: lifecycle.TermRule{Months: 1}, Unpaid: lifecycle.PaymentRule{Count: 1}}.Status(
		anchor, []lifecycle.TermEvent{{Kind: 4, On: anchor, Term: 1}}, anchor)
	for _, tt := range []struct {
		err  error
		want string
	}{
		{ended, `lifecycle: end: "TermEnd(2)" is not an end of terms; write month_end or day_before_anniversary`},
		{rounded, `lifecycle: rounding: "Rounding(3)" is not a way of rounding; write down, up or half_up`},
		{events, `lifecycle: events[0].kind: "TermEventKind(4)" is not a kind of event; write fee_paid, non_payment or not_renewing`},
		{cost, `lifecycle: cost: "-10" is less than nothing; write 0 or more minor units`},
	} {
		if text(tt.err) != tt.want || !errors.Is(tt.err, lifecycle.ErrTerms) {
			t.Errorf("got  %v\nwant %s", tt.err, tt.want)
		}
	}
	if n, ok, err := (lifecycle.TermRule{Months: 120_000}).TermOn(anchor, anchor); n != 1 || !ok || err != nil {
		t.Errorf("the longest term there is: %d, %v, %v", n, ok, err)
	}
	whole, err := lifecycle.LiabilityRule{Percent: 100, Rounding: lifecycle.RoundHalfUp}.Cap(7, calendar.Period{From: anchor, Through: day(t, "2026-03-16")}, anchor)
	if whole.Minor != 4 || err != nil { // 7 × 1 ÷ 2 is 3.5
		t.Errorf("all of it: %+v, %v", whole, err)
	}
	least, err := lifecycle.StandardTermRule{Months: []int{1}}.Least(anchor, day(t, "2026-04-15"))
	if least.Months != 1 || least.Cut != 0 || err != nil {
		t.Errorf("a term of one month: %+v, %v", least, err)
	}
	_, err = lifecycle.StandardTermRule{Months: []int{120_000}}.Least(anchor, anchor)
	if want := `lifecycle: end: "2026-03-15" leads to a day outside the years 1 to 9999; write a date or a number for which it does not`; text(err) != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

// A debt whose period ends on the day before the last day of all can be told.
func TestPOR7_LastDays(t *testing.T) {
	rule := lifecycle.PaymentRule{Count: 1, Clause: "POR-7"}
	s, err := rule.Status([]lifecycle.Debt{{Due: day(t, "9999-12-29")}}, day(t, "9999-12-31"))
	if err != nil || s.State != lifecycle.Suspendable {
		t.Errorf("%+v, %v", s, err)
	}
	if _, err = rule.Status([]lifecycle.Debt{{Due: day(t, "9999-12-30")}}, day(t, "2026-01-01")); !errors.Is(err, lifecycle.ErrTerms) {
		t.Errorf("%v", err)
	}
}

// Reasons name an amount that has a name, and no other.
func TestPOR7_Names(t *testing.T) {
	rule := lifecycle.PaymentRule{Count: 30, Clause: "POR-7"}
	for name, want := range map[string]string{
		"":     "an amount, due on 2026-03-01, was not paid by then; support goes on through 2026-03-31 [POR-7]",
		"I-17": "an amount, I-17, due on 2026-03-01, was not paid by then; support goes on through 2026-03-31 [POR-7]",
	} {
		s, err := rule.Status([]lifecycle.Debt{{Name: name, Due: day(t, "2026-03-01")}}, day(t, "2026-03-02"))
		if err != nil || len(s.Reasons) != 1 || s.Reasons[0].String() != want {
			t.Errorf("got %v, %v\nwant %s", s.Reasons, err, want)
		}
	}
}

// A fix says why it is supported; where the proper one comes on the day of its
// delivery, it never is, and what comes next is its end.
func TestSEM3_Reasons(t *testing.T) {
	delivered, proper := day(t, "2026-03-01"), day(t, "2026-03-05")
	for _, tt := range []struct {
		fix      lifecycle.TemporaryFix
		on, want string
	}{
		{lifecycle.TemporaryFix{Delivered: delivered}, "2026-03-01", "active: the fix, delivered on 2026-03-01, is supported until a proper one is available; then nothing"},
		{lifecycle.TemporaryFix{Delivered: delivered, Proper: &proper}, "2026-03-01",
			"active: the fix, delivered on 2026-03-01, is supported through 2026-03-04, the day before the proper one; then ended on 2026-03-05"},
		{lifecycle.TemporaryFix{Delivered: delivered, Proper: &delivered}, "2026-02-28", "pending: the fix is delivered on 2026-03-01; then ended on 2026-03-01"},
		{lifecycle.TemporaryFix{Delivered: delivered, Proper: &proper}, "2026-03-05", "ended: the proper fix is available since 2026-03-05; then nothing"},
	} {
		s, err := tt.fix.Status(day(t, tt.on))
		if err != nil {
			t.Fatal(err)
		}
		then := "nothing"
		if s.Next != nil {
			then = fmt.Sprintf("%s on %v", s.Next.State, s.Next.On)
		}
		if got := fmt.Sprintf("%s: %s; then %s", s.State, s.Reasons[0].Text, then); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}

// A licence with four terms: what each of the edges of a term and of a paid
// break gives, and why (ISP-9).
func TestISP9_Edges(t *testing.T) {
	span := func(text string) calendar.Period {
		from, through, _ := strings.Cut(text, "/")
		return calendar.Period{From: day(t, from), Through: day(t, through)}
	}
	license := lifecycle.License{
		Perpetual: true, Clause: "ISP-9",
		Terms: []calendar.Period{span("2025-07-01/2025-12-31"), span("2026-03-01/2026-05-31"), span("2026-08-01/2026-08-31"), span("2026-09-02/2026-09-30")},
		Paid: []lifecycle.MissedPayment{
			{On: day(t, "2026-03-01"), Period: span("2026-01-01/2026-02-28")},
			{On: day(t, "2026-03-01"), Period: span("2024-01-01/2024-02-28")}, // of a day that no break has
			{On: day(t, "2026-09-02"), Period: span("2026-09-01/2026-09-01")}, // the whole break
		},
	}
	for on, want := range map[string]string{
		"2025-06-30": "pending none [], then active on 2025-07-01",
		"2025-07-01": "active 2025-12-31 [], then lapsed on 2026-01-01",
		"2025-12-31": "active 2025-12-31 [], then lapsed on 2026-01-01",
		"2026-01-01": "lapsed 2025-12-31 [2026-01-01/2026-02-28], then updates_held on 2026-03-01",
		"2026-02-28": "lapsed 2025-12-31 [2026-01-01/2026-02-28], then updates_held on 2026-03-01",
		"2026-03-01": "active 2026-05-31 [], then lapsed on 2026-06-01",
		"2026-05-31": "active 2026-05-31 [], then lapsed on 2026-06-01",
		"2026-06-01": "lapsed 2026-05-31 [2026-06-01/2026-07-31], then updates_held on 2026-08-01",
		"2026-07-31": "lapsed 2026-05-31 [2026-06-01/2026-07-31], then updates_held on 2026-08-01",
		"2026-08-01": "updates_held 2026-05-31 [2026-06-01/2026-07-31], then lapsed on 2026-09-01",
		"2026-09-01": "lapsed 2026-05-31 [2026-06-01/2026-07-31 2026-09-01/2026-09-01], then updates_held on 2026-09-02",
		"2026-09-02": "updates_held 2026-05-31 [2026-06-01/2026-07-31], then lapsed on 2026-10-01",
		"2026-10-01": "lapsed 2026-05-31 [2026-06-01/2026-07-31 2026-10-01/2026-10-01], then nothing",
		"2026-10-02": "lapsed 2026-05-31 [2026-06-01/2026-07-31 2026-10-01/2026-10-02], then nothing",
	} {
		s, err := license.Status(day(t, on))
		if err != nil {
			t.Fatal(err)
		}
		through, then := "none", "nothing"
		if s.UpdatesThrough != nil {
			through = s.UpdatesThrough.String()
		}
		if s.Next != nil {
			then = fmt.Sprintf("%s on %v", s.Next.State, s.Next.On)
		}
		if got := fmt.Sprintf("%s %s %v, then %s", s.State, through, s.Missed, then); got != want {
			t.Errorf("on %s: got %s\nwant %s", on, got, want)
		}
	}
}

// A notice for the fee of term 3 can come from the day on which it is invoiced: 30
// days before term 2 ends on 14 March 2028, or on the first day of term 2 where the
// invoice comes even earlier. In a term of a year too many, or too few, it is refused.
func TestPUR9_EarliestNotice(t *testing.T) {
	anchor := day(t, "2026-03-15")
	const early = " is before the fee of term 3 is invoiced, on about 2028-02-13; write that day or later, or the term whose fee is unpaid; where invoices come earlier, a larger invoice_ahead says so"
	for _, tt := range []struct {
		ahead    int
		on, want string
	}{
		{30, "2027-02-20", "lifecycle: events[0].on: \"2027-02-20\" is before term 2 begins, in which the fee of term 3 is invoiced; write 2028-02-13 or later"},
		{30, "2027-06-10", "lifecycle: events[0].on: \"2027-06-10\"" + early},
		{30, "2028-02-12", "lifecycle: events[0].on: \"2028-02-12\"" + early},
		{30, "2028-02-13", ""},
		{30, "2028-02-14", ""},
		{29, "2028-02-13", "lifecycle: events[0].on: \"2028-02-13\" is before the fee of term 3 is invoiced, on about 2028-02-14; write that day or later, or the term whose fee is unpaid; where invoices come earlier, a larger invoice_ahead says so"},
		{31, "2028-02-12", ""},
		{0, "2028-03-13", "lifecycle: events[0].on: \"2028-03-13\" is before the fee of term 3 is invoiced, on about 2028-03-14; write that day or later, or the term whose fee is unpaid; where invoices come earlier, a larger invoice_ahead says so"},
		{0, "2028-03-14", ""},
		{400, "2027-03-14", "lifecycle: events[0].on: \"2027-03-14\" is before term 2 begins, in which the fee of term 3 is invoiced; write 2027-03-15 or later"},
		{400, "2027-03-15", ""},
		{400, "2027-03-16", ""},
	} {
		rule := lifecycle.SubscriptionRule{
			Term:         lifecycle.TermRule{Months: 12, End: lifecycle.DayBeforeAnniversary},
			InvoiceAhead: tt.ahead, Unpaid: lifecycle.PaymentRule{Count: 15},
		}
		_, err := rule.Status(anchor, []lifecycle.TermEvent{{Kind: lifecycle.NonPayment, On: day(t, tt.on), Term: 3}}, anchor)
		if got := text(err); got != tt.want && (err != nil || tt.want != "") {
			t.Errorf("%d days ahead, %s: got  %s\nwant %s", tt.ahead, tt.on, got, tt.want)
		}
	}
}

// The fee of the first term, with a notice about as late as the term's last day,
// 14 March 2027: one on that day still shows, one whose 15 days end on that day
// is why support ends, and one whose days end later ends nothing sooner.
func TestPUR9_FirstFeeEdges(t *testing.T) {
	rule := lifecycle.SubscriptionRule{
		Term:    lifecycle.TermRule{Months: 12, End: lifecycle.DayBeforeAnniversary, Clause: "PUR-10"},
		Decline: lifecycle.NoticeRule{Ahead: 1, Clause: "PUR-10"},
		Unpaid:  lifecycle.PaymentRule{Count: 15, Clause: "PUR-9"},

		InvoiceAhead: 90,
	}
	const (
		renewed = "the fee of term 2 was not paid by 2027-03-15, so it did not begin, and term 1, through 2027-03-14, was the last [PUR-10]"
		first   = "the fee of term 1 was not paid through "
		second  = "the fee of term 2 was not paid through "
		since   = ", 15 days after notice of non-payment was received on "
		rest    = "; paying later renews nothing [PUR-9]"
	)
	for _, tt := range []struct {
		first, second string // when the notices were received
		on, want      string
	}{
		{"2027-02-26", "", "2027-03-14", "ended: " + first + "2027-03-13" + since + "2027-02-26" + rest},
		{"2027-02-27", "", "2027-03-14", "payment_due until 2027-03-15"},
		{"2027-02-27", "", "2027-03-15", "ended: " + first + "2027-03-14" + since + "2027-02-27" + rest},
		{"2027-02-28", "", "2027-03-14", "payment_due until 2027-03-15"},
		{"2027-02-28", "", "2027-03-15", "ended: " + renewed},
		{"2027-03-10", "", "2027-03-09", "active until 2027-03-15"},
		{"2027-03-10", "", "2027-03-10", "payment_due until 2027-03-15"},
		{"2027-03-14", "", "2027-03-13", "active until 2027-03-15"},
		{"2027-03-14", "", "2027-03-14", "payment_due until 2027-03-15"},
		{"2027-03-15", "", "2027-03-15", "ended: " + renewed},
		// The fee of the second term has ended support before the first one does.
		{"2027-03-05", "2027-03-01", "2027-03-16", "payment_due until 2027-03-17"},
		{"2027-03-05", "2027-03-01", "2027-03-17", "ended: " + second + "2027-03-16" + since + "2027-03-01" + rest},
		{"2027-03-01", "2027-03-05", "2027-03-17", "ended: " + first + "2027-03-16" + since + "2027-03-01" + rest},
	} {
		var events []lifecycle.TermEvent
		for k, received := range []string{tt.first, tt.second} {
			if received != "" {
				events = append(events, lifecycle.TermEvent{Kind: lifecycle.NonPayment, On: day(t, received), Term: k + 1})
			}
		}
		s, err := rule.Status(day(t, "2026-03-15"), events, day(t, tt.on))
		if err != nil {
			t.Fatal(err)
		}
		got := string(s.State)
		if s.Next != nil {
			got += " until " + s.Next.On.String()
		} else {
			got += ": " + s.Reasons[0].String()
		}
		if got != tt.want {
			t.Errorf("%s, %s on %s: got %s\nwant %s", tt.first, tt.second, tt.on, got, tt.want)
		}
	}
}

// Who gives notice not to renew owes no fee for the term that will not be, unless
// the days to pay it are over by then, and support with them.
func TestPUR10_DeclinedAfterLapse(t *testing.T) {
	rule := lifecycle.SubscriptionRule{
		Term:    lifecycle.TermRule{Months: 12, End: lifecycle.DayBeforeAnniversary, Clause: "PUR-10"},
		Decline: lifecycle.NoticeRule{Ahead: 1, Clause: "PUR-10"},
		Unpaid:  lifecycle.PaymentRule{Count: 15, Clause: "PUR-9"},

		InvoiceAhead: 90,
	}
	for given, want := range map[string]string{ // support ends after 16 January by the notice of non-payment
		"2027-01-15": "active until 2027-03-15",
		"2027-01-16": "active until 2027-03-15",
		"2027-01-17": "ended",
		"2027-02-01": "ended",
	} {
		s, err := rule.Status(day(t, "2026-03-15"), []lifecycle.TermEvent{
			{Kind: lifecycle.NonPayment, On: day(t, "2027-01-01"), Term: 2}, {Kind: lifecycle.NotRenewing, On: day(t, given)},
		}, day(t, "2027-02-02"))
		if err != nil {
			t.Fatal(err)
		}
		got := string(s.State)
		if s.Next != nil {
			got += " until " + s.Next.On.String()
		}
		if got != want {
			t.Errorf("given on %s: got %s\nwant %s", given, got, want)
		}
	}
}
