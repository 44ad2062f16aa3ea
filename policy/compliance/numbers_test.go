package compliance

import (
	"math"
	"testing"
	"time"
)

func TestRank(t *testing.T) {
	for _, c := range []struct{ n, median, p90, p95 int64 }{
		{1, 1, 1, 1}, {2, 1, 2, 2}, {3, 2, 3, 3}, {4, 2, 4, 4}, {5, 3, 5, 5}, {9, 5, 9, 9}, {10, 5, 9, 10}, {11, 6, 10, 11},
		{19, 10, 18, 19}, {20, 10, 18, 19}, {21, 11, 19, 20}, {99, 50, 90, 95}, {100, 50, 90, 95}, {101, 51, 91, 96},
		{math.MaxInt32, 1 << 30, 1932735283, 2040109465}, {math.MaxInt64, 1 << 62, 8301034833169298227, 8762203435012037017},
	} {
		n := int(c.n)
		if int64(n) != c.n { // more than an int holds on this machine
			continue
		}
		if a, b, d := rank(50, n), rank(90, n), rank(95, n); int64(a) != c.median || int64(b) != c.p90 || int64(d) != c.p95 {
			t.Errorf("of %d: %d, %d and %d, want %d, %d and %d", c.n, a, b, d, c.median, c.p90, c.p95)
		}
	}
}

func TestTenthsOf(t *testing.T) {
	const hour = time.Hour
	for _, c := range []struct {
		elapsed, left time.Duration
		want          string
	}{
		{0, hour, "0.0"}, {1, hour, "0.1"}, {hour - 1, 1, "100.0"}, {hour, 0, "100.0"}, {hour + 1, -1, "100.1"},
		{3600 * time.Millisecond, hour - 3600*time.Millisecond, "0.1"}, {3600*time.Millisecond + 1, hour - 3600*time.Millisecond - 1, "0.2"},
		{hour / 3, 2 * hour / 3, "33.4"}, {2 * hour, -hour, "200.0"},
		{math.MaxInt64, 0, "100.0"}, {math.MaxInt64, 1 - math.MaxInt64, "429496729.5"}, {5_000_000_000, 1_000 - 5_000_000_000, "429496729.5"},
		{0, 0, "none"}, {hour, -hour, "none"}, {hour, -2 * hour, "none"}, {-1, hour, "none"},
	} {
		got := "none"
		if tenths, ok := tenthsOf(c.elapsed, c.left); ok {
			got = tenths.String()
		}
		if got != c.want {
			t.Errorf("%v and %v left: %s, want %s", c.elapsed, c.left, got, c.want)
		}
	}
}

func TestShare(t *testing.T) {
	for s, want := range map[Share]string{
		{}: "none", {0, 1}: "0.0 (0 of 1)", {1, 1}: "100.0 (1 of 1)", {999, 1000}: "99.9 (999 of 1000)", {9999, 10000}: "99.9 (9999 of 10000)",
		{2, 3}: "66.6 (2 of 3)", {1, 1001}: "0.0 (1 of 1001)", {1, 1000}: "0.1 (1 of 1000)",
		{2147482, 2147483}: "99.9 (2147482 of 2147483)", {2147483647, 2147483647}: "100.0 (2147483647 of 2147483647)", // more than 32 bits hold, by the thousand
	} {
		if got := s.String(); got != want {
			t.Errorf("%d of %d is %s, want %s", s.Met, s.Decided, got, want)
		}
	}
}

func TestTotal(t *testing.T) {
	century := TotalOf(100 * 365 * 24 * time.Hour)
	for want, got := range map[string]Total{
		"0s": {}, "1.5s": TotalOf(1500 * time.Millisecond), "59m59.999999999s": TotalOf(time.Hour - 1), "1h0m0s": TotalOf(time.Hour),
		"1h0m0.000000001s": TotalOf(time.Hour - 1).Plus(TotalOf(2)), "12h3m4s": TotalOf(12*time.Hour + 3*time.Minute + 4*time.Second),
		"2628000h0m0s": century.Plus(century).Plus(century), "2s": TotalOf(time.Second + 999_999_999).Plus(TotalOf(1)), "-0s": TotalOf(-time.Second),
	} {
		if want == "-0s" { // a negative time is none
			want = "0s"
		}
		if got.String() != want {
			t.Errorf("got %v, want %s", got, want)
		}
	}
}

func TestMonthOrder(t *testing.T) {
	order := []Month{{1, time.January}, {2025, time.December}, {2026, time.January}, {2026, time.February}, {9999, time.December}, {}}
	for i, m := range order {
		for k, n := range order {
			want := 0
			if i < k {
				want = -1
			} else if i > k {
				want = 1
			}
			if got := m.Compare(n); got != want {
				t.Errorf("%v to %v: %d, want %d", m, n, got, want)
			}
		}
	}
}
