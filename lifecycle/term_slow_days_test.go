package lifecycle_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// termDays draws a day near another.
func termDays(t *rapid.T, near calendar.Date, name string) calendar.Date {
	return termPlus(t, near, rapid.IntRange(0, 60).Draw(t, name), calendar.Days)
}

// TestPropISP9_SlowTwin marks each day by itself: in a term or not, paid or not;
// updates end before the first day that is neither, or is in a gap of which a
// day is unpaid.
func TestPropISP9_SlowTwin(t *testing.T) {
	base := termDay(t, "2028-02-01")
	periods := rapid.Custom(func(t *rapid.T) calendar.Period {
		from := termDays(t, base, "from")
		return calendar.Period{From: from, Through: termPlus(t, from, rapid.IntRange(0, 12).Draw(t, "days"), calendar.Days)}
	})
	rapid.Check(t, func(t *rapid.T) {
		terms := rapid.SliceOfN(periods, 1, 5).Draw(t, "terms")
		var payments []lifecycle.MissedPayment
		for _, p := range rapid.SliceOfN(periods, 0, 4).Draw(t, "paid") {
			payments = append(payments, lifecycle.MissedPayment{On: termDays(t, base, "on"), Period: p})
		}
		license := lifecycle.License{Perpetual: rapid.Bool().Draw(t, "perpetual"), Terms: terms, Paid: payments}
		on := termDays(t, base, "day")
		got, err := license.Status(on)
		if err != nil {
			t.Fatal(err)
		}

		const horizon = 90
		var inTerm, paid [horizon]bool
		first, last := horizon, 0
		for i := range horizon {
			d := termPlus(t, base, i, calendar.Days)
			for _, term := range terms {
				inTerm[i] = inTerm[i] || term.Contains(d)
			}
			for _, p := range payments {
				paid[i] = paid[i] || p.Period.Contains(d) && p.On.Compare(on) <= 0
			}
			if inTerm[i] {
				first, last = min(first, i), i
			}
		}
		at := base.DaysUntil(on)
		if got.Covered != inTerm[at] {
			t.Fatalf("%v: covered %v, in a term %v", on, got.Covered, inTerm[at])
		}
		if at < first || at > last && !license.Perpetual {
			if got.UpdatesThrough != nil || got.Missed != nil {
				t.Fatalf("%v: %+v outside the licence", on, got)
			}
			return
		}
		// A licence that is not perpetual is none between its terms.
		if !inTerm[at] && !license.Perpetual {
			if got.UpdatesThrough != nil {
				t.Fatalf("%v: updates through %v between the terms", on, got.UpdatesThrough)
			}
			return
		}
		// Walk from the first term over whole gaps that are paid.
		through := first
		for i := first; i < horizon; {
			if inTerm[i] {
				through = i
				i++
				continue
			}
			whole, k := true, i
			for ; k < horizon && !inTerm[k]; k++ {
				whole = whole && paid[k]
			}
			if k == horizon || !whole {
				break
			}
			i = k
		}
		if want := termPlus(t, base, through, calendar.Days); *got.UpdatesThrough != want {
			t.Fatalf("%v: updates through %v, slowly %v", on, *got.UpdatesThrough, want)
		}
		if held := got.State == lifecycle.UpdatesHeld; inTerm[at] && held != (through < at) {
			t.Fatalf("%v: %v, updates through day %d of %d", on, got.State, through, at)
		}
		for _, m := range got.Missed {
			for d := m.From; d.Compare(m.Through) <= 0; d = termPlus(t, d, 1, calendar.Days) {
				if inTerm[base.DaysUntil(d)] {
					t.Fatalf("%v is missed, and in a term", d)
				}
			}
		}
		if got.Next != nil {
			if got.Next.On.Compare(on) <= 0 {
				t.Fatalf("%v: the next change is on %v", on, got.Next.On)
			}
			for i := at; i < base.DaysUntil(got.Next.On); i++ {
				if inTerm[i] != inTerm[at] {
					t.Fatalf("%v: next %v, but day %d differs", on, got.Next.On, i)
				}
			}
		}
	})
}

