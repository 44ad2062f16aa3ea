package ispsystem_test

import (
	"slices"
	"time"
)

// What the twin asks of the history for each clock by itself. Events are named
// by their index.

// slowTargets is the table of 2.6 (ISP-2): Standard, Privilege.
var slowTargets = map[string][2]time.Duration{
	"Emergency": {8 * time.Hour, 4 * time.Hour},
	"High":      {16 * time.Hour, 8 * time.Hour},
	"Medium":    {24 * time.Hour, 12 * time.Hour},
	"Low":       {32 * time.Hour, 16 * time.Hour},
}

func (h slowHistory) target(level int) time.Duration {
	both := slowTargets[slowLevels[level]]
	if h.hours.privilege {
		return both[1]
	}
	return both[0]
}

// owed says whether the terms' deadlines apply right before event i.
func (h slowHistory) owed(i int) bool {
	return i > 0 && h.after[i-1].open && !h.after[i-1].sent
}

// tells says whether event i is one of the contractor's messages (T1) on a
// ticket that goes on after it.
func (h slowHistory) tells(i int) bool {
	switch h.events[i].Kind {
	case "responded", "info_requested", "updated", "plan_provided", "resolution_proposed", "workaround_accepted":
		return h.owed(i)
	}
	return false
}

// responds says whether event i is a response: a message, or the end (T1).
func (h slowHistory) responds(i int) bool {
	return h.tells(i) || h.events[i].Kind == "resolved" && h.owed(i)
}

// silences says whether event i ends a wait for the user (ISP-6).
func (h slowHistory) silences(i int) bool {
	switch h.events[i].Kind {
	case "customer_replied", "info_received", "resolved", "closed", slowClosing, "forwarded":
		return h.owed(i)
	}
	return false
}

// closing is when the ticket closes by itself after the message i.
func (h slowHistory) closing(i int) time.Time {
	at := h.events[i].At
	if h.closes == "168h" {
		return at.Add(168 * time.Hour)
	}
	day := dayOf(at)
	for range 7 {
		day = day.AddDate(0, 0, 1) // the day of the message does not count (G5)
	}
	return day.AddDate(0, 0, 1) // and the seventh is over at the next midnight
}

// born says whether event i makes a clock of the metric, unless one is open.
func (h slowHistory) born(metric string, i int) bool {
	kind := h.events[i].Kind
	switch {
	case metric == "auto_close":
		return h.tells(i)
	case i == 0:
		return true
	case kind == "reopened":
		return !h.after[i-1].open
	case kind == "info_received":
		return h.owed(i)
	case kind == "customer_replied":
		return h.owed(i) && !h.after[i-1].asked
	}
	return false
}

// begins is the event at which the clock that was born at event i begins to
// run, if it lives as long as that; -1 if it waits on.
func (h slowHistory) begins(metric string, i int) int {
	if metric == "auto_close" || i > 0 {
		return i
	}
	for k := 1; k < len(h.events); k++ {
		if h.events[k].Kind == "registered" {
			return k
		}
	}
	return -1
}

// ends is the event at which the clock that was born at event i stops, and
// whether it stops because the thing was done or because nothing is owed any
// more; -1 if it has not stopped.
func (h slowHistory) ends(metric string, i int) (at int, done bool) {
	for k := i + 1; k < len(h.events); k++ {
		kind := h.events[k].Kind
		switch {
		case metric == "response" && h.responds(k):
			return k, true
		case metric == "response" && h.owed(k) && (kind == "closed" || kind == "forwarded"):
			return k, false
		case metric == "auto_close" && (h.tells(k) || h.silences(k)):
			return k, kind == slowClosing
		}
	}
	return -1, false
}

// clocks lists every clock that there ever was, in the order of the answer.
func (h slowHistory) clocks(asOf time.Time) []slowClock {
	list := []slowClock{}
	for _, metric := range []string{"response", "auto_close"} {
		round, last := 0, -1 // the event at which the last clock was born
		for i := range h.events {
			if !h.born(metric, i) {
				continue
			}
			if last >= 0 {
				if end, _ := h.ends(metric, last); end < 0 || end > i {
					continue // ISP-3: only if no round is open
				}
			}
			round, last = round+1, i
			list = append(list, h.clock(metric, round, i, asOf))
		}
	}
	// The list stands by metric and round already, which a stable sort keeps.
	slices.SortStableFunc(list, func(a, b slowClock) int {
		switch {
		case a.Started != nil && b.Started != nil:
			return a.Started.Compare(*b.Started)
		case a.Started != nil:
			return -1
		case b.Started != nil:
			return 1
		}
		return 0
	})
	return list
}

