package policy_test

import (
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// event does what an event does.
func (w *slowTwin) event(e policy.Event) {
	switch {
	case w.level.IsZero():
		w.level, w.report = e.Severity, e.Channel
		w.receive(e.Channel)
	case e.Kind == policy.Reopened && !w.ended:
		return
	case e.Kind == policy.Reopened:
		w.reopen(e)
	case w.ended:
		if e.Kind == policy.SeverityChanged {
			w.level = e.Severity
		}
		return
	}
	w.came |= policy.On(e.Kind)
	if c, ok := call(e); ok {
		w.calls = append(w.calls, c)
	}
	if w.a.Asked.Has(e.Kind) {
		w.asked = true
	}
	if w.a.Given.Has(e.Kind) {
		w.asked = false
	}
	if !w.halted {
		for _, m := range w.metrics {
			w.does(m, e)
		}
	}
	switch e.Kind {
	case policy.WorkaroundAccepted:
		if lower, ok := w.a.Lowering.After(w.level); ok {
			w.change(lower)
		}
	case policy.SeverityChanged:
		w.change(e.Severity)
	}
	if w.a.Switch.Has(e.Kind) && w.switched < 0 && !w.halted {
		w.toAfter()
	}
	if w.a.Halt.Has(e.Kind) {
		w.halted = true
		for _, m := range w.metrics {
			if r := m.openRound(); r != nil {
				w.stop(r, false)
			}
		}
	}
	if e.Kind == policy.Resolved || e.Kind == policy.Closed {
		w.end()
	}
}

// call returns the channel by which an event reaches the supplier after the
// report (T1, T2).
func call(e policy.Event) (policy.Channel, bool) {
	switch {
	case e.Kind == policy.Contacted && e.Channel == 0:
		return policy.Phone, true
	case e.Kind == policy.Contacted:
		return e.Channel, true
	case e.Kind == policy.Responded && e.Channel == policy.Phone:
		return policy.Phone, true
	}
	return 0, false
}

// receive remembers how a ticket came, or came back.
func (w *slowTwin) receive(by policy.Channel) {
	w.received, w.by, w.came, w.calls = w.now, by, 0, nil
}

// does does what an event does to a metric: it resumes, stops, cancels, starts,
// pauses.
func (w *slowTwin) does(m *slowMetric, e policy.Event) {
	ends := e.Kind == policy.Resolved || e.Kind == policy.Closed
	if m.Resume.Has(e.Kind) {
		m.paused = false
	}
	renewed := m.Stop.Has(e.Kind) && w.stops(m, e, ends) // what an event begins it does not end
	if r := m.openRound(); r != nil && m.Cancel.Has(e.Kind) && !renewed {
		w.stop(r, false)
	}
	if m.Start.Has(e.Kind) && !ends && !w.a.Halt.Has(e.Kind) && !(m.Unasked.Has(e.Kind) && w.asked) {
		if r := m.openRound(); r != nil && m.Restart.Has(e.Kind) && !renewed {
			w.stop(r, false)
		}
		if m.openRound() == nil {
			g, _ := m.target(w.level)
			w.begin(m, policy.Report.Has(e.Kind) && !w.lets(g.Gate))
		}
	}
	if r := m.openRound(); r != nil && r.started < 0 && w.lets(r.target.Gate) {
		w.start(r)
	}
	if m.Pause.Has(e.Kind) {
		m.paused = true
	}
}

// stops does what was promised of a metric, and reports whether the next round
// has followed.
func (w *slowTwin) stops(m *slowMetric, e policy.Event, ends bool) bool {
	r := m.openRound()
	g, _ := m.target(w.level)
	if r != nil {
		g = r.target
	}
	if g.StopBy != 0 && e.Channel != 0 && !g.StopBy.Accept(e.Channel) {
		return false
	}
	m.done = true
	if r == nil {
		return false
	}
	w.stop(r, true)
	r.byEnd = ends
	if !m.Renew || ends || w.a.Halt.Has(e.Kind) {
		return false
	}
	w.begin(m, r.started < 0)
	return m.openRound() != nil
}

// change changes the severity (G8, T6, T7, T8).
func (w *slowTwin) change(to severity.Level) {
	from := w.level
	w.level = to
	if from == to || w.halted {
		return
	}
	for _, m := range w.metrics {
		w.changes(m, from, to)
	}
}

func (w *slowTwin) changes(m *slowMetric, from, to severity.Level) {
	_, had := m.target(from)
	g, has := m.target(to)
	raised := to.GraverThan(from)
	r := m.openRound()
	switch {
	case r == nil && has && !had && m.Start.Has(policy.Reported) && !(m.Once && m.done):
		w.begin(m, false)
	case r == nil:
	case !has && (!raised || r.started < 0):
		w.stop(r, false)
	case !has: // a raise relieves nobody
	case r.started < 0:
		r.level, r.target = to, g
		if calls := w.calls; !raised { // are calls that the old gate did not want remembered? The words do not say
			w.calls = nil
			received := w.lets(g.Gate)
			w.calls = calls
			w.doubt = w.doubt || w.lets(g.Gate) != received
		}
		if raised && g.Gate.Event == 0 || w.lets(g.Gate) {
			w.start(r)
		}
	default:
		due := r.due
		if r.due >= w.now && !m.Steady {
			switch mode := w.a.SeverityChange; {
			case mode == severity.FromChange:
				due = w.measure(g, w.now, r.kept >= 0)
			case mode == severity.FromStart:
				due = w.recount(r, g)
			case raised:
				due = min(due, w.measure(g, w.now, r.kept >= 0))
			default:
				due = max(due, w.recount(r, g))
			}
		}
		r.level, r.target, r.due = to, g, due
	}
}

// toAfter goes over to the hours of After: what is left continues in them.
func (w *slowTwin) toAfter() {
	w.switched = w.now
	for _, m := range w.metrics {
		r := m.openRound()
		if r == nil || r.started < 0 || r.kept >= 0 {
			continue
		}
		if r.target.After != "" && r.due >= w.now {
			left, d := w.desks[r.target.Calendar].between(w.now, r.due), w.desks[r.target.After]
			// Of nothing, nothing moves; nor does what is due at the same instant in both,
			// which a change may have kept from a level that lets it lie on a closing.
			if due := d.add(w.now, left); left > 0 && due != r.due {
				r.due = w.nextOpening(r.target, d, due)
			}
		}
		r.kept = w.now
	}
}

// reopen begins the ticket again (T10).
func (w *slowTwin) reopen(e policy.Event) {
	w.ended, w.halted, w.switched = false, false, -1
	by := e.Channel
	if by == 0 {
		by = w.report
	}
	w.receive(by)
	for _, m := range w.metrics {
		m.paused, m.done = false, false
		if n := len(m.rounds); m.Continue && n > 0 && m.rounds[n-1].byEnd {
			w.goOn(m, m.rounds[n-1])
		}
	}
}

// goOn takes up the round that the ticket's end stopped: the time in between is a
// pause, and a level that changed meanwhile changes now.
func (w *slowTwin) goOn(m *slowMetric, r *slowRound) {
	if r.started < 0 {
		return // it never ran, so there is nothing to go on with
	}
	r.open, r.byEnd, r.done = true, false, false
	for i := r.stopped; i < w.now; i++ {
		r.due = w.push(r.target, w.deskOf(r, i), r.due, i)
	}
	r.stopped = -1
	if w.level != w.endLevel {
		w.changes(m, w.endLevel, w.level)
	}
}
