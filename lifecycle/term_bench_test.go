package lifecycle_test

import (
	"fmt"
	"testing"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// BenchmarkTerms asks on one day of a subscription that has renewed 100 times, a
// licence with 100 breaks, and a customer with 100 debts: as much as there ever
// is.
func BenchmarkTerms(b *testing.B) {
	const many = 100
	anchor := day(b, "2020-01-31")
	at := func(n int, u calendar.Unit) calendar.Date { return termPlus(b, anchor, n, u) }

	rule := lifecycle.SubscriptionRule{
		Term:    lifecycle.TermRule{Months: 1, Clause: "PUR-10"},
		Decline: lifecycle.NoticeRule{Ahead: 1, Clause: "PUR-10"}, InvoiceAhead: 30,
		Unpaid: lifecycle.PaymentRule{Count: 15, Clause: "PUR-9"},
	}
	var events []lifecycle.TermEvent
	license := lifecycle.License{Perpetual: true, Clause: "ISP-9"}
	payment := lifecycle.PaymentRule{Count: 30, Clause: "POR-7"}
	var debts []lifecycle.Debt
	for i := range many {
		events = append(events, lifecycle.TermEvent{Kind: lifecycle.FeePaid, On: at(i, calendar.Months), Term: i + 2})
		license.Terms = append(license.Terms, calendar.Period{From: at(20*i, calendar.Days), Through: at(20*i+9, calendar.Days)})
		debts = append(debts, lifecycle.Debt{Name: fmt.Sprint(i), Due: at(i, calendar.Days)})
	}
	last := at(many-1, calendar.Months)
	b.Run("term", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := rule.Term.Term(anchor, many); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("subscription", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if s, err := rule.Status(anchor, events, last); err != nil || s.State != lifecycle.Active {
				b.Fatal(s, err)
			}
		}
	})
	b.Run("license", func(b *testing.B) {
		b.ReportAllocs()
		on := at(20*many-15, calendar.Days)
		for b.Loop() {
			if s, err := license.Status(on); err != nil || len(s.Missed) != many-1 {
				b.Fatal(len(s.Missed), err)
			}
		}
	})
	b.Run("payment", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if s, err := payment.Status(debts, last); err != nil || s.State != lifecycle.Suspendable {
				b.Fatal(s, err)
			}
		}
	})
}

// BenchmarkRuleJSON reads and writes a rule with every kind of end.
func BenchmarkRuleJSON(b *testing.B) {
	data := []byte(wholeText)
	var rule lifecycle.Rule
	if err := rule.UnmarshalJSON(data); err != nil {
		b.Fatal(err)
	}
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			var read lifecycle.Rule
			if err := read.UnmarshalJSON(data); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("append", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(data)))
		var out []byte
		for b.Loop() {
			var err error
			if out, err = rule.AppendJSON(out[:0]); err != nil {
				b.Fatal(err)
			}
		}
	})
}
