package compliance_test

import (
	"math/big"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/compliance"
	"github.com/slaclock/slaclock/policy/policytest"
	"pgregory.net/rapid"
)

// drawTickets draws tickets, by g, of an agreement and judges them.
func drawTickets(t *rapid.T, p *policy.Policy, g *rapid.Generator[policy.Case]) []compliance.Judgement {
	timelines := rapid.SliceOfN(g, 0, 4).Draw(t, "tickets")
	var all []compliance.Judgement
	for i, l := range timelines {
		one, err := compliance.Judge(string(rune('a'+i%3)), p, l.Events, l.AsOf)
		if err != nil {
			t.Fatalf("%v\n%s", err, policytest.Line(p, l))
		}
		all = append(all, one)
	}
	return all
}

func drawOptions(t *rapid.T) compliance.Options {
	return compliance.Options{
		Basis: rapid.SampledFrom([]compliance.Basis{compliance.ByStart, compliance.ByDue, compliance.ByStop}).Draw(t, "basis"),
		Worst: rapid.IntRange(0, 4).Draw(t, "worst"),
	}
}

// TestPropEveryClockOnce: each clock is in one row, and in one column of it.
func TestPropEveryClockOnce(t *testing.T) {
	p := mustDesk(t, "Europe/Berlin", true)
	g := policytest.Timelines(p)
	rapid.Check(t, func(t *rapid.T) {
		tickets := drawTickets(t, p, g)
		clocks, late := 0, 0
		for i := range tickets {
			clocks += len(tickets[i].Answer.Clocks)
			for _, c := range tickets[i].Answer.Clocks {
				if c.State == policy.Breached && c.Due.IsKnown() {
					late++
				}
			}
		}
		o := drawOptions(t)
		r := count(t, o, tickets)
		sum, breached := 0, 0
		for _, row := range r.Rows() {
			if n := row.Met + row.Breached + row.Open + row.Waiting + row.Cancelled + row.Unknown; n != row.Clocks || n == 0 {
				t.Fatalf("%d clocks, %d in columns: %+v", row.Clocks, n, row)
			}
			if row.Overdue > row.Breached || row.Paused > row.Open || row.Elapsed.Count > row.Met+row.Breached-row.Overdue || row.OfTarget.Count > row.Elapsed.Count {
				t.Fatalf("a part is more than the whole: %+v", row)
			}
			sum += row.Clocks
			breached += row.Breached
		}
		if sum != clocks || breached != late {
			t.Fatalf("%d clocks, %d of them breached; the tickets have %d and %d", sum, breached, clocks, late)
		}
		if got, want := len(r.Worst()), min(o.Worst, late); got != want {
			t.Fatalf("%d late clocks, want %d", got, want)
		}
	})
}

// TestPropMerge: the order of the tickets does not matter, nor in which parts they
// are counted.
func TestPropMerge(t *testing.T) {
	p := mustDesk(t, "Europe/Berlin", true)
	g := policytest.Timelines(p)
	rapid.Check(t, func(t *rapid.T) {
		tickets, o := drawTickets(t, p, g), drawOptions(t)
		whole := count(t, o, tickets)
		mixed := rapid.Permutation(tickets).Draw(t, "order")
		parts := []*compliance.Report{count(t, o, nil)}
		for i := range mixed {
			if rapid.Bool().Draw(t, "another part") {
				parts = append(parts, count(t, o, nil))
			}
			parts[len(parts)-1].Add(&mixed[i])
		}
		all := count(t, o, nil)
		for _, part := range parts {
			before := lines(part)
			if err := all.Merge(part); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(before, lines(part)); diff != "" {
				t.Fatalf("merging changed the part:\n%s", diff)
			}
		}
		if diff := cmp.Diff(lines(whole), lines(all)); diff != "" || all.Tickets() != whole.Tickets() {
			t.Fatalf("(-whole +merged):\n%s", diff)
		}
		twice := count(t, o, append(slices.Clone(tickets), tickets...))
		if err := all.Merge(all); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(lines(twice), lines(all)); diff != "" {
			t.Fatalf("with itself (-whole +merged):\n%s", diff)
		}
	})
}

// TestPropPercentiles: against a twin that counts how many values are not more.
func TestPropPercentiles(t *testing.T) {
	p := mustDesk(t, "UTC", false)
	level, err := p.Scale().Parse("High")
	if err != nil {
		t.Fatal(err)
	}
	start := time.Date(2026, time.March, 2, 0, 0, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		var tickets []compliance.Judgement
		var took []time.Duration
		for range rapid.IntRange(1, 60).Draw(t, "clocks") {
			d := time.Duration(rapid.Int64Range(0, int64(5*time.Hour)).Draw(t, "elapsed"))
			one, err := compliance.Judge("", p, []policy.Event{
				{At: start, Kind: policy.Reported, Severity: level, Channel: policy.Phone}, {At: start.Add(d), Kind: policy.Responded},
			}, start.Add(24*time.Hour))
			if err != nil {
				t.Fatal(err)
			}
			tickets, took = append(tickets, one), append(took, d)
		}
		slow := func(percent int) time.Duration {
			best := time.Duration(-1)
			for _, d := range took {
				notMore := 0
				for _, other := range took {
					if other <= d {
						notMore++
					}
				}
				if notMore*100 >= percent*len(took) && (best < 0 || d < best) {
					best = d
				}
			}
			return best
		}
		tenths := func(d time.Duration) compliance.Tenths { // of 2 h, rounded up
			n := new(big.Int).Mul(big.NewInt(int64(d)), big.NewInt(1000))
			n.Add(n, big.NewInt(int64(2*time.Hour)-1)).Div(n, big.NewInt(int64(2*time.Hour)))
			return compliance.Tenths(n.Uint64())
		}
		met := 0
		for _, d := range took {
			if d <= 2*time.Hour {
				met++
			}
		}
		row := count(t, compliance.Options{}, tickets).Rows()[0]
		median, p90, p95 := slow(50), slow(90), slow(95)
		want := compliance.Row{Agreement: "desk", Metric: "response", Level: "High", Month: compliance.Month{Year: 2026, Month: 3}, Clocks: len(took), Met: met, Breached: len(took) - met,
			Elapsed:  compliance.Percentiles[time.Duration]{Count: len(took), Median: median, P90: p90, P95: p95},
			OfTarget: compliance.Percentiles[compliance.Tenths]{Count: len(took), Median: tenths(median), P90: tenths(p90), P95: tenths(p95)}}
		if diff := cmp.Diff(want, row); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	})
}
