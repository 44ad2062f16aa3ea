package picture

import (
	"iter"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// A strip is stretches of one kind in a row, drawn as one path. Stretches that are
// less than a pixel apart are joined.
type strip struct {
	path
	from, to px
	any      bool
	// If clocks share a row, their stretches come in any order. Each pixel is then either
	// covered or not, which keeps the path short however many clocks there are.
	columns []bool
}

// add adds a stretch.
func (s *strip) add(from, to, y, high px) {
	if s.columns != nil {
		for x := max(from/pixel, 0); x <= to/pixel && int(x) < len(s.columns); x++ {
			s.columns[x] = true
		}
		return
	}
	if s.any && from-s.to < pixel && from >= s.from {
		s.to = max(s.to, to)
		return
	}
	s.flush(y, high)
	s.from, s.to, s.any = from, to, true
}

// flush draws what has been joined.
func (s *strip) flush(y, high px) {
	if s.any {
		s.box(s.from, y, max(s.to-s.from, pixel), high)
	}
	s.any = false
	begin := -1
	for x, covered := range s.columns {
		switch {
		case covered && begin < 0:
			begin = x
		case !covered && begin >= 0:
			s.box(px(begin)*pixel, y, px(x-begin)*pixel, high)
			begin = -1
		}
	}
	s.columns = nil
}

// A row is the bars of one clock, or of several that share it.
type row struct {
	*ticketSheet
	thin, counted, ahead, paused, late strip
	waiting                            strip
	waits, ends, dues                  path
	n                                  int
	states                             [6]int
	lastEnd, lastDue                   px
}

// shared returns a row for several clocks.
func (t *ticketSheet) shared() *row {
	r := &row{ticketSheet: t, lastEnd: -nearest, lastDue: -nearest}
	for _, s := range [...]*strip{&r.thin, &r.counted, &r.ahead, &r.paused, &r.late, &r.waiting} {
		s.columns = make([]bool, t.right/pixel)
	}
	return r
}

// nearest is how close two flags or two ends in a row can be.
const nearest = 4 * pixel

// clock adds a clock.
func (r *row) clock(c *policy.Clock) {
	r.n++
	if int(c.State) < len(r.states) {
		r.states[c.State]++
	}
	until := r.asOf
	stopped, over := c.Stopped.Get()
	if over {
		until = stopped
	}
	r.wait(c, until)
	if start, ok := c.Started.Get(); ok {
		r.run(c, start, until)
	}
	due, hasDue := c.Due.Get()
	if x := r.at(due); hasDue && max(x-r.lastDue, r.lastDue-x) >= nearest {
		r.flag(x)
		r.lastDue = x
	}
	if x := r.at(until); over && max(x-r.lastEnd, r.lastEnd-x) >= nearest {
		r.end(x, c.State)
		r.lastEnd = x
	}
}

// wait draws the time in which a clock had not started.
func (r *row) wait(c *policy.Clock, until time.Time) {
	if start, ok := c.Started.Get(); ok {
		until = start
	}
	for _, s := range c.Why {
		if at, ok := s.At.Get(); ok && s.Kind == policy.StepWait && at.Before(until) {
			r.waiting.add(r.at(at), r.at(until), r.y+barTop+barHigh/2, 0)
			r.marks |= markWaits
			return
		}
	}
}

// run draws the time from a clock's start on.
func (r *row) run(c *policy.Clock, start, until time.Time) {
	y := r.y + barTop
	due, hasDue := c.Due.Get()
	last := until
	if hasDue && due.After(last) {
		last = due
	}
	r.thin.add(r.at(start), r.at(last), y+(barHigh-thinHigh)/2, thinHigh)
	if c.Due.Unknown() != nil && !c.Stopped.IsKnown() {
		r.waits.line(r.at(until), y+barHigh/2, r.right-8*pixel, y+barHigh/2)
		r.ends.polygon(r.right-8*pixel, y+1*pixel, 8*pixel, 5*pixel, -8*pixel, 5*pixel)
		r.marks |= markUnknownEnd
	}
	var hours *calendar.Calendar
	for i := range c.Why {
		s := &c.Why[i]
		if s.Kind == policy.StepHours {
			hours = s.Hours
		}
		from, ok := s.At.Get()
		to, stretch := s.Until.Get()
		if !ok || !stretch {
			continue
		}
		switch s.Kind {
		case policy.StepCounted:
			for from, to := range r.stretches(s, hours) {
				if hasDue && to.After(due) {
					if from.Before(due) {
						r.count(from, due)
						from = due
					}
					r.late.add(r.at(from), r.at(to), y, barHigh)
					r.marks |= markLate
					continue
				}
				r.count(from, to)
			}
		case policy.StepAhead:
			if !hasDue {
				continue // it pauses: what would be due if it resumed now is not due
			}
			for from, to := range r.stretches(s, hours) {
				r.ahead.add(r.at(from), r.at(to), y+1*pixel, barHigh-2*pixel)
				r.marks |= markAhead
			}
		case policy.StepClosed:
			r.marks |= markClosed
		case policy.StepPaused:
			r.paused.add(r.at(from), r.at(to), y, barHigh)
			r.marks |= markPaused
		}
	}
}

// maxRest is how many windows a picture goes through that answers give only as a whole.
const maxRest = 100_000

// stretches returns the stretches of a step: one or, if the step gives many as a whole, each
// of them. If a week is finer than a pixel, it is still drawn as one stretch.
func (t *ticketSheet) stretches(s *policy.Step, hours *calendar.Calendar) iter.Seq2[time.Time, time.Time] {
	return func(yield func(from, to time.Time) bool) {
		at, to := s.At.Time(), s.Until.Time()
		if s.Whole && hours != nil && t.width(7*day) >= pixel {
			for w, err := range hours.Windows(at) {
				if t.rest++; err != nil || t.rest > maxRest {
					break
				}
				from, until := life{at, to}.within(w.Open, w.Close)
				if !from.Before(until) || !yield(from, until) {
					return
				}
				at = until
			}
		}
		if at.Before(to) {
			yield(at, to)
		}
	}
}

func (r *row) count(from, to time.Time) {
	r.counted.add(r.at(from), r.at(to), r.y+barTop, barHigh)
	r.marks |= markCounted
}

// flag draws a due time.
func (r *row) flag(x px) {
	y := r.y + 3*pixel
	r.dues.box(x, y, pixel, barTop+barHigh-3*pixel)
	r.dues.polygon(x, y, -7*pixel, 4*pixel, 7*pixel, 4*pixel)
	r.marks |= markDue
}

// end draws what became of a clock: a tick, a cross, or a bar.
func (r *row) end(x px, state policy.State) {
	y := r.y + barTop + barHigh + 8*pixel
	r.ends.box(x-5, r.y+barTop-2*pixel, pixel, barHigh+4*pixel)
	switch state {
	case policy.Met:
		tick(&r.ends, x, y)
		r.marks |= markMet
	case policy.Breached:
		cross(&r.ends, x, y)
		r.marks |= markBreached
	default:
		r.ends.box(x-4*pixel, y-1*pixel, 8*pixel, 2*pixel)
		r.marks |= markCancelled
	}
}

// tick and cross add the two marks, centred on a place.
func tick(p *path, x, y px) {
	p.polygon(x-5*pixel, y, 15, -15, 20, 20, 50, -50, 15, 15, -65, 65)
}

func cross(p *path, x, y px) {
	p.polygon(x-4*pixel, y-25, 15, -15, 25, 25, 25, -25, 15, 15, -25, 25, 25, 25, -15, 15, -25, -25, -25, 25, -15, -15, 25, -25)
}

// draw draws the bars of the row.
func (r *row) draw() {
	y := r.y + barTop
	r.thin.flush(y+(barHigh-thinHigh)/2, thinHigh)
	r.counted.flush(y, barHigh)
	r.ahead.flush(y+1*pixel, barHigh-2*pixel)
	r.paused.flush(y, barHigh)
	r.late.flush(y, barHigh)
	r.waiting.flush(y+barHigh/2, 0)
	r.sheet.draw("w", r.waiting.path)
	r.sheet.draw("w", r.waits)
	r.sheet.draw("r", r.thin.path)
	r.sheet.draw("r", r.counted.path)
	r.sheet.draw("a", r.ahead.path)
	r.sheet.draw("p", r.paused.path)
	r.sheet.draw("v", r.late.path)
	r.sheet.draw("d", r.dues)
	r.sheet.draw("d", r.ends)
}

// counts says how many clocks of the row are in which state.
func (r *row) counts() string {
	var parts []string
	for s, n := range r.states {
		if n > 0 {
			parts = append(parts, counted(n, policy.State(s).String(), policy.State(s).String()))
		}
	}
	return strings.Join(parts, ", ")
}
