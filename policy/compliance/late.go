package compliance

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// A LateClock is a clock that stopped after it was due, or that was overdue and still running
// when its ticket was judged. The zero LateClock stands for no clock.
type LateClock struct {
	Agreement string
	Metric    string
	ID        string        // the ticket's ID; "" if it has none
	Round     int           // numbers the clocks of the metric within the ticket, from 1
	Level     string        // the level by which it is judged
	Due       time.Time     // in the agreement's zone; at that instant it was not yet late
	Stopped   bool          // it has stopped; otherwise it was still running when the ticket was judged
	Overdue   policy.Length // the working time from Due to then; unknown if holidays in it are (G9)
	Wall      time.Duration // the wall-clock time from Due to then, always positive
}

// addLate keeps a clock if it is among the worst.
func (r *Report) addLate(j *Judgement, c *policy.Clock) {
	due, known := c.Due.Get()
	if r.options.Worst < 1 || c.State != policy.Breached || !known {
		return
	}
	until, stopped := c.Stopped.Get()
	if !stopped {
		until = j.AsOf
	}
	l := LateClock{Agreement: j.Policy.Name(), Metric: c.Metric, ID: j.ID, Round: c.Round, Level: c.Severity.String(),
		Due: due.In(j.Policy.Location()), Stopped: stopped, Overdue: c.Remaining, Wall: until.Sub(due)}
	if left, ok := c.Remaining.Get(); ok {
		l.Overdue = policy.LengthOf(-left)
	}
	r.keepLate(group{l.Agreement, l.Metric}, l)
}

// keepLate puts a late clock in its place, and drops the last one if there are too many.
func (r *Report) keepLate(g group, l LateClock) {
	list := r.late[g]
	i, _ := slices.BinarySearchFunc(list, l, LateClock.compare)
	if i >= r.options.Worst {
		return
	}
	if len(list) == r.options.Worst {
		list = list[:len(list)-1]
	}
	if r.late == nil {
		r.late = map[group][]LateClock{}
	}
	r.late[g] = slices.Insert(list, i, l)
}

// compare orders late clocks of a metric, the worst first: by working time, taking an unknown
// one as the most that it can be; then by wall time; then by what tells them apart.
func (l LateClock) compare(o LateClock) int {
	return cmp.Or(cmp.Compare(o.most(), l.most()), cmp.Compare(o.Wall, l.Wall), cmp.Compare(l.ID, o.ID), cmp.Compare(l.Round, o.Round),
		l.Due.Compare(o.Due), cmp.Compare(l.Level, o.Level), cmp.Compare(l.Due.String(), o.Due.String()), l.known()-o.known())
}

// most returns the working time since due or, if that is unknown, the wall time, which it
// cannot exceed.
func (l LateClock) most() time.Duration {
	if overdue, ok := l.Overdue.Get(); ok {
		return overdue
	}
	return l.Wall
}

// known returns 0 if the working time is known, else 1.
func (l LateClock) known() int {
	if l.Overdue.IsKnown() {
		return 0
	}
	return 1
}

// Worst returns the clocks that were most overdue, up to [Options].Worst for each agreement
// and metric: by agreement and metric, the worst first. The worst clock has the most working
// time since it was due; among equal ones, the most wall-clock time; then the ticket's ID and
// the round decide. Unknown working time counts as the wall-clock time, which is the most
// that it can be, so a clock that may be the worst is not left out for one that is certainly
// less late.
func (r *Report) Worst() []LateClock {
	r = r.data()
	groups := slices.SortedFunc(maps.Keys(r.late), func(a, b group) int {
		return cmp.Or(cmp.Compare(a.agreement, b.agreement), cmp.Compare(a.metric, b.metric))
	})
	var all []LateClock
	for _, g := range groups {
		all = append(all, r.late[g]...)
	}
	return all
}
