package lifecycle_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/lifecycle"
)

// TestPUR9_EveryNotice: where the fees of two terms are unpaid after notice, both are
// the reason, that which ends support first before the other; once one is paid, the
// other is left.
func TestPUR9_EveryNotice(t *testing.T) {
	rule := lifecycle.SubscriptionRule{
		Term:         lifecycle.TermRule{Months: 12, End: lifecycle.DayBeforeAnniversary, Clause: "PUR-10"},
		Decline:      lifecycle.NoticeRule{Ahead: 1, Clause: "PUR-10"},
		InvoiceAhead: 30,
		Unpaid:       lifecycle.PaymentRule{Count: 15, Clause: "PUR-9"},
	}
	notice := func(term int, received, through, last string) lifecycle.TermReason {
		return lifecycle.TermReason{Clause: "PUR-9", Text: "notice of non-payment of the fee of term " + string(rune('0'+term)) + " was received on " + received +
			": it can be paid through " + through + ", 15 days later, and support goes on through " + last}
	}
	for _, tt := range []struct {
		name          string
		first, second string // when the notices for the terms were received
		paid          int    // the term that was paid on 12 March, or 0
		on            string
		want          []lifecycle.TermReason
	}{
		{"the first alone", "2027-03-01", "2027-03-05", 0, "2027-03-04", []lifecycle.TermReason{notice(1, "2027-03-01", "2027-03-16", "2027-03-14")}},
		{"both, the first ends it", "2027-02-20", "2027-02-25", 0, "2027-02-25",
			[]lifecycle.TermReason{notice(1, "2027-02-20", "2027-03-07", "2027-03-07"), notice(2, "2027-02-25", "2027-03-12", "2027-03-07")}},
		{"both, the second ends it", "2027-03-05", "2027-03-01", 0, "2027-03-16",
			[]lifecycle.TermReason{notice(2, "2027-03-01", "2027-03-16", "2027-03-16"), notice(1, "2027-03-05", "2027-03-20", "2027-03-16")}},
		{"the second paid", "2027-03-05", "2027-03-01", 2, "2027-03-12", []lifecycle.TermReason{notice(1, "2027-03-05", "2027-03-20", "2027-03-20")}},
		{"the first paid", "2027-03-05", "2027-03-01", 1, "2027-03-12", []lifecycle.TermReason{notice(2, "2027-03-01", "2027-03-16", "2027-03-16")}},
	} {
		events := []lifecycle.TermEvent{
			{Kind: lifecycle.NonPayment, On: day(t, tt.first), Term: 1}, {Kind: lifecycle.NonPayment, On: day(t, tt.second), Term: 2}}
		if tt.paid > 0 {
			events = append(events, lifecycle.TermEvent{Kind: lifecycle.FeePaid, On: day(t, "2027-03-12"), Term: tt.paid})
		}
		s, err := rule.Status(day(t, "2026-03-15"), events, day(t, tt.on))
		if diff := cmp.Diff(tt.want, s.Reasons); err != nil || diff != "" || s.State != lifecycle.PaymentDue {
			t.Errorf("%s: %v, %v (-want +got)\n%s", tt.name, s.State, err, diff)
		}
	}
}
