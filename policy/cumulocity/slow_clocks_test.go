package cumulocity_test

import (
	"slices"
	"time"
)

// What the twin asks of the history for each clock by itself. Events are named
// by their index; a level that has no target for a metric never has its clock.

var slowMetrics = []string{"response", "plan", "update"}

// has says whether a severity has a target for a metric.
func (h slowHistory) has(level int, metric string) bool {
	switch metric {
	case "response":
		return true
	case "plan":
		return level == crisis
	}
	_, agreed := h.reports[level]
	return agreed
}

// target is the one that a severity has for a metric, and its clause.
func (h slowHistory) target(metric string, level int) (g slowTarget, clause string) {
	switch {
	case metric == "response" && level == crisis:
		return slowTarget{span: 30 * time.Minute}, "CUM-2"
	case metric == "response" && level == critical:
		return slowTarget{span: 2 * time.Hour}, "CUM-2"
	case metric == "response" && h.readings["cumulocity.reaction_standard"] == "business_day":
		return slowTarget{days: 1}, "CUM-2"
	case metric == "response":
		return slowTarget{span: 24 * time.Hour}, "CUM-2"
	case metric == "plan":
		return slowTarget{span: 4 * time.Hour}, "CUM-5"
	}
	return h.reports[level], "CUM-6"
}

// dueFrom is the due time of a target that counts from an instant.
func (h slowHistory) dueFrom(metric string, level int, t time.Time) slowWhen {
	g, _ := h.target(metric, level)
	if g.days > 0 {
		return h.hub.closeOfDay(t, g.days)
	}
	return slowWhen{Time: t.Add(g.span)}
}

// responds says whether event i is a response (T1). The agreement asks for a
// call-back or an electronic reply, so every channel will do.
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

// born says whether event i makes a clock of the metric, unless one is open.
func (h slowHistory) born(metric string, i int) bool {
	switch {
	case !h.open[i] || !h.has(h.level[i], metric):
		return false
	case h.receives(i):
		return true
	case metric == "update" && h.events[i].Kind == "updated":
		return true // CUM-6: the next one is owed after this one
	}
	return !h.has(h.level[i-1], metric) // T7: a metric that the old level did not have
}

// slowBegin is where a clock begins to run: at an instant, before all events
// from index next on.
type slowBegin struct {
	at   time.Time
	next int
	// It may have begun before, at an opening that is not known (G9).
	unsure bool
}

// freely says whether a report of this severity, received as r was, needs no
// call for its response clock to start (CUM-3, CUM-4). Nothing says so for sure
// where it is unknown whether that day is a business day; the twin says no.
func (h slowHistory) freely(level, r int) bool {
	if h.byPhone(r) {
		return true
	}
	businessDay, _ := h.hub.businessDay(h.hub.dayOf(h.events[r].At))
	return level != crisis && businessDay
}

// opens is when a response clock that waits since receipt r starts by itself at
// a level (CUM-4), if it does.
func (h slowHistory) opens(level, r int) (slowWhen, bool) {
	if level == crisis || h.readings["cumulocity.no_call"] == "never" {
		return slowWhen{}, false
	}
	return h.hub.openingAfter(h.events[r].At), true
}

// shut says whether the hub surely did not open from an instant to another one, that
// included: each business day in between would have to be known.
func (h slowHistory) shut(from, to time.Time) bool {
	_, known := h.hub.businessDay(h.hub.dayOf(from))
	_, between := h.hub.between(from, to.Add(1))
	return known && between
}

// begins is where the clock that was born at event i begins to run, if it lives
// as long as that.
func (h slowHistory) begins(metric string, i int) (slowBegin, bool) {
	r := h.receipt(i)
	waits := h.callMissing(i) // CUM-3: its clocks
	if metric == "response" {
		waits = !h.freely(h.level[i], r)
	}
	if !waits {
		return slowBegin{at: h.events[i].At, next: i + 1}, true
	}
	for k := i + 1; ; k++ {
		until := h.asOf
		if k < len(h.events) {
			until = h.events[k].At
		}
		if opening, does := h.opens(h.level[k-1], r); metric == "response" && does && !opening.unknown && !opening.After(until) {
			return slowBegin{at: opening.Time, next: k}, true // G10: before the events of that instant
		}
		if k == len(h.events) || !h.open[k] {
			return slowBegin{}, false
		}
		here := slowBegin{at: h.events[k].At, next: k + 1}
		if opening, does := h.opens(h.level[k-1], r); metric == "response" && does && opening.unknown {
			here.unsure = !h.shut(h.events[r].At, here.at)
		}
		switch now, before := h.level[k], h.level[k-1]; {
		case h.calls(k), now < before: // T8: raised, at the change
			return here, true
		case now > before && metric != "response": // lowered: only a Crisis has them wait
			return here, true
		case now > before && h.freely(now, r):
			return here, true
		case now > before:
			if opening, does := h.opens(now, r); does && !opening.unknown && !opening.After(here.at) {
				return here, true // never before the change
			}
		}
	}
}

// ends is the event at which the clock that was born at event i stops, and
// whether it stops because the thing was done or because nothing is owed any
// more; -1 if it has not stopped.
func (h slowHistory) ends(metric string, i int) (at int, done bool) {
	begin, begun := h.begins(metric, i)
	for k := i + 1; k < len(h.events); k++ {
		kind := h.events[k].Kind
		lowered, raised := h.level[k] > h.level[k-1], h.level[k] < h.level[k-1]
		running := begun && begin.next <= k
		switch {
		case metric == "response" && h.responds(k),
			metric == "plan" && kind == "plan_provided",
			metric == "update" && kind == "updated":
			return k, true
		case !h.open[k]:
			return k, false // T9
		case lowered && !h.has(h.level[k], metric): // T7
			return k, false
		case raised && !h.has(h.level[k], metric) && !running: // T7
			return k, false
		}
	}
	return -1, false
}

// clocks lists every clock that there ever was, in the order of the answer.
func (h slowHistory) clocks() []slowClock {
	list := []slowClock{}
	for _, metric := range slowMetrics {
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
			list = append(list, h.clock(metric, round, i))
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
