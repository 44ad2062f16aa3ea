package compliance

import (
	"cmp"
	"maps"
	"slices"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// Options say how a [Report] counts. The zero Options count by the month of the
// start, and keep no late clocks.
type Options struct {
	Basis Basis `json:"basis"` // the instant that decides a clock's month
	Worst int   `json:"worst"` // how many late clocks are kept per agreement and metric; less than 1 means none
}

// A Report counts tickets. It is made by [NewReport]; the zero Report is empty and counts by
// the zero [Options]. A nil Report is always empty: it counts nothing. A Report is not safe
// for concurrent use.
type Report struct {
	options Options
	tickets int
	cells   map[key]*cell
	late    map[group][]LateClock // each in order, not more than options.Worst
	owners  map[ownerKey]*Owner
}

// A group is what late clocks compete in.
type group struct{ agreement, metric string }

// NewReport returns an empty report. The error is an [ErrOptions] if Basis is not one of the
// bases. A negative Worst is taken as 0.
func NewReport(o Options) (*Report, error) {
	if _, err := basisNames.Marshal(o.Basis); err != nil {
		return nil, err
	}
	o.Worst = max(o.Worst, 0)
	return &Report{options: o}, nil
}

// data returns r, or an empty report if r is nil.
func (r *Report) data() *Report {
	if r == nil {
		return new(Report)
	}
	return r
}

// Tickets returns how many tickets have been counted, including those without clocks.
func (r *Report) Tickets() int { return r.data().tickets }

// Add counts a ticket. A nil Judgement, or one without a Policy, counts as a ticket and
// nothing else.
func (r *Report) Add(j *Judgement) {
	if r == nil {
		return
	}
	r.tickets++
	if j == nil || j.Policy == nil {
		return
	}
	for i := range j.Answer.Clocks {
		c := &j.Answer.Clocks[i]
		r.cell(r.key(j, c)).add(c)
		r.addLate(j, c)
	}
	r.addOwners(j)
}

// key returns the row of a clock.
func (r *Report) key(j *Judgement, c *policy.Clock) key {
	at := [...]calendar.Moment{ByStart: c.Started, ByDue: c.Due, ByStop: c.Stopped}[r.options.Basis]
	return key{j.Policy.Name(), c.Metric, c.Severity.String(), c.Severity.Rank(), monthOf(at, j.Policy.Location())}
}

func (r *Report) cell(k key) *cell {
	c := r.cells[k]
	if c == nil {
		if r.cells == nil {
			r.cells = map[key]*cell{}
		}
		c = new(cell)
		r.cells[k] = c
	}
	return c
}

// Merge adds the counts of another report, which is not changed. The result is the same as if
// r had counted the tickets of both, in any order. A nil o has counted nothing. The error is
// an [ErrMerge] if the reports count by different options, or if r is nil and o is not. On
// error, r is unchanged.
func (r *Report) Merge(o *Report) error {
	switch {
	case o == nil:
		return nil
	case r == nil:
		return &MergeError{Nil: true, Theirs: o.options}
	case r.options != o.options:
		return &MergeError{Ours: r.options, Theirs: o.options}
	}
	if r == o {
		o = o.clone()
	}
	r.tickets += o.tickets
	for k, c := range o.cells {
		r.cell(k).merge(c)
	}
	for g, list := range o.late {
		for _, l := range list {
			r.keepLate(g, l)
		}
	}
	for k, other := range o.owners {
		r.owner(k).merge(other)
	}
	return nil
}

// clone returns a report with the same counts that shares nothing with r.
func (r *Report) clone() *Report {
	c := &Report{options: r.options}
	// The options are the same, so there is no error.
	_ = c.Merge(r)
	return c
}

// Rows returns the rows: by agreement, metric, level, the gravest first, and month, the row
// without a month last.
func (r *Report) Rows() []Row {
	r = r.data()
	keys := slices.SortedFunc(maps.Keys(r.cells), key.compare)
	rows := make([]Row, len(keys))
	for i, k := range keys {
		rows[i] = r.cells[k].row(k)
	}
	return rows
}

// A key says where a clock is counted.
type key struct {
	agreement, metric, level string
	rank                     int
	month                    Month
}

func (k key) compare(o key) int {
	return cmp.Or(cmp.Compare(k.agreement, o.agreement), cmp.Compare(k.metric, o.metric),
		cmp.Compare(k.rank, o.rank), cmp.Compare(k.level, o.level), k.month.Compare(o.month))
}
