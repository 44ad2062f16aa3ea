package lifecycle

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/enum"
)

// A TermEventKind is a kind of event on which the renewal of a term depends. The zero
// TermEventKind is invalid: it stands for no kind.
type TermEventKind uint8

// The kinds of events.
const (
	FeePaid     TermEventKind = iota + 1 // the fee of a term was paid in full
	NonPayment                           // written notice that the fee of a term is unpaid was received
	NotRenewing                          // written notice not to renew was given
)

var termEventNames = enum.Of[TermEventKind](ErrTerms, "kind of event", "", "fee_paid", "non_payment", "not_renewing")

// TermEventKindNames returns the names of the kinds. The caller may change
// the slice.
func TermEventKindNames() []string { return termEventNames.All() }

// String returns the name of k, such as fee_paid. It is empty for the zero TermEventKind;
// for any other value that is not one of the kinds, it is a text such as
// TermEventKind(9).
func (k TermEventKind) String() string { return termEventNames.String(k) }

// ParseTermEventKind returns the kind that text names. The error is an [ErrTerms]: an
// [enum.Error] that lists the names.
func ParseTermEventKind(text string) (TermEventKind, error) { return termEventNames.Parse(text) }

// MarshalText returns the name of k. The error is an [ErrTerms] if k is not one of the
// kinds; the zero TermEventKind is not.
func (k TermEventKind) MarshalText() ([]byte, error) { return termEventNames.Marshal(k) }

// UnmarshalText sets k to the kind that text names; see [ParseTermEventKind]. On error, k
// is unchanged.
func (k *TermEventKind) UnmarshalText(text []byte) error { return termEventNames.Unmarshal(k, text) }

// A TermEvent is something that happened on a day. The zero TermEvent is invalid: it has
// no kind, which is an [ErrTerms].
type TermEvent struct {
	Kind TermEventKind `json:"kind"`
	On   calendar.Date `json:"on"`
	// Term is the number of the term whose fee was paid or is unpaid, 1 for the first. It
	// is 0 for NotRenewing.
	Term int `json:"term,omitempty"`
}

// checkTermEvents returns everything that is wrong with the events of a
// subscription from the anchor on.
func checkTermEvents(anchor calendar.Date, events []TermEvent) error {
	var errs []error
	for i, e := range events {
		bad := func(field, value, why string) {
			errs = append(errs, &TermError{Place: fmt.Sprintf("events[%d].%s", i, field), Value: value, Why: why})
		}
		switch {
		case !termEventNames.Has(e.Kind):
			bad("kind", e.Kind.String(), termEventNames.Why())
			continue
		case e.Kind == NotRenewing && e.Term != 0:
			bad("term", strconv.Itoa(e.Term), "does not belong to not_renewing, which meets the next anniversary that it is in time for; leave it out")
		case e.Kind != NotRenewing && e.Term < 1:
			bad("term", strconv.Itoa(e.Term), "is not a term; write the number of the term whose fee is meant, 1 or more")
		}
		if e.Kind != FeePaid && e.On.Compare(anchor) < 0 {
			bad("on", e.On.String(), fmt.Sprintf("is before the first term; write %v or later", anchor))
		}
	}
	return errors.Join(errs...)
}

// checkNotices returns an error for each notice of non-payment that came before its fee
// could be unpaid: the fee of term n is invoiced while term n-1 runs.
func (r SubscriptionRule) checkNotices(anchor calendar.Date, events []TermEvent) error {
	var errs []error
	for i, e := range events {
		if e.Kind != NonPayment || e.Term == 1 {
			continue
		}
		bad := func(format string, args ...any) {
			errs = append(errs, &TermError{Place: fmt.Sprintf("events[%d].on", i), Value: e.On.String(), Why: fmt.Sprintf(format, args...)})
		}
		before, err := r.Term.Term(anchor, e.Term-1)
		if err != nil {
			errs = append(errs, beyond(fmt.Sprintf("events[%d].term", i), strconv.Itoa(e.Term), err))
			continue
		}
		invoice, err := r.invoice(before)
		switch {
		case err != nil:
			errs = append(errs, err)
		case e.On.Compare(before.From) < 0:
			bad("is before term %d begins, in which the fee of term %d is invoiced; write %v or later", e.Term-1, e.Term, latest(before.From, invoice))
		case e.On.Compare(invoice) < 0:
			bad("is before the fee of term %d is invoiced, on about %v; write that day or later, or the term whose fee is unpaid; where invoices come earlier, a larger invoice_ahead says so",
				e.Term, invoice)
		}
	}
	return errors.Join(errs...)
}

// latest returns the later of two days.
func latest(a, b calendar.Date) calendar.Date {
	if a.Compare(b) < 0 {
		return b
	}
	return a
}
