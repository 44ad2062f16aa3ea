package policy

import (
	"cmp"
	"math"
	"slices"

	"github.com/slaclock/slaclock/calendar"
)

// A round is a clock while a ticket is gone through.
type round struct {
	metric *metric
	target *target
	// Of a clock that waits, opens is when it starts by itself. Of one that was started later
	// it is unknown if an opening that is not known may have started it before (G9).
	opens    calendar.Moment
	started  calendar.Moment // none while it waits
	switched calendar.Moment // when its ticket went over to other hours, if it did
	due      calendar.Moment // of one that pauses: if it went on now
	stopped  calendar.Moment // none while it is open
	since    calendar.Moment // of one that pauses: since when, as far as due does not know of it
	pauses   []calendar.Span // those that are over, and parts of the present one
	marks    []mark          // by threshold; nil if there are none
	why      *[]Step         // what happened to it; nil if reasons are not wanted
	number   int32           // among the rounds of its metric, from 1
	state    State           // of one that has stopped
	itself   bool            // it started at an opening
	late     bool            // it was overdue when it paused
	whole    bool            // its due time is its target's working time after its start, and no pause came between
	ended    bool            // the ticket's end stopped it
}

// open reports whether the clock waits or runs.
func (r *round) open() bool { return !r.stopped.IsKnown() }

// waits reports whether the clock has not started.
func (r *round) waits() bool { return !r.started.IsKnown() }

// unsure returns why it is not known when the clock started, or nil if it is.
func (r *round) unsure() error { return r.opens.Unknown() }

// rounds are the clocks of a ticket in the order in which they began. The first
// few lie in the value itself, so that most tickets need no memory for them.
type rounds struct {
	n    int
	room [roundsRoom]round
	more []round
}

// roundsRoom is how many clocks a ticket can have before it needs memory.
const roundsRoom = 6

// at returns clock i. It is valid until the next one is added.
func (s *rounds) at(i int) *round {
	if i < len(s.room) {
		return &s.room[i]
	}
	return &s.more[i-len(s.room)]
}

// add adds a clock, of which everything is still to be said.
func (s *rounds) add() *round {
	i := s.n
	if s.n++; i < len(s.room) {
		return &s.room[i]
	}
	s.more = append(s.more, round{})
	return &s.more[i-len(s.room)]
}

// byStart appends to order, an empty list, the places of the clocks in order: by start,
// those that never started last, then by metric and round. It appends none if they lie in
// order, as most do.
func (s *rounds) byStart(order []int) []int {
	if s.sorted() {
		return order
	}
	for i := range s.n {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return s.at(a).compare(s.at(b)) })
	return order
}

// sorted reports whether the clocks lie in order. Most start when they begin, in whole
// seconds apart.
func (s *rounds) sorted() bool {
	before := int64(math.MinInt64)
	for i := range s.n {
		r := s.at(i)
		sec := r.started.Time().Unix()
		if !r.started.IsKnown() || sec <= before && s.at(i-1).compare(r) > 0 {
			return false
		}
		before = sec
	}
	return true
}

// compare orders clocks by start, those that never started last, then by metric
// and round.
func (r *round) compare(o *round) int {
	x, started := r.started.Get()
	y, otherStarted := o.started.Get()
	switch {
	case started != otherStarted:
		if started {
			return -1
		}
		return 1
	case started:
		if c := x.Compare(y); c != 0 {
			return c
		}
	}
	return cmp.Or(r.metric.place-o.metric.place, int(r.number-o.number))
}