// clock is the row of the clock that was born at event i.
func (h slowHistory) clock(metric string, round, i int, asOf time.Time) slowClock {
	end, done := h.ends(metric, i)
	lived := len(h.events) // the events from i up to here are in its life
	if end >= 0 {
		lived = end
	}
	last := h.after[lived-1]
	c := slowClock{Metric: metric, Round: round, Severity: slowLevels[last.level]}
	switch {
	case metric == "response":
		c.Target, c.Clause = h.target(last.level).String(), "ISP-2"
	case h.closes == "168h":
		c.Target, c.Clause = "168h0m0s", "ISP-6"
	default:
		c.Target, c.Clause = "7 calendar days", "ISP-6"
	}
	until := asOf
	if end >= 0 {
		until = h.events[end].At
		c.Stopped = inUTC(until)
	}

	began := h.begins(metric, i)
	if began < 0 || began >= lived { // it never ran (T5)
		switch {
		case end >= 0 && done:
			c.State = "met"
		case end >= 0:
			c.State = "cancelled"
		default:
			c.State, c.WaitingFor = "waiting", "registered"
		}
		return c
	}

	started := h.events[began].At
	c.Started = inUTC(started)
	var due slowTime
	elapsed, elapsedKnown := until.Sub(started), true
	remaining, remainingKnown := time.Duration(0), true
	if metric == "auto_close" {
		due.at = h.closing(i)
		remaining = due.at.Sub(until)
	} else {
		due = h.due(began, lived)
		elapsed, elapsedKnown = h.hours.between(started, until, last.level, last.dev)
		if remainingKnown = !due.unknown; remainingKnown {
			remaining, remainingKnown = h.hours.between(until, due.at, last.level, last.dev)
		}
	}
	if !due.unknown {
		c.Due = inUTC(due.at)
	}
	if elapsedKnown {
		c.Elapsed = (*slowSpan)(&elapsed)
	}
	if remainingKnown {
		c.Remaining = (*slowSpan)(&remaining)
	}
	if due.unknown || !elapsedKnown || !remainingKnown {
		c.Unknown = slowWhyUnknown
	}
	switch {
	case due.before(until):
		c.State = "breached"
	case end < 0:
		c.State = "running"
	case done:
		c.State = "met"
	default:
		c.State = "cancelled"
	}
	return c
}

// due is the due time, after the events before index lived, of a response clock
// that began to run at an event.
func (h slowHistory) due(began, lived int) slowTime {
	start := h.events[began].At
	first := h.after[began]
	due := h.hours.add(start, h.target(first.level), first.level, first.dev)
	for k := began + 1; k < lived; k++ {
		now, before, at := h.after[k], h.after[k-1], h.events[k].At
		if due.before(at) {
			continue // overdue: nothing moves it any more
		}
		if now.dev != nil && before.dev == nil {
			due = h.inDevelopersHours(due, at, now)
		}
		if now.level == before.level {
			continue
		}
		fromStart := h.hours.add(start, h.target(now.level), now.level, now.dev)
		fromChange := h.hours.add(at, h.target(now.level), now.level, now.dev)
		switch {
		case h.change == "from_start":
			due = fromStart
		case h.change == "from_change":
			due = fromChange
		case now.level < before.level: // fair, raised
			due = h.hours.earlier(due, fromChange)
		default: // fair, lowered
			due = h.hours.later(due, fromStart)
		}
	}
	return due
}

// inDevelopersHours moves a due time when it turns out at an instant that the
// developers are needed: what is left then runs on in their hours (ISP-1).
func (h slowHistory) inDevelopersHours(due slowTime, at time.Time, now slowFacts) slowTime {
	if due.unknown || h.hours.roundTheClock(now.level) {
		return due
	}
	left, known := h.hours.between(at, due.at, now.level, nil)
	switch {
	case !known:
		return slowTime{unknown: true}
	case left == 0:
		return due
	}
	return h.hours.add(at, left, now.level, now.dev)
}

// before says whether a due time is known to be over at an instant. One that
// nobody knows is not, however late it is (G9).
func (d slowTime) before(t time.Time) bool { return !d.unknown && d.at.Before(t) }

func inUTC(t time.Time) *time.Time {
	t = t.UTC()
	return &t
}
