package lifecycle_test

import (
	"errors"
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// termDay reads a date that is known to be right.
func termDay(t interface{ Fatal(...any) }, text string) calendar.Date {
	d, err := calendar.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// termPlus adds what is known to stay within the years.
func termPlus(t interface{ Fatal(...any) }, d calendar.Date, n int, u calendar.Unit) calendar.Date {
	sum, err := d.Plus(n, u)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// termAnchors draws days of 2024 to 2031, month ends and leap days often.
func termAnchors(t *rapid.T) calendar.Date {
	d := termPlus(t, termDay(t, "2024-01-01"), rapid.IntRange(0, 2900).Draw(t, "anchor"), calendar.Days)
	switch rapid.IntRange(0, 4).Draw(t, "kind") {
	case 0:
		return d.LastOfMonth()
	case 1:
		return termDay(t, "2028-02-29")
	}
	return d
}

func termRules(t *rapid.T) lifecycle.TermRule {
	return lifecycle.TermRule{Months: rapid.SampledFrom([]int{1, 2, 3, 6, 12, 18, 24, 36}).Draw(t, "months"),
		End: rapid.SampledFrom([]lifecycle.TermEnd{lifecycle.MonthEnd, lifecycle.DayBeforeAnniversary}).Draw(t, "end")}
}

// TestPropPUR10_CountedFromTheAnchor: term n begins n-1 lengths after the anchor
// and ends by the same rule as a first term of n lengths would; terms that end
// before the anniversary follow each other without a gap and without an overlap;
// those that end with a month leave no gap, and end on the last day of one.
func TestPropPUR10_CountedFromTheAnchor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule, anchor, n := termRules(t), termAnchors(t), rapid.IntRange(1, 40).Draw(t, "n")
		term, err := rule.Term(anchor, n)
		if err != nil {
			t.Fatal(err)
		}
		if want := termPlus(t, anchor, (n-1)*rule.Months, calendar.Months); term.From != want {
			t.Fatalf("term %d begins on %v, want %v", n, term.From, want)
		}
		long, err := lifecycle.TermRule{Months: n * rule.Months, End: rule.End}.Term(anchor, 1)
		if err != nil || long.Through != term.Through {
			t.Fatalf("term %d ends on %v, one of %d months on %v, %v", n, term.Through, n*rule.Months, long.Through, err)
		}
		next, err := rule.Term(anchor, n+1)
		if err != nil {
			t.Fatal(err)
		}
		gap := term.Through.DaysUntil(next.From)
		if rule.End == lifecycle.DayBeforeAnniversary && gap != 1 {
			t.Fatalf("%v is followed by %v", term, next)
		}
		if rule.End == lifecycle.MonthEnd && (gap > 0 || !term.Through.IsLastOfMonth() || gap < -30) {
			t.Fatalf("%v is followed by %v", term, next)
		}
	})
}

// TestPropPUR10_TermOn compares the number of the term with a count, day by day
// and anniversary by anniversary.
func TestPropPUR10_TermOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule, anchor := termRules(t), termAnchors(t)
		day := termPlus(t, anchor, rapid.IntRange(-3, 4000).Draw(t, "day"), calendar.Days)
		if rapid.Bool().Draw(t, "near an anniversary") {
			at := termPlus(t, anchor, rapid.IntRange(0, 20).Draw(t, "n")*rule.Months, calendar.Months)
			day = termPlus(t, at, rapid.IntRange(-1, 1).Draw(t, "off"), calendar.Days)
		}
		want := 0
		for termPlus(t, anchor, want*rule.Months, calendar.Months).Compare(day) <= 0 {
			want++
		}
		got, ok, err := rule.TermOn(anchor, day)
		if err != nil || got != want || ok != (want > 0) {
			t.Fatalf("%v from %v: %d, %v, %v; want %d", day, anchor, got, ok, err, want)
		}
	})
}

