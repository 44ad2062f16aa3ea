package purchased_test

import (
	"slices"
	"time"
)

// What the twin asks of the history for each clock by itself. Events are named
// by their index; a level that has no target for a metric never has its clock.

// has says whether a severity has a target for a metric.
func has(level int, metric string) bool {
	return metric == "response" && level <= 2 || metric == "resolution" && level == 2
}

// dueFrom is the due time of a target that counts from an instant.
func (h slowHistory) dueFrom(metric string, level int, t time.Time) time.Time {
	switch {
	case metric == "response" && level == 1:
		return t.Add(time.Hour)
	case metric == "response" && level == 2:
		return h.hours.add(t, 8*time.Hour)
	case metric == "resolution" && level == 2:
		return h.hours.closeOfDay(t, 5)
	}
	panic("no target for " + metric)
}

// takes says whether a report of this severity is one on this channel (PUR-2).
func (h slowHistory) takes(level int, channel string) bool {
	if level == 1 {
		return channel == "phone"
	}
	return channel != "phone" || h.callIn
}

// receives says whether event i opens the ticket: the report, or a reopening
// after the end (T10).
func (h slowHistory) receives(i int) bool {
	return i == 0 || h.events[i].Kind == "reopened" && !h.open[i-1]
}

// receivedOn is the channel of the report or reopening i.
func (h slowHistory) receivedOn(i int) string {
	if h.events[i].Channel != "" {
		return h.events[i].Channel
	}
	return h.events[0].Channel
}

// responds says whether event i is a response (T1) that meets what the level in
// force at its instant asks for (PUR-3).
func (h slowHistory) responds(i int) bool {
	if i == 0 || !h.open[i-1] {
		return false
	}
	switch h.events[i].Kind {
	case "responded", "info_requested", "updated", "plan_provided", "resolution_proposed", "workaround_accepted", "resolved":
		channel := h.events[i].Channel
		return !(h.level[i-1] == 1 && channel != "" && channel != "phone")
	}
	return false
}

// givenBy says whether the ticket had its response by event i, itself included,
// since it was received.
func (h slowHistory) givenBy(i int) bool {
	for ; ; i-- {
		if h.responds(i) {
			return true
		}
		if h.receives(i) {
			return false
		}
	}
}

// born says whether event i makes a clock of the metric, unless one is open.
func (h slowHistory) born(metric string, i int) bool {
	switch {
	case !h.open[i] || !has(h.level[i], metric):
		return false
	case h.receives(i):
		return true
	case has(h.level[i-1], metric): // T6: the level before had it already
		return false
	case metric == "response" && h.givenBy(i): // T7: given stays given
		return false
	}
	return true // T7, PUR-6: a metric that the old level did not have
}

// begins is the event at which the clock that was born at event i begins to
// run, if it lives as long as that; -1 if it waits on.
func (h slowHistory) begins(i int) int {
	if !h.receives(i) || h.takes(h.level[i], h.receivedOn(i)) {
		return i // T8: only a report and a reopening wait
	}
	for k := i + 1; k < len(h.events) && h.open[k]; k++ {
		e := h.events[k]
		contact := ""
		switch {
		case e.Kind == "contacted" && e.Channel == "":
			contact = "phone"
		case e.Kind == "contacted":
			contact = e.Channel
		case e.Kind == "responded" && e.Channel == "phone":
			contact = "phone" // T1: it also counts as contacted
		}
		switch {
		case contact != "" && h.takes(h.level[k], contact):
			return k
		case h.level[k] < h.level[k-1]: // raised: at the change
			return k
		case h.level[k] > h.level[k-1] && h.takes(h.level[k], h.receivedOn(i)): // lowered
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
		lowered, raised := h.level[k] > h.level[k-1], h.level[k] < h.level[k-1]
		began := h.begins(i)
		running := began >= 0 && began < k
		switch {
		case metric == "response" && h.responds(k):
			return k, true
		case metric == "resolution" && (kind == "resolved" || kind == "workaround_accepted"):
			return k, true
		case kind == "closed":
			return k, false
		case lowered && !has(h.level[k], metric): // T7
			return k, false
		case raised && !has(h.level[k], metric) && !running: // T7
			return k, false
		}
	}
	return -1, false
}

// clocks lists every clock that there ever was, in the order of the answer.
func (h slowHistory) clocks(asOf time.Time) []slowClock {
	list := []slowClock{}
	for _, metric := range []string{"response", "resolution"} {
		round, last := 0, -1 // the event at which the last clock was born
		for i := range h.events {
			if !h.born(metric, i) {
				continue
			}
			if last >= 0 {
				if end, _ := h.ends(metric, last); end < 0 || end > i {
					continue // T7: it was kept through a raise and runs on
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
	level := 0 // the last one that has the metric (T6, T7)
	for k := i; k < lived; k++ {
		if has(h.level[k], metric) {
			level = h.level[k]
		}
	}
	c := slowClock{Metric: metric, Round: round, Severity: slowLevels[level]}
	switch {
	case metric == "response" && level == 1:
		c.Target, c.Calendar, c.Clause = "1h0m0s", "24x7", "PUR-3"
	case metric == "response":
		c.Target, c.Clause = "8h0m0s", "PUR-4"
	default:
		c.Target, c.Clause = "5 business days", "PUR-4"
	}
	until := asOf
	if end >= 0 {
		until = h.events[end].At
		c.Stopped = h.print(until)
	}

	began := h.begins(i)
	if began < 0 || began >= lived { // it never ran (T5)
		switch {
		case end >= 0 && done:
			c.State = "met"
		case end >= 0:
			c.State = "cancelled"
		default:
			c.State, c.WaitingFor = "waiting", "email"
			if level == 1 {
				c.WaitingFor = "phone"
			}
		}
		return c
	}

	started := h.events[began].At
	due := h.due(metric, began, lived)
	elapsed, remaining := until.Sub(started), due.Sub(until)
	if c.Calendar != "24x7" {
		elapsed, remaining = h.hours.between(started, until), h.hours.between(until, due)
	}
	c.Started, c.Due = h.print(started), h.print(due)
	c.Elapsed, c.Remaining = (*slowSpan)(&elapsed), (*slowSpan)(&remaining)
	switch {
	case until.After(due):
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

// due is the due time, after the events before index lived, of a clock that
// began to run at an event (G8).
func (h slowHistory) due(metric string, began, lived int) time.Time {
	start := h.events[began].At
	due := h.dueFrom(metric, h.level[began], start)
	for k := began + 1; k < lived; k++ {
		now, before, at := h.level[k], h.level[k-1], h.events[k].At
		if now == before || !has(now, metric) || at.After(due) {
			continue // no change, T7, or overdue already
		}
		fromStart, fromChange := h.dueFrom(metric, now, start), h.dueFrom(metric, now, at)
		switch {
		case h.change == "from_start":
			due = fromStart
		case h.change == "from_change":
			due = fromChange
		case now < before && fromChange.Before(due): // fair, raised
			due = fromChange
		case now > before && fromStart.After(due): // fair, lowered
			due = fromStart
		}
	}
	return due
}

func (h slowHistory) print(t time.Time) *time.Time {
	t = t.In(h.hours.zone)
	return &t
}
