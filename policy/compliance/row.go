package compliance

import (
	"math"
	"math/bits"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// A Row is the count of the clocks of one agreement, metric, level and month. Clocks is the
// sum of Met, Breached, Open, Waiting, Cancelled and Unknown. A Report has no rows without
// clocks; the zero Row counts none.
type Row struct {
	Agreement string
	Metric    string
	Level     string // the level by which the clocks are judged
	Month     Month  // the zero Month for clocks without the instant of the [Basis]

	Clocks    int // all
	Met       int
	Breached  int // including those that still run
	Overdue   int // how many of Breached still run
	Open      int // they run or pause, and are not overdue
	Paused    int // how many of Open pause
	Waiting   int
	Cancelled int
	Unknown   int // the due time is unknown (G9)

	// Elapsed is the working time from start to stop, without pauses, on each clock's own
	// calendar. OfTarget is that time as a part of the working time from start to due. Above
	// 100.0 a clock was late. At 100.0 it was in time, or late by no working time, as a clock
	// is that is due at the close of business and answered in the evening. OfTarget leaves
	// out clocks with no working time from start to due.
	Elapsed  Percentiles[time.Duration]
	OfTarget Percentiles[Tenths]
}

// Share returns how many of the decided clocks, met or breached, were met. It returns the
// zero Share if none was decided, or if the Row is nil.
func (r *Row) Share() Share {
	if r == nil {
		return Share{}
	}
	return Share{Met: r.Met, Decided: r.Met + r.Breached}
}

// A cell is a row that is still being counted. It keeps 12 bytes for each measured clock.
type cell struct {
	counts   Row // without the fields that identify the row, and without percentiles
	elapsed  []int64
	ofTarget []uint32
}

// add counts a clock.
func (c *cell) add(k *policy.Clock) {
	n := &c.counts
	n.Clocks++
	_, stopped := k.Stopped.Get()
	switch {
	case k.State == policy.Waiting:
		n.Waiting++
		return
	case k.Due.Unknown() != nil:
		n.Unknown++
		return
	case k.State == policy.Met:
		n.Met++
	case k.State == policy.Breached:
		n.Breached++
		if !stopped {
			n.Overdue++
		}
	case k.State == policy.Cancelled:
		n.Cancelled++
		return
	default:
		n.Open++
		if k.State == policy.Paused {
			n.Paused++
		}
		return
	}
	if elapsed, ok := k.Elapsed.Get(); ok && stopped {
		c.elapsed = append(c.elapsed, int64(elapsed))
		if left, ok := k.Remaining.Get(); ok {
			if tenths, ok := tenthsOf(elapsed, left); ok {
				c.ofTarget = append(c.ofTarget, uint32(tenths))
			}
		}
	}
}

// merge adds the counts of another cell.
func (c *cell) merge(o *cell) {
	ours, theirs := c.counts.columns(), o.counts.columns()
	for i := range ours {
		*ours[i].count += *theirs[i].count
	}
	c.elapsed = append(c.elapsed, o.elapsed...)
	c.ofTarget = append(c.ofTarget, o.ofTarget...)
}

// A column is one of the counts of a row, with its name in JSON.
type column struct {
	name  string
	count *int
}

// columns returns all counts of a row, in the order of its JSON.
func (r *Row) columns() [9]column {
	return [...]column{{"clocks", &r.Clocks}, {"met", &r.Met}, {"breached", &r.Breached}, {"overdue", &r.Overdue}, {"open", &r.Open},
		{"paused", &r.Paused}, {"waiting", &r.Waiting}, {"cancelled", &r.Cancelled}, {"unknown", &r.Unknown}}
}

// row returns what has been counted.
func (c *cell) row(k key) Row {
	r := c.counts
	r.Agreement, r.Metric, r.Level, r.Month = k.agreement, k.metric, k.level, k.month
	r.Elapsed = percentiles[time.Duration](c.elapsed)
	r.OfTarget = percentiles[Tenths](c.ofTarget)
	return r
}

// tenthsOf returns elapsed as a part of elapsed + left, in tenths of a percent, rounded up.
// It returns false if elapsed is negative or the sum is not positive.
func tenthsOf(elapsed, left time.Duration) (Tenths, bool) {
	whole := elapsed + left
	if elapsed < 0 || whole <= 0 {
		return 0, false
	}
	high, low := bits.Mul64(uint64(elapsed), 1000)
	if high >= uint64(whole) {
		return math.MaxUint32, true // too large for Tenths
	}
	tenths, rest := bits.Div64(high, low, uint64(whole))
	if rest > 0 {
		tenths++
	}
	return Tenths(min(tenths, math.MaxUint32)), true
}
