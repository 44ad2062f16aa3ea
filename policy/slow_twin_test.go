package policy_test

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// A slowTwin goes through a ticket tick by tick, as the words of the documents
// have it: at each tick first what happens by itself, then the events, and then a
// quarter of an hour passes for every clock. What is due is pushed back by a tick
// at a time while a clock stands still.
type slowTwin struct {
	a     policy.Agreement
	base  time.Time
	desks map[string]*slowDesk
	now   int

	level    severity.Level // the zero Level before the report
	ended    bool
	over     int // the tick of the ticket's end
	halted   bool
	asked    bool
	switched int              // the tick from which After counts; -1 for none
	received int              // the tick of the report, or of the reopening
	by       policy.Channel   // the channel of it
	report   policy.Channel   // that of the report
	came     policy.Kinds     // events since then
	calls    []policy.Channel // channels that the customer has used since then

	doubt    bool           // the ticket is one that stories must settle, see drawMetric
	endLevel severity.Level // that at the ticket's end

	metrics []*slowMetric
}

type slowMetric struct {
	policy.Metric
	paused bool
	done   bool
	rounds []*slowRound
}

// A slowRound is a round of a metric.
type slowRound struct {
	metric *slowMetric
	round  int
	level  severity.Level
	target policy.Target

	open    bool
	started int // -1 while it waits
	stopped int
	due     int
	kept    int    // the target's calendar counts After from this tick on; -1 for never
	still   []bool // by tick since the start: it stood still
	done    bool   // what was promised was done, as opposed to went away
	byEnd   bool   // the ticket's end stopped it
}

func newSlowTwin(a policy.Agreement, base time.Time, desks map[string]*slowDesk) *slowTwin {
	w := &slowTwin{a: a, base: base, desks: desks, switched: -1}
	for _, m := range a.Metrics {
		w.metrics = append(w.metrics, &slowMetric{Metric: m})
	}
	return w
}

// run goes through events up to a tick.
func (w *slowTwin) run(events []policy.Event, asOf int) {
	events = slices.Clone(events)
	slices.SortStableFunc(events, func(a, b policy.Event) int { return a.At.Compare(b.At) })
	for w.now = 0; ; w.now++ {
		w.byItself()
		for _, e := range events {
			if e.At.Equal(w.base.Add(time.Duration(w.now) * tick)) {
				w.event(e)
				w.close()
			}
		}
		if w.now == asOf {
			return
		}
		for _, m := range w.metrics {
			for _, r := range m.rounds {
				w.pass(r)
			}
		}
	}
}

// pass lets a tick pass for a round.
func (w *slowTwin) pass(r *slowRound) {
	if r.started < 0 {
		return
	}
	still := r.metric.paused || !r.open
	r.still = append(r.still, still)
	if r.open && still {
		r.due = w.push(r.target, w.deskOf(r, w.now), r.due, w.now)
	}
}

// push moves a due time on by a tick in which its clock stands still: by as much
// working time as the tick has (G7), never to stay inside the pause, and not at
// all where it has passed.
func (w *slowTwin) push(g policy.Target, d *slowDesk, due, at int) int {
	if due < at {
		return due
	}
	if d.open[at] {
		due = w.nextOpening(g, d, d.add(due, 1))
	}
	return max(due, at+1)
}

func (w *slowTwin) nextOpening(g policy.Target, d *slowDesk, due int) int {
	if g.NextOpening && d.closing(due) {
		return d.opening(due)
	}
	return due
}

// deskOf returns the calendar on which a tick counts for a round.
func (w *slowTwin) deskOf(r *slowRound, at int) *slowDesk {
	if r.target.After != "" && r.kept >= 0 && at >= r.kept {
		return w.desks[r.target.After]
	}
	return w.desks[r.target.Calendar]
}

// target returns what a metric owes at a level.
func (m *slowMetric) target(level severity.Level) (policy.Target, bool) {
	for _, g := range m.Targets {
		if g.Level == level.String() {
			return g, true
		}
	}
	return policy.Target{}, false
}

func (m *slowMetric) openRound() *slowRound {
	if n := len(m.rounds); n > 0 && m.rounds[n-1].open {
		return m.rounds[n-1]
	}
	return nil
}

