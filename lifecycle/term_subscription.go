package lifecycle

import (
	"fmt"

	"github.com/slaclock/slaclock/calendar"
)

// A SubscriptionRule says how an agreement's terms renew by themselves, and what ends
// them. The zero SubscriptionRule is invalid: it has no terms, which is an [ErrTerms].
type SubscriptionRule struct {
	Term TermRule `json:"term"`
	// Decline says how long before an anniversary notice not to renew must be given.
	Decline NoticeRule `json:"decline"`
	// InvoiceAhead is about how many days before the end of a term the fee of the next
	// one is invoiced; 0 or more. A notice of non-payment before the invoice is a
	// mistake, so give the largest number of days by which an invoice is early.
	InvoiceAhead int `json:"invoice_ahead"`
	// Unpaid says how long support goes on after the receipt of a notice of non-payment.
	Unpaid PaymentRule `json:"unpaid"`
}

// A SubscriptionStatus says where a subscription stands on a day. The zero
// SubscriptionStatus stands for no status.
type SubscriptionStatus struct {
	TermStatus
	// Term is the term that began last, while it runs; nil on other days.
	Term *RunningTerm `json:"term,omitempty"`
}

// A RunningTerm is the term that runs on a day. The zero RunningTerm stands for no term.
type RunningTerm struct {
	Number    int             `json:"number"`     // 1 for the first
	Period    calendar.Period `json:"period"`     // both ends included
	Decline   calendar.Date   `json:"decline_by"` // the last day for notice not to renew it
	Invoice   calendar.Date   `json:"invoice"`    // the next term's fee is invoiced on about this day
	NextBegin calendar.Date   `json:"next_begin"` // the anniversary on which the next term would begin
}

// Status returns where a subscription that begins on the anchor stands on a day, as known
// on that day: events after it are checked but have no effect. Events count by their days,
// whatever their order.
//
// The first term begins on the anchor. A further one begins on its anniversary if two
// things hold: no notice not to renew came in time for that anniversary (one that comes
// late counts for the next), and its fee was paid in time. In time means by the end of
// the period that a notice of non-payment sets, of several the first; without a notice it
// means by the last day of the term before it, or by the anniversary if that is later. A
// fee paid later renews nothing.
//
// A notice of non-payment of a fee that stays unpaid ends support for good after the last
// day of its period, even if the term before it would have ended later. If that term ends
// earlier, support goes on until the end of the period; only a notice about the fee of
// the first term never prolongs support. A notice changes nothing if its fee is paid in
// time, if its term does not come, or if it is received after support has ended.
//
// The state is [Pending] before the anchor, [Active] in a term, [PaymentDue] from the
// receipt of a notice of non-payment, and [Ended] after the last day. Next is what comes
// if nobody does anything: a term for which no fee was paid does not begin.
//
// The error is an [ErrTerms] that lists the mistakes in events, or says that the rule
// makes no sense or that a term would end after the year 9999. A notice of non-payment
// that comes before its fee is invoiced is a mistake, since it would end support too
// early; only the fee of the first term has no such day.
func (r SubscriptionRule) Status(anchor calendar.Date, events []TermEvent, on calendar.Date) (SubscriptionStatus, error) {
	if err := checkTermEvents(anchor, events); err != nil {
		return SubscriptionStatus{}, err
	}
	if r.InvoiceAhead < 0 {
		return SubscriptionStatus{}, &TermError{Place: "invoice_ahead", Value: fmt.Sprint(r.InvoiceAhead), Why: "is after the end of the term; write 0 or more"}
	}
	if err := r.Term.check(); err != nil {
		return SubscriptionStatus{}, err
	}
	if err := r.Unpaid.check(); err != nil {
		return SubscriptionStatus{}, err
	}
	if err := r.checkNotices(anchor, events); err != nil {
		return SubscriptionStatus{}, err
	}
	s := knownOn(r, anchor, events, on)
	stretches, err := s.stretches()
	if err != nil {
		return SubscriptionStatus{}, err
	}
	status := SubscriptionStatus{TermStatus: statusOn(on, stretches)}
	if !status.Covered {
		return status, nil
	}
	n, _, err := r.Term.TermOn(anchor, on)
	if err != nil {
		return SubscriptionStatus{}, err
	}
	term, err := s.running(min(n, s.last))
	if err != nil {
		return SubscriptionStatus{}, err
	}
	if term.Period.Contains(on) {
		status.Term = &term
	}
	return status, nil
}

// A subscription is what is known of a subscription on a day.
type subscription struct {
	rule   SubscriptionRule
	anchor calendar.Date
	firsts map[termFact]calendar.Date // the day of the first event of each kind for each term
	last   int                        // the number of the last term that begins
}

// A termFact is a kind of event about the fee of a term; for NotRenewing the term is 0.
type termFact struct {
	kind TermEventKind
	term int
}

// knownOn gathers the events up to a day, that day included.
func knownOn(r SubscriptionRule, anchor calendar.Date, events []TermEvent, on calendar.Date) subscription {
	firsts := map[termFact]calendar.Date{}
	for _, e := range events {
		fact := termFact{e.Kind, e.Term}
		day, ok := firsts[fact]
		if e.On.Compare(on) <= 0 && (!ok || e.On.Compare(day) < 0) {
			firsts[fact] = e.On
		}
	}
	return subscription{rule: r, anchor: anchor, firsts: firsts}
}

