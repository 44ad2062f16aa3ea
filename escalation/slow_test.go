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

// slowDays is the minute that lies n business days after another, by close of
// business or, if same is set, at the same time of day. Each window opens in the
// first open minute after a closed one, and belongs to that minute's date.
func slowDays(h slowHours, loc *time.Location, start, n int, same bool) int {
	wall := func(m int, layout string) string { return minute(m).In(loc).Format(layout) }
	for m := start + 1; m < len(h); m++ {
		if !h[m] || h[m-1] || wall(m, time.DateOnly) == wall(start, time.DateOnly) {
			continue
		}
		if n--; n > 0 {
			continue
		}
		if !same {
			for m < len(h) && h[m] {
				m++
			}
			return m
		}
		date := wall(m, time.DateOnly)
		for k := start; k < len(h); k++ {
			if wall(k, time.DateOnly) == date && wall(k, "15:04") == wall(start, "15:04") {
				return k
			}
		}
	}
	return -1
}

// slowPutOff is a minute put off by the open minutes of the halts that begin
// before it. It is never in the middle of one.
func slowPutOff(h slowHours, at int, halts [][2]int) int {
	for _, p := range halts {
		if at < 0 || at <= p[0] {
			continue
		}
		for m := p[0]; m < p[1]; m++ {
			if !h[m] {
				continue
			}
			for at < len(h) && !h[at] {
				at++
			}
			at++
		}
		at = max(at, p[1])
	}
	if at >= len(h) {
		return -1
	}
	return at
}

// slowNotice is when somebody is told of what was reached at a minute: the first
// open minute from then on that is not in the middle of a halt.
func slowNotice(h slowHours, at int, halts [][2]int) int {
	for m := at; m < len(h); m++ {
		halted := false
		for _, p := range halts {
			halted = halted || p[0] < m && m < p[1]
		}
		if h[m] && !halted {
			return m
		}
	}
	return -1
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