// measure counts a target from a tick, on its calendar or on that of After.
func (w *slowTwin) measure(g policy.Target, from int, after bool) int {
	d := w.desks[g.Calendar]
	if g.After != "" && after {
		d = w.desks[g.After]
	}
	if g.FromOpening {
		from = d.opening(from)
	}
	var due int
	switch m := g.Measure; {
	case m.Time > 0:
		due = d.add(from, int(m.Time/tick))
	case m.Days > 0:
		due = d.days(from, m.Days, m.Convention)
	case m.Convention == calendar.SameTime:
		due = d.zone.at(d.zone.wall[from] + m.CalendarDays*1440)
	default:
		due = d.zone.at((d.zone.wall[from]/1440 + m.CalendarDays + 1) * 1440)
	}
	return w.nextOpening(g, d, due)
}

// recount counts a target from the start of a round up to now, without the
// pauses, and with the hours changed where they were.
func (w *slowTwin) recount(r *slowRound, g policy.Target) int {
	if g.After == "" || r.kept < 0 || r.kept == r.started {
		due := w.measure(g, r.started, r.kept >= 0)
		d := w.desks[g.Calendar]
		if g.After != "" && r.kept >= 0 {
			d = w.desks[g.After]
		}
		for i, still := range r.still {
			if still {
				due = w.push(g, d, due, r.started+i)
			}
		}
		return due
	}
	before, after := w.desks[g.Calendar], w.desks[g.After]
	due := w.nextOpening(g, before, before.add(r.started, int(g.Measure.Time/tick)))
	d := before
	for i := r.started; i <= w.now; i++ {
		if i == r.kept {
			if left := before.between(i, due); due >= i && left > 0 {
				due = w.nextOpening(g, after, after.add(i, left))
			}
			d = after
		}
		if i < w.now && r.still[i-r.started] {
			due = w.push(g, d, due, i)
		}
	}
	return due
}

// begin begins a round of a metric at the present level, which waits if it must.
func (w *slowTwin) begin(m *slowMetric, waits bool) {
	g, ok := m.target(w.level)
	if !ok {
		return
	}
	r := &slowRound{metric: m, round: len(m.rounds) + 1, level: w.level, target: g, open: true, started: -1, stopped: -1, kept: -1}
	m.rounds = append(m.rounds, r)
	if !waits {
		w.start(r)
	}
}

func (w *slowTwin) start(r *slowRound) {
	r.started = w.now
	if w.switched >= 0 {
		r.kept = w.now
	}
	r.due = w.measure(r.target, w.now, r.kept >= 0)
}

// lets reports whether a gate lets the report through, as it was received and
// with what the customer has done since.
func (w *slowTwin) lets(g policy.Gate) bool {
	if g.Event != 0 && !w.came.Has(g.Event) && !w.came.Has(policy.Reopened) {
		return false
	}
	if g.Accepts == 0 || g.Accepts.Accept(w.by) || slices.ContainsFunc(w.calls, g.Accepts.Accept) {
		return true
	}
	if g.OffDays == "" {
		return false
	}
	d := w.desks[g.OffDays]
	return d.opens[d.zone.wall[w.received]/1440] || g.Opens && d.opening(w.received) <= w.now
}

// stop ends a round.
func (w *slowTwin) stop(r *slowRound, done bool) {
	r.open, r.stopped, r.done = false, w.now, done
}

// byItself does what happens by itself at a tick before its events (G10).
func (w *slowTwin) byItself() {
	for _, m := range w.metrics {
		if r := m.openRound(); r != nil && r.started < 0 && w.lets(r.target.Gate) {
			w.start(r)
		}
	}
	w.close()
}

// close closes the ticket if a round that does so has run out.
func (w *slowTwin) close() {
	out := false
	for _, m := range w.metrics {
		if r := m.openRound(); r != nil && m.Ends && r.started >= 0 && !m.paused && r.due <= w.now {
			out = true
			w.stop(r, true)
			r.stopped = r.due
		}
	}
	if out {
		w.end()
	}
}

// end ends the ticket: what has not stopped goes away.
func (w *slowTwin) end() {
	w.ended, w.over, w.endLevel = true, w.now, w.level
	for _, m := range w.metrics {
		if r := m.openRound(); r != nil {
			w.stop(r, false)
			r.byEnd = true
		}
	}
}