// running returns the nth term with its dates.
func (s *subscription) running(n int) (RunningTerm, error) {
	period, err := s.rule.Term.Term(s.anchor, n)
	if err != nil {
		return RunningTerm{}, err
	}
	term := RunningTerm{Number: n, Period: period}
	if term.NextBegin, err = s.rule.Term.anniversary(s.anchor, n); err != nil {
		return RunningTerm{}, err
	}
	if term.Decline, err = s.rule.Decline.LastDay(term.NextBegin); err != nil {
		return RunningTerm{}, err
	}
	if term.Invoice, err = s.rule.invoice(period); err != nil {
		return RunningTerm{}, err
	}
	return term, nil
}

// invoice returns about the day on which the fee of the term after the given one is
// invoiced.
func (r SubscriptionRule) invoice(term calendar.Period) (calendar.Date, error) {
	day, err := term.Through.Plus(-r.InvoiceAhead, calendar.Days)
	if err != nil {
		return calendar.Date{}, beyond("invoice_ahead", fmt.Sprint(r.InvoiceAhead), err)
	}
	return day, nil
}

// first returns the day of the first event of a kind for a term.
func (s *subscription) first(kind TermEventKind, term int) (day calendar.Date, ok bool) {
	day, ok = s.firsts[termFact{kind, term}]
	return day, ok
}

// stretches returns the states of the subscription in their order.
func (s *subscription) stretches() ([]stretch, error) {
	list := []stretch{{state: Pending, reasons: s.because("the first term begins on %v", s.anchor)}}
	end := ending{}
	for s.last = 1; ; s.last++ {
		term, err := s.running(s.last)
		if err != nil {
			return nil, err
		}
		reasons := s.because("term %d runs from %v through %v", s.last, term.Period.From, term.Period.Through)
		if paid, ok := s.first(FeePaid, s.last); ok {
			reasons = append(reasons, s.because("its fee was paid on %v", paid)...)
		}
		list = append(list, stretch{term.Period.From, Active, reasons})
		renews := false
		if renews, end, err = s.renewal(term); err != nil {
			return nil, err
		}
		if !renews {
			break
		}
	}
	// The first term needs no payment to begin, and ends early for want of one.
	l, ok, err := s.unpaid(1)
	switch {
	case err != nil:
		return nil, err
	case !ok || l.received.Compare(end.through) > 0:
	case l.through.Compare(end.through) <= 0:
		also := end.lapse
		end = s.lapsed(l)
		end.also = also
	case end.lapse == nil:
		end.lapse = &l // too late to end anything sooner
	default:
		end.also = &l
	}
	return s.cut(list, end)
}

// renewal returns whether another term follows a term, and if not, how the subscription
// ends.
func (s *subscription) renewal(term RunningTerm) (renews bool, end ending, err error) {
	next := term.Number + 1
	// A notice that comes when support has ended cannot set a period any more.
	received, noticed := s.first(NonPayment, next)
	noticed = noticed && received.Compare(term.Period.Through) <= 0
	l, late, err := s.unpaid(next)
	if err != nil {
		return false, ending{}, err
	}
	late = late && noticed
	// Who does not renew owes no fee, unless the fee has ended support already.
	given, declined := s.first(NotRenewing, 0)
	declined = declined && given.Compare(term.Decline) <= 0 && !(late && l.through.Compare(given) < 0)
	switch {
	case declined:
		return false, ending{through: term.Period.Through, reason: TermReason{s.rule.Decline.Clause,
			fmt.Sprintf("notice not to renew was given on %v, by %v, so term %d, through %v, was the last", given, term.Decline, term.Number, term.Period.Through)}}, nil
	case late:
		return false, s.lapsed(l), nil
	}
	payBy := term.Period.Through
	if payBy.Compare(term.NextBegin) < 0 {
		payBy = term.NextBegin
	}
	if paid, ok := s.first(FeePaid, next); ok && (noticed || paid.Compare(payBy) <= 0) {
		return true, ending{}, nil
	}
	return false, ending{through: term.Period.Through, reason: TermReason{s.rule.Term.Clause,
		fmt.Sprintf("the fee of term %d was not paid by %v, so it did not begin, and term %d, through %v, was the last", next, payBy, term.Number, term.Period.Through)}}, nil
}

// cut puts the ending into the list: stretches that begin after it are dropped, a notice
// of non-payment shows from its receipt on, and after the last day the subscription has
// ended.
func (s *subscription) cut(list []stretch, end ending) ([]stretch, error) {
	stop := end.through
	if end.lapse != nil {
		stop = end.lapse.received
	}
	kept := list[:0]
	for _, l := range list {
		if l.from.Compare(stop) < 0 {
			kept = append(kept, l)
		}
	}
	if end.lapse != nil {
		kept = append(kept, stretch{end.lapse.received, PaymentDue, s.noticed(end)})
	}
	after, err := end.through.Plus(1, calendar.Days)
	if err != nil {
		return nil, beyond("term", end.through.String(), err)
	}
	return append(kept, stretch{after, Ended, []TermReason{end.reason}}), nil
}

func (s *subscription) because(format string, args ...any) []TermReason {
	return []TermReason{{s.rule.Term.Clause, fmt.Sprintf(format, args...)}}
}
