package escalation_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// The slow twins walk the minutes of a fortnight and know of a calendar only
// whether it is open in each of them. Instants are minutes from slowEpoch.

const slowMinutes = 30 * 24 * 60

// slowEpoch is a Friday, two days before the clocks of Europe change.
var slowEpoch = time.Date(2026, 3, 27, 0, 0, 0, 0, time.UTC)

func minute(n int) time.Time { return slowEpoch.Add(time.Duration(n) * time.Minute) }

// slowHours says of each minute whether it is working time.
type slowHours []bool

func slowOf(t testing.TB, c *calendar.Calendar) slowHours {
	t.Helper()
	h := make(slowHours, slowMinutes)
	for i := range h {
		var err error
		if h[i], err = c.IsOpen(minute(i)); err != nil {
			t.Fatal(err)
		}
	}
	return h
}

// slowStopwatch is when each step of a ladder is reached that starts at a minute
// and stands still during halts, or -1 if that is not before the end: a
// stopwatch for each step, which runs in open minutes outside halts.
func slowStopwatch(h slowHours, start int, needs []int, halts [][2]int) []int {
	at := make([]int, len(needs))
	for i, left := range needs {
		at[i] = -1
		for m := start; m < len(h); m++ {
			if left == 0 {
				at[i] = m
				break
			}
			halted := false
			for _, p := range halts {
				halted = halted || p[0] <= m && m < p[1]
			}
			if h[m] && !halted {
				left--
			}
		}
	}
	return at
}

// slowRegion is a region whose opening and closing show in its minutes.
type slowRegion struct {
	name string
	open slowHours
}

// opened is the minute at which the window of an open minute began.
func (r slowRegion) opened(m int) int {
	for m > 0 && r.open[m-1] {
		m--
	}
	return m
}

// slowSettled is who owns a ticket that is received at a minute: the default
// region if it is active, else the active one that opened last, else on-call.
func slowSettled(regions []slowRegion, byDefault, m int) string {
	if regions[byDefault].open[m] {
		return regions[byDefault].name
	}
	owner, since := "on-call", -1
	for _, r := range regions {
		if r.open[m] && r.opened(m) > since {
			owner, since = r.name, r.opened(m)
		}
	}
	return owner
}

// slowOwners is who owns a ticket in each minute from its receipt on.
func slowOwners(regions []slowRegion, byDefault, receipt, until int, stays bool) []string {
	owner := slowSettled(regions, byDefault, receipt)
	out := []string{owner}
	home := regions[byDefault]
	for m := receipt + 1; m <= until; m++ {
		switch {
		case owner == home.name && stays:
			// It stays the owner for good.
		case home.open[m] && !home.open[m-1]:
			owner = home.name // the default region takes over the moment it opens
		case owner == "on-call":
			for _, r := range regions { // the first region that opens, in their order
				if r.open[m] && !r.open[m-1] {
					owner = r.name
					break
				}
			}
		default:
			for _, r := range regions {
				if r.name == owner && !r.open[m] { // its hours end
					owner = slowSettled(regions, byDefault, m)
					break
				}
			}
		}
		out = append(out, owner)
	}
	return out
}
