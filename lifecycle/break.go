package lifecycle

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/slaclock/slaclock/calendar"
)

// A License is a licence with the terms for which services were bought. The zero License
// is invalid: it has no term, which is an [ErrTerms].
type License struct {
	// Perpetual says that the licence outlives its terms and keeps the right to updates
	// that were released in them. A licence that is not perpetual gives no updates
	// between its terms either, even if a later term was bought.
	Perpetual bool `json:"perpetual"`
	// Terms are the terms of service, including the one that comes with the licence, in
	// any order. Both ends of each are included. Terms that touch or overlap are one
	// unbroken term.
	Terms []calendar.Period `json:"terms"`
	// Paid are the payments for missed periods.
	Paid   []MissedPayment `json:"paid,omitempty"`
	Clause string          `json:"clause"` // the clause that the reasons cite
}

// A MissedPayment is a payment for days without service, made on a day. It gives the
// updates of those days, once all days of their break are paid, but no support. The zero
// MissedPayment was made on 0001-01-01 for that day.
type MissedPayment struct {
	On     calendar.Date   `json:"on"`
	Period calendar.Period `json:"period"`
}

// A LicenseStatus says where a licence stands on a day. The zero LicenseStatus stands for
// no status.
type LicenseStatus struct {
	// In the TermStatus, Covered says that tickets are answered.
	TermStatus
	// UpdatesThrough is the last release date, included, of the updates to which the
	// licence is entitled. It can lie ahead: updates will be released until then. It is
	// nil if the licence is entitled to none: before the first term and, if it is not
	// perpetual, outside its terms.
	UpdatesThrough *calendar.Date `json:"updates_through,omitempty"`
	// Missed are the periods that must be paid before later updates are given, in order,
	// each of them whole. The last one ends on the day before the term that follows it,
	// or on the day of the answer if no such term is known yet.
	Missed []calendar.Period `json:"missed,omitempty"`
}

// Entitled reports whether the licence is entitled to an update with the given release
// date.
func (s LicenseStatus) Entitled(released calendar.Date) bool {
	return s.UpdatesThrough != nil && released.Compare(*s.UpdatesThrough) <= 0
}

// Status returns where the licence stands on a day, as known on that day: payments after
// it are checked but have no effect, while terms are known ahead.
//
// The state is [Pending] before the first term, [Active] in a term, [UpdatesHeld] in a
// term that follows a missed period that is not paid, [Lapsed] between terms and after
// the last term of a perpetual licence, and [Ended] after the last term of any other.
// Support is owed in a term and at no other time, whatever is paid.
//
// A missed period, the days between two terms, is paid when all of its days are paid; a
// part of it counts for nothing. Until then updates end with the last term before it.
// From then on its updates are given, and those of the term after it, even while the
// period still runs. There is no payment for days that no term follows, since updates are
// not sold apart from services: a customer who comes back buys a term, and the days
// before it.
//
// A licence that is not perpetual has no updates between its terms, paid or not.
//
// The error is an [ErrTerms] that lists all mistakes in terms and payments.
func (l License) Status(on calendar.Date) (LicenseStatus, error) {
	if err := l.check(); err != nil {
		return LicenseStatus{}, err
	}
	h := l.history(on)
	begun := 0
	for begun+1 < len(h.terms) && h.terms[begun+1].From.Compare(on) <= 0 {
		begun++
	}
	status := LicenseStatus{TermStatus: statusOn(on, h.stretches(l, begun))}
	if status.State == Pending || status.State == Ended {
		return status, nil
	}
	status.Missed = h.missed(begun, on)
	if l.Perpetual || status.Covered {
		through := h.updates()
		status.UpdatesThrough = &through
	}
	return status, nil
}

// stretches returns the states of the licence in order: those of the term that began last
// by the day and of the next one, since no other can be asked for.
func (h history) stretches(l License, begun int) []stretch {
	var list []stretch
	if begun == 0 {
		list = append(list, stretch{state: Pending, reasons: l.because("the first term begins on %v", h.terms[0].From)})
	}
	for i := begun; i < min(begun+2, len(h.terms)); i++ {
		term := h.terms[i]
		state, reasons := Active, l.because("the term from %v through %v gives support and updates", term.From, term.Through)
		if open := h.unpaid(i); len(open) > 0 {
			state = UpdatesHeld
			reasons = append(l.because("the term from %v through %v gives support", term.From, term.Through), h.held(l, open)...)
		}
		list = append(list, stretch{term.From, state, reasons})
		after, err := term.Through.Plus(1, calendar.Days)
		switch {
		case err != nil: // the term lasts as long as there are dates
		case l.Perpetual || i+1 < len(h.terms):
			list = append(list, stretch{after, Lapsed, h.lapsed(l, i)})
		default:
			list = append(list, stretch{after, Ended, l.because("the licence ended with its term on %v", term.Through)})
		}
	}
	return list
}

