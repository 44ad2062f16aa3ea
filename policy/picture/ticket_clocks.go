package picture

import (
	"fmt"
	"strconv"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// How many clocks have a row of their own: of one metric, and of all.
const (
	rowsOfMetric = 5
	maxRows      = 30
)

// How high a row is, and where the bar is in it.
const (
	rowHigh  = 50 * pixel
	barTop   = 16 * pixel
	barHigh  = 12 * pixel
	dueLine  = 12 * pixel // where the text of the due time stands
	endLine  = 40 * pixel // where that of the end does
	thinHigh = 2 * pixel
)

// clocks draws a row for each clock. Of a metric with many clocks the earlier ones
// share one.
func (t *ticketSheet) clocks() {
	all := t.answer.Clocks
	count := map[string]int{} // is looked up only, so its order does not matter
	for i := range all {
		count[all[i].Metric]++
		t.tell(&all[i])
	}
	seen := map[string]int{}
	earlier := map[string]*row{}
	rows, left := 0, 0
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
				t.name(t.y+barTop+10*pixel, spaced(c.Metric), fmt.Sprintf("%d earlier: %s", r.n, r.counts()))
				t.y += 42 * pixel
			}
			continue
		}
		if rows++; rows > maxRows {
			left++
			continue
		}
		t.clock(c)
	}
	if left > 0 {
		t.y += 12 * pixel
		t.text("s m", atStart, margin, t.y, cut("and "+counted(left, "more clock", "more clocks"), t.right-margin, small, false))
		t.y += 8 * pixel
	}
}

// clock draws a clock in a row of its own, with words.
func (t *ticketSheet) clock(c *policy.Clock) {
	r := row{ticketSheet: t, lastEnd: -nearest, lastDue: -nearest}
	r.clock(c)
	r.draw()
	name := spaced(c.Metric)
	if c.Round > 1 {
		name += " " + strconv.Itoa(c.Round)
	}
	t.name(t.y+barTop, name, target(c)+" · "+c.Clause, "severity "+c.Severity.String())
	if due, ok := c.Due.Get(); ok {
		t.beside(t.at(due), t.y+dueLine, "due "+t.when(due))
	} else if c.Due.Unknown() != nil {
		t.beside(t.at(t.asOf), t.y+dueLine, "due unknown: "+c.Due.Unknown().Error())
	}
	at := t.asOf
	if stopped, ok := c.Stopped.Get(); ok {
		at = stopped
	}
	t.beside(t.at(at), t.y+endLine, t.state(c))
	t.y += rowHigh
}

// beside writes words to the right of a place, or to its left if there is no room.
func (s *sheet) beside(x, y px, words string) {
	words = cut(words, s.right-s.left, small, false)
	w := textWidth(words, small, false)
	from := x + 7*pixel
	switch {
	case from+w <= s.right:
	case x-7*pixel-w >= s.left:
		from = x - 7*pixel - w
	default:
		from = s.right - w
	}
	s.text("s k", atStart, from, y, words)
}

// target is the promise of a clock in a few words.
func target(c *policy.Clock) string {
	if d, err := time.ParseDuration(c.Target); err == nil {
		return short(d)
	}
	return c.Target
}

// state says what has become of a clock.
func (t *ticketSheet) state(c *policy.Clock) string {
	text := c.State.String()
	stopped, over := c.Stopped.Get()
	left, known := c.Remaining.Get()
	switch {
	case over:
		text += " " + t.when(stopped)
	case c.State == policy.Waiting:
		text += " for " + c.WaitingFor
	case c.State == policy.Running && known:
		text += ", " + short(left) + " left"
	case c.State == policy.Breached:
		text += ", still open"
	case c.State == policy.Paused:
		if used, ok := c.Elapsed.Get(); ok {
			text += " after " + short(used)
		}
	}
	return text
}

// tell tells of a clock in the desc.
func (t *ticketSheet) tell(c *policy.Clock) {
	name := first(spaced(c.Metric)) + " " + strconv.Itoa(c.Round)
	parts := []string{name, ", severity ", c.Severity.String(), ": ", target(c), " on ", c.Calendar, " (", c.Clause, "), "}
	if at, ok := c.Started.Get(); ok {
		parts = append(parts, "started "+t.when(at)+", ")
	}
	if c.Due.IsKnown() {
		parts = append(parts, "due "+t.when(c.Due.Time())+", ")
	} else if err := c.Due.Unknown(); err != nil {
		parts = append(parts, "due unknown: ", err.Error(), "; ")
	}
	t.story.say("clocks", append(parts, t.state(c))...)
	pauses := 0
	for _, s := range c.Why {
		if s.Kind != policy.StepPaused {
			continue
		}
		if pauses++; pauses <= 3 {
			t.story.say("pauses", name, " stood still from ", t.moment(s.At), " to ", t.moment(s.Until))
		}
	}
}