func TestPUR10_ReadingsDiffer(t *testing.T) {
	anchor := termDay(t, "2026-03-15")
	byMonth, err1 := lifecycle.TermRule{Months: 12, End: lifecycle.MonthEnd}.Term(anchor, 1)
	byDay, err2 := lifecycle.TermRule{Months: 12, End: lifecycle.DayBeforeAnniversary}.Term(anchor, 1)
	if err1 != nil || err2 != nil || byMonth.Through.String() != "2027-03-31" || byDay.Through.String() != "2027-03-14" {
		t.Errorf("%v, %v; %v, %v", byMonth, err1, byDay, err2)
	}
	// They agree only where the anniversary is the first of the month after.
	if longer, err := (lifecycle.TermRule{Months: 13, End: lifecycle.MonthEnd}).Term(anchor, 1); err != nil || longer.Through.String() != "2027-04-30" {
		t.Errorf("of 13 months: %v, %v", longer, err)
	}
}

// The mistakes that can be made, each with its place, its value and what is
// right.
func TestTerms_Errors(t *testing.T) {
	year := lifecycle.TermRule{Months: 12}
	const farTerm = math.MaxInt/2 + 1 // twelve times this is zero where an int goes round
	anchor, last := termDay(t, "2026-03-15"), termDay(t, "9999-06-01")
	sub := lifecycle.SubscriptionRule{Term: year, Decline: lifecycle.NoticeRule{Ahead: 1}, InvoiceAhead: 30, Unpaid: lifecycle.PaymentRule{Count: 15}}
	status := func(rule lifecycle.SubscriptionRule, events ...lifecycle.TermEvent) error {
		_, err := rule.Status(anchor, events, anchor)
		return err
	}
	term := func(rule lifecycle.TermRule, anchor calendar.Date, n int) error {
		_, err := rule.Term(anchor, n)
		return err
	}
	notice := func(rule lifecycle.NoticeRule, of calendar.Date) error {
		_, err := rule.LastDay(of)
		return err
	}
	pays := func(rule lifecycle.PaymentRule, due calendar.Date) error {
		_, err := rule.Status([]lifecycle.Debt{{Due: due}}, anchor)
		return err
	}
	license := func(l lifecycle.License) error {
		_, err := l.Status(anchor)
		return err
	}
	coterm := func(down int, a, b calendar.Date) error {
		_, err := lifecycle.CoTermRule{RoundDown: down}.Months(a, b)
		return err
	}
	claim := func(rule lifecycle.LiabilityRule, cost int64, term calendar.Period, day calendar.Date) error {
		_, err := rule.Cap(cost, term, day)
		return err
	}
	backwards := calendar.Period{From: anchor, Through: termDay(t, "2026-03-14")}
	noLength, noInvoice, noDecline, noTime := sub, sub, sub, sub
	noLength.Term.Months, noInvoice.InvoiceAhead, noDecline.Decline.Ahead, noTime.Unpaid.Count = 0, -1, -1, 0
	for _, tt := range []struct {
		err  error
		want string
	}{
		{term(lifecycle.TermRule{}, anchor, 1), `lifecycle: months: "0" is no length of a term; write 1 to 120000`},
		{term(lifecycle.TermRule{Months: 120001}, anchor, 1), `lifecycle: months: "120001" is no length of a term; write 1 to 120000`},
		{term(lifecycle.TermRule{Months: 12, End: 9}, anchor, 1), `lifecycle: end: "TermEnd(9)" is not an end of terms; write month_end or day_before_anniversary`},
		{term(year, anchor, 0), `lifecycle: term: "0" is not a term; the first one is 1`},
		{term(year, anchor, farTerm), `lifecycle: term ` + strconv.Itoa(farTerm) + ` from 2026-03-15: leads to a day outside the years 1 to 9999; write a date or a number for which it does not`},
		{term(year, last, 1), `lifecycle: term 2 from 9999-06-01: leads to a day outside the years 1 to 9999; write a date or a number for which it does not`},
		{status(noLength), `lifecycle: months: "0" is no length of a term; write 1 to 120000`},
		{status(noInvoice), `lifecycle: invoice_ahead: "-1" is after the end of the term; write 0 or more`},
		{status(noDecline), `lifecycle: ahead: "-1" is after the day itself; write 0 or more`},
		{status(noTime), `lifecycle: count: "0" leaves no time to pay; write 1 or more`},
		{status(sub, lifecycle.TermEvent{}), `lifecycle: events[0].kind: is not a kind of event; write fee_paid, non_payment or not_renewing`},
		{status(sub, lifecycle.TermEvent{Kind: 9}), `lifecycle: events[0].kind: "TermEventKind(9)" is not a kind of event; write fee_paid, non_payment or not_renewing`},
		{status(sub, lifecycle.TermEvent{Kind: lifecycle.FeePaid, On: anchor}), `lifecycle: events[0].term: "0" is not a term; write the number of the term whose fee is meant, 1 or more`},
		{status(sub, lifecycle.TermEvent{Kind: lifecycle.NotRenewing, On: anchor, Term: 2}), `lifecycle: events[0].term: "2" does not belong to not_renewing, which meets the next anniversary that it is in time for; leave it out`},
		{status(sub, lifecycle.TermEvent{Kind: lifecycle.FeePaid, Term: 1}, lifecycle.TermEvent{Kind: lifecycle.NotRenewing, On: backwards.Through}), `lifecycle: events[1].on: "2026-03-14" is before the first term; write 2026-03-15 or later`},
		{status(sub, lifecycle.TermEvent{Kind: lifecycle.NonPayment, On: termDay(t, "2027-03-14"), Term: 3}), `lifecycle: events[0].on: "2027-03-14" is before term 2 begins, in which the fee of term 3 is invoiced; write 2028-03-01 or later`},
		{status(sub, lifecycle.TermEvent{Kind: lifecycle.NonPayment, On: anchor, Term: 90000}), `lifecycle: events[0].term: "90000" leads to a day outside the years 1 to 9999; write a date or a number for which it does not`},
		{notice(lifecycle.NoticeRule{Ahead: -1}, anchor), `lifecycle: ahead: "-1" is after the day itself; write 0 or more`},
		{notice(lifecycle.NoticeRule{Unit: 7}, anchor), `lifecycle: unit: "Unit(7)" is not a unit of notice periods; write Days, Weeks, Months or Years`},
		{notice(lifecycle.NoticeRule{Ahead: 1}, calendar.Date{}), `lifecycle: notice: "1 days before 0001-01-01" leads to a day outside the years 1 to 9999; write a date or a number for which it does not`},
		{pays(lifecycle.PaymentRule{}, anchor), `lifecycle: count: "0" leaves no time to pay; write 1 or more`},
		{pays(lifecycle.PaymentRule{Count: 1, Unit: 7}, anchor), `lifecycle: unit: "Unit(7)" is not a unit of notice periods; write Days, Weeks, Months or Years`},
		{pays(lifecycle.PaymentRule{Count: 1, Unit: calendar.Years}, last), `lifecycle: debts[0].due: "9999-06-01" leads to a day outside the years 1 to 9999; write a date or a number for which it does not`},
		{license(lifecycle.License{}), `lifecycle: terms: are missing; write the term that the licence includes, at least`},
		{license(lifecycle.License{Terms: []calendar.Period{backwards}}), `lifecycle: terms[0]: "2026-03-15/2026-03-14" ends before it begins; write a last day of 2026-03-15 or later`},
		{license(lifecycle.License{Terms: []calendar.Period{{}}, Paid: []lifecycle.MissedPayment{{Period: backwards}}}), `lifecycle: paid[0].period: "2026-03-15/2026-03-14" ends before it begins; write a last day of 2026-03-15 or later`},
		{coterm(-1, anchor, anchor), `lifecycle: round_down: "-1" is no number of days; write 0 or more`},
		{coterm(5, anchor, backwards.Through), `lifecycle: end: "2026-03-14" is before the last day covered; write 2026-03-15 or later`},
		{claim(lifecycle.LiabilityRule{Percent: 101}, 1, calendar.Period{}, anchor), `lifecycle: percent: "101" is no share; write 0 to 100`},
		{claim(lifecycle.LiabilityRule{Percent: -1}, 1, calendar.Period{}, anchor), `lifecycle: percent: "-1" is no share; write 0 to 100`},
		{claim(lifecycle.LiabilityRule{Rounding: 9}, 1, calendar.Period{}, anchor), `lifecycle: rounding: "Rounding(9)" is not a way of rounding; write down, up or half_up`},
		{claim(lifecycle.LiabilityRule{}, -1, calendar.Period{}, anchor), `lifecycle: cost: "-1" is less than nothing; write 0 or more minor units`},
		{claim(lifecycle.LiabilityRule{}, 1, backwards, anchor), `lifecycle: term: "2026-03-15/2026-03-14" ends before it begins; write a last day of 2026-03-15 or later`},
		{claim(lifecycle.LiabilityRule{}, 1, calendar.Period{From: anchor, Through: last}, backwards.Through), `lifecycle: claim: "2026-03-14" is before the term; write 2026-03-15 or later`},
	} {
		if tt.err == nil || tt.err.Error() != tt.want || !errors.Is(tt.err, lifecycle.ErrTerms) {
			t.Errorf("got  %v\nwant %s", tt.err, tt.want)
		}
	}
	// What calendar says about the date stays at hand.
	if err := term(year, last, 1); !errors.Is(err, calendar.ErrDate) {
		t.Errorf("%v is no calendar.ErrDate", err)
	}
}

