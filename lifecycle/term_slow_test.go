package lifecycle_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// A slowTerms is a subscription that lives through its days one by one, knows of
// each only what has happened by then, and keeps what it has seen. It shares no
// code with the package but the dates.
type slowTerms struct {
	anchor      calendar.Date
	months      int
	end         lifecycle.TermEnd
	ahead, days int // for notice not to renew; after notice of non-payment

	term     int                   // 0 before the first, -1 when it is over
	paid     map[int]bool          // by term
	noticed  map[int]calendar.Date // the first notice of non-payment that counts, by term
	declined map[int]bool
}

// begins is the day on which a term begins.
func (s *slowTerms) begins(t *rapid.T, term int) calendar.Date {
	return termPlus(t, s.anchor, (term-1)*s.months, calendar.Months)
}

// lastDay is the last day of a term.
func (s *slowTerms) lastDay(t *rapid.T, term int) calendar.Date {
	d := s.begins(t, term+1)
	if s.end == lifecycle.DayBeforeAnniversary {
		return termPlus(t, d, -1, calendar.Days)
	}
	for !d.IsLastOfMonth() {
		d = termPlus(t, d, 1, calendar.Days)
	}
	return d
}

// live passes one day and returns its state.
func (s *slowTerms) live(t *rapid.T, day calendar.Date, events []lifecycle.TermEvent) lifecycle.TermState {
	over := s.term < 0
	for _, e := range events {
		switch {
		case e.On != day:
		case e.Kind == lifecycle.FeePaid:
			s.paid[e.Term] = true
		}
	}
	if day.Compare(s.anchor) < 0 {
		return lifecycle.Pending
	}
	if over {
		return lifecycle.Ended
	}
	if s.term == 0 {
		s.term = 1
	}
	// Yesterday the 15 days of a notice may have run out.
	for term, received := range s.noticed {
		if received.DaysUntil(day) > s.days && !s.declined[term] && (term == 1 || term == s.term+1) {
			// A payment of today came too late.
			wasPaid := false
			for _, e := range events {
				wasPaid = wasPaid || e.Kind == lifecycle.FeePaid && e.Term == term && received.DaysUntil(e.On) <= s.days
			}
			if !wasPaid {
				s.term = -1
				return lifecycle.Ended
			}
		}
	}
	running := func() bool { return day.Compare(s.lastDay(t, s.term)) <= 0 }
	waiting := func(term int) bool {
		_, ok := s.noticed[term]
		return ok && !s.paid[term] && !s.declined[term]
	}
	for _, e := range events {
		if e.On != day {
			continue
		}
		switch e.Kind {
		case lifecycle.NotRenewing:
			next := 2
			for day.DaysUntil(s.begins(t, next)) < s.ahead {
				next++
			}
			s.declined[next] = true
		case lifecycle.NonPayment:
			if _, ok := s.noticed[e.Term]; !ok && !s.paid[e.Term] && (e.Term == 1 || running() || e.Term == s.term+2) {
				s.noticed[e.Term] = day
			}
		}
	}
	// A fee of today is in time while the term runs, on the anniversary, and in
	// the days of a notice.
	inTime := func() bool {
		begins := s.begins(t, s.term+1)
		_, noticed := s.noticed[s.term+1]
		return day.Compare(begins) >= 0 && (running() || noticed || day == begins)
	}
	for s.paid[s.term+1] && !s.declined[s.term+1] && inTime() {
		s.term++
	}
	switch {
	case waiting(s.term+1) || waiting(1) && running():
		return lifecycle.PaymentDue
	case running():
		return lifecycle.Active
	}
	s.term = -1
	return lifecycle.Ended
}

func slowEvents(t *rapid.T, anchor calendar.Date, s slowTerms, invoice int) []lifecycle.TermEvent {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) lifecycle.TermEvent {
		term := rapid.IntRange(1, 4).Draw(t, "term")
		near := s.begins(t, term)
		e := lifecycle.TermEvent{Kind: rapid.SampledFrom([]lifecycle.TermEventKind{lifecycle.FeePaid, lifecycle.FeePaid, lifecycle.NonPayment, lifecycle.NotRenewing}).Draw(t, "kind"), Term: term}
		e.On = termPlus(t, near, rapid.IntRange(-40, 60).Draw(t, "off"), calendar.Days)
		if e.Kind == lifecycle.NotRenewing {
			e.Term = 0
		}
		// A notice comes in the term before its own, at the earliest, and no earlier
		// than the invoice.
		first := anchor
		if e.Kind == lifecycle.NonPayment && term > 1 {
			first = s.begins(t, term-1)
			for first.DaysUntil(s.lastDay(t, term-1)) > invoice {
				first = termPlus(t, first, 1, calendar.Days)
			}
		}
		if e.Kind != lifecycle.FeePaid && e.On.Compare(first) < 0 {
			e.On = first
		}
		return e
	}), 0, 7).Draw(t, "events")
}

// TestPropPUR9_SlowTwin lives through the days of a subscription and asks on
// each; what comes next by itself must come if nothing happens before. Once it
// has ended it stays so.
func TestPropPUR9_SlowTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		anchor := termAnchors(t)
		rule := lifecycle.SubscriptionRule{
			Term: lifecycle.TermRule{Months: rapid.SampledFrom([]int{2, 3, 12}).Draw(t, "months"),
				End: rapid.SampledFrom([]lifecycle.TermEnd{lifecycle.MonthEnd, lifecycle.DayBeforeAnniversary}).Draw(t, "end")},
			Decline: lifecycle.NoticeRule{Ahead: rapid.SampledFrom([]int{1, 30}).Draw(t, "ahead")},
			Unpaid:  lifecycle.PaymentRule{Count: rapid.SampledFrom([]int{1, 15, 45}).Draw(t, "days")},

			InvoiceAhead: rapid.SampledFrom([]int{0, 30, 400}).Draw(t, "invoice"),
		}
		slow := slowTerms{anchor: anchor, months: rule.Term.Months, end: rule.Term.End, ahead: rule.Decline.Ahead, days: rule.Unpaid.Count,
			paid: map[int]bool{}, noticed: map[int]calendar.Date{}, declined: map[int]bool{}}
		events := slowEvents(t, anchor, slow, rule.InvoiceAhead)
		happens := map[calendar.Date]bool{}
		for _, e := range events {
			happens[e.On] = true
		}
		var promised *lifecycle.TermChange
		// The slow one sees payments from before the first day on it.
		for day, n := termPlus(t, anchor, -60, calendar.Days), 0; n < 60+4*rule.Term.Months*31+120; day, n = termPlus(t, day, 1, calendar.Days), n+1 {
			want := slow.live(t, day, events)
			got, err := rule.Status(anchor, events, day)
			if err != nil {
				t.Fatal(err)
			}
			if got.State != want {
				t.Fatalf("%v: %v, slowly %v\n%v\n%v", day, got.State, want, got.Reasons, events)
			}
			if happens[day] {
				promised = nil
			}
			if promised != nil && promised.On.Compare(day) <= 0 && (promised.On != day || promised.State != got.State) {
				t.Fatalf("%v: %v, promised was %+v", day, got.State, promised)
			}
			promised = got.Next
			if promised != nil && promised.On.Compare(day) <= 0 {
				t.Fatalf("%v: the next change is on %v", day, promised.On)
			}
		}
	})
}
