package cumulocity_test

import (
	"time"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
)

// clock is the row of the clock that was born at event i.
func (h slowHistory) clock(metric string, round, i int) slowClock {
	end, done := h.ends(metric, i)
	lived := len(h.events) // the events from i up to here are in its life
	until := h.asOf
	if end >= 0 {
		lived, until = end, h.events[end].At
	}
	level := 0 // the last one that has the metric (T6, T7)
	for k := i; k < lived; k++ {
		if h.has(h.level[k], metric) {
			level = h.level[k]
		}
	}
	c := slowClock{ReplyClock: agreementtest.ReplyClock{Metric: metric, Round: round, Severity: slowLevels[level]}}
	g, clause := h.target(metric, level)
	c.Target, c.Clause = g.String(), clause
	if g.days == 0 {
		c.Calendar = "24x7"
	}
	if end >= 0 {
		c.Stopped = h.print(until)
	}

	begin, begun := h.begins(metric, i)
	if !begun || begin.next > lived { // it never ran (T5)
		switch {
		case end >= 0 && done:
			c.State = "met"
		case end >= 0:
			c.State = "cancelled"
		default:
			c.State, c.WaitingFor = "waiting", "phone"
			if metric == "response" {
				opening, does := h.opens(level, h.receipt(i))
				if does && opening.unknown {
					c.Unknown = h.unknownText()
				} else if does {
					c.starts = slowWhen{Time: *h.print(opening.Time)}
				}
			}
		}
		return c
	}

	due := h.due(metric, begin, lived)
	c.Started = h.print(begin.at)
	if elapsed, known := h.passed(g, begin.at, until); known && !begin.unsure {
		c.Elapsed = (*slowSpan)(&elapsed)
	} else {
		c.Unknown = h.unknownText()
	}
	if due.unknown {
		c.Unknown = h.unknownText()
	} else {
		c.Due = h.print(due.Time)
		if remaining, known := h.passed(g, until, due.Time); known {
			c.Remaining = (*slowSpan)(&remaining)
		} else {
			c.Unknown = h.unknownText()
		}
	}
	switch {
	case due.unknown && end >= 0 && !h.hub.within(until):
		c.State = "running" // G9: as at the last known instant
	case !due.unknown && until.After(due.Time):
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

// passed is the time from a to b on the calendar of a target.
func (h slowHistory) passed(g slowTarget, a, b time.Time) (time.Duration, bool) {
	if g.days > 0 {
		return h.hub.between(a, b)
	}
	return b.Sub(a), true
}

// A clock that T7 kept through a raise runs on under a level that the ticket no
// longer has. Whether the next change raises or lowers the severity then is read
// off the ticket (G8: a severity is raised or lowered), not off the level that
// the clock kept; the rules do not say it in so many words.
const keptByItsOwnLevel = false

// due is the due time, after the events before index lived, of a clock that has
// begun to run (G8).
func (h slowHistory) due(metric string, begin slowBegin, lived int) slowWhen {
	kept := h.level[begin.next-1] // the last level that has the metric
	fromBegin := func(level int) slowWhen {
		if begin.unsure {
			return slowWhen{unknown: true}
		}
		return h.dueFrom(metric, level, begin.at)
	}
	due := fromBegin(kept)
	for k := begin.next; k < lived; k++ {
		now, before, at := h.level[k], h.level[k-1], h.events[k].At
		if now == before || !h.has(now, metric) {
			continue // no change, or T7
		}
		raised := now < before
		if keptByItsOwnLevel {
			raised = now < kept
		}
		kept = now
		if due.unknown || !at.After(due.Time) { // what is overdue stays
			due = h.changed(raised, due, fromBegin(now), h.dueFrom(metric, now, at))
		}
	}
	return due
}

// changed is the due time after a change of the severity: the one before it, or
// what the new target gives from the clock's start or from the change (G8).
func (h slowHistory) changed(raised bool, before, fromStart, fromChange slowWhen) slowWhen {
	switch {
	case h.readings["cumulocity.severity_change"] == "from_start":
		return fromStart
	case h.readings["cumulocity.severity_change"] == "from_change":
		return fromChange
	case raised:
		return h.earlier(before, fromChange)
	}
	return h.later(before, fromStart)
}
