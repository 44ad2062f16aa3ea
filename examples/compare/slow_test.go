package compare

import (
	"slices"
	"testing"
	"time"
)

// A slow desk walks from minute to minute and asks the wall clock, and knows nothing of
// any library. It is right where opening and closing are whole minutes that the zone's
// clocks show once a day.
type slow struct {
	Desk
	holiday map[string]bool
}

func newSlow(t testing.TB, d Desk) slow {
	s := slow{d, map[string]bool{}}
	for _, h := range d.dates(time.UTC) {
		s.holiday[h.Format(time.DateOnly)] = true
	}
	if len(d.Holidays) > 0 && !s.holiday["2026-12-25"] {
		t.Fatal("no Christmas")
	}
	return s
}

func (s slow) open(t time.Time) bool {
	clock := time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute
	return s.Open <= clock && clock < s.Close && slices.Contains(s.Days, t.Weekday()) && !s.holiday[t.Format(time.DateOnly)]
}

// minute returns the next whole minute.
func minute(t time.Time) time.Time { return t.Truncate(time.Minute).Add(time.Minute) }

// add looks for the first instant by which an amount of working time has passed.
func (s slow) add(t time.Time, left time.Duration) time.Time {
	for left > 0 {
		step := minute(t).Sub(t)
		if s.open(t) {
			step = min(step, left)
			left -= step
		}
		t = t.Add(step)
	}
	return t
}

// between sums the working time from a to b.
func (s slow) between(a, b time.Time) (sum time.Duration) {
	for a.Before(b) {
		step := min(minute(a).Sub(a), b.Sub(a))
		if s.open(a) {
			sum += step
		}
		a = a.Add(step)
	}
	return sum
}

// nextOpen looks for the first minute that is open.
func (s slow) nextOpen(t time.Time) time.Time {
	for !s.open(t) {
		t = minute(t)
	}
	return t
}
