package picture

import (
	"fmt"
	"strconv"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// How many of the latest clocks have their own row: of one metric, and in all.
const (
	rowsOfMetric = 5
	maxRows      = 30
)

// The height of a row, and the place of the bar in it.
const (
	rowHigh  = 50 * pixel
	barTop   = 16 * pixel
	barHigh  = 12 * pixel
	dueLine  = 12 * pixel // where the text of the due time is
	endLine  = 40 * pixel // where the text of the end is
	thinHigh = 2 * pixel
)

// clocks draws a row for each clock. If a metric has many clocks, the earlier ones share a
// row.
func (t *ticketSheet) clocks() {
	all := t.answer.Clocks
	count := map[string]int{} // only looked up, so its order does not matter
	for i := range all {
		count[all[i].Metric]++
		t.tell(&all[i])
	}
	rows := 0
	for _, n := range count {
		if rows += n; n > rowsOfMetric {
			rows += rowsOfMetric - 1 - n
		}
	}
	left := max(0, rows-maxRows)
	if left > 0 {
		t.y += 12 * pixel
		t.label("s m", atStart, margin, t.y, t.right-margin, counted(left, "earlier clock", "earlier clocks")+" not drawn")
		t.y += 8 * pixel
	}
	seen := map[string]int{}
	earlier := map[string]*row{}
	for i := range all {
		c := &all[i]
		n := count[c.Metric]
		seen[c.Metric]++
		if n > rowsOfMetric && seen[c.Metric] <= n-rowsOfMetric+1 {
			r := earlier[c.Metric]
			if r == nil {
				r = t.shared()
				earlier[c.Metric] = r
			}
			r.clock(c)
			if seen[c.Metric] == n-rowsOfMetric+1 {
				r.draw()
				bottom := t.name(t.y+barTop+10*pixel, spaced(c.Metric), fmt.Sprintf("%d earlier: %s", r.n, r.counts()))
				t.y = max(t.y+42*pixel, bottom)
			}
			continue
		}
		if left > 0 {
			left--
			continue
		}
		t.clock(c)
	}
}

// clock draws a clock in its own row, with words.
func (t *ticketSheet) clock(c *policy.Clock) {
	r := row{ticketSheet: t, lastEnd: -nearest, lastDue: -nearest}
	r.clock(c)
	r.draw()
	name := spaced(c.Metric)
	if c.Round > 1 {
		name += " " + strconv.Itoa(c.Round)
	}
	below := []string{target(c) + " · " + c.Clause}
	if textWidth(below[0], small, false) > t.left-margin-gap {
		below = []string{target(c), c.Clause}
	}
	bottom := t.name(t.y+barTop, name, append(below, "severity "+c.Severity.String())...)
	at, why := t.asOf, ""
	if stopped, ok := c.Stopped.Get(); ok {
		at = stopped
	}
	if due, ok := c.Due.Get(); ok {
		t.beside(t.at(due), t.y+dueLine, "due "+t.when(due), 1)
	} else if err := c.Due.Unknown(); err != nil {
		words := "due unknown: " + err.Error()
		if textWidth(words, small, false) > t.right-t.left {
			words, why = "due unknown", err.Error() // which has room below
		}
		t.beside(t.at(t.asOf), t.y+dueLine, words, 1)
	}
	end := t.beside(t.at(at), t.y+endLine, t.state(&t.clerk, c), 2)
	if why != "" {
		end = t.beside(t.left-7*pixel, end+13*pixel, why, 4)
	}
	t.y = max(t.y+rowHigh, bottom+4*pixel, end+10*pixel)
}

// target returns the promise of a clock in a few words.
func target(c *policy.Clock) string {
	if d, err := time.ParseDuration(c.Target); err == nil {
		return short(d)
	}
	return c.Target
}

// state says what has become of a clock.
func (t *ticketSheet) state(by *clerk, c *policy.Clock) string {
	text := c.State.String()
	stopped, over := c.Stopped.Get()
	left, known := c.Remaining.Get()
	switch {
	case over:
		text += " " + by.when(stopped)
	case c.State == policy.Waiting:
		text += " for " + c.WaitingFor
	case c.State == policy.Running && known:
		text += ", " + by.length(left) + " left"
	case c.State == policy.Breached:
		text += ", still open"
	case c.State == policy.Paused:
		if used, ok := c.Elapsed.Get(); ok {
			text += " after " + by.length(used)
		}
	}
	return text
}

// tell describes a clock in the desc.
func (t *ticketSheet) tell(c *policy.Clock) {
	by := t.exactly()
	name := first(spaced(c.Metric)) + " " + strconv.Itoa(c.Round)
	parts := []string{name, ", severity ", c.Severity.String(), ": ", target(c), " on ", c.Calendar, " (", c.Clause, "), "}
	if at, ok := c.Started.Get(); ok {
		parts = append(parts, "started "+by.when(at)+", ")
	}
	if c.Due.IsKnown() {
		parts = append(parts, "due "+by.when(c.Due.Time())+", ")
	} else if err := c.Due.Unknown(); err != nil {
		parts = append(parts, "due unknown: ", err.Error(), "; ")
	}
	t.story.say("clocks", append(parts, t.state(by, c))...)
	pauses := 0
	for _, s := range c.Why {
		from, begun := s.At.Get()
		to, over := s.Until.Get()
		if s.Kind != policy.StepPaused || !begun || !over {
			continue
		}
		if pauses++; pauses <= 3 {
			t.story.say("pauses", name, " stood still from ", by.when(from), " to ", by.when(to))
		}
	}
}
