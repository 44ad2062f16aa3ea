package purchased_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/purchased"
)

// on reads a date that is known to be right.
var on = agreementtest.Date

// termRule returns the rule under a reading of the end of a term.
func termRule(t testing.TB, end string) lifecycle.SubscriptionRule {
	t.Helper()
	rule, err := purchased.Terms(map[string]string{"purchased.term_end": end})
	if err != nil {
		t.Fatal(err)
	}
	return rule
}

const (
	monthEnd  = "month_end"
	dayBefore = "day_before_anniversary"
)

func TestPUR10_Terms(t *testing.T) {
	for _, tt := range []struct {
		anchor, end string
		n           int
		want        string
	}{
		{"2026-03-15", monthEnd, 1, "2026-03-15/2027-03-31"},
		{"2026-03-15", dayBefore, 1, "2026-03-15/2027-03-14"},
		{"2026-03-15", monthEnd, 2, "2027-03-15/2028-03-31"},
		{"2026-03-15", dayBefore, 2, "2027-03-15/2028-03-14"},
		// The first and the last of a month.
		{"2026-03-01", monthEnd, 1, "2026-03-01/2027-03-31"},
		{"2026-03-01", dayBefore, 1, "2026-03-01/2027-02-28"},
		{"2027-03-01", dayBefore, 1, "2027-03-01/2028-02-29"},
		{"2026-12-31", monthEnd, 1, "2026-12-31/2027-12-31"},
		{"2026-12-31", dayBefore, 1, "2026-12-31/2027-12-30"},
		{"2026-01-01", dayBefore, 1, "2026-01-01/2026-12-31"},
		// 29 February: clamped, and found again four years later.
		{"2024-02-29", monthEnd, 1, "2024-02-29/2025-02-28"},
		{"2024-02-29", dayBefore, 1, "2024-02-29/2025-02-27"},
		{"2024-02-29", monthEnd, 4, "2027-02-28/2028-02-29"},
		{"2024-02-29", dayBefore, 4, "2027-02-28/2028-02-28"},
		{"2024-02-29", dayBefore, 5, "2028-02-29/2029-02-27"},
		// 28 February before a leap year stays the 28th, and its month ends later.
		{"2023-02-28", monthEnd, 1, "2023-02-28/2024-02-29"},
		{"2023-02-28", dayBefore, 1, "2023-02-28/2024-02-27"},
		// 2100 is no leap year.
		{"2096-02-29", monthEnd, 4, "2099-02-28/2100-02-28"},
	} {
		got, err := termRule(t, tt.end).Term.Term(on(t, tt.anchor), tt.n)
		if err != nil || got.String() != tt.want {
			t.Errorf("term %d from %s by %s: %v, %v; want %s", tt.n, tt.anchor, tt.end, got, err, tt.want)
		}
	}
}

func TestPUR10_DefaultReading(t *testing.T) {
	rule, err := purchased.Terms(nil)
	if err != nil || rule.Term.End != lifecycle.MonthEnd {
		t.Errorf("by default %v, %v", rule.Term.End, err)
	}
	if _, err := purchased.Terms(map[string]string{"purchased.term_end": "year_end"}); !errors.Is(err, policy.ErrReading) {
		t.Errorf("an unknown value: %v", err)
	}
}

// event makes an event of a term's fee.
func event(t testing.TB, kind lifecycle.TermEventKind, day string, term int) lifecycle.TermEvent {
	return lifecycle.TermEvent{Kind: kind, On: on(t, day), Term: term}
}

// A row says where a subscription stands on a day and what comes next: "state term next-day next-state".
type row struct{ day, want string }

// rows compares the statuses of a subscription with what they should be.
func rows(t *testing.T, rule lifecycle.SubscriptionRule, anchor string, events []lifecycle.TermEvent, want []row) {
	t.Helper()
	for _, r := range want {
		s, err := rule.Status(on(t, anchor), events, on(t, r.day))
		if err != nil {
			t.Fatal(err)
		}
		parts := []string{string(s.State), "-"}
		if s.Term != nil {
			parts[1] = string(rune('0' + s.Term.Number))
		}
		if s.Next != nil {
			parts = append(parts, s.Next.On.String(), string(s.Next.State), s.Next.Reasons[0].Clause)
		}
		parts = append(parts, s.Reasons[0].Clause)
		if diff := cmp.Diff(r.want, strings.Join(parts, " ")); diff != "" {
			t.Errorf("%s (-want +got)\n%s\n%v", r.day, diff, s.Reasons)
		}
		if covered := s.State == lifecycle.Active || s.State == lifecycle.PaymentDue; s.Covered != covered {
			t.Errorf("%s: %v is covered: %v", r.day, s.State, s.Covered)
		}
	}
}

