package portx_test

import (
	"fmt"
	"time"
)

// What the twin asks of the history for each clock by itself. Events are named
// by their index. There is one metric, the response, which every severity has,
// and its clock starts at the report: nothing waits and nothing pauses.

// dueFrom is the due time of a severity's target that counts from an instant.
func (h slowHistory) dueFrom(level int, t time.Time) slowInstant {
	return h.hours.closeOfDay(t, h.days[slowLevels[level]])
}

// receives says whether event i opens the ticket: the report, or a reopening
// after the end (T10).
func (h slowHistory) receives(i int) bool {
	return i == 0 || h.events[i].Kind == "reopened" && !h.open[i-1]
}

// responds says whether event i is a response (T1). No clause asks for a
// channel, so any will do.
func (h slowHistory) responds(i int) bool {
	if i == 0 || !h.open[i-1] {
		return false
	}
	switch h.events[i].Kind {
	case "responded", "info_requested", "updated", "plan_provided", "resolution_proposed", "workaround_accepted", "resolved":
		return true
	}
	return false
}

// ends is the event at which the clock that started at event i stops, and
// whether it stops because the response was given or because none is owed any
// more; -1 if it has not stopped.
func (h slowHistory) ends(i int) (at int, done bool) {
	for k := i + 1; k < len(h.events); k++ {
		switch {
		case h.responds(k):
			return k, true
		case h.events[k].Kind == "closed":
			return k, false
		}
	}
	return -1, false
}

// clocks lists every clock that there ever was, in the order of the answer,
// which is the order in which the ticket was received.
func (h slowHistory) clocks(asOf time.Time) []slowClock {
	list := []slowClock{}
	for i := range h.events {
		if h.receives(i) {
			list = append(list, h.clock(len(list)+1, i, asOf))
		}
	}
	return list
}

// clock is the row of the clock that started at event i.
func (h slowHistory) clock(round, i int, asOf time.Time) slowClock {
	end, done := h.ends(i)
	lived := len(h.events) // the events from i up to here are in its life
	if end >= 0 {
		lived = end
	}
	level := h.level[lived-1] // T6
	days := h.days[slowLevels[level]]
	c := slowClock{Metric: "response", Round: round, Severity: slowLevels[level], Target: fmt.Sprint(days, " business days"), Clause: "POR-4"}
	if days == 1 {
		c.Target = "1 business day"
	}
	started, until := h.events[i].At, asOf
	c.Started = h.print(started)
	if end >= 0 {
		until = h.events[end].At
		c.Stopped = h.print(until)
	}

	// G9: each part that needs an unknown day is left out by itself.
	due := h.due(i, lived)
	if due.known {
		c.Due = h.print(due.at)
		if span, known := h.hours.between(until, due.at); known {
			c.Remaining = (*slowSpan)(&span)
		}
	}
	if span, known := h.hours.between(started, until); known {
		c.Elapsed = (*slowSpan)(&span)
	}
	if c.Elapsed == nil || c.Remaining == nil {
		c.Unknown = "holidays of " + h.hours.country + " are known through " + slowKnownThrough + " only"
	}

	switch { // an unknown due time is never known to have passed
	case due.known && until.After(due.at):
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

// due is the due time, after the events before index lived, of the clock that
// started at event i (G8).
func (h slowHistory) due(i, lived int) slowInstant {
	start := h.events[i].At
	due := h.dueFrom(h.level[i], start)
	for k := i + 1; k < lived; k++ {
		now, before, at := h.level[k], h.level[k-1], h.events[k].At
		if now == before || due.known && at.After(due.at) {
			continue // no change, or overdue already
		}
		fromStart, fromChange := h.dueFrom(now, start), h.dueFrom(now, at)
		switch {
		case h.change == "from_start":
			due = fromStart
		case h.change == "from_change":
			due = fromChange
		case now < before && fromChange.before(due): // fair, raised
			due = fromChange
		case now > before && due.before(fromStart): // fair, lowered
			due = fromStart
		}
	}
	return due
}

func (h slowHistory) print(t time.Time) *time.Time {
	t = t.In(h.hours.zone)
	return &t
}
