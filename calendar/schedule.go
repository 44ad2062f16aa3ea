package calendar

import "time"

// A schedule says when a calendar's windows are: the one of a Config, a [plan],
// or one that combines two others. Schedules are immutable.
type schedule interface {
	// pieces appends to dst the pieces that overlap [from, until), whole, in
	// the order of their opening.
	pieces(dst []piece, from, until int64) []piece
	// extent returns instants before and after which no piece lies.
	extent() (from, until int64)
	// location returns the zone in which the schedule has its dates.
	location() *time.Location
	// known returns the dates whose holidays are known.
	known() Period
}

// A piece is one window of one date, resolved to instants, or a part of it. The
// pieces of a schedule can overlap: a shift that runs past midnight may meet
// the next day's.
type piece struct {
	open, close int64 // Unix seconds, [open, close)
	day         int32 // the date on which it opens, in the schedule's zone
	unknownDay  int32 // with unknown: the date that it does not know, in its own zone
	unknown     *plan // if not nil, the plan that does not know whether it is a holiday
}

// coverageError says that it is not known whether p is open.
func (p piece) coverageError() error {
	return p.unknown.coverageError(p.unknownDay)
}

// longest is more than the length of any piece: 48 hours on the wall clock and
// the largest jump of an offset.
const longest = 4 * secondsPerDay

func byOpening(a, b piece) int {
	if a.open != b.open {
		if a.open < b.open {
			return -1
		}
		return 1
	}
	return int(b.close - a.close) // the longer one first
}

// A stretch of time that is certainly open, or perhaps.
type interval struct {
	open, close int64
}

// opened appends to dst what the pieces certainly open of [from, until): sorted,
// disjoint, touching intervals joined (G2a: the time counts once).
func opened(dst []interval, pieces []piece, from, until int64) []interval {
	first := len(dst)
	for _, p := range pieces {
		open, close := max(p.open, from), min(p.close, until)
		if p.unknown != nil || open >= close {
			continue
		}
		if n := len(dst); n > first && open <= dst[n-1].close {
			dst[n-1].close = max(dst[n-1].close, close)
			continue
		}
		dst = append(dst, interval{open, close})
	}
	return dst
}

// doubted appends to dst what the pieces perhaps open of [from, until), less the spans,
// which are the time that is certainly open.
func doubted(dst []piece, pieces []piece, spans []interval, from, until int64) []piece {
	for _, p := range pieces {
		if p.unknown == nil {
			continue
		}
		p.open, p.close = max(p.open, from), min(p.close, until)
		spans = ahead(spans, p.open)
		dst = minus(dst, p, spans)
	}
	return dst
}

// ahead returns the sorted, disjoint spans without those that close at or
// before an instant.
func ahead(spans []interval, sec int64) []interval {
	for len(spans) > 0 && spans[0].close <= sec {
		spans = spans[1:]
	}
	return spans
}

// minus appends to dst what the sorted, disjoint spans leave of p.
func minus(dst []piece, p piece, spans []interval) []piece {
	for _, s := range spans {
		if s.close <= p.open {
			continue
		}
		if s.open >= p.close {
			break
		}
		if p.open < s.open {
			head := p
			head.close = s.open
			dst = append(dst, head)
		}
		p.open = s.close
	}
	if p.open < p.close {
		dst = append(dst, p)
	}
	return dst
}