// Renewal is optional: unpaid, the term does not renew.
func TestPUR9_UnpaidDoesNotRenew(t *testing.T) {
	rows(t, termRule(t, monthEnd), "2026-03-15", nil, []row{
		{"2026-03-14", "pending - 2026-03-15 active PUR-10 PUR-10"},
		{"2026-03-15", "active 1 2027-04-01 ended PUR-10 PUR-10"},
		{"2026-03-16", "active 1 2027-04-01 ended PUR-10 PUR-10"},
		{"2027-03-14", "active 1 2027-04-01 ended PUR-10 PUR-10"},
		{"2027-03-15", "active 1 2027-04-01 ended PUR-10 PUR-10"},
		{"2027-03-30", "active 1 2027-04-01 ended PUR-10 PUR-10"},
		{"2027-03-31", "active 1 2027-04-01 ended PUR-10 PUR-10"},
		{"2027-04-01", "ended - PUR-10"},
	})
	rows(t, termRule(t, dayBefore), "2026-03-15", nil, []row{
		{"2027-03-13", "active 1 2027-03-15 ended PUR-10 PUR-10"},
		{"2027-03-14", "active 1 2027-03-15 ended PUR-10 PUR-10"},
		{"2027-03-15", "ended - PUR-10"},
	})
}

// A fee is in time through the last day of the term before, and on the
// anniversary.
func TestPUR10_PaidInTime(t *testing.T) {
	paid := func(day string) []lifecycle.TermEvent {
		return []lifecycle.TermEvent{event(t, lifecycle.FeePaid, day, 2)}
	}
	rows(t, termRule(t, monthEnd), "2026-03-15", paid("2027-03-30"), []row{
		{"2027-03-29", "active 1 2027-04-01 ended PUR-10 PUR-10"},
		{"2027-03-30", "active 2 2028-04-01 ended PUR-10 PUR-10"},
	})
	rows(t, termRule(t, monthEnd), "2026-03-15", paid("2027-03-31"), []row{{"2027-04-01", "active 2 2028-04-01 ended PUR-10 PUR-10"}})
	rows(t, termRule(t, monthEnd), "2026-03-15", paid("2027-04-01"), []row{{"2027-04-01", "ended - PUR-10"}})
	rows(t, termRule(t, dayBefore), "2026-03-15", paid("2027-03-14"), []row{
		{"2027-03-14", "active 1 2027-03-15 active PUR-10 PUR-10"},
		{"2027-03-15", "active 2 2028-03-15 ended PUR-10 PUR-10"},
	})
	rows(t, termRule(t, dayBefore), "2026-03-15", paid("2027-03-15"), []row{
		{"2027-03-14", "active 1 2027-03-15 ended PUR-10 PUR-10"},
		{"2027-03-15", "active 2 2028-03-15 ended PUR-10 PUR-10"},
	})
	rows(t, termRule(t, dayBefore), "2026-03-15", paid("2027-03-16"), []row{{"2027-03-16", "ended - PUR-10"}})
	// Paid long ahead, the change is the renewal.
	rows(t, termRule(t, monthEnd), "2026-03-15", paid("2026-05-01"), []row{
		{"2026-05-01", "active 1 2027-03-15 active PUR-10 PUR-10"},
		{"2027-03-14", "active 1 2027-03-15 active PUR-10 PUR-10"},
		{"2027-03-15", "active 2 2028-04-01 ended PUR-10 PUR-10"},
		{"2027-03-16", "active 2 2028-04-01 ended PUR-10 PUR-10"},
	})
	// The fee of the third term does not renew the first.
	rows(t, termRule(t, monthEnd), "2026-03-15", []lifecycle.TermEvent{event(t, lifecycle.FeePaid, "2026-05-01", 3)},
		[]row{{"2027-04-01", "ended - PUR-10"}})
}

// Notice not to renew is in time until the day before the anniversary.
func TestPUR10_NotRenewing(t *testing.T) {
	for _, tt := range []struct {
		given string
		want  row
	}{
		{"2027-03-13", row{"2027-04-01", "ended - PUR-10"}},
		{"2027-03-14", row{"2027-04-01", "ended - PUR-10"}},
		{"2027-03-15", row{"2027-04-01", "active 2 2028-04-01 ended PUR-10 PUR-10"}},
	} {
		rows(t, termRule(t, monthEnd), "2026-03-15", []lifecycle.TermEvent{
			event(t, lifecycle.FeePaid, "2027-03-01", 2), event(t, lifecycle.NotRenewing, tt.given, 0)}, []row{tt.want})
	}
	// Too late for one anniversary it meets the next, though that term is paid.
	rows(t, termRule(t, dayBefore), "2026-03-15", []lifecycle.TermEvent{
		event(t, lifecycle.FeePaid, "2027-03-01", 2), event(t, lifecycle.FeePaid, "2027-03-02", 3), event(t, lifecycle.NotRenewing, "2027-03-15", 0)},
		[]row{
			{"2027-03-14", "active 1 2027-03-15 active PUR-10 PUR-10"},
			{"2027-03-15", "active 2 2028-03-15 ended PUR-10 PUR-10"},
			{"2028-03-14", "active 2 2028-03-15 ended PUR-10 PUR-10"},
			{"2028-03-15", "ended - PUR-10"},
		})
	// A term that will not be has no fee: a notice of non-payment ends nothing.
	rows(t, termRule(t, monthEnd), "2026-03-15", []lifecycle.TermEvent{
		event(t, lifecycle.NotRenewing, "2027-01-10", 0), event(t, lifecycle.NonPayment, "2027-03-01", 2)},
		[]row{{"2027-03-31", "active 1 2027-04-01 ended PUR-10 PUR-10"}})
}

