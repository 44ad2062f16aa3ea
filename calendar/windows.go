package calendar

import (
	"iter"
	"slices"
	"time"
)

// A Span is a half-open stretch of working time between two instants: Open is inside,
// Close is outside (G1). The zero Span is empty.
type Span struct {
	Open, Close time.Time
}

// Windows returns the windows that close after from, in the order of their
// opening. Each is whole: the first may have opened before from. They do not
// overlap: where a window runs on into the next day's, the later one starts
// when the earlier closes, and one that lies within an earlier one is left out,
// so that the lengths of the windows add up to the working time.
//
// The sequence ends after the last window that closes within the year 9999, or with an error instead of a window:
// [ErrCoverage] at the first window that may be a holiday's, [ErrRange] if from
// is outside the years 1 to 9999.
func (c *Calendar) Windows(from time.Time) iter.Seq2[Span, error] {
	return func(yield func(Span, error) bool) {
		sec, _, ok := c.instant(from)
		if !ok {
			yield(Span{}, c.rangeError(sec))
			return
		}
		c.eachWindow(sec, func(p piece) bool {
			if p.unknown != nil {
				yield(Span{}, p.coverageError())
				return false
			}
			return yield(Span{c.time(p.open, 0), c.time(p.close, 0)}, nil)
		})
	}
}

// eachWindow calls yield for the windows that close after sec, without overlap,
// and for what is perhaps a window, until yield returns false.
func (c *Calendar) eachWindow(sec int64, yield func(piece) bool) {
	// Most callers want the next few windows, some all of them: the steps grow.
	step := int64(16 * secondsPerDay)
	var pieces, out []piece
	for lo := sec; lo < min(c.closes, c.until); lo, step = lo+step, min(2*step, 1024*secondsPerDay) {
		// What opens in this step is yielded in this step; what opened before
		// the first one and is not over yet, too.
		from, hi := lo, lo+step
		if lo == sec {
			from = lo - longest
		}
		pieces = c.schedule.pieces(pieces[:0], from-longest, hi+longest)
		open := opened(nil, pieces, from-longest, hi+longest)
		out = out[:0]
		closed := from - longest
		for _, p := range pieces {
			mine := from <= p.open && p.open < hi
			if p.unknown != nil {
				if mine {
					out = minus(out, p, open)
				}
				continue
			}
			trimmed := p
			trimmed.open = max(p.open, closed)
			closed = max(closed, p.close)
			if mine && trimmed.open < trimmed.close {
				out = append(out, trimmed)
			}
		}
		slices.SortStableFunc(out, byOpening)
		for _, p := range out {
			if p.open < c.first || p.close <= sec {
				continue
			}
			if p.close >= c.until || !yield(p) {
				return
			}
		}
	}
}
