package policy_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// stamp writes a tick.
func (w *slowTwin) stamp(i int) string {
	return w.base.Add(time.Duration(i) * tick).UTC().Format("2006-01-02T15:04Z")
}

// answer returns what the twin has found, as lines: one for each clock, and one for what
// comes next.
func (w *slowTwin) answer() []string {
	all := []string{"severity " + w.level.String()}
	if w.ended {
		all = append(all, "ended "+w.stamp(w.over))
	}
	var rounds []*slowRound
	for _, m := range w.metrics {
		rounds = append(rounds, m.rounds...)
	}
	slices.SortStableFunc(rounds, func(a, b *slowRound) int {
		if a.started < 0 || b.started < 0 {
			return cmp.Compare(b.started, a.started) // only by whether it has started
		}
		return cmp.Compare(a.started, b.started)
	})
	next, what := -1, ""
	comes := func(at int, name string) {
		if next < 0 || at < next {
			next, what = at, name
		}
	}
	for _, r := range rounds {
		all = append(all, w.line(r))
		switch {
		case !r.open:
		case r.started < 0:
			if g := r.target.Gate; g.Opens && g.Event == 0 {
				comes(w.desks[g.OffDays].opening(w.received), r.metric.Name+" starts")
			}
		case !r.metric.paused && r.due >= w.now:
			comes(r.due, r.metric.Name+" due")
		}
	}
	if next >= 0 {
		all = append(all, "next "+w.stamp(next)+" "+what)
	}
	return all
}

// line tells a round.
func (w *slowTwin) line(r *slowRound) string {
	words := []string{r.metric.Name, fmt.Sprint(r.round), r.level.String(), r.target.Measure.String(), r.target.Clause}
	if r.started < 0 {
		switch {
		case r.open && r.target.Gate.Event != 0:
			words = append(words, "waiting for "+r.target.Gate.Event.String())
		case r.open:
			words = append(words, "waiting for "+r.target.Gate.WaitsFor.String())
		case r.done:
			words = append(words, "met stopped "+w.stamp(r.stopped))
		default:
			words = append(words, "cancelled stopped "+w.stamp(r.stopped))
		}
		return strings.Join(words, " ")
	}
	until := w.now
	if !r.open {
		until = r.stopped
	}
	paused := r.open && r.metric.paused
	words = append(words, w.state(r, until, paused), "from "+w.stamp(r.started))
	if !paused || r.due < until {
		words = append(words, "due "+w.stamp(r.due))
	}
	if !r.open {
		words = append(words, "stopped "+w.stamp(r.stopped))
	}
	gone, wall, over := 0, 0, 0
	for i := r.started; i < until; i++ {
		if r.still[i-r.started] {
			continue
		}
		wall++
		if w.deskOf(r, i).open[i] {
			gone++
			if i >= r.due {
				over++
			}
		}
	}
	left := -over
	for i := until; i < r.due; i++ {
		if w.deskOf(r, i).open[i] {
			left++
		}
	}
	return strings.Join(append(words, fmt.Sprintf("%v gone %v left %v by the wall clock",
		time.Duration(gone)*tick, time.Duration(left)*tick, time.Duration(wall)*tick)), " ")
}

// state names what has become of a round that started.
func (w *slowTwin) state(r *slowRound, until int, paused bool) string {
	switch {
	case r.due < until:
		return "breached"
	case r.open && paused:
		return "paused"
	case r.open:
		return "running"
	case r.done:
		return "met"
	}
	return "cancelled"
}

// told writes the engine's answer as the twin writes its own.
func told(a *policy.Answer) []string {
	all := []string{"severity " + a.Severity.String()}
	if at, ok := a.Ended.Get(); ok {
		all = append(all, "ended "+at.UTC().Format("2006-01-02T15:04Z"))
	}
	for i := range a.Clocks {
		c := &a.Clocks[i]
		words := []string{c.Metric, fmt.Sprint(c.Round), c.Severity.String(), c.Target, c.Clause, c.State.String()}
		if c.State == policy.Waiting {
			words = append(words, "for "+c.WaitingFor)
		}
		for _, m := range []struct {
			name string
			at   calendar.Moment
		}{{"from", c.Started}, {"due", c.Due}, {"stopped", c.Stopped}} {
			if at, ok := m.at.Get(); ok {
				words = append(words, m.name+" "+at.UTC().Format("2006-01-02T15:04Z"))
			}
		}
		for _, l := range []struct {
			length policy.Length
			after  string
		}{{c.Elapsed, "gone"}, {c.Remaining, "left"}, {c.Wall, "by the wall clock"}} {
			if d, ok := l.length.Get(); ok {
				words = append(words, d.String()+" "+l.after)
			}
		}
		all = append(all, strings.Join(words, " "))
	}
	if next, ok := a.Next.Get(); ok {
		all = append(all, "next "+next.At.UTC().Format("2006-01-02T15:04Z")+" "+next.What)
	}
	return all
}
