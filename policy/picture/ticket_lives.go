package picture

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// A life is a stretch of time in which a ticket was open, from its report or a reopening
// to its end, or to the instant of the answer.
type life struct {
	from, to time.Time
}

// lives returns the lives of the ticket, in order.
func (t *ticketSheet) lives() []life {
	var all []life
	open, closings := false, t.closedByItself()
	for _, e := range t.events {
		for ; len(closings) > 0 && !closings[0].After(e.At); closings = closings[1:] {
			if open {
				all[len(all)-1].to, open = closings[0], false // before the events of its instant (G10)
			}
		}
		switch {
		case !open && policy.Report.Has(e.Kind):
			all, open = append(all, life{e.At, t.end}), true
		case open && (e.Kind == policy.Resolved || e.Kind == policy.Closed):
			all[len(all)-1].to, open = e.At, false
		}
	}
	return all
}

// closedByItself returns when the ticket closed by itself, in order.
func (t *ticketSheet) closedByItself() []time.Time {
	closes := map[string]bool{} // only looked up, so its order does not matter
	for _, m := range t.policy.Agreement().Metrics {
		closes[m.Name] = m.Ends
	}
	var all []time.Time
	for i := range t.answer.Clocks {
		c := &t.answer.Clocks[i]
		if at, ok := c.Stopped.Get(); ok && closes[c.Metric] && c.State == policy.Met && c.Stopped.Equal(c.Due) {
			all = append(all, at)
		}
	}
	slices.SortFunc(all, time.Time.Compare)
	return all
}

// within returns the part of a stretch of time that is in the life.
func (l life) within(from, to time.Time) (time.Time, time.Time) {
	if from.Before(l.from) {
		from = l.from
	}
	if to.After(l.to) {
		to = l.to
	}
	return from, to
}
