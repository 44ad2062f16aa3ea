package calendar_test

import (
	"errors"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// TestOpenForYears: a calendar that is open round the clock from 1990 up to a day, and
// closed before and after, has all time in between as working time, wherever one asks.
func TestOpenForYears(t *testing.T) {
	for _, last := range []string{"2026-01-01", "2026-03-01", "2026-05-01", "2026-07-01", "2026-09-01"} {
		t.Run(last, func(t *testing.T) { openUntil(t, last) })
	}
}

func openUntil(t *testing.T, last string) {
	c := makeCalendar(t, calendar.Config{Zone: "UTC", Changes: []calendar.WeekChange{
		{From: on("1990-01-01"), Week: calendar.Daily(0, 24*time.Hour)}, {From: on(last)},
	}})
	opens, closes := when("1990-01-01T00:00:00Z"), when(last+"T00:00:00Z")
	for at := opens; at.Before(closes); at = at.Add(37*24*time.Hour + 5*time.Hour + time.Nanosecond) {
		s, ok, err := c.OpenSpan(at)
		if !ok || err != nil || !s.Open.Equal(opens) || !s.Close.Equal(closes) {
			t.Fatalf("at %v: open from %v to %v, %v, %v", at, s.Open, s.Close, ok, err)
		}
		left := closes.Sub(at)
		for _, d := range []time.Duration{time.Nanosecond, time.Hour, 50 * 24 * time.Hour, 194 * 24 * time.Hour, 1000 * 24 * time.Hour, left - 1, left, left + 1, left + time.Second} {
			got, err := c.Add(at, d)
			if d > left {
				if !errors.Is(err, calendar.ErrNeverOpen) {
					t.Fatalf("%v after %v: %v, %v, want none", d, at, got, err)
				}
				continue
			}
			if err != nil || !got.Equal(at.Add(d)) {
				t.Fatalf("%v after %v: %v, %v", d, at, got, err)
			}
			if between, err := c.Between(at, got.Add(time.Hour)); err != nil || between != min(d+time.Hour, left) {
				t.Fatalf("from %v to an hour after %v: %v, %v", at, got, between, err)
			}
		}
	}
	for _, at := range []time.Time{opens.Add(-1), closes} {
		if s, ok, err := c.OpenSpan(at); ok || err != nil {
			t.Errorf("at %v: %v, %v, %v", at, s, ok, err)
		}
	}
}
