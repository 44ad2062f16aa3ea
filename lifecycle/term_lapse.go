package lifecycle

import (
	"fmt"

	"github.com/slaclock/slaclock/calendar"
)

// A lapse is a notice of non-payment whose period was not used to pay.
type lapse struct {
	term     int // whose fee it is
	received calendar.Date
	through  calendar.Date // the last day of the period, and of support
}

// unpaid returns the lapse of a term's fee, if there is one.
func (s *subscription) unpaid(term int) (l lapse, ok bool, err error) {
	received, ok := s.first(NonPayment, term)
	if !ok {
		return lapse{}, false, nil
	}
	period, err := s.rule.Unpaid.Period(received)
	if err != nil {
		return lapse{}, false, err
	}
	if paid, ok := s.first(FeePaid, term); ok && paid.Compare(period.Through) <= 0 {
		return lapse{}, false, nil
	}
	return lapse{term, received, period.Through}, true, nil
}

// An ending is the last day of support, and why support does not go on.
type ending struct {
	through calendar.Date
	reason  TermReason
	lapse   *lapse // the first notice of non-payment whose days run then, if there is one
	also    *lapse // another one, beside it
}

// lapsed returns the ending by a notice of non-payment.
func (s *subscription) lapsed(l lapse) ending {
	return ending{through: l.through, lapse: &l, reason: TermReason{s.rule.Unpaid.Clause, fmt.Sprintf(
		"the fee of term %d was not paid through %v, %d %v after notice of non-payment was received on %v; paying later renews nothing",
		l.term, l.through, s.rule.Unpaid.Count, s.rule.Unpaid.Unit, l.received)}}
}

// noticed returns why a payment is due: the notices of non-payment. None of them is later
// than the day of the answer, so each is a reason on it.
func (s *subscription) noticed(end ending) []TermReason {
	var reasons []TermReason
	for _, l := range []*lapse{end.lapse, end.also} {
		if l != nil {
			reasons = append(reasons, TermReason{s.rule.Unpaid.Clause, fmt.Sprintf(
				"notice of non-payment of the fee of term %d was received on %v: it can be paid through %v, %d %v later, and support goes on through %v",
				l.term, l.received, l.through, s.rule.Unpaid.Count, s.rule.Unpaid.Unit, end.through)})
		}
	}
	return reasons
}
