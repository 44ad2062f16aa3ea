package cumulocity_test

import "time"

// The ladder of CUM-7 and CUM-8, each step by itself.

var slowManagers = []string{"Regional Director", "Global Vice President", "Global Senior Vice President", "Chief Operating Officer"}

// slowDays are the days after which a step is reached: of 24 hours for a
// Crisis, of nine working hours of the default region for a Critical.
var slowDays = map[int][]int{crisis: {1, 2, 3, 5}, critical: {5, 7, 9, 11}}

// stepFrom is when a step is reached that counts from an instant.
func (h slowHistory) stepFrom(level, step int, t time.Time) slowWhen {
	days := time.Duration(slowDays[level][step-1])
	if level == crisis {
		return slowWhen{Time: t.Add(days * 24 * time.Hour)}
	}
	return h.hub.add(t, days*9*time.Hour)
}

// pushed is a step put off by the part of a halt from a to b, as the calendar
// of a level measures it.
func (h slowHistory) pushed(level int, at slowWhen, a, b time.Time) slowWhen {
	switch {
	case at.unknown:
		return at
	case level == crisis:
		return slowWhen{Time: at.Add(b.Sub(a))}
	}
	halted, known := h.hub.between(a, b)
	if !known {
		return slowWhen{unknown: true}
	}
	return h.hub.add(at.Time, halted)
}

// ladders lists the steps of every ladder: there is one from each report or
// reopening on, if the severity calls for one until the ticket's end.
func (h slowHistory) ladders() (rows []slowStep, unclear bool) {
	rows = []slowStep{}
	round := 0
	for r := range h.events {
		if !h.receives(r) {
			continue
		}
		called := false
		for k := r; k < len(h.events) && h.open[k]; k++ {
			called = called || h.level[k] <= critical
		}
		if !called {
			continue
		}
		round++
		for step := 1; step <= 4; step++ {
			row, odd := h.step(r, step)
			row.Step, row.To, row.Clause, row.Round = step, slowManagers[step-1], "CUM-7", round
			rows = append(rows, row)
			unclear = unclear || odd
		}
	}
	return rows, unclear
}

// step follows one step from receipt r to the ticket's end or to as_of.
func (h slowHistory) step(r, step int) (row slowStep, unclear bool) {
	const (
		absent  = iota // Standard
		waiting        // a Crisis waits for its call
		ticking
	)
	type pause struct{ from, to time.Time }
	var (
		phase = absent
		gone  bool      // lowered to Standard
		start time.Time // of the ladder
		at    slowWhen  // of the step, as if no halt lasted
		halts []pause   // since the start
		test  bool      // the customer tests
		since time.Time // the halt has been counted up to here
		begin = func(level int, t time.Time) {
			phase, start, at, halts, since = ticking, t, h.stepFrom(level, step, t), nil, t
		}
		settle = func(level int, t time.Time) { // counts the halt up to t
			if test && phase == ticking {
				at = h.pushed(level, at, since, t)
				halts = append(halts, pause{since, t})
			}
			since = t
		}
		reached = func(t time.Time) slowStep { return slowStep{At: h.print(t), State: "reached"} }
		over    = func(t time.Time) bool { return phase == ticking && !test && !at.unknown && !at.After(t) }
	)
	for k := r; k < len(h.events); k++ {
		e, level := h.events[k], h.level[k]
		if over(e.At) {
			return reached(at.Time), unclear
		}
		switch {
		case !h.open[k]:
			return slowStep{State: "cancelled"}, unclear
		case k == r && level != standard && h.callMissing(k):
			phase = waiting
		case k == r && level != standard:
			begin(level, e.At)
		case k == r:
		case level == standard && h.level[k-1] != standard:
			phase, gone = absent, true
		case level != h.level[k-1] && phase != ticking: // from Standard, or from a Crisis that waited
			begin(level, e.At)
			gone = false
		case level != h.level[k-1]:
			settle(h.level[k-1], e.At)
			fromStart := h.stepFrom(level, step, start)
			for _, p := range halts {
				fromStart = h.pushed(level, fromStart, p.from, p.to)
			}
			at = h.changed(level < h.level[k-1], at, fromStart, h.stepFrom(level, step, e.At))
			if over(e.At) {
				return reached(e.At), unclear
			}
			unclear = unclear || test && !at.unknown && !at.After(e.At)
		case phase == waiting && h.calls(k):
			begin(level, e.At)
		case e.Kind == "resolution_proposed" && !test:
			test, since = true, e.At
		case e.Kind == "resolution_rejected" && test:
			settle(level, e.At)
			test = false
			if over(e.At) {
				return reached(e.At), true
			}
		}
	}
	switch {
	case over(h.asOf):
		return reached(at.Time), unclear
	case gone:
		return slowStep{State: "cancelled"}, unclear
	case test:
		return slowStep{State: "halted"}, unclear
	case phase == waiting:
		return slowStep{State: "pending"}, unclear
	case at.unknown:
		return slowStep{Unknown: h.unknownText(), State: "pending"}, unclear
	}
	return slowStep{At: h.print(at.Time), State: "pending"}, unclear
}
