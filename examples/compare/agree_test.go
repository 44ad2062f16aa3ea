package compare

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// long is 1,300 working days: five years.
const long = 10400 * time.Hour

// instants returns 4,096 whole seconds of 2026 in Berlin, the same in every run.
func instants(t testing.TB) []time.Time {
	loc, err := calendar.Zone("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	start := time.Date(2026, time.January, 1, 0, 0, 0, 0, loc)
	seconds := int64(time.Date(2027, time.January, 1, 0, 0, 0, 0, loc).Sub(start) / time.Second)
	random := rand.New(rand.NewPCG(2026, 1))
	all := make([]time.Time, 4096)
	for i := range all {
		all[i] = start.Add(time.Duration(random.Int64N(seconds)) * time.Second)
	}
	return all
}

func peers(t testing.TB, d Desk) []Peer {
	all, err := Peers(d)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestAgree: all libraries give the slow answers for the office, so that the benchmarks
// compare like with like.
func TestAgree(t *testing.T) {
	all, slow := peers(t, Office()), newSlow(t, Office())
	for i, at := range instants(t)[:512] {
		open, next := slow.open(at), slow.nextOpen(at)
		for _, p := range all {
			if p.IsOpen != nil && p.IsOpen(at) != open {
				t.Errorf("%s: open at %v: %v", p.Name, at, !open)
			}
			if p.NextOpen != nil && !open && !p.NextOpen(at).Equal(next) {
				t.Errorf("%s: next open from %v: %v, want %v", p.Name, at, p.NextOpen(at), next)
			}
		}
		switch {
		case i < 2: // the long questions are long for the slow desk too
			agreeOnSums(t, all, at, long, slow.add(at, long), at.AddDate(3, 0, 0), slow.between(at, at.AddDate(3, 0, 0)))
		case i < 16: // slaclock's sums were right just now: they stand for the slow ones
			years := at.AddDate(3, 0, 0)
			agreeOnSums(t, all, at, long, all[0].Add(at, long), years, all[0].Between(at, years))
		case i < 64:
			week := at.AddDate(0, 0, 7)
			agreeOnSums(t, all, at, 8*time.Hour, slow.add(at, 8*time.Hour), week, slow.between(at, week))
		}
	}
}

// agreeOnSums compares what is due after an amount, and the working time up to an end.
func agreeOnSums(t *testing.T, all []Peer, at time.Time, amount time.Duration, due, end time.Time, sum time.Duration) {
	t.Helper()
	for _, p := range all {
		if p.Add == nil {
			continue
		}
		if got := p.Add(at, amount); !got.Equal(due) {
			t.Errorf("%s: %v plus %v: %v, want %v", p.Name, at, amount, got, due)
		}
		if got := p.Between(at, end); got != sum {
			t.Errorf("%s: from %v to %v: %v, want %v", p.Name, at, end, got, sum)
		}
	}
}
