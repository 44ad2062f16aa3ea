package purchased

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
)

// The figures of the terms.
const (
	termMonths  = 12 // 8: a term, and each renewal
	declineDays = 1  // 8: the term renews on the anniversary, so notice against it is given by the day before
	invoiceDays = 30 // 6.1: the invoice comes about this many days before the end of a term
	unpaidDays  = 15 // 6.1: support ends this many days after receipt of a notice of non-payment
)

// Terms returns how the agreement's terms renew and end (PUR-9, PUR-10), under a choice of
// the open readings, of which only purchased.term_end matters here. The anchor of the terms
// is the Effective Date.
//
// The text does not say when a fee is payable, which is in the master agreement. Here a fee
// is in time until the term before it ends, and at least until the anniversary. An Effective
// Date early in a month shows why: the invoice, 30 days before the end of the term, comes at
// about the anniversary.
//
// A notice of non-payment before the invoice is refused, since nothing is unpaid then. For
// the invoice the text says about 30 days; a supplier whose invoices are sent earlier sets a
// larger InvoiceAhead in the rule.
//
// The error is a [policy.ErrReading].
func Terms(readings map[string]string) (lifecycle.SubscriptionRule, error) {
	choices, err := policy.Choose(Readings(), readings)
	if err != nil {
		return lifecycle.SubscriptionRule{}, err
	}
	end, err := lifecycle.ParseTermEnd(choices.Value(readingTermEnd))
	if err != nil {
		return lifecycle.SubscriptionRule{}, err
	}
	return lifecycle.SubscriptionRule{
		Term:         lifecycle.TermRule{Months: termMonths, End: end, Clause: "PUR-10"},
		Decline:      lifecycle.NoticeRule{Ahead: declineDays, Unit: calendar.Days, Clause: "PUR-10"},
		InvoiceAhead: invoiceDays,
		Unpaid:       lifecycle.PaymentRule{Count: unpaidDays, Unit: calendar.Days, Clause: "PUR-9"},
	}, nil
}