// Support ends after the 15th day from the receipt of a notice of non-payment.
func TestPUR9_NoticeOfNonPayment(t *testing.T) {
	notice := event(t, lifecycle.NonPayment, "2027-03-20", 2)
	rows(t, termRule(t, monthEnd), "2026-03-15", []lifecycle.TermEvent{notice}, []row{
		{"2027-03-19", "active 1 2027-04-01 ended PUR-10 PUR-10"},
		{"2027-03-20", "payment_due 1 2027-04-05 ended PUR-9 PUR-9"},
		{"2027-03-21", "payment_due 1 2027-04-05 ended PUR-9 PUR-9"},
		{"2027-03-31", "payment_due 1 2027-04-05 ended PUR-9 PUR-9"},
		{"2027-04-01", "payment_due - 2027-04-05 ended PUR-9 PUR-9"},
		{"2027-04-03", "payment_due - 2027-04-05 ended PUR-9 PUR-9"},
		{"2027-04-04", "payment_due - 2027-04-05 ended PUR-9 PUR-9"},
		{"2027-04-05", "ended - PUR-9"},
		{"2028-04-05", "ended - PUR-9"},
	})
	for _, tt := range []struct {
		paid string
		want []row
	}{
		{"2027-04-03", []row{{"2027-04-03", "active 2 2028-04-01 ended PUR-10 PUR-10"}, {"2027-04-05", "active 2 2028-04-01 ended PUR-10 PUR-10"}}},
		{"2027-04-04", []row{{"2027-04-03", "payment_due - 2027-04-05 ended PUR-9 PUR-9"}, {"2027-04-05", "active 2 2028-04-01 ended PUR-10 PUR-10"}}},
		{"2027-04-05", []row{{"2027-04-05", "ended - PUR-9"}, {"2027-04-06", "ended - PUR-9"}}}, // paying later revives nothing
		{"2027-03-20", []row{{"2027-03-20", "active 2 2028-04-01 ended PUR-10 PUR-10"}}},        // paid on the day of the notice
		{"2027-03-10", []row{{"2027-03-20", "active 2 2028-04-01 ended PUR-10 PUR-10"}}},        // paid before it
	} {
		rows(t, termRule(t, monthEnd), "2026-03-15", []lifecycle.TermEvent{event(t, lifecycle.FeePaid, tt.paid, 2), notice}, tt.want)
	}
	// A second notice does not begin the days anew.
	rows(t, termRule(t, monthEnd), "2026-03-15", []lifecycle.TermEvent{event(t, lifecycle.NonPayment, "2027-03-30", 2), notice},
		[]row{{"2027-04-05", "ended - PUR-9"}})
	// An early notice ends support before the term is over: the text knows no rest.
	rows(t, termRule(t, monthEnd), "2026-03-15", []lifecycle.TermEvent{event(t, lifecycle.NonPayment, "2027-03-01", 2), event(t, lifecycle.FeePaid, "2027-03-17", 2)},
		[]row{{"2027-03-16", "payment_due 1 2027-03-17 ended PUR-9 PUR-9"}, {"2027-03-17", "ended - PUR-9"}})
	// Received after support has ended it revives nothing; on the last day it counts.
	rows(t, termRule(t, monthEnd), "2026-03-15", []lifecycle.TermEvent{event(t, lifecycle.NonPayment, "2027-04-01", 2), event(t, lifecycle.FeePaid, "2027-04-02", 2)},
		[]row{{"2027-04-02", "ended - PUR-10"}})
	rows(t, termRule(t, monthEnd), "2026-03-15", []lifecycle.TermEvent{event(t, lifecycle.NonPayment, "2027-03-31", 2), event(t, lifecycle.FeePaid, "2027-04-15", 2)},
		[]row{{"2027-04-01", "payment_due - 2027-04-16 ended PUR-9 PUR-9"}, {"2027-04-15", "active 2 2028-04-01 ended PUR-10 PUR-10"}})
	// The 15 days run over 29 February where there is one.
	rows(t, termRule(t, dayBefore), "2026-03-15", []lifecycle.TermEvent{event(t, lifecycle.NonPayment, "2027-02-19", 2)},
		[]row{{"2027-03-06", "payment_due 1 2027-03-07 ended PUR-9 PUR-9"}, {"2027-03-07", "ended - PUR-9"}})
	rows(t, termRule(t, dayBefore), "2027-03-15", []lifecycle.TermEvent{event(t, lifecycle.NonPayment, "2028-02-19", 2)},
		[]row{{"2028-03-05", "payment_due 1 2028-03-06 ended PUR-9 PUR-9"}, {"2028-03-06", "ended - PUR-9"}})
}