// TestPropISP10_SlowTwin counts months and days one by one. More days never take
// fewer months, and a month more until the end is a month more to buy.
func TestPropISP10_SlowTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		covered, days := termAnchors(t), rapid.IntRange(0, 1200).Draw(t, "days")
		end := termPlus(t, covered, days, calendar.Days)
		rule := lifecycle.CoTermRule{RoundDown: rapid.SampledFrom([]int{0, 5, 14}).Draw(t, "down")}
		got, err := rule.Months(covered, end)
		if err != nil {
			t.Fatal(err)
		}
		whole := 0
		for termPlus(t, covered, whole+1, calendar.Months).Compare(end) <= 0 {
			whole++
		}
		rest := 0
		for d := termPlus(t, covered, whole, calendar.Months); d.Compare(end) < 0; d = termPlus(t, d, 1, calendar.Days) {
			rest++
		}
		months := whole
		if rest > rule.RoundDown {
			months++
		}
		if want := (lifecycle.CoTerm{Months: months, Whole: whole, Rest: rest}); got != want {
			t.Fatalf("%v to %v: %+v, slowly %+v", covered, end, got, want)
		}
		later, err := rule.Months(covered, termPlus(t, end, 1, calendar.Days))
		if err != nil || later.Months < got.Months {
			t.Fatalf("a day later: %+v after %+v, %v", later, got, err)
		}
	})
}

// TestPropISP11_Exact checks the limit by its definition, without division: it is
// the largest number of units that does not exceed the share, or the smallest
// that is not exceeded by it.
func TestPropISP11_Exact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := termAnchors(t)
		term := calendar.Period{From: from, Through: termPlus(t, from, rapid.IntRange(0, 1200).Draw(t, "days"), calendar.Days)}
		claim := termPlus(t, from, rapid.IntRange(0, 1300).Draw(t, "claim"), calendar.Days)
		cost, percent := rapid.Int64Range(0, 1_000_000_000).Draw(t, "cost"), rapid.IntRange(0, 100).Draw(t, "percent")
		days, rest := int64(0), int64(0)
		for d := term.From; d.Compare(term.Through) <= 0; d = termPlus(t, d, 1, calendar.Days) {
			days++
			if d.Compare(claim) > 0 {
				rest++
			}
		}
		limit := func(r lifecycle.Rounding) int64 {
			got, err := lifecycle.LiabilityRule{Percent: percent, Rounding: r}.Cap(cost, term, claim)
			if err != nil || int64(got.TermDays) != days || int64(got.RestDays) != rest {
				t.Fatalf("%+v, %v; slowly %d of %d days", got, err, rest, days)
			}
			return got.Minor
		}
		share, unit := cost*int64(percent)*rest, 100*days // at most 1.2e14
		down, up, half := limit(lifecycle.RoundDown), limit(lifecycle.RoundUp), limit(lifecycle.RoundHalfUp)
		if down*unit > share || (down+1)*unit <= share {
			t.Fatalf("down: %d of %d/%d", down, share, unit)
		}
		if up*unit < share || (up-1)*unit >= share {
			t.Fatalf("up: %d of %d/%d", up, share, unit)
		}
		if 2*half*unit > 2*share+unit || 2*(half+1)*unit <= 2*share+unit {
			t.Fatalf("half up: %d of %d/%d", half, share, unit)
		}
	})
}

// TestPropPOR7_SlowTwin counts the days since each unpaid due date.
func TestPropPOR7_SlowTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := termDay(t, "2028-02-01")
		rule := lifecycle.PaymentRule{Count: rapid.SampledFrom([]int{1, 15, 30}).Draw(t, "count")}
		on := termDays(t, base, "day")
		want := lifecycle.Active
		var debts []lifecycle.Debt
		for range rapid.IntRange(0, 4).Draw(t, "debts") {
			debt := lifecycle.Debt{Due: termDays(t, base, "due")}
			if rapid.Bool().Draw(t, "is paid") {
				paid := termDays(t, base, "paid")
				debt.Paid = &paid
			}
			debts = append(debts, debt)
			late := debt.Due.DaysUntil(on)
			switch {
			case debt.Paid != nil && debt.Paid.DaysUntil(on) >= 0:
			case late > rule.Count:
				want = lifecycle.Suspendable
			case late > 0 && want == lifecycle.Active:
				want = lifecycle.PaymentDue
			}
		}
		got, err := rule.Status(debts, on)
		if err != nil || got.State != want {
			t.Fatalf("%v: %v, %v; slowly %v", on, got.State, err, want)
		}
	})
}
