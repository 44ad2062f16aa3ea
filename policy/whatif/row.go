package whatif

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// A Row says what becomes of the clocks of one agreement, metric and level. The level is the
// one by which the old side judges a clock, or the new side if only that has it. The zero Row
// counts no clocks.
type Row struct {
	Agreement string
	Metric    string
	Level     string

	Clocks   int // all clocks, including those that do not differ
	Differ   int // those that differ in any way
	Earlier  int // those whose due time moves earlier
	Later    int // those whose due time moves later
	Appeared int // those that only the new side has
	Vanished int // those that only the old side has
	Breached int // newly breached
	Saved    int // no longer breached
	// Min, Median and Max describe the moves counted by Earlier and Later, by the wall clock,
	// negative where a due time moves earlier. The median of an even number of moves is the
	// lower of the two in the middle. All three are 0 if no due time moves.
	Min    time.Duration
	Median time.Duration
	Max    time.Duration
}

// Moves returns how many due times move. For a nil Row it returns 0.
func (r *Row) Moves() int {
	if r == nil {
		return 0
	}
	return r.Earlier + r.Later
}

// A row is a Row that is still being counted.
type row struct {
	Row
	moves []time.Duration
}

func (r *row) merge(o *row) {
	ours, theirs := r.columns(), o.columns()
	for i := range ours {
		*ours[i].count += *theirs[i].count
	}
	r.moves = append(r.moves, o.moves...)
}

// A column is one of the counts of a row, with its name in JSON.
type column struct {
	name  string
	count *int
}

// columns returns all counts of a row, in the order of its JSON.
func (r *Row) columns() [8]column {
	return [...]column{{"clocks", &r.Clocks}, {"differ", &r.Differ}, {"earlier", &r.Earlier}, {"later", &r.Later},
		{"appeared", &r.Appeared}, {"vanished", &r.Vanished}, {"breached", &r.Breached}, {"saved", &r.Saved}}
}

type rowKey struct {
	agreement, metric, level string
	rank                     int
}

// Rows returns the rows by agreement, metric and level, the gravest level first, including
// rows in which no clock differs.
func (s *Summary) Rows() []Row {
	s = s.data()
	keys := slices.SortedFunc(maps.Keys(s.rows), func(a, b rowKey) int {
		return cmp.Or(cmp.Compare(a.agreement, b.agreement), cmp.Compare(a.metric, b.metric),
			cmp.Compare(a.rank, b.rank), cmp.Compare(a.level, b.level))
	})
	rows := make([]Row, len(keys))
	for i, k := range keys {
		r := s.rows[k]
		slices.Sort(r.moves)
		rows[i] = r.Row
		if n := len(r.moves); n > 0 {
			rows[i].Min, rows[i].Median, rows[i].Max = r.moves[0], r.moves[(n-1)/2], r.moves[n-1]
		}
	}
	return rows
}