// lapsed returns what holds after the term i of a licence that goes on, and why.
func (h history) lapsed(l License, i int) []TermReason {
	ended := h.terms[i].Through
	if !l.Perpetual {
		return l.because("the term ended on %v, and the licence, which is not perpetual, with it until %v: documentation and client area stay; support and updates do not",
			ended, h.terms[i+1].From)
	}
	open := h.unpaid(min(i+1, len(h.gaps)))
	if i < len(h.gaps) && len(open) == 0 {
		return l.because("the term ended on %v: documentation and client area stay, and so do updates, since the missed period from %v through %v is paid; support does not",
			ended, h.gaps[i].From, h.gaps[i].Through)
	}
	reasons := l.because("the term ended on %v: documentation and client area stay; support, and updates released outside the terms, do not", ended)
	return append(reasons, h.held(l, open)...)
}

// held returns, for each missed period that is not paid, that updates wait for it.
func (h history) held(l License, open []calendar.Period) []TermReason {
	var reasons []TermReason
	through := h.updates()
	for _, gap := range open {
		reasons = append(reasons, l.because("updates released after %v need payment for the missed period from %v through %v",
			through, gap.From, gap.Through)...)
	}
	return reasons
}

// A history is the unbroken terms of a licence and the periods between them.
type history struct {
	terms []calendar.Period
	gaps  []calendar.Period // gaps[i] is between terms[i] and terms[i+1]
	paid  []bool            // whether gaps[i] is paid, all of it
}

// history returns the terms, and which gaps are paid by a day, that day included.
func (l License) history(on calendar.Date) history {
	h := history{terms: merge(l.Terms)}
	var paid []calendar.Period
	for _, p := range l.Paid {
		if p.On.Compare(on) <= 0 {
			paid = append(paid, p.Period)
		}
	}
	paid = merge(paid)
	for i := range len(h.terms) - 1 {
		// There are days between the two terms, so neither has an error.
		from, _ := h.terms[i].Through.Plus(1, calendar.Days)
		through, _ := h.terms[i+1].From.Plus(-1, calendar.Days)
		h.gaps = append(h.gaps, calendar.Period{From: from, Through: through})
		for len(paid) > 0 && paid[0].Through.Compare(from) < 0 {
			paid = paid[1:] // the gaps come in their order, too
		}
		h.paid = append(h.paid, len(paid) > 0 && paid[0].Contains(from) && paid[0].Contains(through))
	}
	return h
}

// unpaid returns the gaps before the term i that are not paid.
func (h history) unpaid(i int) []calendar.Period {
	var open []calendar.Period
	for k, gap := range h.gaps[:i] {
		if !h.paid[k] {
			open = append(open, gap)
		}
	}
	return open
}

// updates returns the last release date to which the terms entitle: the end of the last
// term before which no gap is unpaid. Terms that have not begun count too, since they
// have been bought.
func (h history) updates() calendar.Date {
	k := slices.Index(h.paid, false)
	if k < 0 {
		k = len(h.terms) - 1
	}
	return h.terms[k].Through
}

// missed returns what must be paid as of a day on which term i is the last one that has
// begun.
func (h history) missed(i int, on calendar.Date) []calendar.Period {
	open := h.unpaid(i)
	if on.Compare(h.terms[i].Through) <= 0 {
		return open
	}
	if i < len(h.gaps) {
		if !h.paid[i] {
			open = append(open, h.gaps[i])
		}
		return open
	}
	// The day is later than Through, so Through has a day after it.
	from, _ := h.terms[i].Through.Plus(1, calendar.Days)
	return append(open, calendar.Period{From: from, Through: on})
}

// merge returns periods in their order, those that touch or overlap as one.
func merge(periods []calendar.Period) []calendar.Period {
	sorted := slices.SortedFunc(slices.Values(periods), func(a, b calendar.Period) int {
		return cmp.Or(a.From.Compare(b.From), a.Through.Compare(b.Through))
	})
	var merged []calendar.Period
	for _, p := range sorted {
		last := len(merged) - 1
		if last >= 0 && merged[last].Through.DaysUntil(p.From) <= 1 {
			if merged[last].Through.Compare(p.Through) < 0 {
				merged[last].Through = p.Through
			}
			continue
		}
		merged = append(merged, p)
	}
	return merged
}

// check returns everything that is wrong with the licence.
func (l License) check() error {
	var errs []error
	if len(l.Terms) == 0 {
		errs = append(errs, &TermError{Place: "terms", Why: "are missing; write the term that the licence includes, at least"})
	}
	for i, term := range l.Terms {
		if term.Through.Compare(term.From) < 0 {
			errs = append(errs, backwards(fmt.Sprintf("terms[%d]", i), term))
		}
	}
	for i, p := range l.Paid {
		if p.Period.Through.Compare(p.Period.From) < 0 {
			errs = append(errs, backwards(fmt.Sprintf("paid[%d].period", i), p.Period))
		}
	}
	return errors.Join(errs...)
}

func backwards(place string, p calendar.Period) error {
	return &TermError{Place: place, Value: p.String(), Why: fmt.Sprintf("ends before it begins; write a last day of %v or later", p.From)}
}

func (l License) because(format string, args ...any) []TermReason {
	return []TermReason{{l.Clause, fmt.Sprintf(format, args...)}}
}
