package compare

import (
	"testing"
	"time"
)

// Each question goes through the instants in turn. All libraries are called through a
// function value, which costs each of them the same one or two nanoseconds.

func BenchmarkAdd8h(b *testing.B) {
	bench(b, func(p Peer) func(time.Time) {
		return call(p.Add != nil, func(t time.Time) { p.Add(t, 8*time.Hour) })
	})
}

func BenchmarkAdd10400h(b *testing.B) {
	bench(b, func(p Peer) func(time.Time) {
		return call(p.Add != nil, func(t time.Time) { p.Add(t, long) })
	})
}

func BenchmarkBetween3y(b *testing.B) {
	const years = 3 * 365 * 24 * time.Hour
	bench(b, func(p Peer) func(time.Time) {
		return call(p.Between != nil, func(t time.Time) { p.Between(t, t.Add(years)) })
	})
}

func BenchmarkIsOpen(b *testing.B) {
	bench(b, func(p Peer) func(time.Time) {
		return call(p.IsOpen != nil, func(t time.Time) { p.IsOpen(t) })
	})
}

// BenchmarkNextOpen asks at those of the instants at which the office is closed.
func BenchmarkNextOpen(b *testing.B) {
	bench(b, func(p Peer) func(time.Time) {
		return call(p.NextOpen != nil, func(t time.Time) { p.NextOpen(t) })
	})
}

// call returns f, or nil for a question that is not answered.
func call(answered bool, f func(time.Time)) func(time.Time) {
	if !answered {
		return nil
	}
	return f
}

func bench(b *testing.B, question func(Peer) func(time.Time)) {
	all, ask := peers(b, Office()), instants(b)
	if b.Name() == "BenchmarkNextOpen" {
		ask = nil
		for _, t := range instants(b) {
			if !all[0].IsOpen(t) {
				ask = append(ask, t)
			}
		}
	}
	for _, p := range all {
		f := question(p)
		if f == nil {
			continue
		}
		b.Run(p.Name, func(b *testing.B) {
			for _, t := range ask[:8] {
				f(t) // caches fill
			}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				f(ask[i%len(ask)])
			}
		})
	}
}