// TestPUR9_NoticeBeforeTheInvoice: a fee that is not invoiced yet is not unpaid (6.1:
// about 30 days before the term before it ends, 31 March 2027), so that a slip in the
// year or in the number of the term ends no support. The first fee is due by order.
func TestPUR9_NoticeBeforeTheInvoice(t *testing.T) {
	const invoiced = " is before the fee of term 2 is invoiced, on about 2027-03-01; write that day or later, or the term whose fee is unpaid; where invoices come earlier, a larger invoice_ahead says so"
	for _, tt := range []struct {
		day  string
		term int
		want string
	}{
		{"2026-06-10", 2, `lifecycle: events[0].on: "2026-06-10"` + invoiced},
		{"2027-02-28", 2, `lifecycle: events[0].on: "2027-02-28"` + invoiced},
		{"2027-03-01", 2, ""},
		{"2027-03-02", 2, ""},
		{"2026-06-10", 3, `lifecycle: events[0].on: "2026-06-10" is before term 2 begins, in which the fee of term 3 is invoiced; write 2028-03-01 or later`},
		{"2028-02-29", 3, `lifecycle: events[0].on: "2028-02-29" is before the fee of term 3 is invoiced, on about 2028-03-01; write that day or later, or the term whose fee is unpaid; where invoices come earlier, a larger invoice_ahead says so`},
		{"2028-03-01", 3, ""},
		{"2026-03-15", 1, ""},
		{"2026-06-10", 1, ""},
	} {
		_, err := termRule(t, monthEnd).Status(on(t, "2026-03-15"), []lifecycle.TermEvent{event(t, lifecycle.NonPayment, tt.day, tt.term)}, on(t, "2026-06-27"))
		got := ""
		if err != nil {
			got = err.Error()
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || err != nil && !errors.Is(err, lifecycle.ErrTerms) {
			t.Errorf("term %d on %s (-want +got)\n%s", tt.term, tt.day, diff)
		}
	}
}

// The first term needs no payment to begin; a notice of non-payment ends it.
func TestPUR9_FirstFee(t *testing.T) {
	rows(t, termRule(t, monthEnd), "2026-03-15", []lifecycle.TermEvent{event(t, lifecycle.NonPayment, "2026-05-01", 1)}, []row{
		{"2026-04-30", "active 1 2027-04-01 ended PUR-10 PUR-10"},
		{"2026-05-01", "payment_due 1 2026-05-17 ended PUR-9 PUR-9"},
		{"2026-05-16", "payment_due 1 2026-05-17 ended PUR-9 PUR-9"},
		{"2026-05-17", "ended - PUR-9"},
	})
	rows(t, termRule(t, monthEnd), "2026-03-15", []lifecycle.TermEvent{
		event(t, lifecycle.NonPayment, "2026-05-01", 1), event(t, lifecycle.FeePaid, "2026-05-16", 1)},
		[]row{{"2026-05-17", "active 1 2027-04-01 ended PUR-10 PUR-10"}})
}

// The invoice comes 30 days before the end of the term, the notice before the
// anniversary.
func TestPUR9_Invoice(t *testing.T) {
	for _, tt := range []struct{ anchor, end, invoice, decline string }{
		{"2026-03-15", monthEnd, "2027-03-01", "2027-03-14"},
		{"2026-03-15", dayBefore, "2027-02-12", "2027-03-14"},
		{"2027-03-15", dayBefore, "2028-02-13", "2028-03-14"}, // through a 29 February
		{"2026-04-01", monthEnd, "2027-03-31", "2027-03-31"},  // on the day before the anniversary
		{"2026-03-01", monthEnd, "2027-03-01", "2027-02-28"},  // on the anniversary itself
	} {
		s, err := termRule(t, tt.end).Status(on(t, tt.anchor), nil, on(t, tt.anchor))
		if err != nil || s.Term == nil || s.Term.Invoice != on(t, tt.invoice) || s.Term.Decline != on(t, tt.decline) {
			t.Errorf("%s by %s: %+v, %v; want %s, %s", tt.anchor, tt.end, s.Term, err, tt.invoice, tt.decline)
		}
	}
}