// Names are read as they are written; others are errors.
func TestTerms_Text(t *testing.T) {
	for _, end := range []lifecycle.TermEnd{lifecycle.MonthEnd, lifecycle.DayBeforeAnniversary} {
		text, err := end.MarshalText()
		var back lifecycle.TermEnd
		if err != nil || back.UnmarshalText(text) != nil || back != end {
			t.Errorf("%v: %s, %v", end, text, err)
		}
	}
	for _, kind := range []lifecycle.TermEventKind{lifecycle.FeePaid, lifecycle.NonPayment, lifecycle.NotRenewing} {
		text, err := kind.MarshalText()
		var back lifecycle.TermEventKind
		if err != nil || back.UnmarshalText(text) != nil || back != kind {
			t.Errorf("%v: %s, %v", kind, text, err)
		}
	}
	for _, rounding := range []lifecycle.Rounding{lifecycle.RoundDown, lifecycle.RoundUp, lifecycle.RoundHalfUp} {
		text, err := rounding.MarshalText()
		var back lifecycle.Rounding
		if err != nil || back.UnmarshalText(text) != nil || back != rounding {
			t.Errorf("%v: %s, %v", rounding, text, err)
		}
	}
	var end lifecycle.TermEnd
	var kind lifecycle.TermEventKind
	var rounding lifecycle.Rounding
	for _, err := range []error{end.UnmarshalText([]byte("")), kind.UnmarshalText([]byte("")), rounding.UnmarshalText([]byte("Down"))} {
		if !errors.Is(err, lifecycle.ErrTerms) {
			t.Errorf("%v", err)
		}
	}
	for _, marshal := range []func() ([]byte, error){lifecycle.TermEnd(9).MarshalText, lifecycle.TermEventKind(0).MarshalText, lifecycle.TermEventKind(9).MarshalText, lifecycle.Rounding(9).MarshalText} {
		if text, err := marshal(); !errors.Is(err, lifecycle.ErrTerms) {
			t.Errorf("%s, %v", text, err)
		}
	}
}
